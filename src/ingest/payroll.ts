import { earnedOvertime } from "../engine/rules/actuals.ts";
import type { Day } from "../engine/values/calendar.ts";
import { type Halves, type Money, moneyText, plus } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { annualAmount, identifier, paidAmount, trimmed } from "./cells/cells.ts";
import { programmeQuarter } from "./rates.ts";
import type { RosterActuals } from "./store.ts";
import { findColumns, type HeaderMap, PAYROLL, type PayrollColumn, type Places } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import { type Row, rowText, type Table } from "./text/rows.ts";

/** What payroll gave for one officer and quarter, before it is known which agencies the run has. */
export interface PayrollActuals extends RosterActuals {
  /** null: the run's one agency. */
  readonly agency: string | null;
  readonly officer: string;
  readonly payrollLines: number[];
  /** The rows as they stand, to find two alike. */
  readonly rows: string[];
}

export interface Payroll {
  readonly table: Table;
  readonly actuals: PayrollActuals[];
  /** Rows with errors, by the officer that they name. */
  readonly flawed: readonly FlawedRow[];
}

interface FlawedRow {
  readonly agency: string | null;
  readonly officer: string;
  readonly line: number;
  /** Whether it is sure that the officer is the one named. */
  readonly trusted: boolean;
}

/**
 * Reads payroll actuals; the rows of one officer and quarter add up.
 * @param halves how hours × rate is rounded to the cent, row by row
 */
export function readPayroll(
  table: Table,
  map: HeaderMap,
  programmeStart: Day,
  halves: Halves,
  problems: Problems,
): Payroll {
  const found = new Map<string, PayrollActuals>();
  const at = findColumns(table, PAYROLL, map, true, problems);
  const flawed: FlawedRow[] = [];
  if (!at) return { table, actuals: [], flawed };
  const reader = new RowReader(table, problems);
  const quarterCell = programmeQuarter(programmeStart);
  valueRows(table, problems, (row) => {
    const named = trimmed(row.cells[at.officer_id.index] ?? "");
    const agency = trimmed(row.cells[at.agency_id.index] ?? "") || null;
    const trusted = reader.begin(row, agency, named !== "");
    if (!trusted) {
      if (named !== "") flawed.push({ agency, officer: named, line: row.line, trusted });
      return;
    }
    const officer = reader.need(at.officer_id, identifier, "write the officer's id as in the roster");
    const quarter = reader.need(at.quarter, quarterCell, "write the fiscal quarter, such as FY2026-Q1");
    const paid = {
      salaryPaid: reader.read(at.salary_paid, paidAmount, null),
      benefitsPaid: reader.read(at.benefits_paid, paidAmount, null),
      ...readOvertime(reader, at, halves),
      otherFunding: reader.read(at.other_funding, paidAmount, null),
    };
    if (reader.bad && named !== "") flawed.push({ agency, officer: named, line: row.line, trusted });
    if (reader.bad || officer === undefined || !quarter) return;
    const key = JSON.stringify([reader.agency, officer, quarter.id]);
    const known = found.get(key);
    if (known) addRow(known, paid, row, table, problems);
    else {
      const rows = [rowText(table, row.start, row.end)];
      const actuals = { agency: reader.agency, officer, quarter: quarter.id, ...paid, payrollLines: [row.line], rows };
      found.set(key, actuals);
    }
  });
  return { table, actuals: [...found.values()], flawed };
}

type Paid = Omit<RosterActuals, "quarter" | "payrollLines">;

function addRow(known: PayrollActuals, paid: Paid, row: Row, table: Table, problems: Problems): void {
  const text = rowText(table, row.start, row.end);
  const alike = known.rows.indexOf(text);
  if (alike >= 0)
    problems.warning({
      code: "payroll-rows-alike",
      where: table,
      line: row.line,
      agency: known.agency,
      message: `lines ${known.payrollLines[alike]} and ${row.line} are alike in every cell; both are counted`,
      remedy: "delete one of them if it is the same payment twice",
    });
  known.salaryPaid = addKnown(known.salaryPaid, paid.salaryPaid);
  known.benefitsPaid = addKnown(known.benefitsPaid, paid.benefitsPaid);
  known.overtimePaid = addKnown(known.overtimePaid, paid.overtimePaid);
  known.otherFunding = addKnown(known.otherFunding, paid.otherFunding);
  if (paid.overtimeRows) known.overtimeRows = [...(known.overtimeRows ?? []), ...paid.overtimeRows];
  known.payrollLines.push(row.line);
  known.rows.push(text);
}

const addKnown = (a: Money | null, b: Money | null): Money | null => (a === null ? b : b === null ? a : plus(a, b));

/** overtime_paid, or overtime_hours × overtime_rate; given all three they must agree. */
function readOvertime(
  reader: RowReader,
  at: Places<PayrollColumn>,
  halves: Halves,
): Pick<RosterActuals, "overtimePaid" | "overtimeRows"> {
  const paid = reader.read(at.overtime_paid, paidAmount, null);
  const hours = reader.read(at.overtime_hours, annualAmount, null);
  const rate = reader.read(at.overtime_rate, annualAmount, null);
  if (reader.bad) return { overtimePaid: null };
  if (hours === null || rate === null) {
    if (paid === null && (hours !== null || rate !== null)) refuseAlone(reader, at, hours === null);
    return { overtimePaid: paid };
  }
  if (paid === null) return { overtimePaid: null, overtimeRows: [{ hours, rate }] };
  const earned = earnedOvertime({ hours, rate }, halves);
  if (paid !== earned)
    reader.refuse(at.overtime_paid, {
      code: "overtime-disagrees",
      message: `overtime_paid ${moneyText(paid)} disagrees with ${reader.text(at.overtime_hours)} hours × ${reader.text(at.overtime_rate)}: ${moneyText(earned)}`,
      remedy: "correct one of them, or give only one of them",
    });
  return { overtimePaid: paid };
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
