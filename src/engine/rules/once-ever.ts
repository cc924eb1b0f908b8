import { exactly, type Step } from "../derivation.ts";
import { type Money, minus, moneyText, notBelowZero, plus, ZERO } from "../values/money.ts";
import type { PriorClaim } from "../values/records.ts";

/** What a prior claim claimed of an allowance. Amounts in cents. */
type Claimed = (claim: PriorClaim) => Money;

/** What all prior claims claimed of an allowance that is given once, whatever the fiscal year. @returns cents */
export function claimedEver(prior: readonly PriorClaim[], of: Claimed): Money {
  let claimed: Money = ZERO;
  for (const claim of prior) claimed = plus(claimed, of(claim));
  return claimed;
}

/**
 * Rule once-ever (FOP-2025-09, FLHSMV-2025-10-01): an amount less what prior claims claimed of its allowance, never below zero.
 * @returns cents
 */
export function lessClaimed(
  amount: Money,
  prior: readonly PriorClaim[],
  figure: "equipment" | "vehicles",
  of: Claimed,
  steps?: Step[],
): Money {
  const claims = prior.filter((claim) => of(claim) > 0);
  if (claims.length === 0) return amount;
  const left = notBelowZero(minus(amount, claimedEver(claims, of)));
  steps?.push(
    exactly(moneyText(left), {
      rule: "once-ever",
      prior: claims.map(({ quarter }) => ({ figure, quarter })),
      formula: `max(0, ${[amount, ...claims.map(of)].map(moneyText).join(" − ")})`,
    }),
  );
  return left;
}
