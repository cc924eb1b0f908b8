import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, notBelowZero, plus, ZERO } from "../values/money.ts";
import type { Agency } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { isTaskForceOfficer } from "./program-model.ts";

/**
 * Rule vehicles (FOP-2025-09, FLHSMV-2025-10-01): the lesser of the agency's receipts in the quarter and the once-ever
 * allowance less what prior claims took, for an agency with a trained task force officer by the quarter's end.
 * @returns cents, zero or more, and why it is less than the receipts
 */
export function vehicles(agency: Agency, terms: Terms, steps?: Step[]): { amount: Money; reason: Reason | undefined } {
  const row = agency.placements.find(({ quarter }) => quarter === terms.quarter.id);
  const receipts = row?.vehicleCost ?? ZERO;
  if (receipts === 0) return { amount: ZERO, reason: undefined };
  if (!hasTaskForceOfficer(agency, terms)) return noVehicles(steps);
  let taken: Money = ZERO;
  for (const claim of agency.prior) taken = plus(taken, claim.vehicles);
  const amount = lesser(receipts, notBelowZero(minus(terms.vehicleAllowance, taken)));
  steps?.push(
    exactly(moneyText(amount), {
      rule: "vehicles",
      policy: "vehicle-allowance",
      inputs: [{ of: "rates", field: "vehicleCost", lines: row ? [row.line] : [] }],
      formula: `min(${moneyText(receipts)}, max(0, ${moneyText(terms.vehicleAllowance)} − ${moneyText(taken)}))`,
    }),
  );
  if (amount === receipts) return { amount, reason: undefined };
  const over = dollarText(minus(receipts, amount));
  return {
    amount,
    reason: { code: "vehicles-over-allowance", message: `${over} of vehicle receipts are over the allowance` },
  };
}

function noVehicles(steps?: Step[]): { amount: Money; reason: Reason } {
  steps?.push(nothing({ rule: "vehicles", note: NO_TASK_FORCE }));
  return { amount: ZERO, reason: { code: "vehicles-no-task-force", message: NO_TASK_FORCE } };
}

function hasTaskForceOfficer(agency: Agency, terms: Terms): boolean {
  for (const officer of agency.officers) if (isTaskForceOfficer(officer, terms)) return true;
  return false;
}

const NO_TASK_FORCE = "no vehicles: no trained task force officer by the quarter's end";
