import type { Day, Quarter } from "../engine/values/calendar.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { few } from "../problems/words.ts";
import { hoursOrRate, paidAmount } from "./cells/amount.ts";
import { rowMeaning } from "./cells/meaning.ts";
import { parseQuarter } from "./cells/quarter.ts";
import { identifier } from "./cells/words.ts";
import { PayrollRows } from "./payroll-rows.ts";
import { quarterIn, type RowOwner, RowOwners } from "./row-owner.ts";
import type { RosterStore } from "./store.ts";
import { findColumns, type HeaderMap, PAYROLL, type PayrollColumn, type Place, type Places } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import { cellsOf, type Row, rowText, type Table } from "./text/rows.ts";

/** What a payroll file has for the officers of the rosters. */
export interface Payroll {
  readonly table: Table;
  readonly rows: PayrollRows;
  /** Where the columns stand; undefined where no column could be found. */
  readonly at: Places<PayrollColumn> | undefined;
  readonly ignored: Ignored;
}

/** What was passed over, whatever its other cells hold. */
interface Ignored {
  /** The ids of those who are in no roster. */
  readonly officers: Set<string>;
  /** Rows of quarters before the programme. */
  early: number;
}

export interface PayrollOptions {
  /** The agency of --agency: rows of others are then passed over in silence. */
  readonly agency: string | null;
  readonly map: HeaderMap;
  readonly programmeStart: Day;
}

/** Reads payroll actuals; the rows of one officer and quarter add up. @param store of the rosters, all of them read */
export function readPayroll(table: Table, options: PayrollOptions, store: RosterStore, problems: Problems): Payroll {
  const rows = new PayrollRows();
  const ignored: Ignored = { officers: new Set(), early: 0 };
  const at = findColumns(table, PAYROLL, { map: options.map, agency: "" }, problems);
  if (!at || !hasAmounts(table, at, problems)) return { table, rows, at: undefined, ignored };
  const reader = new RowReader(table, problems);
  const owners = new RowOwners(table, at, options, store);
  valueRows(table, problems, (row) => {
    const owner = owners.of(row);
    if (owner === undefined) return;
    const quarter = quarterIn(row, at);
    if ("stranger" in owner) {
      if (isInProgramme(quarter, options)) rows.quarterNumber(quarter.id);
      ignored.officers.add(owner.stranger);
    } else if (quarter && !isInProgramme(quarter, options)) ignored.early += 1;
    else readOwned(reader, at, row, owner, rows, store, problems);
  });
  reportAlike(table, at, rows, store, problems);
  return { table, rows, at, ignored };
}

/** Whether payroll has any amount to read; one without is of no use, and may hold amounts under other headers. */
function hasAmounts(table: Table, at: Places<PayrollColumn>, problems: Problems): boolean {
  const amounts = PAYROLL.filter(({ name }) => !["agency_id", "officer_id", "quarter"].includes(name));
  if (amounts.some(({ name }) => at[name].index >= 0)) return true;
  problems.error({
    code: "payroll-without-amounts",
    where: table,
    line: table.headerLine,
    message: "the payroll has no column of an amount",
    remedy: `found: ${table.header.map((text) => printable(text.trim())).join(", ")}; name it ${few(
      amounts.map(({ name }) => name),
      9,
    )}, or say which is which with --map overtime_paid=HEADER`,
  });
  return false;
}

const isInProgramme = (quarter: Quarter | undefined, { programmeStart }: PayrollOptions): quarter is Quarter =>
  quarter !== undefined && quarter.end >= programmeStart;

/** A row of an officer, or one that may be anybody's. With an error the first leaves out the officer, the other stops its agency. */
function readOwned(
  reader: RowReader,
  at: Places<PayrollColumn>,
  row: Row,
  owner: RowOwner,
  rows: PayrollRows,
  store: RosterStore,
  problems: Problems,
): void {
  const { officer, agency } = owner;
  if (reader.begin(row, agency, officer !== undefined)) readPaid(reader, at, row, owner, rows);
  if (!reader.bad || officer === undefined) return;
  const because = problems.ofRows.get(reader.table)?.get(row.line) ?? "";
  store.leftOut.add(officer, `${reader.table.name}, line ${row.line}: ${because}`);
}

