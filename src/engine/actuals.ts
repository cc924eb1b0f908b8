import type { Step } from "./derivation.ts";
import { dollarsText, fraction } from "./fraction.ts";
import { divide, type Money, moneyText, payText, plus, type Rounding, times } from "./money.ts";
import type { Actuals, Officer, OvertimeRow } from "./records.ts";
import type { Terms } from "./terms.ts";

/** Hours × rate in ten-thousandths each make cents by this. */
const PRODUCT_PER_CENT = 1_000_000;

/** Rule actuals: what payroll gave for an officer in a quarter, if anything. */
export function actualsOf(officer: Officer, quarter: string): Actuals | undefined {
  for (const actuals of officer.actuals) if (actuals.quarter === quarter) return actuals;
  return undefined;
}

/** The overtime paid: what was given as paid, and each row of hours × rate rounded to the cent by the reading rounding. */
export function overtimePaid(actuals: Actuals | undefined, { readings }: Terms, steps?: Step[]): Money | null {
  if (!actuals) return null;
  if (steps) explainRows(actuals, readings.rounding, steps);
  const rows = actuals.overtimeRows;
  if (!rows?.length) return actuals.overtimePaid;
  return rows.reduce((sum, row) => plus(sum, earnedOvertime(row, readings.rounding)), actuals.overtimePaid ?? 0);
}

/** Hours × rate of pay, rounded to the cent. */
export const earnedOvertime = ({ hours, rate }: OvertimeRow, rounding: Rounding): Money =>
  divide(times(hours, rate), PRODUCT_PER_CENT, rounding);

function explainRows({ overtimeRows, overtimePaid: given }: Actuals, rounding: Rounding, steps: Step[]): void {
  if (!overtimeRows?.length) return;
  const inputs = [{ of: "payroll", field: "overtimePaid", lines: [] } as const];
  const amounts = overtimeRows.map((row) => {
    const exact = dollarsText(fraction(times(row.hours, row.rate), 100_000_000));
    const value = moneyText(earnedOvertime(row, rounding));
    const rounded = exact === value ? {} : { reading: "rounding" as const, rounding };
    steps.push({
      rule: "actuals",
      ...rounded,
      inputs,
      formula: `${payText(row.hours)} × ${payText(row.rate)}`,
      exact,
      value,
    });
    return value;
  });
  const all = given === null ? amounts : [moneyText(given), ...amounts];
  if (all.length === 1) return;
  const value = moneyText(overtimeRows.reduce((sum, row) => plus(sum, earnedOvertime(row, rounding)), given ?? 0));
  steps.push({ rule: "actuals", formula: all.join(" + "), exact: value, value });
}
