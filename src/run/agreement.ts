import { earnedOvertime } from "../engine/rules/actuals.ts";
import { moneyText } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Payroll } from "../ingest/payroll.ts";
import { cellsOf, rowText } from "../ingest/text/rows.ts";
import type { Problems } from "../problems/problems.ts";

/**
 * Refuses payroll rows whose overtime_paid is not their hours × rate, rounded to the cent as the terms round. Each stops its
 * agency, or with --rejects its officer.
 */
export function checkAgreement({ payroll, store }: Inputs, terms: Terms, problems: Problems): void {
  const at = payroll?.overtimeAt;
  if (!payroll || !at || [at.overtime_paid, at.overtime_hours, at.overtime_rate].some(({ index }) => index < 0)) return;
  const { rows } = payroll;
  for (const row of rows.all()) {
    const [paid, hours, rate] = [
      rows.amountOf(row, "overtimePaid"),
      rows.amountOf(row, "hours"),
      rows.amountOf(row, "rate"),
    ];
    if (paid === null || hours === null || rate === null) continue;
    const { readings } = termsOf(rows.quarterOf(row), terms);
    const earned = earnedOvertime({ hours, rate }, readings);
    if (paid === earned) continue;
    const officer = rows.officerOf(row);
    const cells = cellsAsTyped(payroll, row);
    const message = `overtime_paid ${moneyText(paid)} disagrees with ${cells(at.overtime_hours.index)} hours × ${cells(at.overtime_rate.index)}: ${moneyText(earned)}`;
    problems.error({
      code: "overtime-disagrees",
      where: payroll.table,
      line: rows.lineOf(row),
      column: at.overtime_paid.index + 1,
      agency: store.agencyOf(officer)?.id ?? null,
      ofOfficer: true,
      message,
      remedy: "correct one of them, or give only one of them",
    });
    store.leftOut.add(officer, `${payroll.table.name}, line ${rows.lineOf(row)}: ${message}`);
  }
}

/** The terms of the row's quarter, where the claim knows them; else those of the claim. */
const termsOf = (quarter: string, terms: Terms): Terms =>
  terms.earlier.find((then) => then.quarter.id === quarter) ?? terms;

function cellsAsTyped({ table, rows }: Payroll, row: number): (index: number) => string {
  const { start, end } = rows.extentOf(row);
  const cells = cellsOf(table, rowText(table, start, end));
  return (index) => cells[index]?.trim() ?? "";
}
