import { type Day, dayText } from "../engine/calendar.ts";
import { ONE } from "../engine/fraction.ts";
import type { Span } from "../engine/records.ts";
import { annualAmount, date, paidAmount, programModel, share, trimmed, yesNo } from "./cells.ts";
import { findColumns, type HeaderMap, type Positions, ROSTER, type RosterColumn } from "./columns.ts";
import { type Row, readRows, type Table } from "./csv.ts";
import { printable } from "./printable.ts";
import type { Problems } from "./problems.ts";
import type { OfficerAmount, RosterAgency, RosterStore } from "./roster-store.ts";
import { RowReader } from "./row-reader.ts";

export interface RosterOptions {
  /** The agency of a roster without an agency_id column; with one, only that agency is read. */
  readonly agency: string | null;
  readonly map: HeaderMap;
}

const AMOUNTS = {
  salary_paid: "salaryPaid",
  benefits_paid: "benefitsPaid",
  overtime_paid: "overtimePaid",
  other_funding: "otherFunding",
  equipment_cost: "equipmentCost",
} as const satisfies Record<string, OfficerAmount>;
type AmountName = keyof typeof AMOUNTS;
const AMOUNT_NAMES = Object.keys(AMOUNTS) as AmountName[];

const ORI = /^[A-Z]{2}[A-Z0-9]{7}$/;

/** Reads the rows of a roster into agencies and officers; every problem of every row is reported. */
export function readRoster(table: Table, options: RosterOptions, store: RosterStore, problems: Problems): void {
  const positions = findColumns(table, ROSTER, options.map, options.agency !== null, problems);
  if (!positions) return;
  const reader = new RowReader<RosterColumn>(table, positions, problems);
  const amountColumns = AMOUNT_NAMES.filter((column) => positions[column] >= 0);
  let rows = 0;
  let last: RosterAgency | undefined;
  readRows(table.text, table.delimiter, table.newline, (row) => {
    if (row.line <= table.headerLine) return;
    rows += 1;
    const id = agencyOf(row, positions, options);
    if (options.agency !== null && id !== options.agency) return;
    if (!last || last.id !== id) last = id === null ? undefined : agencyFor(id, row, table, store, problems);
    if (last) last.rows += 1;
    readOfficer(reader, row, last, amountColumns, store);
  });
  if (rows === 0)
    problems.error({
      code: "no-rows",
      where: table,
      message: "the roster has a header but no rows",
      remedy: "add a row for each officer",
    });
  reportOverlaps(store, table, positions, problems);
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
  store: RosterStore,
  problems: Problems,
): RosterAgency | undefined {
  const known = store.agencies.get(id);
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
    return undefined;
  }
  if (!ORI.test(id))
    problems.warning({
      code: "not-an-ori",
      where: table,
      line: row.line,
      agency: id,
      message: `agency_id "${printable(id)}" is not an ORI of 9 characters, such as FL0310200`,
    });
  return store.addAgency(id, table, row.line);
}

function readOfficer(
  reader: RowReader<RosterColumn>,
  row: Row,
  agency: RosterAgency | undefined,
  amountColumns: readonly AmountName[],
  store: RosterStore,
): void {
  if (!reader.begin(row, agency?.id ?? null)) return;
  if (!agency) reader.need("agency_id", String, "write the agency's ORI, such as FL0310200");
  else if (agency.name === null) agency.name = reader.text("agency_name") || null;
  const id = reader.need("officer_id", String, "give each officer an id that is unique in the agency");
  const span = readSpan(reader, row.line);
  if (!agency || id === undefined) return;
  const known = store.find(agency, id);
  const officer = known >= 0 ? known : store.addOfficer(agency, id, reader.text("officer_name"));
  if (span) store.addRow(officer, span);
  for (const column of amountColumns) readAmount(reader, column, officer, id, store);
}

function readAmount(
  reader: RowReader<RosterColumn>,
  column: AmountName,
  officer: number,
  id: string,
  store: RosterStore,
): void {
  const amount = reader.read(column, paidAmount, null);
  if (amount === null) return;
  if (store.amount(officer, AMOUNTS[column]) === null) store.setAmount(officer, AMOUNTS[column], amount);
  else
    reader.refuse(column, {
      code: "second-actual",
      message: `${column} of officer ${printable(id)} stands on another of the officer's rows too`,
      remedy: "it belongs to the officer, not the row: leave it on one row, as their sum",
    });
}

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

function reportOverlaps(
  store: RosterStore,
  table: Table,
  positions: Positions<RosterColumn>,
  problems: Problems,
): void {
  for (const number of store.several) {
    const agency = store.agencyOf(number);
    if (agency?.table !== table) continue;
    const { id } = store.officer(number, "");
    const spans = store.spansOf(number).sort((a, b) => startOf(a) - startOf(b) || a.line - b.line);
    let longest = spans[0];
    for (const span of spans.slice(1)) {
      if (longest && overlaps(longest, span)) reportOverlap(agency, id, longest, span, positions, problems);
      if (!longest || endOf(span) > endOf(longest)) longest = span;
    }
  }
}

const startOf = (span: Span): Day => span.start ?? -Infinity;
const endOf = (span: Span): Day => span.end ?? Infinity;
const overlaps = (first: Span, second: Span): boolean => endOf(first) >= startOf(second);

function reportOverlap(
  agency: RosterAgency,
  officer: string,
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
    message: `the rows of officer ${printable(officer)} on lines ${earlier.line} and ${later.line} overlap: ${days}`,
    remedy: "give the earlier row an end_date before the later row's start_date, or delete the row that is double",
  });
}
