import { type Money, moneyText } from "../engine/values/money.ts";
import type { Role } from "../ingest/text/rows.ts";
import { printable } from "../problems/printable.ts";
import { cellsText } from "./cell-places.ts";
import type { Side } from "./side.ts";

/** How what was and what is are told, with the places of their cells. */
export class Teller {
  private readonly agency: string;
  private readonly filed: Side;
  private readonly now: Side;

  constructor(agency: string, filed: Side, now: Side) {
    this.agency = agency;
    this.filed = filed;
    this.now = now;
  }

  /** `annual_salary "85000.37" (roster.csv:2:11) is now "87000.00" (roster.csv:2:11)` */
  cell(name: string, role: Role, columns: readonly string[], was: Stated, is: Stated): string {
    return `${name} ${this.told(this.filed, role, columns, was)} is now ${this.told(this.now, role, columns, is)}`;
  }

  private told(side: Side, role: Role, columns: readonly string[], { lines, text }: Stated): string {
    const found = side.cells ? cellsText(side.cells.cells(role, this.agency, lines, columns)) : "";
    if (found !== "") return found;
    if (text === "blank" || side.cells) return text;
    const line = lines.length === 1 ? `line ${lines[0]} of ` : "";
    return `${text} (as the claim states it; ${line}${fileOf(side, role)} is not there as it was)`;
  }

  /** `roster.csv:5` */
  row(when: "filed" | "now", line: number): string {
    const side = when === "filed" ? this.filed : this.now;
    return `${printable(side.cells?.table("roster", this.agency)?.name ?? fileOf(side, "roster"))}:${line}`;
  }
}

/** The input of a role by its name, where there is one. */
function fileOf({ names }: Side, role: Role): string {
  const [name, ...others] = names(role);
  return name === undefined || others.length > 0 ? `the ${role}` : printable(name);
}

/** A value as a document states it, and the lines that its cell may be on. */
export interface Stated {
  readonly text: string;
  readonly lines: readonly number[];
}

/** An amount as it is told. */
export const amountText = (amount: Money | null): string => (amount === null ? "blank" : moneyText(amount));
