import { type Day, dayText } from "../engine/values/calendar.ts";
import { ONE } from "../engine/values/fraction.ts";
import type { Span } from "../engine/values/records.ts";
import { HIDDEN, mayBeName, printable, quoted } from "../problems/printable.ts";
import type { Problems, Unheard } from "../problems/problems.ts";
import { Refusal } from "../problems/refusal.ts";
import {
  annualAmount,
  date,
  identifier,
  LONG,
  paidAmount,
  programModel,
  share,
  shortText,
  trimmed,
  yesNo,
} from "./cells/cells.ts";
import { nameHash } from "./names.ts";
import { LARGE, type OfficerAmount, type RosterAgency, type RosterStore } from "./store.ts";
import { findColumns, type HeaderMap, type Place, type Places, ROSTER, type RosterColumn } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import type { Row, Table } from "./text/rows.ts";

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
  const at = findColumns(table, ROSTER, options.map, options.agency !== null, problems);
  if (!at) return;
  const reader = new RowReader(table, problems);
  const amountColumns = AMOUNT_NAMES.filter((column) => at[column].index >= 0);
  let rows = 0;
  store.open(table, at.officer_id, at.officer_name);
  if (table.text.length > LARGE) store.expect(expectedRows(table));
  let last: RosterAgency | undefined;
  const elsewhere = new Set<string>();
  valueRows(table, problems, (row) => {
    rows += 1;
    const id = agencyOf(row, at, options, table, store.agencies);
    if (options.agency !== null && id !== null && id !== options.agency) return;
    if (last?.id !== id) last = id === null ? undefined : agencyFor(id, row, at, table, store, elsewhere, problems);
    if (id !== null && !last) return;
    if (last) last.rows += 1;
    readOfficer(reader, at, row, last, amountColumns, store);
  });
  if (last) last.alone = last.rows === rows;
  reader.sayDayFirst(at.agency_id);
  if (rows === 0)
    problems.error({
      code: "no-rows",
      where: table,
      message: "the roster has a header but no rows",
      remedy: "add a row for each officer",
    });
  store.settleSuspects();
  reportOverlaps(store, table, at, problems);
  reportPadding(store, table, at, problems);
}

/** What is seen of a roster at a first look. */
export interface Glance {
  readonly agencies: ReadonlySet<string>;
  /** For each row with a name and pay, a number that rows of the same name and pay share. */
  readonly people: readonly number[];
}

/** Looks through a roster for its agencies and for who may be in another one too; reports nothing. */
export function glanceAt(table: Table, options: RosterOptions, unheard: Unheard): Glance {
  const agencies = new Set<string>();
  const people: number[] = [];
  const at = findColumns(table, ROSTER, options.map, options.agency !== null, unheard);
  if (!at) return { agencies, people };
  const cell = (row: Row, { index }: Place): string => row.cells[index] ?? "";
  valueRows(table, unheard, (row) => {
    const id = agencyOf(row, at, options, table, agencies);
    if (id === null || (options.agency !== null && id !== options.agency)) return;
    if (!agencies.has(id)) {
      if (identifier(id) instanceof Refusal) return;
      agencies.add(id);
    }
    const name = nameHash(cell(row, at.officer_name));
    const salary = annualAmount(trimmed(cell(row, at.annual_salary)));
    const benefits = annualAmount(trimmed(cell(row, at.annual_benefits)));
    if (name === 0 || salary instanceof Refusal || benefits instanceof Refusal) return;
    people.push(mixed(name, Number(salary), Number(benefits)));
  });
  return { agencies, people };
}

/** 32 bits of three numbers. */
function mixed(name: number, salary: number, benefits: number): number {
  const mix = Math.imul(Math.imul(name, 0x9e3779b1) ^ salary, 0x85ebca6b) ^ benefits;
  return Math.imul(mix ^ (mix >>> 15), 0xc2b2ae35) >>> 0;
}

/** About how many rows a roster has, told from the length of the first ones. */
function expectedRows({ text }: Table): number {
  const sample = text.slice(0, LARGE / 10).split(/\r\n|\n|\r/).length;
  return Math.ceil((text.length / (LARGE / 10)) * sample * 1.02);
}

