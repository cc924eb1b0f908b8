import { earnedInHours } from "../engine/rules/actuals.ts";
import { moneyText } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Payroll } from "../ingest/payroll.ts";
import { cellsOf, rowText } from "../ingest/text/rows.ts";
import type { Problems } from "../problems/problems.ts";

/**
 * Refuses payroll rows whose salary_paid or overtime_paid is not their hours × rate, rounded to the cent as the terms round. Each
 * stops its agency, or with --rejects its officer.
 */
export function checkAgreement({ payroll, store }: Inputs, terms: Terms, problems: Problems): void {
  if (!payroll?.at) return;
  const { at, table, rows } = payroll;
  for (const { code, paid: paidIn, hours: hoursIn, rate: rateIn, columns } of PAYS) {
    const [paidAt, hoursAt, rateAt] = [at[columns.paid], at[columns.hours], at[columns.rate]];
    if (rateAt.index < 0) continue;
    for (const row of rows.all()) {
      const [paid, hours, rate] = [rows.amountOf(row, paidIn), rows.amountOf(row, hoursIn), rows.amountOf(row, rateIn)];
      if (paid === null || hours === null || rate === null) continue;
      const earned = earnedInHours({ hours, rate }, termsOf(rows.quarterOf(row), terms).readings);
      if (paid === earned) continue;
      const officer = rows.officerOf(row);
      const cells = cellsAsTyped(payroll, row);
      const message = `${paidAt.name} ${moneyText(paid)} disagrees with ${cells(hoursAt.index)} hours × ${cells(rateAt.index)}: ${moneyText(earned)}`;
      problems.error({
        code,
        where: table,
        line: rows.lineOf(row),
        column: paidAt.index + 1,
        agency: store.agencyOf(officer)?.id ?? null,
        ofOfficer: true,
        message,
        remedy: "correct one of them, or give only one of them",
      });
      store.leftOut.add(officer, `${table.name}, line ${rows.lineOf(row)}: ${message}`);
    }
  }
}

/** What may be given as paid, and as hours × rate. */
const PAYS = [
  {
    code: "salary-disagrees",
    paid: "salaryPaid",
    hours: "regularHours",
    rate: "regularRate",
    columns: { paid: "salary_paid", hours: "regular_hours", rate: "regular_rate" },
  },
  {
    code: "overtime-disagrees",
    paid: "overtimePaid",
    hours: "overtimeHours",
    rate: "overtimeRate",
    columns: { paid: "overtime_paid", hours: "overtime_hours", rate: "overtime_rate" },
  },
] as const;

/** The terms of the row's quarter, where the claim knows them; else those of the claim. */
const termsOf = (quarter: string, terms: Terms): Terms =>
  terms.earlier.find((then) => then.quarter.id === quarter) ?? terms;

function cellsAsTyped({ table, rows }: Payroll, row: number): (index: number) => string {
  const { start, end } = rows.extentOf(row);
  const cells = cellsOf(table, rowText(table, start, end));
  return (index) => cells[index]?.trim() ?? "";
}
