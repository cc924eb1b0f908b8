import type { Day } from "../engine/values/calendar.ts";
import { type Fraction, ONE } from "../engine/values/fraction.ts";
import { MODELS } from "../engine/values/ids.ts";
import { type AnnualPay, type Money, PAY_PER_CENT } from "../engine/values/money.ts";
import type { Actuals, Officer, OvertimeRow, Span } from "../engine/values/records.ts";
import { AmountColumn } from "./amount-column.ts";
import { trimmed } from "./cells/cells.ts";
import { IntRecords } from "./int-records.ts";
import { nameHash, plainName } from "./names.ts";
import { OfficerIndex } from "./officer-index.ts";
import type { Place } from "./table/columns.ts";
import { cellsAt, type Row, type Table } from "./text/rows.ts";

/** Actuals while they are put together. */
export interface RosterActuals extends Actuals {
  salaryPaid: Money | null;
  benefitsPaid: Money | null;
  overtimePaid: Money | null;
  overtimeRows?: readonly OvertimeRow[];
  otherFunding: Money | null;
}

/** The amounts that belong to an officer, whichever row carries them. */
export type OfficerAmount = "salaryPaid" | "benefitsPaid" | "overtimePaid" | "otherFunding" | "equipmentCost";

const NO_DAY = -0x80000000;
/** Chains hold the number + 1 of what comes next; 0 ends them. */
const END = 0;
/** What is kept of a row, and the number + 1 of the officer's next one. */
const ROW = { line: 0, kind: 1, trainedOn: 2, start: 3, end: 4, next: 5, width: 6 } as const;
/**
 * What is kept of an officer: where the first row begins, because id and name in a large roster are read there again when they
 * are wanted; the first and last row, and the agency's next officer, as number + 1.
 */
const OFFICER = { begins: 0, nameHash: 1, firstRow: 2, lastRow: 3, next: 4, width: 5 } as const;
/** Characters from which a roster is large: the first rows then tell how many there will be, and ids and names are not kept. */
export const LARGE = 1_000_000;
/** Below any quarter's share of an annual amount, and half of it. */
const LEAST_SHARE = 0.24;
const LEAST_HALF_SHARE = 0.12;

/** An agency of the rosters. */
export class RosterAgency {
  readonly number: number;
  readonly id: string;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly firstLine: number;
  name: string | null = null;
  rows = 0;
  /** Whether its roster has no row of which it is not sure that it is this agency's. */
  alone = false;
  /** Its officers are a chain through the store. */
  firstOfficer = END;
  lastOfficer = END;
  /** The first id of digits with a zero in front, and the shortest without. */
  padded: IdOnLine | null = null;
  shortest: IdOnLine | null = null;
  /** Officers whose actuals may be out of proportion to their salaries. */
  readonly large = new Set<number>();

  constructor(number: number, id: string, sheet: Sheet, firstLine: number) {
    this.number = number;
    this.id = id;
    this.sheet = sheet;
    this.table = sheet.table;
    this.firstLine = firstLine;
  }

  noteId(id: string, line: number): void {
    if (id.charCodeAt(0) === 48) {
      if (this.padded === null && id.length > 1 && ONLY_DIGITS.test(id)) this.padded = { id, line };
    } else if ((this.shortest === null || id.length < this.shortest.id.length) && ONLY_DIGITS.test(id))
      this.shortest = { id, line };
  }
}

/** An officer's id and the line where it stands. */
interface IdOnLine {
  readonly id: string;
  readonly line: number;
}

const ONLY_DIGITS = /^\d+$/;

/**
 * All rows of a run's rosters, kept column by column: a million officers in a hundred megabytes, with nothing for the
 * garbage collector to move. Officers and rows are numbers; an officer's record is made when it is asked for.
 */
export class RosterStore {
  readonly agencies = new Map<string, RosterAgency>();
  private readonly byNumber: RosterAgency[] = [];
  private readonly index = new OfficerIndex((officer) => this.idOf(officer));
  private sheet: Sheet | undefined;
  private rows = 0;

