import { type Derivation, newDerivation, type Reason, type Step } from "./derivation.ts";
import { claimOfficer, type OfficerClaim } from "./officer.ts";
import { type AwardTerms, awardTerms } from "./rules/award.ts";
import { addOfficer, addVehicles, noTotals, type Totals } from "./rules/total.ts";
import { vehicles } from "./rules/vehicles.ts";
import type { Agency } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** What one agency claims for a quarter. */
export interface AgencyClaim {
  readonly agency: Agency;
  readonly awards: AwardTerms;
  /** In roster order; empty where only the totals were asked for. */
  readonly officers: readonly OfficerClaim[];
  /** One an officer, where asked for. */
  readonly derivations: readonly Derivation[];
  /** How the vehicles came about, where derivations were asked for. */
  readonly vehicleSteps: readonly Step[];
  readonly reasons: readonly Reason[];
  readonly totals: Totals;
}

/** How much of the claim is kept: every officer with the steps of each figure, every officer, or the totals alone. */
export type Detail = "derivations" | "officers" | "totals";

/** Computes the claim of one agency for the quarter of the terms. Pure. @param each sees the claim of each officer, whatever is kept */
export function claimAgency(
  agency: Agency,
  terms: Terms,
  detail: Detail = "officers",
  each?: (claim: OfficerClaim) => void,
): AgencyClaim {
  const placement = agency.placements.find(({ quarter }) => quarter === terms.quarter.id);
  const awards = awardTerms(placement, terms);
  const totals = noTotals();
  const officers: OfficerClaim[] = [];
  const derivations: Derivation[] = [];
  for (const officer of agency.officers) {
    const derivation = detail === "derivations" ? newDerivation() : undefined;
    const claim = claimOfficer(officer, agency, awards, terms, derivation);
    addOfficer(totals, claim);
    each?.(claim);
    if (detail !== "totals") officers.push(claim);
    if (derivation) derivations.push(derivation);
  }
  const vehicleSteps: Step[] = [];
  const reasons: Reason[] = [];
  addVehicles(totals, vehicles(agency, terms, reasons, detail === "derivations" ? vehicleSteps : undefined));
  return { agency, awards, officers, derivations, vehicleSteps, reasons, totals };
}
