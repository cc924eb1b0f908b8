import type { AgencyClaim } from "../engine/agency.ts";
import type { InputRef, PriorRef, Step } from "../engine/derivation.ts";
import { FIGURES } from "../engine/values/ids.ts";
import { moneyText, ZERO } from "../engine/values/money.ts";
import type { Officer } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { columnIndex, columnsOfField, type HeaderMap } from "../ingest/table/columns.ts";
import { cellsOf, rowsAt, type Table } from "../ingest/text/rows.ts";
import { type Policy, valueOn } from "../policy/policy.ts";
import { figureTexts, TOTAL_FIGURES } from "./figures.ts";
import type { FiledPrior } from "./prior.ts";
import type { CellDocument, DerivationDocument, PriorFigureDocument, StepDocument } from "./schema.ts";

/** Writes derivations of one agency's claim: steps with the cells that they read, as typed. */
export class DerivationWriter {
  private readonly claim: AgencyClaim;
  private readonly tables: readonly Table[];
  private readonly policy: Policy;
  private readonly terms: Terms;
  private readonly map: HeaderMap;
  private readonly set: Readonly<Record<string, string>>;
  private readonly roster: Table | undefined;
  /** Where the columns of a field stand, by role of the table and field. */
  private readonly columns = new Map<string, readonly number[]>();
  private readonly rows = new Map<Table, ReadonlyMap<number, readonly string[]>>();

  constructor(
    claim: AgencyClaim,
    { tables, rosters }: Pick<Inputs, "tables" | "rosters">,
    policy: Policy,
    terms: Terms,
    map: HeaderMap,
    set: Readonly<Record<string, string>>,
  ) {
    this.claim = claim;
    this.tables = tables;
    this.policy = policy;
    this.terms = terms;
    this.map = map;
    this.set = set;
    this.roster = rosters.get(claim.agency.id)?.table;
  }

  /** The derivation of each figure of an officer that has one. @param index of the officer in the claim */
  officer(index: number): DerivationDocument[] {
    const claim = this.claim.officers[index];
    const derivation = this.claim.derivations[index];
    if (!claim || !derivation) return [];
    const values = { eligible_days: String(claim.eligibleDays), ...figureTexts(claim, DERIVED) };
    return FIGURES.filter((figure) => derivation[figure].length > 0).map((figure) => ({
      figure,
      value: values[figure],
      steps: derivation[figure].map((step) => this.step(step, claim.officer)),
    }));
  }

  /** The derivation of the agency's totals: sums of lines, and the vehicles. */
  agency(): DerivationDocument[] {
    const { officers, totals, vehicleSteps } = this.claim;
    const amounts = figureTexts(totals, TOTAL_FIGURES);
    const lines = officers.map((officer) => figureTexts(officer, SUMMED));
    const sums = SUMMED.filter((figure) => amounts[figure] !== "0.00").map((figure) =>
      sumOf(
        figure,
        amounts[figure],
        lines.map((line) => line[figure]),
      ),
    );
    const vehicles = vehicleSteps.map((step) => this.step(step, undefined));
    const all = [...officers.map(({ total }) => total), totals.vehicles].map(moneyText);
    return [
      ...sums,
      ...(vehicles.length > 0 ? [{ figure: "vehicles", value: amounts.vehicles, steps: vehicles }] : []),
      sumOf("total", amounts.total, all),
    ];
  }

  private step(
    { rule, reading, policy, inputs, prior, note, formula, exact, rounding, value }: Step,
    officer: Officer | undefined,
  ) {
    const cells = inputs?.flatMap((input) => this.cells(input, officer)) ?? [];
    const document: StepDocument = {
      rule,
      ...(reading ? { reading } : {}),
      ...(policy ? { policy: { parameter: policy, source: this.source(policy) } } : {}),
      ...(cells.length > 0 ? { cells } : {}),
      ...(prior && prior.length > 0 ? { prior: prior.map((one) => this.priorFigure(one, officer)) } : {}),
      ...(note ? { note } : {}),
      formula,
      exact,
      ...(rounding ? { rounding } : {}),
      value,
    };
    return document;
  }

  /** A figure of a prior claim, with the file that the claim was read from. */
  private priorFigure({ figure, quarter }: PriorRef, officer: Officer | undefined): PriorFigureDocument {
    const claims: readonly FiledPrior[] = this.claim.agency.prior;
    const claim = claims.find((one) => one.quarter === quarter);
    const line = officer && claim?.officers.get(officer.id);
    const amount = figure === "vehicles" ? claim?.vehicles : line?.[figure];
    return {
      file: claim?.path ?? null,
      quarter,
      officer_id: officer?.id ?? null,
      figure,
      amount: moneyText(amount ?? ZERO),
    };
  }