  private readonly row = new IntRecords(ROW.width);
  private readonly salary = new AmountColumn();
  private readonly benefits = new AmountColumn();
  private readonly shares: Fraction[] = [ONE];

  private readonly person = new IntRecords(OFFICER.width);
  private officers = 0;
  /** Ids and names, but for those in large rosters. */
  private readonly texts: Texts[] = [];
  private readonly amounts: { readonly [F in OfficerAmount]: AmountColumn } = {
    salaryPaid: new AmountColumn(),
    benefitsPaid: new AmountColumn(),
    overtimePaid: new AmountColumn(),
    otherFunding: new AmountColumn(),
    equipmentCost: new AmountColumn(),
  };
  /** Officers left out for an error in their rows, each with what was wrong in another file than the roster. */
  private readonly out = new Map<number, string>();
  /** By agency, ids and names in rows of which it is not sure whose they are. */
  private readonly suspects = new Map<RosterAgency, { readonly ids: Set<string>; readonly names: Set<string> }>();
  /** Officers with more than one row. */
  readonly several: number[] = [];
  private readonly payroll = new Map<number, readonly RosterActuals[]>();

  /** Turns to the next roster. */
  open(table: Table, id: Place, name: Place): void {
    this.sheet = { table, id, name, large: table.text.length > LARGE };
  }

  /** Makes room for as many more rows, so that growing need not copy. */
  expect(rows: number): void {
    for (const column of [this.row, this.person, this.salary, this.benefits]) column.expect(this.rows + rows);
  }

  /** The number of an officer of an agency, or -1. */
  find(agency: RosterAgency, id: string): number {
    return this.index.find(agency.number, id);
  }

  /** Adds an agency that the roster at hand is the first to name. */
  addAgency(id: string, firstLine: number): RosterAgency {
    if (!this.sheet) throw new Error("no roster is open");
    const agency = new RosterAgency(this.byNumber.length, id, this.sheet, firstLine);
    this.agencies.set(id, agency);
    this.byNumber.push(agency);
    return agency;
  }

  agencyOf(officer: number): RosterAgency | undefined {
    return this.byNumber[this.index.agency(officer)];
  }

  /** The number of an officer of an agency; a new one is to be added next. */
  officerOf(agency: RosterAgency, id: string): number {
    return this.index.findOrAdd(agency.number, id);
  }

  isNew(officer: number): boolean {
    return officer === this.officers;
  }

  /** Adds the officer whose number was just given out, without rows. */
  addOfficer(agency: RosterAgency, row: Row): void {
    const officer = this.officers++;
    this.person.set(officer, OFFICER.begins, row.start);
    this.person.set(officer, OFFICER.nameHash, nameHash(row.cells[agency.sheet.name.index]));
    if (!agency.sheet.large) this.texts[officer] = textsIn(row.cells, agency.sheet);
    if (agency.firstOfficer === END) agency.firstOfficer = officer + 1;
    else this.person.set(agency.lastOfficer - 1, OFFICER.next, officer + 1);
    agency.lastOfficer = officer + 1;
  }

