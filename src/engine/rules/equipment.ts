import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, notBelowZero, plus, ZERO } from "../values/money.ts";
import type { Agency, Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { isTaskForceOfficer } from "./program-model.ts";

/**
 * Rule equipment (FOP-2025-09): the lesser of the receipts and the once-ever allowance less what prior claims took, for a
 * task force officer trained by the quarter's end. Receipts that a prior claim stated and claimed are not claimed again.
 * @returns cents, zero or more, and why it is less than the receipts
 */
export function equipment(
  officer: Officer,
  agency: Agency,
  terms: Terms,
  steps?: Step[],
): { amount: Money; reason: Reason | undefined } {
  const receipts = officer.equipmentCost;
  if (receipts === null || receipts === 0) return NOTHING;
  if (!isTaskForceOfficer(officer, terms)) {
    steps?.push(nothing({ rule: "equipment", note: NOT_TASK_FORCE.reason.message }));
    return NOT_TASK_FORCE;
  }
  let taken: Money = ZERO;
  for (const claim of agency.prior) taken = plus(taken, claim.officers.get(officer.id)?.equipment ?? ZERO);
  const left = notBelowZero(minus(terms.equipmentAllowance, taken));
  const before = claimedBefore(officer, agency, receipts);
  const fresh = minus(receipts, before);
  const amount = lesser(fresh, left);
  if (before > 0)
    steps?.push(
      exactly(moneyText(fresh), { rule: "prior-claims", formula: `${moneyText(receipts)} − ${moneyText(before)}` }),
    );
  steps?.push(
    exactly(moneyText(amount), {
      rule: "equipment",
      policy: "equipment-allowance",
      inputs: [{ of: "roster", field: "equipmentCost", lines: officer.spans.map(({ line }) => line) }],
      formula: `min(${moneyText(fresh)}, max(0, ${moneyText(terms.equipmentAllowance)} − ${moneyText(taken)}))`,
    }),
  );
  if (amount < fresh) return { amount, reason: overAllowance(minus(fresh, amount)) };
  return { amount, reason: before > 0 ? alreadyClaimed(before) : undefined };
}

/**
 * The part of the receipts that prior claims claimed: receipts are taken to hold those of a prior claim where they are at
 * least as much, because the roster does not tell new receipts from old ones and this claims less.
 */
function claimedBefore(officer: Officer, agency: Agency, receipts: Money): Money {
  let most: Money = ZERO;
  for (const claim of agency.prior) {
    const line = claim.officers.get(officer.id);
    const stated = line && line.equipment > 0 ? (line.receipts ?? ZERO) : ZERO;
    if (stated <= receipts && stated > most) most = stated;
  }
  return most;
}

const NOTHING = { amount: ZERO, reason: undefined };

const NOT_TASK_FORCE = {
  amount: ZERO,
  reason: {
    code: "equipment-not-task-force",
    message: "no equipment: not a trained task force officer by the quarter's end",
  } satisfies Reason,
};

const alreadyClaimed = (before: Money): Reason => ({
  code: "equipment-claimed-before",
  message: `${dollarText(before)} of equipment receipts were in a prior claim`,
});

const overAllowance = (over: Money): Reason => ({
  code: "equipment-over-allowance",
  message: `${dollarText(over)} of equipment receipts are over the allowance`,
});