/** The agency of a row; null where none can be told. */
function agencyOf(
  row: Row,
  at: Places<RosterColumn>,
  options: RosterOptions,
  table: Table,
  known: { has(id: string): boolean },
): string | null {
  const { index } = at.agency_id;
  if (index < 0) return options.agency;
  const cell = row.cells[index];
  if (cell === undefined || cell === "") return null;
  const id = trimmed(cell) || null;
  const whole = row.broken === null && row.cells.length <= table.header.length;
  if (id === null || (whole && row.cells[at.officer_id.index])) return id;
  // In a row whose cells may have been shifted, or that is a footnote, only an id that is one for sure counts.
  return ORI.test(id) || known.has(id) ? id : null;
}

function agencyFor(
  id: string,
  row: Row,
  at: Places<RosterColumn>,
  table: Table,
  store: RosterStore,
  elsewhere: Set<string>,
  problems: Problems,
): RosterAgency | undefined {
  const known = store.agencies.get(id);
  if (known?.table === table) return known;
  if (elsewhere.has(id)) return undefined;
  const place = { where: table, line: row.line, column: at.agency_id.index < 0 ? null : at.agency_id.index + 1 };
  const refusal = identifier(id);
  if (refusal instanceof Refusal) {
    elsewhere.add(id);
    const { code, says, remedy } = refusal;
    problems.error({ code, ...place, message: `agency_id ${quoted(id)} ${says}`, remedy });
    return undefined;
  }
  if (known) {
    elsewhere.add(id);
    problems.error({
      code: "agency-in-two-files",
      ...place,
      agency: id,
      message: `agency ${printable(id)} is in two rosters: ${known.table.name}, line ${known.firstLine}, and here`,
      remedy: "put all officers of an agency into one roster, or run the rosters one by one",
    });
    return undefined;
  }
  if (!ORI.test(id))
    problems.warning({
      code: "not-an-ori",
      ...place,
      agency: id,
      message: `agency_id ${problems.redact && mayBeName(id) ? HIDDEN : quoted(id)} is not an ORI of 9 characters, such as FL0310200`,
      remedy: "the ORI is the agency's FBI identifier; any other id is taken as it stands",
    });
  return store.addAgency(id, row.line);
}

function readOfficer(
  reader: RowReader,
  at: Places<RosterColumn>,
  row: Row,
  agency: RosterAgency | undefined,
  amountColumns: readonly AmountName[],
  store: RosterStore,
): void {
  if (!reader.begin(row, agency?.id ?? null, agency !== undefined)) {
    if (agency) store.suspect(agency, idsOf(row, at, reader.table));
    return;
  }
  if (!agency) reader.need(at.agency_id, identifier, "write the agency's ORI, such as FL0310200");
  else if (agency.name === null) agency.name = reader.read(at.agency_name, shortText, "") || null;
  const id = reader.need(at.officer_id, identifier, "give each officer an id that is unique in the agency");
  const name = at.officer_name.index < 0 ? "" : (row.cells[at.officer_name.index] ?? "");
  if (name.length > LONG) reader.read(at.officer_name, shortText, "");
  const span = readSpan(reader, at, row.line);
  if (!agency) return;
  if (id === undefined) {
    store.suspectName(agency, name);
    return;
  }
  const officer = store.officerOf(agency, id);
  if (store.isNew(officer)) {
    store.addOfficer(agency, row);
    agency.noteId(id, row.line);
  } else reader.checkName(at.officer_name, name, store.nameOf(officer), id);
  if (span) store.addRow(officer, span);
  for (const column of amountColumns) readAmount(reader, at[column], AMOUNTS[column], officer, id, store);
  if (span && amountColumns.length > 0) store.noteLarge(agency, officer, span.salary);
  if (reader.bad) store.leaveOut(officer);
}

/** The ids that a row may have whose cells may have been shifted. */
function idsOf(row: Row, at: Places<RosterColumn>, { header }: Table): string[] {
  const { index } = at.officer_id;
  const shift = Math.max(0, row.cells.length - header.length);
  return row.cells.slice(index, index + shift + 1).map(trimmed);
}

