import { overtimePaid, salaryPaid } from "../engine/rules/actuals.ts";
import { type Money, moneyText } from "../engine/values/money.ts";
import type { Actuals, Paid } from "../engine/values/records.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { columnIndex, type HeaderMap, headerMap } from "../ingest/table/columns.ts";
import { cellAt, type Role, readRows, type Table } from "../ingest/text/rows.ts";
import { printable, quoted } from "../problems/printable.ts";
import type { ComparedClaim } from "./compared-claim.ts";

/** Finds cells of the inputs of a claim by line and column. */
export class Cells {
  private readonly inputs: Inputs;
  private readonly map: HeaderMap;
  /** Where the row on each line begins. */
  private readonly starts = new Map<Table, ReadonlyMap<number, number>>();

  private readonly names: ReadonlyMap<string, string>;

  /** @param names how files are named in places, where not as in the claim */
  constructor(inputs: Inputs, map: Readonly<Record<string, string>>, names: ReadonlyMap<string, string> = new Map()) {
    this.inputs = inputs;
    this.map = headerMap(map);
    this.names = names;
  }

  nameOf({ name }: Table): string {
    return this.names.get(name) ?? name;
  }

  /** The table of a role; of rosters, the one that an agency is in. */
  table(role: Role, agency: string): Table | undefined {
    if (role === "roster") return this.inputs.rosters.get(agency)?.table;
    return this.inputs.tables.find((table) => table.role === role);
  }

  /**
   * The cells of some columns on some lines that are not blank; where all are, the first of them:
   * `"85000.37" (roster.csv:2:11)`.
   */
  text(role: Role, agency: string, lines: readonly number[], columns: readonly string[]): string {
    const table = this.table(role, agency);
    if (!table) return "";
    const all = lines.flatMap((line) => columns.flatMap((column) => this.cell(table, line, column) ?? []));
    const filled = all.filter(({ text }) => text !== "");
    return (filled.length > 0 ? filled : all.slice(0, 1))
      .map(({ text, place }) => `${text === "" ? "blank" : quoted(text)} (${place})`)
      .join(" and ");
  }

  private cell(table: Table, line: number, column: string): { place: string; text: string } | undefined {
    const index = columnIndex(table, column, this.map);
    const start = this.startsOf(table).get(line);
    if (index < 0 || start === undefined) return undefined;
    return { place: `${this.nameOf(table)}:${line}:${index + 1}`, text: cellAt(table, start, index).trim() };
  }

  private startsOf(table: Table): ReadonlyMap<number, number> {
    const known = this.starts.get(table);
    if (known) return known;
    const starts = new Map<number, number>();
    readRows(table, ({ line, start }) => {
      starts.set(line, start);
      return true;
    });
    this.starts.set(table, starts);
    return starts;
  }
}

/** A value as a document states it, and where its cell may be. */
export interface Stated {
  readonly text: string;
  readonly role: Role;
  readonly lines: readonly number[];
}

/** An amount as a cause says it. */
export const amountText = (amount: Money | null): string => (amount === null ? "blank" : moneyText(amount));

/** Puts what changed for an agency into words, with the places of its cells in either claim. */
export class Wording {
  private readonly agency: string;
  private readonly filed: ComparedClaim;
  private readonly now: ComparedClaim;

  constructor(agency: string, filed: ComparedClaim, now: ComparedClaim) {
    this.agency = agency;
    this.filed = filed;
    this.now = now;
  }

  /** `annual_salary "85000.37" (roster.csv:2:11) is now "87000.00" (roster.csv:2:11)` */
  cell(name: string, columns: readonly string[], was: Stated, is: Stated): string {
    return `${name} ${this.value(this.filed, columns, was)} is now ${this.value(this.now, columns, is)}`;
  }

  /** The file that says what an officer was paid: of a claim whose files are not there its payroll, if it has one. */
  roleOfPaid(when: "filed" | "now", { payrollLines }: Actuals): Role {
    const { cells, inputs } = this[when];
    if (payrollLines.length > 0) return "payroll";
    return !cells && inputs.some(({ role }) => role === "payroll") ? "payroll" : "roster";
  }

  /** What an officer was paid, hours × rate in dollars as one of the claims rounds them; null is unknown. */
  paid(when: "filed" | "now", actuals: Actuals | undefined, field: keyof Paid): Money | null {
    const { terms } = this[when];
    if (field === "salaryPaid") return salaryPaid(actuals, terms);
    return field === "overtimePaid" ? overtimePaid(actuals, terms) : (actuals?.[field] ?? null);
  }

  private value(claim: ComparedClaim, columns: readonly string[], { role, lines, text }: Stated): string {
    const found = claim.cells?.text(role, this.agency, lines, columns) ?? "";
    if (found !== "") return found;
    if (text === "blank" || claim.cells) return text;
    const line = lines.length === 1 ? `line ${lines[0]} of ` : "";
    return `${text} (as the claim states it; ${line}${inputNamed(claim, role)} is not there as it was)`;
  }

  /** `roster.csv:5` */
  row(when: "filed" | "now", line: number): string {
    const claim = this[when];
    const table = claim.cells?.table("roster", this.agency);
    return `${claim.cells && table ? printable(claim.cells.nameOf(table)) : inputNamed(claim, "roster")}:${line}`;
  }
}

/** The input of a role by its name, where there is one. */
function inputNamed({ inputs }: ComparedClaim, role: Role): string {
  const [input, ...others] = inputs.filter((one) => one.role === role);
  return input === undefined || others.length > 0 ? `the ${role}` : printable(input.name);
}
