import type { Step } from "../derivation.ts";
import { dollarsText, fraction } from "../values/fraction.ts";
import { divide, type Halves, type Money, moneyText, payText, plus, times } from "../values/money.ts";
import type { Actuals, Officer, OvertimeRow } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";

/** Hours × rate in ten-thousandths each make cents by this. */
const PRODUCT_PER_CENT = 1_000_000;

/** Rule actuals: what payroll gave for an officer in a quarter, if anything. */
export function actualsOf(officer: Officer, quarter: string): Actuals | undefined {
  if (officer.actuals.length === 0) return undefined;
  return officer.actuals.find((actuals) => actuals.quarter === quarter);
}

/** The overtime paid: what was given as paid, and each row of hours × rate rounded to the cent by the reading rounding. */
export function overtimePaid(actuals: Actuals | undefined, { readings }: Terms, steps?: Step[]): Money | null {
  if (!actuals) return null;
  if (steps) explainRows(actuals, readings, steps);
  const rows = actuals.overtimeRows;
  if (!rows?.length) return actuals.overtimePaid;
  return rows.reduce((sum, row) => plus(sum, earnedOvertime(row, readings)), actuals.overtimePaid ?? 0);
}

/** Hours × rate of pay, rounded to the cent. */
export const earnedOvertime = ({ hours, rate }: OvertimeRow, halves: Halves): Money =>
  divide(times(hours, rate), PRODUCT_PER_CENT, halves);

function explainRows({ overtimeRows, overtimePaid: given }: Actuals, readings: Halves, steps: Step[]): void {
  if (!overtimeRows?.length) return;
  const inputs = [{ of: "payroll", field: "overtimePaid", lines: [] } as const];
  const amounts = overtimeRows.map((row) => {
    const exact = dollarsText(fraction(times(row.hours, row.rate), 100_000_000));
    const value = moneyText(earnedOvertime(row, readings));
    const rounded = exact === value ? {} : { reading: "rounding" as const, rounding: readings.rounding };
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
  const value = moneyText(overtimeRows.reduce((sum, row) => plus(sum, earnedOvertime(row, readings)), given ?? 0));
  steps.push({ rule: "actuals", formula: all.join(" + "), exact: value, value });
}
