import type { Day } from "../engine/values/calendar.ts";
import { type Fraction, ONE } from "../engine/values/fraction.ts";
import { MODELS, type ProgramModel } from "../engine/values/ids.ts";
import type { Money } from "../engine/values/money.ts";
import type { Actuals, Agreement, EvidenceRow, Officer, Span } from "../engine/values/records.ts";
import { AgencyOfficers } from "./agency-officers.ts";
import { idText } from "./cells/words.ts";
import { LeftOut } from "./left-out.ts";
import { nameHash } from "./names.ts";
import type { PayrollRows } from "./payroll-rows.ts";
import { cellIn, type Places, type RosterColumn } from "./table/columns.ts";
import { cellAt, cellsAt, type Row, type Table } from "./text/rows.ts";
import { AmountColumn, TypedColumn } from "./typed-column.ts";

/** The amounts that belong to an officer, whichever row carries them. */
export type OfficerAmount = "salaryPaid" | "benefitsPaid" | "overtimePaid" | "otherFunding" | "equipmentCost";

type PersonPlaces = Pick<Places<RosterColumn>, "officer_id" | "officer_name">;

/** An agency of the rosters. */
export class RosterAgency {
  /** Its place among the agencies, from 0. */
  readonly number: number;
  readonly id: string;
  readonly table: Table;
  readonly firstLine: number;
  readonly officers: AgencyOfficers;
  name: string | null = null;
  /** The models of its rows, a bit each. */
  private models = 0;
  /** Undefined where the run has none. */
  agreements: readonly Agreement[] | undefined;
  evidence: readonly EvidenceRow[] | undefined;
  /** Whether it was said that its rows have different names. */
  severalNames = false;
  rows = 0;
  /** Whether its roster has no row of which it is not sure that it is this agency's. */
  alone = false;

  /** Where its roster has what tells officers apart. */
  readonly at: PersonPlaces;

  constructor(store: RosterStore, id: string, table: Table, at: PersonPlaces, firstLine: number) {
    this.number = store.agencies.size;
    this.id = id;
    this.at = at;
    this.table = table;
    this.firstLine = firstLine;
    this.officers = new AgencyOfficers((officer) => store.idOf(officer));
  }

  /** Notes the model of a row, by its place among the models. */
  addModel(model: number): void {
    this.models |= 1 << model;
  }

  /** Whether one of its rows is of a model. */
  hasModel(model: ProgramModel): boolean {
    return (this.models & (1 << MODELS.indexOf(model))) !== 0;
  }
}

/** A row that is put together. */
type Stored = { -readonly [Field in keyof Span]: Span[Field] };

const NO_DAY = -0x80000000;
/** Chains hold the number + 1 of what comes next; 0 ends them. */
const END = 0;

const ints = () => new TypedColumn(Int32Array);

/**
 * All rows of a run's rosters, kept column by column, which leaves nothing for the garbage collector to move. Officers and
 * rows are numbers; an officer's record is made when it is asked for.
 */
export class RosterStore {
  readonly agencies = new Map<string, RosterAgency>();
  readonly leftOut = new LeftOut();
  /** Officers with more than one row. */
  readonly several: number[] = [];
  /** How many officers there are. */
  count = 0;
  private rows = 0;

  private readonly row = { line: ints(), kind: ints(), trainedOn: ints(), start: ints(), end: ints(), next: ints() };
  /** Each day + 1; 0 where the row states none. */
  private readonly authorized = { on: ints(), until: ints() };
  private readonly salary = new AmountColumn();
  private readonly benefits = new AmountColumn();
  private readonly shares: Fraction[] = [ONE];

  /** By their numbers. */
  private readonly numbered: RosterAgency[] = [];
  /** Ids and names are read again where the first row starts when they are wanted: most never are. */
  private readonly person = {
    agency: ints(),
    line: ints(),
    start: ints(),
    nameHash: ints(),
    firstRow: ints(),
    lastRow: ints(),
  };
  private readonly amounts: { readonly [F in OfficerAmount]: AmountColumn } = {
    salaryPaid: new AmountColumn(),
    benefitsPaid: new AmountColumn(),
    overtimePaid: new AmountColumn(),
    otherFunding: new AmountColumn(),
    equipmentCost: new AmountColumn(),
  };
  /** What payroll gave for officers, by their numbers. */
  payroll: PayrollRows | undefined;

