import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, ZERO } from "../values/money.ts";
import type { Agency, PriorClaim } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { lessClaimed } from "./once-ever.ts";
import { isTaskForceOfficer } from "./program-model.ts";

/**
 * Rule vehicles (FOP-2025-09, FLHSMV-2025-10-01): the lesser of the agency's receipts in the quarter and what prior claims
 * left of the allowance, for an agency with a trained task force officer by the quarter's end.
 * @param reasons gets why it is less than the receipts @returns cents, zero or more
 */
export function vehicles(agency: Agency, terms: Terms, reasons: Reason[], steps?: Step[]): Money {
  const row = agency.placements.find(({ quarter }) => quarter === terms.quarter.id);
  const receipts = row?.vehicleCost ?? ZERO;
  if (!row || receipts === 0) return ZERO;
  if (!hasTaskForceOfficer(agency, terms)) {
    reasons.push(NO_TASK_FORCE);
    steps?.push(nothing({ rule: "vehicles", note: NO_TASK_FORCE.message }));
    return ZERO;
  }
  const left = lessClaimed(terms.vehicleAllowance, agency.prior, "vehicles", claimedVehicles, steps);
  const amount = lesser(receipts, left);
  steps?.push(
    exactly(moneyText(amount), {
      rule: "vehicles",
      policy: "vehicle-allowance",
      inputs: [{ of: "rates", field: "vehicleCost", lines: [row.line] }],
      formula: `min(${moneyText(receipts)}, ${moneyText(left)})`,
    }),
  );
  if (amount < receipts)
    reasons.push({
      code: "vehicles-over-allowance",
      message: `${dollarText(minus(receipts, amount))} of vehicle receipts are over the allowance`,
    });
  return amount;
}

const claimedVehicles = ({ vehicles }: PriorClaim): Money => vehicles;

function hasTaskForceOfficer(agency: Agency, terms: Terms): boolean {
  for (const officer of agency.officers) if (isTaskForceOfficer(officer, terms)) return true;
  return false;
}

const NO_TASK_FORCE: Reason = {
  code: "vehicles-no-task-force",
  message: "no vehicles: no trained task force officer by the quarter's end",
};