  addRow(officer: number, span: Span): void {
    const row = this.rows++;
    this.row.set(row, ROW.line, span.line);
    const model = MODELS.indexOf(span.model);
    this.row.set(row, ROW.kind, (this.shareNumber(span.timeShare) * 4 + model) * 2 + (span.eligible ? 1 : 0));
    this.row.set(row, ROW.trainedOn, span.trainedOn ?? NO_DAY);
    this.row.set(row, ROW.start, span.start ?? NO_DAY);
    this.row.set(row, ROW.end, span.end ?? NO_DAY);
    this.salary.set(row, span.salary);
    this.benefits.set(row, span.benefits);
    const last = this.person.get(officer, OFFICER.lastRow);
    if (last === END) this.person.set(officer, OFFICER.firstRow, row + 1);
    else {
      this.row.set(last - 1, ROW.next, row + 1);
      if (last === this.person.get(officer, OFFICER.firstRow)) this.several.push(officer);
    }
    this.person.set(officer, OFFICER.lastRow, row + 1);
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

  /** Notes an officer of whom a row gave actuals that a quarter's share of its salary may not cover. */
  noteLarge(agency: RosterAgency, officer: number, salary: AnnualPay): void {
    const [overtime, paid] = [this.amounts.overtimePaid.get(officer), this.amounts.salaryPaid.get(officer)];
    const [half, share] = [Number(salary) * LEAST_HALF_SHARE, Number(salary) * LEAST_SHARE];
    if (Number(overtime) * PAY_PER_CENT > half || Number(paid) * PAY_PER_CENT > share) agency.large.add(officer);
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
    const { out } = this;
    for (let next = agency.firstOfficer; next !== END; next = this.person.get(next - 1, OFFICER.next))
      if (out.size === 0 || !out.has(next - 1)) yield this.officer(next - 1, quarter);
  }

  /** Leaves an officer out of the claim. @param because what is wrong, where the roster's own rows do not show it */
  leaveOut(officer: number, because = ""): void {
    this.out.set(officer, this.out.get(officer) || because);
  }

  /** Why an officer is left out, which may be the empty text; undefined for an officer who is not. */
  leftOut(officer: number): string | undefined {
    return this.out.get(officer);
  }

  /** Notes ids in a row of which it is not sure whose it is: their officers are left out. */
  suspect(agency: RosterAgency, ids: readonly string[]): void {
    for (const id of ids) if (id !== "") this.suspectsOf(agency).ids.add(id);
  }

  /** Notes the name in a row without an id: officers of that name are left out. */
  suspectName(agency: RosterAgency, name: string): void {
    if (trimmed(name) !== "") this.suspectsOf(agency).names.add(plainName(name));
  }

  private suspectsOf(agency: RosterAgency) {
    const known = this.suspects.get(agency);
    if (known) return known;
    const none = { ids: new Set<string>(), names: new Set<string>() };
    this.suspects.set(agency, none);
    return none;
  }

  /** Leaves out the officers whose ids or names were noted. */
  settleSuspects(): void {
    for (const [agency, { ids, names }] of this.suspects) {
      for (const id of ids) {
        const officer = this.find(agency, id);
        if (officer >= 0) this.leaveOut(officer);
      }
      if (names.size === 0) continue;
      for (let next = agency.firstOfficer; next !== END; next = this.person.get(next - 1, OFFICER.next))
        if (names.has(plainName(this.nameOf(next - 1)))) this.leaveOut(next - 1);
    }
    this.suspects.clear();
  }

  /** How many officers there are. */
  get count(): number {
    return this.officers;
  }

  /** A hash that officers of the same name share; 0 where there is no name. */
  nameHash(officer: number): number {
    return this.person.get(officer, OFFICER.nameHash);
  }

  /** The line of an officer's first row that could be read. */
  lineOf(officer: number): number | null {
    const first = this.person.get(officer, OFFICER.firstRow);
    return first === END ? null : this.row.get(first - 1, ROW.line);
  }

  /** The record of an officer. */
  officer(officer: number, quarter: string): Officer {
    return new StoredOfficer(
      this,
      officer,
      this.spansOf(officer),
      this.actualsOf(officer, quarter),
      this.amount(officer, "equipmentCost"),
    );
  }

  idOf(officer: number): string {
    return this.textsOf(officer).id;
  }

  nameOf(officer: number): string {
    return this.textsOf(officer).name;
  }

  /** An officer's id and name, as the first row has them. */
  textsOf(officer: number): Texts {
    const kept = this.texts[officer];
    if (kept) return kept;
    const sheet = this.agencyOf(officer)?.sheet;
    if (!sheet) return { id: "", name: "" };
    const count = Math.max(sheet.id.index, sheet.name.index) + 1;
    return textsIn(cellsAt(sheet.table, this.person.get(officer, OFFICER.begins), count), sheet);
  }

  spansOf(officer: number): Span[] {
    const first = this.person.get(officer, OFFICER.firstRow);
    if (first === END) return [];
    const spans = [this.span(first - 1)];
    for (let next = this.row.get(first - 1, ROW.next); next !== END; next = this.row.get(next - 1, ROW.next))
      spans.push(this.span(next - 1));
    return spans;
  }

  private span(row: number): Span {
    const kind = this.row.get(row, ROW.kind);
    return {
      line: this.row.get(row, ROW.line),
      model: MODELS[(kind >> 1) % 4] ?? "TFM",
      trainedOn: dayOrNull(this.row.get(row, ROW.trainedOn)),
      start: dayOrNull(this.row.get(row, ROW.start)),
      end: dayOrNull(this.row.get(row, ROW.end)),
      eligible: kind % 2 === 1,
      timeShare: this.shares[kind >> 3] ?? ONE,
      salary: this.salary.get(row) ?? 0,
      benefits: this.benefits.get(row) ?? 0,
    };
  }

  /** An officer's actuals, at most one of each quarter. @param quarter that of the roster's own */
  actualsOf(officer: number, quarter: string): readonly Actuals[] {
    const payroll = this.payroll.size > 0 ? this.payroll.get(officer) : undefined;
    const own = this.rosterActuals(officer, quarter);
    if (!payroll) return own ? [own] : NO_ACTUALS;
    if (!own) return payroll;
    // Where both files know something of the quarter, payroll's record already holds the roster's amounts.
    return payroll.some((actuals) => actuals.quarter === quarter) ? payroll : [...payroll, own];
  }

  /** An officer's actuals of a quarter, wherever they were given. */
  actualsIn(officer: number, quarter: string): Actuals | undefined {
    return this.actualsOf(officer, quarter).find((actuals) => actuals.quarter === quarter);
  }

  /** Whether the payroll file names an officer. */
  hasPayroll(officer: number): boolean {
    return this.payroll.size > 0 && this.payroll.has(officer);
  }

  /** The highest annual salary among an officer's rows; undefined without a row. */
  topSalary(officer: number): AnnualPay | undefined {
    const first = this.person.get(officer, OFFICER.firstRow);
    if (first === END) return undefined;
    let top = this.salary.get(first - 1) ?? 0;
    for (let next = this.row.get(first - 1, ROW.next); next !== END; next = this.row.get(next - 1, ROW.next)) {
      const salary = this.salary.get(next - 1) ?? 0;
      if (salary > top) top = salary;
    }
    return top;
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
}

/** A roster in the store. */
interface Sheet {
  readonly table: Table;
  readonly id: Place;
  readonly name: Place;
  readonly large: boolean;
}

interface Texts {
  readonly id: string;
  readonly name: string;
}

const textsIn = (cells: readonly string[], { id, name }: Sheet): Texts => ({
  id: trimmed(cells[id.index] ?? ""),
  name: trimmed(cells[name.index] ?? ""),
});

/** An officer's record, whose id and name are looked up when they are asked for. */
class StoredOfficer implements Officer {
  readonly spans: readonly Span[];
  readonly actuals: readonly Actuals[];
  readonly equipmentCost: Money | null;
  private readonly store: RosterStore;
  private readonly number: number;
  private texts: Texts | undefined;

  constructor(
    store: RosterStore,
    number: number,
    spans: readonly Span[],
    actuals: readonly Actuals[],
    equipmentCost: Money | null,
  ) {
    this.store = store;
    this.number = number;
    this.spans = spans;
    this.actuals = actuals;
    this.equipmentCost = equipmentCost;
  }

  get id(): string {
    this.texts ??= this.store.textsOf(this.number);
    return this.texts.id;
  }

  get name(): string {
    this.texts ??= this.store.textsOf(this.number);
    return this.texts.name;
  }
}

const NO_ACTUALS: readonly Actuals[] = [];
const NO_LINES: readonly number[] = [];

const dayOrNull = (day: Day): Day | null => (day === NO_DAY ? null : day);