function readPaid(
  reader: RowReader,
  at: Places<PayrollColumn>,
  { line, start, end }: Row,
  { officer, unnamed }: RowOwner,
  rows: PayrollRows,
): void {
  reader.read(at.agency_id, identifier, null);
  reader.need(at.officer_id, identifier, "write the officer's id as in the roster");
  const quarter = reader.need(at.quarter, parseQuarter, "write the fiscal quarter, such as FY2026-Q1");
  const [salaryPaid, regularHours, regularRate] = readPay(reader, at.salary_paid, at.regular_hours, at.regular_rate);
  const benefitsPaid = reader.read(at.benefits_paid, paidAmount, null);
  const [overtimePaid, overtimeHours, overtimeRate] = readPay(
    reader,
    at.overtime_paid,
    at.overtime_hours,
    at.overtime_rate,
  );
  const otherFunding = reader.read(at.other_funding, paidAmount, null);
  if (unnamed) refuseUnnamed(reader, at);
  if (reader.bad || officer === undefined || !quarter) return;
  rows.add(officer, {
    ...{ quarter: quarter.id, line, start, end, salaryPaid, benefitsPaid, overtimePaid, otherFunding },
    ...{ regularHours, regularRate, overtimeHours, overtimeRate },
  });
}

/** Refuses a row that names no agency where an officer of several rosters may be meant. */
const refuseUnnamed = (reader: RowReader, at: Places<PayrollColumn>): void =>
  reader.refuse(at.agency_id, {
    code: "agency-not-named",
    message: "the row names no agency, and the roster has several",
    remedy: "add an agency_id column that says which agency each row is for",
  });

/** What was paid, or hours × rate; whether all three agree is told where it is known how a half is rounded. */
function readPay(reader: RowReader, paidAt: Place, hoursAt: Place, rateAt: Place) {
  const paid = reader.read(paidAt, paidAmount, null);
  const hours = reader.read(hoursAt, hoursOrRate, null);
  const rate = reader.read(rateAt, hoursOrRate, null);
  if (paid === null && hours !== null && rate === null && !reader.bad) refuseAlone(reader, rateAt, hoursAt, paidAt);
  if (paid === null && hours === null && rate !== null && !reader.bad) refuseAlone(reader, hoursAt, rateAt, paidAt);
  return [paid, hours, rate] as const;
}

/** Warns of rows that are alike in every cell, however it is written, which may be one payment twice. */
function reportAlike(
  table: Table,
  at: Places<PayrollColumn>,
  rows: PayrollRows,
  store: RosterStore,
  problems: Problems,
): void {
  const whose = new Map([at.agency_id, at.officer_id].map(({ index }) => [index, ""]));
  const alike: { readonly first: number; readonly second: number; readonly officer: number }[] = [];
  for (const officer of rows.officers) {
    if (rows.hasOneRow(officer)) continue;
    const seen = new Map<string, number>();
    for (const row of rows.rowsOf(officer)) {
      const { start, end } = rows.extentOf(row);
      const meaning = rowMeaning(cellsOf(table, rowText(table, start, end)), whose);
      const first = seen.get(meaning);
      if (first === undefined) seen.set(meaning, row);
      else alike.push({ first: rows.lineOf(first), second: rows.lineOf(row), officer });
    }
  }
  for (const { first, second, officer } of alike.sort((a, b) => a.second - b.second))
    problems.warning({
      code: "payroll-rows-alike",
      where: table,
      line: second,
      agency: store.agencyOf(officer)?.id ?? null,
      message: `lines ${first} and ${second} are alike in every cell; both are counted`,
      remedy: "delete one of them if it is the same payment twice",
    });
}

function refuseAlone(reader: RowReader, missing: Place, present: Place, paid: Place): void {
  reader.refuse(missing, {
    code: paid.name === "salary_paid" ? "salary-incomplete" : "overtime-incomplete",
    message: `${missing.name} is blank, but ${present.name} is ${printable(reader.text(present))}`,
    remedy: `give both, or ${paid.name}`,
  });
}
