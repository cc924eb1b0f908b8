import { exactly, type Step } from "../derivation.ts";
import { partOfQuarter } from "../readings/partial-quarter.ts";
import { quarterShare } from "../readings/quarter-share.ts";
import { roundedStep, toCent } from "../readings/rounding.ts";
import {
  dollarsText,
  exactText,
  type Fraction,
  fraction,
  NONE,
  ONE,
  payDollars,
  product,
  sum,
} from "../values/fraction.ts";
import { type Money, payText } from "../values/money.ts";
import type { Terms } from "../values/terms.ts";
import { atMostPaid } from "./actuals.ts";
import type { EligibleDays } from "./eligible.ts";

/**
 * Rule salary (DHS-2025-09-02, VOZ-2025): annual salary × quarter share × time share × part of the quarter, summed over the
 * rows and rounded once to the cent; with payroll known the lesser of that and what was paid.
 * @param rows the rows claimed @param officerDays eligible days of all rows of the officer, claimed or not
 * @param paid what payroll paid, null where unknown @returns cents, zero or more
 */
export const salary = (
  rows: readonly EligibleDays[],
  officerDays: number,
  paid: Money | null,
  terms: Terms,
  steps?: Step[],
): Money => atMostPaid(shareOfYear("salary", rows, officerDays, terms, steps), paid, "salaryPaid", steps);

/** The quarter's share of an annual amount, for the rules salary and benefits. @returns cents, zero or more */
export function shareOfYear(
  line: "salary" | "benefits",
  rows: readonly EligibleDays[],
  officerDays: number,
  terms: Terms,
  steps?: Step[],
): Money {
  const share = quarterShare(terms);
  let exact = NONE;
  for (const row of rows) {
    const { span } = row;
    const part = partOfQuarter(row, officerDays, terms);
    const ofQuarter = product(fraction(span[line], 1), share);
    const ofTime = product(ofQuarter, span.timeShare);
    const claimed = product(ofTime, part);
    const before = exact;
    exact = sum(exact, claimed);
    if (!steps) continue;
    const cells = (field: typeof line | "timeShare") => [{ of: "roster" as const, field, lines: [span.line] }];
    steps.push(
      exactly(dollars(ofQuarter), {
        rule: line,
        reading: "quarter-share",
        inputs: cells(line),
        formula: `${payText(span[line])} × ${quotient(share)}`,
      }),
    );
    if (span.timeShare !== ONE)
      steps.push(
        exactly(dollars(ofTime), {
          rule: line,
          inputs: cells("timeShare"),
          formula: `${dollars(ofQuarter)} × ${exactText(product(span.timeShare, fraction(100, 1)))} ÷ 100`,
        }),
      );
    if (part !== ONE)
      steps.push(
        exactly(dollars(claimed), {
          rule: line,
          reading: "partial-quarter",
          formula: `${dollars(ofTime)} × ${quotient(part)}`,
        }),
      );
    if (before !== NONE)
      steps.push(exactly(dollars(exact), { rule: line, formula: `${dollars(before)} + ${dollars(claimed)}` }));
  }
  const cents = toCent(payDollars(exact), terms.readings);
  const rounded = steps && rows.length > 0 ? roundedStep(payDollars(exact), cents, terms.readings) : undefined;
  if (rounded?.reading) steps?.push({ rule: line, formula: rounded.exact, ...rounded });
  return cents;
}

const dollars = (pay: Fraction): string => dollarsText(payDollars(pay));

/** A quotient as it was put together, not in lowest terms: `46/92` says more than `1/2`. */
const quotient = ({ n, d }: Fraction): string => `${n}/${d}`;
