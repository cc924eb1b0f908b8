import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, notBelowZero, ZERO } from "../values/money.ts";
import type { Agency, Officer, PriorClaim } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { claimedEver, lessClaimed } from "./once-ever.ts";
import { isTaskForceOfficer } from "./program-model.ts";

/**
 * Rule equipment (FOP-2025-09): the lesser of the officer's receipts to date and the allowance, less what prior claims
 * claimed, for a task force officer trained by the quarter's end. @param reasons gets why it is less than the receipts
 * @returns cents, zero or more
 */
export function equipment(officer: Officer, { prior }: Agency, terms: Terms, reasons: Reason[], steps?: Step[]): Money {
  const receipts = officer.equipmentCost;
  if (receipts === null || receipts === 0) return ZERO;
  if (!isTaskForceOfficer(officer, terms)) {
    reasons.push(NOT_TASK_FORCE);
    steps?.push(nothing({ rule: "equipment", note: NOT_TASK_FORCE.message }));
    return ZERO;
  }
  const allowed = lesser(receipts, terms.equipmentAllowance);
  steps?.push(
    exactly(moneyText(allowed), {
      rule: "equipment",
      policy: "equipment-allowance",
      inputs: [{ of: "roster", field: "equipmentCost", lines: officer.spans.map(({ line }) => line) }],
      formula: `min(${moneyText(receipts)}, ${moneyText(terms.equipmentAllowance)})`,
    }),
  );
  const amount = lessClaimed(allowed, prior, "equipment", equipmentOf(officer), steps);
  const before = receiptsBefore(officer, prior, receipts);
  const fresh = notBelowZero(minus(receipts, before));
  if (amount < fresh) reasons.push(overAllowance(minus(fresh, amount)));
  else if (before > 0) reasons.push(claimedBefore(before));
  return amount;
}

/** The receipts that prior claims had: what they claimed, or the receipts that one of them states, where these are no more than now. */
function receiptsBefore(officer: Officer, prior: readonly PriorClaim[], receipts: Money): Money {
  let most = claimedEver(prior, equipmentOf(officer));
  for (const { officers } of prior) {
    const line = officers.get(officer.id);
    const stated = line && line.equipment > 0 ? (line.receipts ?? ZERO) : ZERO;
    if (stated <= receipts && stated > most) most = stated;
  }
  return most;
}

/** What a prior claim claimed of an officer's equipment. */
export const equipmentOf =
  ({ id }: Officer) =>
  ({ officers }: PriorClaim): Money =>
    officers.get(id)?.equipment ?? ZERO;

const NOT_TASK_FORCE: Reason = {
  code: "equipment-not-task-force",
  message: "no equipment: not a trained task force officer by the quarter's end",
};

const claimedBefore = (claimed: Money): Reason => ({
  code: "equipment-claimed-before",
  message: `${dollarText(claimed)} of equipment receipts were in a prior claim`,
});

const overAllowance = (over: Money): Reason => ({
  code: "equipment-over-allowance",
  message: `${dollarText(over)} of equipment receipts are over the allowance`,
});