  /** Adds an agency. */
  addAgency(id: string, table: Table, at: PersonPlaces, firstLine: number): RosterAgency {
    const agency = new RosterAgency(this, id, table, at, firstLine);
    this.agencies.set(id, agency);
    this.numbered.push(agency);
    return agency;
  }

  agencyOf(officer: number): RosterAgency | undefined {
    return this.numbered[this.person.agency.get(officer)];
  }

  /** The number of an officer of an agency, or -1. */
  find(agency: RosterAgency, id: string): number {
    return agency.officers.find(id);
  }

  /** Adds an officer without rows. @param row the first with the id @returns the number */
  addOfficer(agency: RosterAgency, id: string, { line, start, cells }: Row): number {
    const officer = this.count++;
    agency.officers.add(id, officer);
    this.person.agency.set(officer, agency.number);
    this.person.line.set(officer, line);
    this.person.start.set(officer, start);
    this.person.nameHash.set(officer, nameHash(nameIn(cells, agency.at)));
    return officer;
  }

  addRow(officer: number, span: Span): void {
    const row = this.rows++;
    this.row.line.set(row, span.line);
    const model = MODELS.indexOf(span.model);
    this.agencyOf(officer)?.addModel(model);
    this.row.kind.set(row, (this.shareNumber(span.timeShare) * 4 + model) * 2 + (span.eligible ? 1 : 0));
    this.row.trainedOn.set(row, span.trainedOn ?? NO_DAY);
    this.row.start.set(row, span.start ?? NO_DAY);
    this.row.end.set(row, span.end ?? NO_DAY);
    if (span.authorizedOn !== undefined) this.authorized.on.set(row, span.authorizedOn + 1);
    if (span.authorizedUntil !== undefined) this.authorized.until.set(row, span.authorizedUntil + 1);
    this.salary.set(row, span.salary);
    this.benefits.set(row, span.benefits);
    const last = this.person.lastRow.get(officer);
    if (last === END) this.person.firstRow.set(officer, row + 1);
    else {
      this.row.next.set(last - 1, row + 1);
      if (last === this.person.firstRow.get(officer)) this.several.push(officer);
    }
    this.person.lastRow.set(officer, row + 1);
  }

  private shareNumber(share: Fraction): number {
    if (share === ONE) return 0;
    const known = this.shares.findIndex(({ n, d }) => n === share.n && d === share.d);
    return known >= 0 ? known : this.shares.push(share) - 1;
  }

  /** An amount of the roster itself. */
  amount(officer: number, field: OfficerAmount): Money | null {
    return this.amounts[field].get(officer);
  }

  setAmount(officer: number, field: OfficerAmount, amount: Money): void {
    this.amounts[field].set(officer, amount);
  }

  /** The officers of an agency in roster order. @param quarter the quarter to which the roster's own actuals belong */
  *officersOf(agency: RosterAgency, quarter: string): Generator<Officer> {
    for (const officer of agency.officers.values())
      if (this.leftOut.because(officer) === undefined) yield this.officer(officer, quarter);
  }

  /** The record of an officer. */
  officer(officer: number, quarter: string): Officer {
    return new StoredOfficer(this, officer, quarter);
  }

  /** An officer's id as the first row has it. */
  idOf(officer: number): string {
    return this.cellOf(officer, "officer_id");
  }

  /** An officer's name as the first row has it. */
  nameOf(officer: number): string {
    return this.cellOf(officer, "officer_name");
  }

  private cellOf(officer: number, column: keyof PersonPlaces): string {
    const agency = this.agencyOf(officer);
    if (!agency || agency.at[column].index < 0) return "";
    const { index, second } = agency.at[column];
    const start = this.person.start.get(officer);
    if (second === undefined) return idText(cellAt(agency.table, start, index));
    return cellIn(agency.at[column], cellsAt(agency.table, start, Math.max(index, second) + 1));
  }

  /** A hash that officers of the same name share; 0 where there is no name. */
  nameHash(officer: number): number {
    return this.person.nameHash.get(officer);
  }

  /** The line of an officer's first row. */
  idLineOf(officer: number): number {
    return this.person.line.get(officer);
  }

