import { dayText } from "../engine/values/calendar.ts";
import { ONE } from "../engine/values/fraction.ts";
import type { Span } from "../engine/values/records.ts";
import { HIDDEN, mayBeName, printable, quoted } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { Refusal } from "../problems/refusal.ts";
import { annualAmount, paidAmount } from "./cells/amount.ts";
import { date, lastDay } from "./cells/date.ts";
import { share } from "./cells/percent.ts";
import { identifier, idText, LONG, programModel, shortText, yesNo } from "./cells/words.ts";
import { isSameName } from "./names.ts";
import { checkRoster } from "./roster-checks.ts";
import type { OfficerAmount, RosterAgency, RosterStore } from "./store.ts";
import {
  cellIn,
  findColumns,
  type HeaderMap,
  OFFICER_AMOUNTS,
  type Place,
  type Places,
  ROSTER,
  type RosterColumn,
} from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader, surplusCell } from "./table/row-reader.ts";
import type { Row, Table } from "./text/rows.ts";

export interface RosterOptions {
  /** The agency of a roster without an agency_id column; with one, only that agency is read. */
  readonly agency: string | null;
  readonly map: HeaderMap;
  readonly set: ReadonlyMap<string, string>;
}

type AmountColumn = (typeof OFFICER_AMOUNTS)[number];

/** Annual pay that nobody asks about, in ten-thousandths of a dollar. */
const LEAST_USUAL = 10_000_0000;
const MOST_USUAL = 500_000_0000;
/** Below this they are a percent of pay, or an hour's. */
const LEAST_BENEFITS = 100_0000;

const ORI = /^[A-Z]{2}[A-Z0-9]{7}$/;

/** Reads the rows of a roster into agencies and officers; every problem of every row is reported. */
export function readRoster(table: Table, options: RosterOptions, store: RosterStore, problems: Problems): void {
  const at = findColumns(table, ROSTER, options, problems);
  if (!at) return;
  const reader = new RowReader(table, problems);
  const amounts = OFFICER_AMOUNTS.filter(({ name }) => at[name].index >= 0);
  let rows = 0;
  let last: RosterAgency | undefined;
  const own = new Set<RosterAgency>();
  const several = store.several.length;
  const elsewhere = new Set<string>();
  valueRows(table, problems, (row) => {
    rows += 1;
    const id = agencyOf(row, at, options, table, store.agencies);
    if (options.agency !== null && id !== null && id !== options.agency) return;
    if (last?.id !== id) last = id === null ? undefined : agencyFor(id, row, at, table, store, elsewhere, problems);
    if (id !== null && !last) return;
    if (last) {
      last.rows += 1;
      own.add(last);
    }
    readOfficer(reader, at, row, last, amounts, store);
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
  store.leftOut.settle(store);
  checkRoster(store, { agencies: [...own], several: store.several.slice(several), at: at.officer_id }, problems);
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
  const id = idText(cell) || null;
  const whole = row.broken === null && surplusCell(row, table) < 0;
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
  return store.addAgency(id, table, at, row.line);
}

function readOfficer(
  reader: RowReader,
  at: Places<RosterColumn>,
  row: Row,
  agency: RosterAgency | undefined,
  amounts: readonly AmountColumn[],
  store: RosterStore,
): void {
  if (!reader.begin(row, agency?.id ?? null, agency !== undefined)) {
    if (agency) store.leftOut.suspect(agency, idsOf(row, at, reader.table));
    return;
  }
  if (!agency) reader.need(at.agency_id, identifier, "write the agency's ORI, such as FL0310200");
  else readAgencyName(reader, at.agency_name, row, agency);
  const id = reader.need(at.officer_id, identifier, "give each officer an id that is unique in the agency");
  const name = cellIn(at.officer_name, row.cells);
  if (name.length > LONG) reader.read(at.officer_name, shortText, "");
  const span = readSpan(reader, at, row.line);
  if (!agency) return;
  if (id === undefined) {
    store.leftOut.suspectName(agency, name);
    return;
  }
  const known = store.find(agency, id);
  const officer = known >= 0 ? known : store.addOfficer(agency, id, row);
  if (known >= 0) reader.checkName(at.officer_name, name, store.nameOf(officer), id);
  if (span) store.addRow(officer, span);
  for (const { name: column, field } of amounts) readAmount(reader, at[column], field, officer, id, store);
  if (reader.bad) store.leftOut.add(officer);
}

/** The agency's name; rows of one id with two names may be two agencies, of which one lends the other its id. */
function readAgencyName(reader: RowReader, place: Place, { cells }: Row, agency: RosterAgency): void {
  if (place.index < 0) agency.name = place.value ?? null;
  if (place.index < 0 || cells[place.index] === agency.name) return;
  const name = reader.read(place, shortText, "");
  agency.name ??= name || null;
  if (name === "" || agency.name === null || agency.severalNames || isSameName(name, agency.name)) return;
  agency.severalNames = true;
  reader.warn(place, {
    code: "agency-with-two-names",
    message: `agency ${printable(agency.id)} is ${reader.shown(agency.name)} on line ${agency.firstLine}, and ${reader.shown(name)} here`,
    remedy: "two bodies that share an ORI need an id each, such as the ORI with a letter",
  });
}

/** The ids that a row may have whose cells may have been shifted. */
function idsOf(row: Row, at: Places<RosterColumn>, { header }: Table): string[] {
  const { index } = at.officer_id;
  const shift = Math.max(0, row.cells.length - header.length);
  return row.cells.slice(index, index + shift + 1).map(idText);
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
  const end = reader.read(at.end_date, lastDay, null);
  const authorizedOn = reader.read(at.authorized_on, date, undefined);
  const authorizedUntil = reader.read(at.authorized_until, lastDay, undefined) ?? undefined;
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
  if (authorizedOn !== undefined && authorizedUntil !== undefined && authorizedUntil < authorizedOn)
    reader.refuse(at.authorized_until, {
      code: "ends-before-start",
      message: `authorized_until ${dayText(authorizedUntil)} is before authorized_on ${dayText(authorizedOn)}`,
      remedy: "both days are included; the end cannot be before the start",
    });
  if (reader.bad || model === undefined || salary === undefined || benefits === undefined) return undefined;
  if (salary < LEAST_USUAL || salary > MOST_USUAL)
    reader.warn(at.annual_salary, {
      code: "unusual-salary",
      message: `annual_salary ${reader.text(at.annual_salary)} is ${salary < LEAST_USUAL ? "below $10,000" : "above $500,000"} a year: hours, a month, or a lost digit?`,
      remedy: null,
    });
  if (benefits > 0 && benefits < LEAST_BENEFITS && salary >= LEAST_USUAL)
    reader.warn(at.annual_benefits, {
      code: "unusual-benefits",
      message: `annual_benefits ${reader.text(at.annual_benefits)} is below $100 a year: a percent, hours, or a lost digit?`,
      remedy: null,
    });
  if (benefits > salary)
    reader.warn(at.annual_benefits, {
      code: "benefits-above-salary",
      message: `annual_benefits ${reader.text(at.annual_benefits)} is above annual_salary ${reader.text(at.annual_salary)}`,
      remedy: "check whether the two cells are the wrong way round",
    });
  const span = { line, model, trainedOn, start, end, eligible, timeShare, salary, benefits };
  if (authorizedOn === undefined && authorizedUntil === undefined) return span;
  return {
    ...span,
    ...(authorizedOn === undefined ? {} : { authorizedOn }),
    ...(authorizedUntil === undefined ? {} : { authorizedUntil }),
  };
}
