import { exactly, type InputRef, type Step } from "../derivation.ts";
import { roundedStep, toCent } from "../readings/rounding.ts";
import { type Fraction, fraction } from "../values/fraction.ts";
import { type Halves, lesser, type Money, moneyText, payText, plus, times } from "../values/money.ts";
import type { Actuals, HoursRow, Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";

/** Rule actuals: what payroll gave for an officer in a quarter, if anything. */
export function actualsOf({ actuals }: Officer, quarter: string): Actuals | undefined {
  for (const one of actuals) if (one.quarter === quarter) return one;
  return undefined;
}

/** The lesser of what a line comes to and what payroll paid; null paid is unknown. @returns cents */
export function atMostPaid(
  line: Money,
  paid: Money | null,
  field: "salaryPaid" | "benefitsPaid",
  steps?: Step[],
): Money {
  if (paid === null) return line;
  const claimed = lesser(line, paid);
  steps?.push(
    exactly(moneyText(claimed), {
      rule: "actuals",
      inputs: payrollCells(field),
      formula: `min(${moneyText(line)}, ${moneyText(paid)})`,
    }),
  );
  return claimed;
}

/** The salary paid: as overtimePaid. */
export const salaryPaid = (actuals: Actuals | undefined, terms: Terms, steps?: Step[]): Money | null =>
  actuals ? paidOf(actuals.salaryPaid, actuals.salaryRows, "salaryPaid", terms, steps) : null;

/** The overtime paid: what was given as paid, and each row of hours × rate rounded to the cent by the reading rounding; null is unknown. */
export const overtimePaid = (actuals: Actuals | undefined, terms: Terms, steps?: Step[]): Money | null =>
  actuals ? paidOf(actuals.overtimePaid, actuals.overtimeRows, "overtimePaid", terms, steps) : null;

function paidOf(
  given: Money | null,
  rows: readonly HoursRow[] | undefined,
  field: "salaryPaid" | "overtimePaid",
  { readings }: Terms,
  steps?: Step[],
): Money | null {
  if (!rows?.length) return given;
  const amounts = given === null ? [] : [given];
  for (const row of rows) amounts.push(earned(row, field, readings, steps));
  const sum = amounts.reduce(plus);
  if (steps && amounts.length > 1)
    steps.push(exactly(moneyText(sum), { rule: "actuals", formula: amounts.map(moneyText).join(" + ") }));
  return sum;
}

/** Hours × rate of pay, rounded to the cent. */
export const earnedInHours = (row: HoursRow, halves: Halves): Money => toCent(earnings(row), halves);

const earnings = ({ hours, rate }: HoursRow): Fraction => fraction(times(hours, rate), 100_000_000);

function earned(row: HoursRow, field: "salaryPaid" | "overtimePaid", halves: Halves, steps?: Step[]): Money {
  const amount = earnedInHours(row, halves);
  steps?.push({
    rule: "actuals",
    inputs: payrollCells(field),
    formula: `${payText(row.hours)} × ${payText(row.rate)}`,
    ...roundedStep(earnings(row), amount, halves),
  });
  return amount;
}

/** The cells of a payroll file, or of the roster, that gave an actual. */
export const payrollCells = (field: InputRef["field"], quarter?: string): InputRef[] => [
  { of: "payroll", field, lines: [], ...(quarter === undefined ? {} : { quarter }) },
];
