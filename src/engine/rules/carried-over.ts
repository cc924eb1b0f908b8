import { type Money, plus, ZERO } from "../values/money.ts";
import type { Agency, Officer, Paid } from "../values/records.ts";

/** A prior claim of another quarter that states the very actuals that the roster has now. */
export interface CarriedOver {
  readonly quarter: string;
  /** Salary, benefits and overtime paid, in cents. */
  readonly amount: Money;
}

/**
 * Rule carried-over (2-CFR-200.430): actuals in a roster name no quarter, so those of the quarter before may stand there
 * still. The same amounts, one of them not zero, as a prior claim of another quarter had are shown to be looked at.
 */
export function carriedOver({ id, actuals }: Officer, { prior }: Agency, quarter: string): CarriedOver | undefined {
  const own = actuals.find((one) => one.quarter === quarter && one.payrollLines.length === 0);
  if (!own || !FIELDS.some((field) => (own[field] ?? ZERO) > 0)) return undefined;
  const same = prior.find((claim) => claim.quarter !== quarter && isSame(own, claim.officers.get(id)?.paid));
  return (
    same && { quarter: same.quarter, amount: [own.salaryPaid, own.benefitsPaid, own.overtimePaid].reduce(add, ZERO) }
  );
}

const FIELDS = ["salaryPaid", "benefitsPaid", "overtimePaid", "otherFunding"] as const;

const isSame = (own: Paid, filed: Paid | undefined): boolean =>
  filed !== undefined && FIELDS.every((field) => own[field] === filed[field]);

const add = (sum: Money, amount: Money | null): Money => plus(sum, amount ?? ZERO);
