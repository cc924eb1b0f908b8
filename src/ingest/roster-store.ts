import type { Day } from "../engine/calendar.ts";
import { type Fraction, ONE } from "../engine/fraction.ts";
import type { Money } from "../engine/money.ts";
import type { Actuals, Officer, OvertimeRow, ProgramModel, Span } from "../engine/records.ts";
import { AmountColumn } from "./amount-column.ts";
import type { Table } from "./csv.ts";
import { OfficerIndex } from "./officer-index.ts";

/** Actuals while they are put together. */
export interface RosterActuals extends Actuals {
  salaryPaid: Money | null;
  benefitsPaid: Money | null;
  overtimePaid: Money | null;
  overtimeRows?: readonly OvertimeRow[];
  otherFunding: Money | null;
}

/** The amounts that belong to an officer, whichever row carries them. */
export const OFFICER_AMOUNTS = ["salaryPaid", "benefitsPaid", "overtimePaid", "otherFunding", "equipmentCost"] as const;
export type OfficerAmount = (typeof OFFICER_AMOUNTS)[number];

const MODELS: readonly ProgramModel[] = ["TFM", "JEM", "WSO"];
const NO_DAY = -0x80000000;
const NOBODY = -1;
const FIRST_SIZE = 1024;

/** An agency of the rosters. */
export class RosterAgency {
  readonly number: number;
  readonly id: string;
  readonly table: Table;
  readonly firstLine: number;
  name: string | null = null;
  rows = 0;
  /** Its officers are a chain through the store. */
  firstOfficer = NOBODY;
  lastOfficer = NOBODY;

  constructor(number: number, id: string, table: Table, firstLine: number) {
    this.number = number;
    this.id = id;
    this.table = table;
    this.firstLine = firstLine;
  }
}

/**
 * All rows of a run's rosters, kept column by column: a million officers in a hundred megabytes, with nothing for the
 * garbage collector to move. Officers and rows are numbers; an officer's record is made when it is asked for.
 */
export class RosterStore {
  readonly agencies = new Map<string, RosterAgency>();
  private readonly byNumber: RosterAgency[] = [];
  private readonly index = new OfficerIndex();
  private rows = 0;
  private size = 0;

  // Of a row.
  private line = new Int32Array(0);
  private kind = new Uint8Array(0);
  private trainedOn = new Int32Array(0);
  private start = new Int32Array(0);
  private end = new Int32Array(0);
  private share = new Uint16Array(0);
  private nextRow = new Int32Array(0);
  private readonly salary = new AmountColumn();
  private readonly benefits = new AmountColumn();
  private readonly shares: Fraction[] = [ONE];

  // Of an officer; there are at most as many as rows.
  private firstRow = new Int32Array(0);
  private lastRow = new Int32Array(0);
  private nextOfficer = new Int32Array(0);
  private readonly names: string[] = [];
  private readonly amounts = Object.fromEntries(OFFICER_AMOUNTS.map((field) => [field, new AmountColumn()])) as {
    readonly [F in OfficerAmount]: AmountColumn;
  };
  /** Officers with more than one row. */
  readonly several: number[] = [];
  private readonly payroll = new Map<number, readonly RosterActuals[]>();

  /** The number of an officer of an agency, or -1. */
  find(agency: RosterAgency, id: string): number {
    return this.index.find(agency.number, id);
  }

  addAgency(id: string, table: Table, firstLine: number): RosterAgency {
    const agency = new RosterAgency(this.byNumber.length, id, table, firstLine);
    this.agencies.set(id, agency);
    this.byNumber.push(agency);
    return agency;
  }

  agencyOf(officer: number): RosterAgency | undefined {
    return this.byNumber[this.index.agency(officer)];
  }

  /** A new officer, without rows. */
  addOfficer(agency: RosterAgency, id: string, name: string): number {
    const officer = this.index.add(agency.number, id);
    if (officer >= this.size) this.grow();
    this.names.push(name);
    if (agency.firstOfficer === NOBODY) agency.firstOfficer = officer;
    else this.nextOfficer[agency.lastOfficer] = officer;
    agency.lastOfficer = officer;
    return officer;
  }

  addRow(officer: number, span: Span): void {
    const row = this.rows++;
    if (row >= this.size) this.grow();
    this.line[row] = span.line;
    this.kind[row] = MODELS.indexOf(span.model) * 2 + (span.eligible ? 1 : 0);
    this.trainedOn[row] = span.trainedOn ?? NO_DAY;
    this.start[row] = span.start ?? NO_DAY;
    this.end[row] = span.end ?? NO_DAY;
    this.share[row] = this.shareNumber(span.timeShare);
    this.salary.set(row, span.salary);
    this.benefits.set(row, span.benefits);
    const last = this.lastRow[officer] ?? NOBODY;
    if (last === NOBODY) this.firstRow[officer] = row;
    else {
      this.nextRow[last] = row;
      if (last === this.firstRow[officer]) this.several.push(officer);
    }
    this.lastRow[officer] = row;
  }