  /** The line of an officer's first row that could be read. */
  lineOf(officer: number): number | null {
    const first = this.person.firstRow.get(officer);
    return first === END ? null : this.row.line.get(first - 1);
  }

  spansOf(officer: number): Span[] {
    const spans: Span[] = [];
    const agreements = this.agencyOf(officer)?.agreements;
    for (let next = this.person.firstRow.get(officer); next !== END; next = this.row.next.get(next - 1))
      spans.push(this.span(next - 1, agreements));
    return spans;
  }

  private span(row: number, agreements: readonly Agreement[] | undefined): Span {
    const kind = this.row.kind.get(row);
    const span: Stored = {
      line: this.row.line.get(row),
      model: MODELS[(kind >> 1) % 4] ?? "TFM",
      trainedOn: dayOrNull(this.row.trainedOn.get(row)),
      start: dayOrNull(this.row.start.get(row)),
      end: dayOrNull(this.row.end.get(row)),
      eligible: kind % 2 === 1,
      timeShare: this.shares[kind >> 3] ?? ONE,
      salary: this.salary.get(row) ?? 0,
      benefits: this.benefits.get(row) ?? 0,
    };
    const [on, until] = [this.authorized.on.get(row), this.authorized.until.get(row)];
    if (on !== 0) span.authorizedOn = on - 1;
    if (until !== 0) span.authorizedUntil = until - 1;
    if (agreements) span.agreements = agreements;
    return span;
  }

  /** An officer's actuals, at most one of each quarter, those of payroll in order. @param quarter that of the roster's own */
  actualsOf(officer: number, quarter: string): readonly Actuals[] {
    const own = this.rosterActuals(officer, quarter);
    const paid = this.payroll?.actualsOf(officer) ?? [];
    if (!own) return paid;
    if (!paid.some((actuals) => actuals.quarter === quarter)) return [...paid, own];
    return paid.map((actuals) => (actuals.quarter === quarter ? withOwn(actuals, own) : actuals));
  }

  /** The actuals that the roster itself gave, if it gave any. */
  rosterActuals(officer: number, quarter: string): Actuals | undefined {
    const salaryPaid = this.amounts.salaryPaid.get(officer);
    const benefitsPaid = this.amounts.benefitsPaid.get(officer);
    const overtimePaid = this.amounts.overtimePaid.get(officer);
    const otherFunding = this.amounts.otherFunding.get(officer);
    if (salaryPaid === null && benefitsPaid === null && overtimePaid === null && otherFunding === null)
      return undefined;
    return { quarter, salaryPaid, benefitsPaid, overtimePaid, otherFunding, payrollLines: NO_LINES };
  }
}

/** An officer's record, whose id and name are read when they are asked for. */
class StoredOfficer implements Officer {
  readonly spans: readonly Span[];
  readonly actuals: readonly Actuals[];
  readonly equipmentCost: Money | null;
  private readonly store: RosterStore;
  private readonly number: number;

  constructor(store: RosterStore, number: number, quarter: string) {
    this.spans = store.spansOf(number);
    this.actuals = store.actualsOf(number, quarter);
    this.equipmentCost = store.amount(number, "equipmentCost");
    this.store = store;
    this.number = number;
  }

  get id(): string {
    return this.store.idOf(this.number);
  }

  get name(): string {
    return this.store.nameOf(this.number);
  }
}

const NO_LINES: readonly number[] = [];

/** Payroll's record of a quarter with what the roster gave besides. */
const withOwn = (paid: Actuals, own: Actuals): Actuals => ({
  ...paid,
  salaryPaid: paid.salaryRows ? paid.salaryPaid : (paid.salaryPaid ?? own.salaryPaid),
  benefitsPaid: paid.benefitsPaid ?? own.benefitsPaid,
  overtimePaid: paid.overtimeRows ? paid.overtimePaid : (paid.overtimePaid ?? own.overtimePaid),
  otherFunding: paid.otherFunding ?? own.otherFunding,
});

const nameIn = (cells: readonly string[], { officer_name }: PersonPlaces): string | undefined =>
  officer_name.index < 0 ? undefined : cellIn(officer_name, cells);

const dayOrNull = (day: Day): Day | null => (day === NO_DAY ? null : day);
