import type { Step } from "../derivation.ts";
import { partOfQuarter } from "../readings/partial-quarter.ts";
import { quarterShare } from "../readings/quarter-share.ts";
import { dollarsText, exactText, type Fraction, fraction, NONE, ONE, product, sum } from "../values/fraction.ts";
import { divide, lesser, type Money, moneyText, PAY_PER_CENT, payText, times } from "../values/money.ts";
import type { Terms } from "../values/terms.ts";
import type { EligibleDays } from "./eligible.ts";

/** The two lines that rest on an annual amount. */
export type AnnualLine = "salary" | "benefits";

/**
 * Rules salary and benefits: the annual amount × quarter share × time share × part of the quarter, summed over the rows and
 * rounded once to the cent by the reading rounding; with payroll known the lesser of that and what was paid.
 * @param rows the rows claimed @param officerDays eligible days of all rows of the officer, claimed or not
 * @param paid what payroll paid, null where unknown @returns cents, zero or more
 */
export function annualShare(
  line: AnnualLine,
  rows: readonly EligibleDays[],
  officerDays: number,
  paid: Money | null,
  terms: Terms,
  steps?: Step[],
): Money {
  const share = quarterShare(terms);
  let exact = NONE;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as EligibleDays;
    const part = partOfQuarter(row, officerDays, terms);
    const claimed = product(product(fraction(row.span[line], 1), share), product(row.span.timeShare, part));
    exact = sum(exact, claimed);
    if (steps) explainRow(line, row, share, part, exact, steps);
  }
  const accrued: Money = divide(exact.n, times(exact.d, PAY_PER_CENT), terms.readings);
  if (steps) explainRounding(line, exact, accrued, terms, steps);
  if (paid === null) return accrued;
  steps?.push({
    rule: "actuals",
    inputs: [{ of: "payroll", field: line === "salary" ? "salaryPaid" : "benefitsPaid", lines: [] }],
    formula: `min(${moneyText(accrued)}, ${moneyText(paid)})`,
    exact: moneyText(lesser(accrued, paid)),
    value: moneyText(lesser(accrued, paid)),
  });
  return lesser(accrued, paid);
}

/** Dollars of a fraction of ten-thousandths. */
const dollars = (pay: Fraction): string => dollarsText(fraction(pay.n, times(pay.d, 10_000)));

function explainRow(
  line: AnnualLine,
  { span }: EligibleDays,
  share: Fraction,
  part: Fraction,
  sumSoFar: Fraction,
  steps: Step[],
): void {
  const before = steps.at(-1);
  let running = product(fraction(span[line], 1), share);
  steps.push({
    rule: line,
    reading: "quarter-share",
    inputs: [{ of: "roster", field: line, lines: [span.line] }],
    formula: `${payText(span[line])} × ${exactQuotient(share)}`,
    exact: dollars(running),
    value: dollars(running),
  });
  if (span.timeShare !== ONE) {
    const formula = `${dollars(running)} × ${exactText(product(span.timeShare, fraction(100, 1)))} ÷ 100`;
    running = product(running, span.timeShare);
    steps.push({
      rule: line,
      inputs: [{ of: "roster", field: "timeShare", lines: [span.line] }],
      formula,
      exact: dollars(running),
      value: dollars(running),
    });
  }
  if (part !== ONE) {
    const formula = `${dollars(running)} × ${exactQuotient(part)}`;
    running = product(running, part);
    steps.push({ rule: line, reading: "partial-quarter", formula, exact: dollars(running), value: dollars(running) });
  }
  if (before?.rule !== line) return;
  const sum = dollars(sumSoFar);
  steps.push({ rule: line, formula: `${before.exact} + ${dollars(running)}`, exact: sum, value: sum });
}

/** A quotient as it was put together, not in lowest terms: `46/92` says more than `1/2`. */
const exactQuotient = ({ n, d }: Fraction): string => `${n}/${d}`;

function explainRounding(line: AnnualLine, exact: Fraction, accrued: Money, terms: Terms, steps: Step[]): void {
  if (steps.length === 0 || !fractionIsNotCents(exact)) return;
  const formula = dollars(exact);
  const value = moneyText(accrued);
  steps.push({ rule: line, reading: "rounding", formula, exact: formula, rounding: terms.readings.rounding, value });
}

const fractionIsNotCents = ({ n, d }: Fraction): boolean => {
  const unit = times(d, PAY_PER_CENT);
  return typeof n === "number" && typeof unit === "number" ? n % unit !== 0 : BigInt(n) % BigInt(unit) !== 0n;
};
