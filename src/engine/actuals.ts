import { divide, type Money, plus, type Rounding, times } from "./money.ts";
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
export function overtimePaid(actuals: Actuals | undefined, { readings }: Terms): Money | null {
  if (!actuals) return null;
  const rows = actuals.overtimeRows;
  if (!rows) return actuals.overtimePaid;
  return rows.reduce((sum, row) => plus(sum, earnedOvertime(row, readings.rounding)), actuals.overtimePaid ?? 0);
}

/** Hours × rate of pay, rounded to the cent. */
export const earnedOvertime = ({ hours, rate }: OvertimeRow, rounding: Rounding): Money =>
  divide(times(hours, rate), PRODUCT_PER_CENT, rounding);