  private shareNumber(share: Fraction): number {
    if (share === ONE) return 0;
    const known = this.shares.findIndex(({ n, d }) => n === share.n && d === share.d);
    return known >= 0 ? known : this.shares.push(share) - 1;
  }

  amount(officer: number, field: OfficerAmount): Money | null {
    return this.amounts[field].get(officer);
  }

  setAmount(officer: number, field: OfficerAmount, amount: Money): void {
    this.amounts[field].set(officer, amount);
  }

  /** What the payroll file gave, in order of the quarters. */
  payrollOf(officer: number): readonly RosterActuals[] {
    return this.payroll.get(officer) ?? [];
  }

  setPayroll(officer: number, actuals: readonly RosterActuals[]): void {
    this.payroll.set(officer, actuals);
  }

  /** The officers of an agency in roster order. @param quarter the quarter to which the roster's own actuals belong */
  *officersOf(agency: RosterAgency, quarter: string): Generator<Officer> {
    for (let officer = agency.firstOfficer; officer !== NOBODY; officer = this.nextOfficer[officer] ?? NOBODY)
      yield this.officer(officer, quarter);
  }

  /** The record of an officer. */
  officer(officer: number, quarter: string): Officer {
    return {
      id: this.index.id(officer),
      name: this.names[officer] ?? "",
      spans: this.spansOf(officer),
      actuals: this.actualsOf(officer, quarter),
      equipmentCost: this.amount(officer, "equipmentCost"),
    };
  }

  spansOf(officer: number): Span[] {
    const first = this.firstRow[officer] ?? NOBODY;
    if (first === NOBODY) return [];
    const spans = [this.span(first)];
    for (let row = this.nextRow[first] ?? NOBODY; row !== NOBODY; row = this.nextRow[row] ?? NOBODY)
      spans.push(this.span(row));
    return spans;
  }

  private span(row: number): Span {
    const kind = this.kind[row] ?? 0;
    return {
      line: this.line[row] ?? 0,
      model: MODELS[kind >> 1] ?? "TFM",
      trainedOn: dayOrNull(this.trainedOn[row]),
      start: dayOrNull(this.start[row]),
      end: dayOrNull(this.end[row]),
      eligible: kind % 2 === 1,
      timeShare: this.shares[this.share[row] ?? 0] ?? ONE,
      salary: this.salary.get(row) ?? 0,
      benefits: this.benefits.get(row) ?? 0,
    };
  }

  private actualsOf(officer: number, quarter: string): readonly Actuals[] {
    const payroll = this.payroll.size > 0 ? this.payroll.get(officer) : undefined;
    const own = this.rosterActuals(officer, quarter);
    if (!payroll) return own ? [own] : NO_ACTUALS;
    if (!own) return payroll;
    // Where both files know something of the quarter, payroll's record already holds the roster's amounts.
    return payroll.some((actuals) => actuals.quarter === quarter) ? payroll : [...payroll, own];
  }

  /** The actuals that the roster itself gave, if it gave any. */
  rosterActuals(officer: number, quarter: string): RosterActuals | undefined {
    const salaryPaid = this.amounts.salaryPaid.get(officer);
    const benefitsPaid = this.amounts.benefitsPaid.get(officer);
    const overtimePaid = this.amounts.overtimePaid.get(officer);
    const otherFunding = this.amounts.otherFunding.get(officer);
    if (salaryPaid === null && benefitsPaid === null && overtimePaid === null && otherFunding === null)
      return undefined;
    return { quarter, salaryPaid, benefitsPaid, overtimePaid, otherFunding, payrollLines: NO_LINES };
  }

  private grow(): void {
    this.size = Math.max(FIRST_SIZE, this.size * 2);
    this.line = ints(this.line, this.size);
    this.trainedOn = ints(this.trainedOn, this.size);
    this.start = ints(this.start, this.size);
    this.end = ints(this.end, this.size);
    this.nextRow = ints(this.nextRow, this.size);
    this.firstRow = ints(this.firstRow, this.size);
    this.lastRow = ints(this.lastRow, this.size);
    this.nextOfficer = ints(this.nextOfficer, this.size);
    const kind = new Uint8Array(this.size);
    kind.set(this.kind);
    this.kind = kind;
    const share = new Uint16Array(this.size);
    share.set(this.share);
    this.share = share;
  }
}

const NO_ACTUALS: readonly Actuals[] = [];
const NO_LINES: readonly number[] = [];

const dayOrNull = (day: Day | undefined): Day | null => (day === undefined || day === NO_DAY ? null : day);

function ints(before: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size);
  grown.set(before);
  return grown.fill(NOBODY, before.length);
}