function readAmount(
  reader: RowReader,
  place: Place,
  field: OfficerAmount,
  officer: number,
  id: string,
  store: RosterStore,
): void {
  const amount = reader.read(place, paidAmount, null);
  if (amount === null) return;
  if (store.amount(officer, field) === null) store.setAmount(officer, field, amount);
  else
    reader.refuse(place, {
      code: "second-actual",
      message: `${place.name} of officer ${printable(id)} stands on another of the officer's rows too`,
      remedy: "it belongs to the officer, not the row: leave it on one row, as their sum",
    });
}

function readSpan(reader: RowReader, at: Places<RosterColumn>, line: number): Span | undefined {
  const model = reader.need(at.program_model, programModel, "write TFM, JEM or WSO");
  const trainedOn = reader.read(at.trained_on, date, null);
  const start = reader.read(at.start_date, date, null);
  const end = reader.read(at.end_date, date, null);
  const eligible = reader.read(at.eligible, yesNo, true);
  const timeShare = reader.read(at.time_share, share, ONE);
  const salary = reader.need(at.annual_salary, annualAmount, "write the annual salary, such as 85000.37");
  const benefits = reader.need(at.annual_benefits, annualAmount, "write the employer-paid benefits of a year, or 0");
  if (start !== null && end !== null && end < start)
    reader.refuse(at.end_date, {
      code: "ends-before-start",
      message: `end_date ${dayText(end)} is before start_date ${dayText(start)}`,
      remedy: "both days are included; the end cannot be before the start",
    });
  if (reader.bad || model === undefined || salary === undefined || benefits === undefined) return undefined;
  if (reader.table.delimiter === ";") {
    reader.checkThousands(at.annual_salary);
    reader.checkThousands(at.annual_benefits);
  }
  if (benefits > salary)
    reader.warn(at.annual_benefits, {
      code: "benefits-above-salary",
      message: `annual_benefits ${reader.text(at.annual_benefits)} is above annual_salary ${reader.text(at.annual_salary)}`,
      remedy: "check whether the two cells are the wrong way round",
    });
  return { line, model, trainedOn, start, end, eligible, timeShare, salary, benefits };
}

function reportOverlaps(store: RosterStore, table: Table, at: Places<RosterColumn>, problems: Problems): void {
  for (const number of store.several) {
    const agency = store.agencyOf(number);
    if (agency?.table !== table) continue;
    const { id } = store.officer(number, "");
    const spans = store.spansOf(number).sort((a, b) => startOf(a) - startOf(b) || a.line - b.line);
    let longest = spans[0];
    for (const span of spans.slice(1)) {
      if (longest && overlaps(longest, span)) {
        reportOverlap(agency, id, longest, span, at, problems);
        store.leaveOut(number);
      }
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
  at: Places<RosterColumn>,
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
    column: at.officer_id.index + 1,
    agency: agency.id,
    ofOfficer: true,
    message: `the rows of officer ${printable(officer)} on lines ${earlier.line} and ${later.line} overlap: ${days}`,
    remedy: "give the earlier row an end_date before the later row's start_date, or delete the row that is double",
  });
}

/** Excel drops the zeros in front of an id: then some ids of an agency have them, and others are shorter. */
function reportPadding(store: RosterStore, table: Table, at: Places<RosterColumn>, problems: Problems): void {
  for (const { id, table: own, padded, shortest } of store.agencies.values()) {
    if (own !== table || !padded || !shortest || shortest.id.length >= padded.id.length) continue;
    problems.warning({
      code: "mixed-zero-padding",
      where: table,
      line: shortest.line,
      column: at.officer_id.index + 1,
      agency: id,
      message: `officer_id ${quoted(shortest.id)} is shorter than ${quoted(padded.id)} on line ${padded.line}, which has zeros in front`,
      remedy:
        "Excel drops zeros in front of numbers: export ids as text, or format the column as text before typing them",
    });
  }
}
