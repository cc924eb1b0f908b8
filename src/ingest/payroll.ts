import type { Day, Quarter } from "../engine/values/calendar.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { annualAmount, paidAmount } from "./cells/amount.ts";
import { type CellReader, identifier, trimmed } from "./cells/words.ts";
import { type PaidRow, PayrollRows } from "./payroll-rows.ts";
import { programmeQuarter } from "./rates.ts";
import { findColumns, type HeaderMap, PAYROLL, type PayrollColumn, type Places } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import { type Row, rowText, type Table } from "./text/rows.ts";

/** A payroll file, before it is known which agencies the run has. */
export interface Payroll {
  readonly table: Table;
  readonly rows: PayrollRows;
  /** Where overtime_paid stands, which hours and rate must agree with; undefined where no column could be found. */
  readonly overtimeAt: OvertimePlaces | undefined;
  /** Rows with errors, by the officer that they name. */
  readonly flawed: readonly FlawedRow[];
}

type OvertimePlaces = Pick<Places<PayrollColumn>, "overtime_paid" | "overtime_hours" | "overtime_rate">;

interface FlawedRow {
  readonly agency: string | null;
  readonly officer: string;
  readonly line: number;
  /** Whether it is sure that the officer is the one named. */
  readonly trusted: boolean;
}

/** Reads payroll actuals; the rows of one officer and quarter add up. */
export function readPayroll(table: Table, map: HeaderMap, programmeStart: Day, problems: Problems): Payroll {
  const rows = new PayrollRows();
  const at = findColumns(table, PAYROLL, map, true, problems);
  const flawed: FlawedRow[] = [];
  if (!at) return { table, rows, overtimeAt: at, flawed };
  const reader = new RowReader(table, problems);
  const quarterCell = programmeQuarter(programmeStart);
  valueRows(table, problems, (row) => {
    const named = trimmed(row.cells[at.officer_id.index] ?? "");
    const agency = trimmed(row.cells[at.agency_id.index] ?? "") || null;
    const trusted = reader.begin(row, agency, named !== "");
    if (trusted) readPaid(reader, at, row, quarterCell, rows);
    if (reader.bad && named !== "") flawed.push({ agency, officer: named, line: row.line, trusted });
  });
  reportAlike(table, rows, problems);
  return { table, rows, overtimeAt: at, flawed };
}

function readPaid(
  reader: RowReader,
  at: Places<PayrollColumn>,
  { line, start, end }: Row,
  quarterCell: CellReader<Quarter>,
  rows: PayrollRows,
): void {
  const officer = reader.need(at.officer_id, identifier, "write the officer's id as in the roster");
  const quarter = reader.need(at.quarter, quarterCell, "write the fiscal quarter, such as FY2026-Q1");
  const salaryPaid = reader.read(at.salary_paid, paidAmount, null);
  const benefitsPaid = reader.read(at.benefits_paid, paidAmount, null);
  const overtime = readOvertime(reader, at);
  const otherFunding = reader.read(at.other_funding, paidAmount, null);
  if (reader.bad || officer === undefined || !quarter) return;
  const paid = { quarter: quarter.id, line, start, end, salaryPaid, benefitsPaid, ...overtime, otherFunding };
  rows.add(reader.agency, officer, paid);
}

/** overtime_paid, or overtime_hours × overtime_rate; whether all three agree is told where it is known how a half is rounded. */
function readOvertime(reader: RowReader, at: Places<PayrollColumn>): Pick<PaidRow, "overtimePaid" | "hours" | "rate"> {
  const overtimePaid = reader.read(at.overtime_paid, paidAmount, null);
  const hours = reader.read(at.overtime_hours, annualAmount, null);
  const rate = reader.read(at.overtime_rate, annualAmount, null);
  const alone = overtimePaid === null && (hours === null) !== (rate === null);
  if (alone && !reader.bad) refuseAlone(reader, at, hours === null);
  return { overtimePaid, hours, rate };
}

/** Warns of rows that are alike in every cell, which may be one payment twice. */
function reportAlike(table: Table, rows: PayrollRows, problems: Problems): void {
  const alike: { readonly first: number; readonly second: number; readonly agency: string | null }[] = [];
  rows.officers.forEach(({ agency }, officer) => {
    if (rows.hasOneRow(officer)) return;
    const seen = new Map<string, number>();
    for (const row of rows.rowsOf(officer)) {
      const { start, end } = rows.extentOf(row);
      const text = rowText(table, start, end);
      const first = seen.get(text);
      if (first === undefined) seen.set(text, row);
      else alike.push({ first: rows.lineOf(first), second: rows.lineOf(row), agency });
    }
  });
  for (const { first, second, agency } of alike.sort((a, b) => a.second - b.second))
    problems.warning({
      code: "payroll-rows-alike",
      where: table,
      line: second,
      agency,
      message: `lines ${first} and ${second} are alike in every cell; both are counted`,
      remedy: "delete one of them if it is the same payment twice",
    });
}

function refuseAlone(reader: RowReader, at: Places<PayrollColumn>, hoursMissing: boolean): void {
  const [missing, present] = hoursMissing
    ? [at.overtime_hours, at.overtime_rate]
    : [at.overtime_rate, at.overtime_hours];
  reader.refuse(missing, {
    code: "overtime-incomplete",
    message: `${missing.name} is blank, but ${present.name} is ${printable(reader.text(present))}`,
    remedy: "give both, or overtime_paid",
  });
}
