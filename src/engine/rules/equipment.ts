import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, ZERO } from "../values/money.ts";
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
  if (allowed < receipts) reasons.push(overAllowance(minus(receipts, allowed)));
  steps?.push(
    exactly(moneyText(allowed), {
      rule: "equipment",
      policy: "equipment-allowance",
      inputs: [{ of: "roster", field: "equipmentCost", lines: officer.spans.map(({ line }) => line) }],
      formula: `min(${moneyText(receipts)}, ${moneyText(terms.equipmentAllowance)})`,
    }),
  );
  const claimed = claimedEver(prior, equipmentOf(officer));
  if (claimed > 0) reasons.push(claimedBefore(claimed));
  return lessClaimed(allowed, prior, "equipment", equipmentOf(officer), steps);
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
  message: `${dollarText(claimed)} of equipment was claimed before`,
});

const overAllowance = (over: Money): Reason => ({
  code: "equipment-over-allowance",
  message: `${dollarText(over)} of equipment receipts are over the allowance`,
});
