import { type Day, dayText } from "../engine/calendar.ts";
import { ONE } from "../engine/fraction.ts";
import type { Money } from "../engine/money.ts";
import type { Actuals, Officer, OvertimeRow, Span } from "../engine/records.ts";
import { annualAmount, date, paidAmount, programModel, share, trimmed, yesNo } from "./cells.ts";
import { findColumns, type HeaderMap, type Positions, ROSTER, type RosterColumn } from "./columns.ts";
import { type Row, readRows, type Table } from "./csv.ts";
import { printable } from "./printable.ts";
import type { Problems } from "./problems.ts";
import { RowReader } from "./row-reader.ts";

/** An officer while the rows are read. */
export interface RosterOfficer extends Officer {
  name: string;
  spans: Span[];
  actuals: RosterActuals[];
  equipmentCost: Money | null;
}

/** Actuals while they are put together. */
export interface RosterActuals extends Actuals {
  salaryPaid: Money | null;
  benefitsPaid: Money | null;
  overtimePaid: Money | null;
  overtimeRows?: readonly OvertimeRow[];
  otherFunding: Money | null;
}

/** An agency while the rows are read: its officers by id, in roster order. */
export interface RosterAgency {
  readonly id: string;
  name: string | null;
  readonly table: Table;
  readonly firstLine: number;
  rows: number;
  readonly officers: Map<string, RosterOfficer>;
}

export interface RosterOptions {
  /** The agency of a roster without an agency_id column; with one, only that agency is read. */
  readonly agency: string | null;
  readonly map: HeaderMap;
  /** The quarter that the roster's own actuals belong to. */
  readonly quarter: string;
}

const ACTUALS = {
  salary_paid: "salaryPaid",
  benefits_paid: "benefitsPaid",
  overtime_paid: "overtimePaid",
  other_funding: "otherFunding",
} as const;
type ActualColumn = keyof typeof ACTUALS;
const ACTUAL_COLUMNS = Object.keys(ACTUALS) as ActualColumn[];

const ORI = /^[A-Z]{2}[A-Z0-9]{7}$/;

/** Reads the rows of a roster into agencies and officers; every problem of every row is reported. */
export function readRoster(
  table: Table,
  options: RosterOptions,
  agencies: Map<string, RosterAgency>,
  problems: Problems,
): void {
  const positions = findColumns(table, ROSTER, options.map, options.agency !== null, problems);
  if (!positions) return;
  const reader = new RowReader<RosterColumn>(table, positions, problems);
  const actualColumns = ACTUAL_COLUMNS.filter((column) => positions[column] >= 0);
  let rows = 0;
  let last: RosterAgency | undefined;
  readRows(table.text, table.delimiter, table.newline, (row) => {
    if (row.line <= table.headerLine) return;
    rows += 1;
    const id = agencyOf(row, positions, options);
    if (options.agency !== null && id !== options.agency) return;
    if (!last || last.id !== id) last = id === null ? undefined : agencyFor(id, row, table, agencies, problems);
    if (last) last.rows += 1;
    readOfficer(reader, row, last, actualColumns, options.quarter);
  });
  if (rows === 0)
    problems.error({
      code: "no-rows",
      where: table,
      message: "the roster has a header but no rows",
      remedy: "add a row for each officer",
    });
  for (const agency of agencies.values()) if (agency.table === table) reportOverlaps(agency, positions, problems);
}

function agencyOf(row: Row, positions: Positions<RosterColumn>, options: RosterOptions): string | null {
  if (positions.agency_id < 0) return options.agency;
  const cell = row.cells[positions.agency_id];
  return cell === undefined || cell === "" ? null : trimmed(cell) || null;
}

function agencyFor(
  id: string,
  row: Row,
  table: Table,
  agencies: Map<string, RosterAgency>,
  problems: Problems,
): RosterAgency {
  const known = agencies.get(id);
  if (known?.table === table) return known;
  if (known) {
    problems.error({
      code: "agency-in-two-files",
      where: table,
      line: row.line,
      agency: id,
      message: `agency ${printable(id)} is in two rosters: ${known.table.name}, line ${known.firstLine}, and here`,
      remedy: "put all officers of an agency into one roster, or run the rosters one by one",
    });
    return { id, name: null, table, firstLine: row.line, rows: 0, officers: new Map() };
  }
  if (!ORI.test(id))
    problems.warning({
      code: "not-an-ori",
      where: table,
      line: row.line,
      agency: id,
      message: `agency_id "${printable(id)}" is not an ORI of 9 characters, such as FL0310200`,
    });
  const agency: RosterAgency = { id, name: null, table, firstLine: row.line, rows: 0, officers: new Map() };
  agencies.set(id, agency);
  return agency;
}

