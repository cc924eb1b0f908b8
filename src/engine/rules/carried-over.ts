import { type Money, plus, ZERO } from "../values/money.ts";
import type { Officer, Paid, PriorClaim } from "../values/records.ts";

/** A prior claim of another quarter that states the very actuals that the roster has now. */
export interface CarriedOver {
  readonly quarter: string;
  /** What was paid alike, in cents. */
  readonly amount: Money;
}

/**
 * Rule carried-over (2-CFR-200.430): actuals in a roster name no quarter, so those of the quarter before may stand there
 * still. The amounts that a prior claim of another quarter had too are shown to be looked at: all of them where all are the
 * same, else the overtime, which hardly comes out the same twice, while salary paid often does.
 * @param own what the roster gave for the quarter
 */
export function carriedOver(
  { id }: Pick<Officer, "id">,
  own: Paid,
  prior: readonly PriorClaim[],
  quarter: string,
): CarriedOver | undefined {
  for (const claim of prior) {
    const filed = claim.officers.get(id)?.paid;
    if (claim.quarter === quarter || !filed) continue;
    const same = FIELDS.filter((field) => own[field] !== null && own[field] === filed[field]);
    const all = FIELDS.every((field) => own[field] === filed[field]);
    const alike = all ? same : same.filter((field) => field === "overtimePaid");
    if (alike.every((field) => own[field] === 0)) continue;
    return { quarter: claim.quarter, amount: alike.reduce((sum, field) => plus(sum, own[field] ?? ZERO), ZERO) };
  }
  return undefined;
}

const FIELDS = ["salaryPaid", "benefitsPaid", "overtimePaid", "otherFunding"] as const;
