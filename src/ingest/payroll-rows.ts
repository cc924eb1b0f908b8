import { type Money, plus, type Whole } from "../engine/values/money.ts";
import type { Actuals, HoursRow } from "../engine/values/records.ts";
import { AmountColumn, TypedColumn } from "./typed-column.ts";

/** What one row of a payroll gave. */
export interface PaidRow {
  readonly quarter: string;
  readonly line: number;
  /** Where the row stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly salaryPaid: Money | null;
  readonly benefitsPaid: Money | null;
  readonly overtimePaid: Money | null;
  readonly otherFunding: Money | null;
  readonly regularHours: Whole | null;
  readonly regularRate: Whole | null;
  readonly overtimeHours: Whole | null;
  readonly overtimeRate: Whole | null;
}

/** The amounts of a row that add up. */
type PaidAmount = "salaryPaid" | "benefitsPaid" | "overtimePaid" | "otherFunding" | "overtimeHours";
const AMOUNTS = [
  ...["salaryPaid", "benefitsPaid", "overtimePaid", "otherFunding"],
  ...["regularHours", "regularRate", "overtimeHours", "overtimeRate"],
] as const;

const END = 0;
const ints = () => new TypedColumn(Int32Array);

/** All rows of a payroll column by column; those of one officer, who is known by the number in the roster, are a chain. */
export class PayrollRows {
  /** In the order in which they are met. */
  readonly officers: number[] = [];
  /** The quarters that the rows name. */
  readonly quarters: string[] = [];
  private readonly firstRow = ints();
  private readonly lastRow = ints();
  private count = 0;
  private readonly row = { officer: ints(), quarter: ints(), line: ints(), start: ints(), end: ints(), next: ints() };
  private readonly amounts = {
    salaryPaid: new AmountColumn(),
    benefitsPaid: new AmountColumn(),
    overtimePaid: new AmountColumn(),
    otherFunding: new AmountColumn(),
    regularHours: new AmountColumn(),
    regularRate: new AmountColumn(),
    overtimeHours: new AmountColumn(),
    overtimeRate: new AmountColumn(),
  };

  add(officer: number, paid: PaidRow): void {
    const row = this.count++;
    this.row.officer.set(row, officer);
    this.row.quarter.set(row, this.quarterNumber(paid.quarter));
    this.row.line.set(row, paid.line);
    this.row.start.set(row, paid.start);
    this.row.end.set(row, paid.end);
    for (const field of AMOUNTS) {
      const amount = paid[field];
      if (amount !== null) this.amounts[field].set(row, amount);
    }
    const last = this.lastRow.get(officer);
    if (last === END) {
      this.officers.push(officer);
      this.firstRow.set(officer, row + 1);
    } else this.row.next.set(last - 1, row + 1);
    this.lastRow.set(officer, row + 1);
  }

  /** The number of a quarter, which is named from then on. */
  quarterNumber(id: string): number {
    const known = this.quarters.indexOf(id);
    return known >= 0 ? known : this.quarters.push(id) - 1;
  }

  /** Whether there is a row of an officer. */
  has(officer: number): boolean {
    return this.firstRow.get(officer) !== END;
  }

  /** The rows of an officer in order. */
  *rowsOf(officer: number): Generator<number> {
    for (let next = this.firstRow.get(officer); next !== END; next = this.row.next.get(next - 1)) yield next - 1;
  }

  /** Every row, in the order of the file. */
  *all(): Generator<number> {
    for (let row = 0; row < this.count; row++) yield row;
  }

  /** The officer of a row. */
  officerOf(row: number): number {
    return this.row.officer.get(row);
  }

  /** Whether an officer has one row only. */
  hasOneRow(officer: number): boolean {
    return this.firstRow.get(officer) === this.lastRow.get(officer);
  }

  quarterOf(row: number): string {
    return this.quarters[this.row.quarter.get(row)] ?? "";
  }

  lineOf(row: number): number {
    return this.row.line.get(row);
  }

  /** Where a row stands in the text. */
  extentOf(row: number): { readonly start: number; readonly end: number } {
    return { start: this.row.start.get(row), end: this.row.end.get(row) };
  }

  amountOf(row: number, field: (typeof AMOUNTS)[number]): Whole | null {
    return this.amounts[field].get(row);
  }

  /** The actuals of an officer, one a quarter, in order of the quarters. */
  actualsOf(officer: number): Actuals[] {
    const first = this.firstRow.get(officer);
    if (first === this.lastRow.get(officer)) return first === END ? [] : [this.actualsIn([first - 1])];
    const byQuarter = new Map<string, number[]>();
    for (const row of this.rowsOf(officer)) {
      const quarter = this.quarterOf(row);
      const rows = byQuarter.get(quarter);
      if (rows) rows.push(row);
      else byQuarter.set(quarter, [row]);
    }
    // Ids of quarters sort as the quarters do.
    return [...byQuarter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => this.actualsIn(rows));
  }

  private actualsIn(rows: readonly number[]): Actuals {
    const actuals = {
      quarter: this.quarterOf(rows[0] ?? -1),
      salaryPaid: this.sum(rows, "salaryPaid"),
      benefitsPaid: this.sum(rows, "benefitsPaid"),
      overtimePaid: this.sum(rows, "overtimePaid"),
      otherFunding: this.sum(rows, "otherFunding"),
      payrollLines: rows.map((row) => this.lineOf(row)),
    };
    const salaryRows = this.hoursRows(rows, "salaryPaid", "regularHours", "regularRate");
    const overtimeRows = this.hoursRows(rows, "overtimePaid", "overtimeHours", "overtimeRate");
    const overtimeHours = this.sum(rows, "overtimeHours");
    return {
      ...actuals,
      ...(salaryRows.length > 0 ? { salaryRows } : {}),
      ...(overtimeRows.length > 0 ? { overtimeRows } : {}),
      ...(overtimeHours === null ? {} : { overtimeHours }),
    };
  }

  private sum(rows: readonly number[], field: PaidAmount): Money | null {
    let sum: Money | null = null;
    for (const row of rows) {
      const amount = this.amounts[field].get(row);
      if (amount !== null) sum = sum === null ? amount : plus(sum, amount);
    }
    return sum;
  }

  /** The rows that gave hours × rate in place of what was paid. */
  private hoursRows(
    rows: readonly number[],
    paid: "salaryPaid" | "overtimePaid",
    hoursIn: "regularHours" | "overtimeHours",
    rateIn: "regularRate" | "overtimeRate",
  ): HoursRow[] {
    const found: HoursRow[] = [];
    for (const row of rows) {
      if (this.amounts[paid].get(row) !== null) continue;
      const hours = this.amounts[hoursIn].get(row);
      const rate = this.amounts[rateIn].get(row);
      if (hours !== null && rate !== null) found.push({ hours, rate });
    }
    return found;
  }
}