  private source(parameter: NonNullable<Step["policy"]>): string {
    return valueOn(this.policy, parameter, this.terms.quarter.end, "a derivation").source;
  }

  /** The cells that are not blank of those that a step may have read. */
  private cells({ of, field, lines, quarter }: InputRef, officer: Officer | undefined): CellDocument[] {
    if (of === "payroll" && officer) return this.actualCells(field, officer, quarter);
    const table = of === "roster" ? this.roster : this.table(of);
    return table ? this.cellsAt(table, lines, field) : [];
  }

  /** Actuals stand in the payroll file or on one of the officer's rows of the roster. */
  private actualCells(field: InputRef["field"], officer: Officer, earlier: string | undefined): CellDocument[] {
    const asked = earlier ?? this.terms.quarter.id;
    const lines = officer.actuals.find(({ quarter }) => quarter === asked)?.payrollLines ?? [];
    const payroll = this.table("payroll");
    const found = payroll ? this.cellsAt(payroll, lines, field) : [];
    if (found.length > 0 || earlier !== undefined || !this.roster) return found;
    return this.cellsAt(
      this.roster,
      officer.spans.map(({ line }) => line),
      field,
    );
  }

  private table(role: Table["role"]): Table | undefined {
    return this.tables.find((table) => table.role === role);
  }

  private cellsAt(table: Table, lines: readonly number[], field: InputRef["field"]): CellDocument[] {
    const columns = this.columnsOf(table, field);
    if (columns.length === 0) return table.role === "roster" ? this.setCells(field) : [];
    const rows = this.rowsOf(table);
    return lines.flatMap((line) => {
      const cells = rows.get(line) ?? [];
      return columns.flatMap((index) => {
        const text = cells[index]?.trim() ?? "";
        if (text === "" && field !== "trainedOn") return [];
        return [{ file: table.name, line, column: index + 1, header: table.header[index]?.trim() ?? "", text }];
      });
    });
  }

  /** What every row had by --set. */
  private setCells(field: InputRef["field"]): CellDocument[] {
    return columnsOfField(field).flatMap((header) => {
      const text = this.set[header];
      return text === undefined ? [] : [{ file: "--set", line: 0, column: 0, header, text }];
    });
  }

  private columnsOf(table: Table, field: InputRef["field"]): readonly number[] {
    const key = `${table.role} ${field}`;
    const known = this.columns.get(key);
    if (known) return known;
    const indexes = columnsOfField(field).map((name) => columnIndex(table, name, this.map));
    const columns = indexes.filter((index) => index >= 0);
    this.columns.set(key, columns);
    return columns;
  }

  /** The cells of all rows of a table that this claim may have read, by line. */
  private rowsOf(table: Table): ReadonlyMap<number, readonly string[]> {
    const known = this.rows.get(table);
    if (known) return known;
    const texts = rowsAt(table, this.linesOf(table));
    const rows = new Map([...texts].map(([line, text]) => [line, cellsOf(table, text)]));
    this.rows.set(table, rows);
    return rows;
  }

  private linesOf(table: Table): Set<number> {
    const { officers, agency } = this.claim;
    if (table.role === "rates") return new Set(agency.placements.map(({ line }) => line));
    if (table.role === "agreements") return new Set(agency.agreements?.map(({ line }) => line));
    if (table.role === "roster")
      return new Set(officers.flatMap(({ officer }) => officer.spans.map(({ line }) => line)));
    return new Set(officers.flatMap(({ officer }) => officer.actuals.flatMap(({ payrollLines }) => payrollLines)));
  }
}

/** The figures of an officer with a derivation that are amounts. */
const DERIVED = FIGURES.filter((figure) => figure !== "eligible_days");

/** The totals that are sums of the officers' lines. */
const SUMMED = ["salary", "benefits", "estimated", "overtime", "other_funding", "award", "equipment"] as const;
function sumOf(figure: string, value: string, amounts: readonly string[]): DerivationDocument {
  const formula = amounts.filter((amount) => amount !== "0.00").join(" + ") || "0";
  return { figure, value, steps: [{ rule: "total", formula, exact: value, value }] };
}
