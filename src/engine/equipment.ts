import { nothing, type Step } from "./derivation.ts";
import { eligibleDays } from "./eligibility.ts";
import { dollarText, lesser, type Money, minus, moneyText, notBelowZero, plus, ZERO } from "./money.ts";
import type { Reason } from "./reasons.ts";
import type { Agency, Officer } from "./records.ts";
import type { Terms } from "./terms.ts";

/** Whether an officer has been an eligible task force officer on any day from the programme's start to the quarter's end. */
export function isTaskForceOfficer(officer: Officer, terms: Terms): boolean {
  return officer.spans.some(
    (span) =>
      span.model === "TFM" &&
      eligibleDays(span, terms.programmeStart, terms.quarter.end, terms.programmeStart) !== undefined,
  );
}

/**
 * Rule equipment (FOP-2025-09): the lesser of the receipts and the once-ever allowance less what prior claims took, for a
 * task force officer trained by the quarter's end. @returns cents, zero or more, and why it is less than the receipts
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
  const amount = lesser(receipts, left);
  steps?.push({
    rule: "equipment",
    policy: "equipment-allowance",
    inputs: [{ of: "roster", field: "equipmentCost", lines: officer.spans.map(({ line }) => line) }],
    formula: `min(${moneyText(receipts)}, max(0, ${moneyText(terms.equipmentAllowance)} − ${moneyText(taken)}))`,
    exact: moneyText(amount),
    value: moneyText(amount),
  });
  return { amount, reason: amount === receipts ? undefined : overAllowance(minus(receipts, amount)) };
}

const NOTHING = { amount: ZERO, reason: undefined };

const NOT_TASK_FORCE = {
  amount: ZERO,
  reason: {
    code: "equipment-not-task-force",
    message: "no equipment: not a trained task force officer by the quarter's end",
  } satisfies Reason,
};

const overAllowance = (over: Money): Reason => ({
  code: "equipment-over-allowance",
  message: `${dollarText(over)} of equipment receipts are over the allowance`,
});