function readOfficer(
  reader: RowReader<RosterColumn>,
  row: Row,
  agency: RosterAgency | undefined,
  actualColumns: readonly ActualColumn[],
  quarter: string,
): void {
  if (!reader.begin(row, agency?.id ?? null)) return;
  if (!agency) reader.need("agency_id", String, "write the agency's ORI, such as FL0310200");
  else if (agency.name === null) agency.name = reader.text("agency_name") || null;
  const id = reader.need("officer_id", String, "give each officer an id that is unique in the agency");
  const span = readSpan(reader, row.line);
  const known = id === undefined ? undefined : agency?.officers.get(id);
  const officer = known ?? newOfficer(id ?? "", reader.text("officer_name"));
  for (const column of actualColumns) readActual(reader, column, officer, quarter);
  const cost = reader.read("equipment_cost", paidAmount, null);
  if (cost !== null) {
    if (officer.equipmentCost === null) officer.equipmentCost = cost;
    else refuseSecond(reader, "equipment_cost", officer.id);
  }
  if (!agency || id === undefined) return;
  if (!known) agency.officers.set(id, officer);
  if (span) officer.spans.push(span);
}

const newOfficer = (id: string, name: string): RosterOfficer => ({
  id,
  name,
  spans: [],
  actuals: [],
  equipmentCost: null,
});

function readSpan(reader: RowReader<RosterColumn>, line: number): Span | undefined {
  const model = reader.need("program_model", programModel, "write TFM, JEM or WSO");
  const trainedOn = reader.read("trained_on", date, null);
  const start = reader.read("start_date", date, null);
  const end = reader.read("end_date", date, null);
  const eligible = reader.read("eligible", yesNo, true);
  const timeShare = reader.read("time_share", share, ONE);
  const salary = reader.need("annual_salary", annualAmount, "write the annual salary, such as 85000.37");
  const benefits = reader.need("annual_benefits", annualAmount, "write the employer-paid benefits of a year, or 0");
  if (start !== null && end !== null && end < start)
    reader.refuse("end_date", {
      code: "ends-before-start",
      message: `end_date ${dayText(end)} is before start_date ${dayText(start)}`,
      remedy: "both days are included; the end cannot be before the start",
    });
  if (reader.bad || model === undefined || salary === undefined || benefits === undefined) return undefined;
  return { line, model, trainedOn, start, end, eligible, timeShare, salary, benefits };
}

function readActual(
  reader: RowReader<RosterColumn>,
  column: ActualColumn,
  officer: RosterOfficer,
  quarter: string,
): void {
  const amount = reader.read(column, paidAmount, null);
  if (amount === null) return;
  let actuals = officer.actuals[0];
  if (!actuals) {
    actuals = {
      quarter,
      salaryPaid: null,
      benefitsPaid: null,
      overtimePaid: null,
      otherFunding: null,
      payrollLines: NO_LINES,
    };
    officer.actuals.push(actuals);
  }
  const field = ACTUALS[column];
  if (actuals[field] === null) actuals[field] = amount;
  else refuseSecond(reader, column, officer.id);
}

const NO_LINES: readonly number[] = [];

function refuseSecond(reader: RowReader<RosterColumn>, column: RosterColumn, officer: string): void {
  reader.refuse(column, {
    code: "second-actual",
    message: `${column} of officer ${printable(officer)} stands on another of the officer's rows too`,
    remedy: `it belongs to the officer, not the row: leave it on one row, as their sum`,
  });
}

function reportOverlaps(agency: RosterAgency, positions: Positions<RosterColumn>, problems: Problems): void {
  for (const officer of agency.officers.values()) {
    if (officer.spans.length < 2) continue;
    const spans = [...officer.spans].sort((a, b) => (a.start ?? -Infinity) - (b.start ?? -Infinity) || a.line - b.line);
    let longest = spans[0];
    for (const span of spans.slice(1)) {
      if (longest && overlaps(longest, span)) reportOverlap(agency, officer, longest, span, positions, problems);
      if (!longest || endOf(span) > endOf(longest)) longest = span;
    }
  }
}

const endOf = (span: Span): Day => span.end ?? Infinity;
const overlaps = (first: Span, second: Span): boolean => endOf(first) >= (second.start ?? -Infinity);

function reportOverlap(
  agency: RosterAgency,
  officer: RosterOfficer,
  first: Span,
  second: Span,
  positions: Positions<RosterColumn>,
  problems: Problems,
): void {
  const [earlier, later] = first.line < second.line ? [first, second] : [second, first];
  const from = second.start ?? first.start;
  const to = Math.min(endOf(first), endOf(second));
  const days = `${from === null ? "the beginning" : dayText(from)} to ${to === Infinity ? "an open end" : dayText(to)}`;
  problems.error({
    code: "overlapping-rows",
    where: agency.table,
    line: later.line,
    column: positions.officer_id + 1,
    agency: agency.id,
    message: `the rows of officer ${printable(officer.id)} on lines ${earlier.line} and ${later.line} overlap: ${days}`,
    remedy: "give the earlier row an end_date before the later row's start_date, or delete the row that is double",
  });
}
