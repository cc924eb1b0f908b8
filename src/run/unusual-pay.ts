import type { OfficerClaim } from "../engine/officer.ts";
import { quarterShare } from "../engine/readings/quarter-share.ts";
import { actualsOf, overtimePaid, salaryPaid } from "../engine/rules/actuals.ts";
import { type Fraction, fraction, product } from "../engine/values/fraction.ts";
import { type AnnualPay, divide, dollarText, type Money, PAY_PER_CENT, times, ZERO } from "../engine/values/money.ts";
import type { Actuals, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { type Found, officerFinding, type Whose } from "./finding.ts";

const HALF = fraction(1, 2);

/** What an auditor would ask of an officer's actuals, though nothing in them is against a rule. */
export function unusualPay({ officer, overtimePaid: overtime }: OfficerClaim, whose: Whose, found: Found): void {
  const { actuals, spans } = officer;
  const { terms } = whose;
  const line = spans[0]?.line;
  if (actuals.length === 0 || line === undefined) return;
  const salary = topSalary(spans);
  const share = quarterShare(terms);
  if (isAbove(overtime, salary, product(share, HALF)))
    found(
      officerFinding(
        { code: "overtime-above-half-salary", officer, line, amount: overtime, ...whose },
        () => `was paid ${dollarText(overtime)} of overtime, more than half of the quarter's salary`,
        "check the overtime, and whether it is that of one quarter",
      ),
    );
  const paid = salaryPaid(actualsOf(officer, terms.quarter.id), terms) ?? ZERO;
  if (paid > quarterOf(salary, share, terms))
    found(
      officerFinding(
        { code: "salary-paid-above-share", officer, line, amount: paid, ...whose },
        () => `was paid ${dollarText(paid)} of salary, more than the quarter's share of the annual salary`,
        "check both; the lesser of the two is claimed, and overtime is not salary",
      ),
    );
  const same = identicalOvertime(actuals, terms);
  if (same !== undefined)
    found(
      officerFinding(
        { code: "overtime-identical", officer, line, amount: same, ...whose },
        () =>
          `has the same overtime, ${dollarText(same)}, in ${actuals.length === 2 ? "both" : `all ${actuals.length}`} quarters`,
        "check that it is what was worked, and no estimate spread over the year",
      ),
    );
}

/** The highest annual salary among an officer's rows. */
function topSalary(spans: readonly Span[]): AnnualPay {
  let top: AnnualPay = 0;
  for (const { salary } of spans) if (salary > top) top = salary;
  return top;
}

const isAbove = (paid: Money, salary: AnnualPay, { n, d }: Fraction): boolean =>
  times(times(paid, PAY_PER_CENT), d) > times(salary, n);

/** The quarter's share of an annual salary, rounded as a claim rounds it. */
const quarterOf = (salary: AnnualPay, { n, d }: Fraction, { readings }: Terms): Money =>
  divide(times(salary, n), times(d, PAY_PER_CENT), readings);

/** The overtime that is the same in every quarter, if it is, and more than nothing. */
function identicalOvertime(actuals: readonly Actuals[], terms: Terms): Money | undefined {
  if (actuals.length < 2) return undefined;
  const [first, ...others] = actuals.map((one) => overtimePaid(one, terms));
  if (first === undefined || first === null || first === 0) return undefined;
  return others.every((amount) => amount === first) ? first : undefined;
}
