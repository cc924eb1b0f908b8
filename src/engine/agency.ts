import { type Derivation, newDerivation, type Step } from "./derivation.ts";
import { claimOfficer, type OfficerClaim } from "./officer.ts";
import { type AwardTerms, awardTerms } from "./rules/award.ts";
import { vehicles } from "./rules/vehicles.ts";
import { type Money, plus, ZERO } from "./values/money.ts";
import type { Reason } from "./values/reasons.ts";
import type { Agency } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** Counts and sums of lines; nothing in them is rounded again. Amounts in cents. */
export interface Totals {
  officers: number;
  /** Officers with a total above zero. */
  claimedOfficers: number;
  /** Officers with an award above zero. */
  awardOfficers: number;
  salary: Money;
  benefits: Money;
  /** The salary and benefits lines without payroll behind them. */
  estimated: Money;
  overtime: Money;
  overCap: Money;
  otherFunding: Money;
  award: Money;
  equipment: Money;
  vehicles: Money;
  total: Money;
}

/** An officer with pay in a quarter of which only a part was eligible. */
export interface PartQuarter {
  readonly officer: string;
  /** Of the officer's last row. */
  readonly line: number | null;
  readonly eligibleDays: number;
  readonly overtimePaid: Money;
}

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
  /** Whatever the detail. */
  readonly partQuarter: readonly PartQuarter[];
  readonly reasons: readonly Reason[];
  readonly totals: Totals;
}

/** How much of the claim is kept: every officer with the steps of each figure, every officer, or the totals alone. */
export type Detail = "derivations" | "officers" | "totals";

export const noTotals = (): Totals => ({
  officers: 0,
  claimedOfficers: 0,
  awardOfficers: 0,
  salary: ZERO,
  benefits: ZERO,
  estimated: ZERO,
  overtime: ZERO,
  overCap: ZERO,
  otherFunding: ZERO,
  award: ZERO,
  equipment: ZERO,
  vehicles: ZERO,
  total: ZERO,
});

/** Computes the claim of one agency for the quarter of the terms. Pure. */
export function claimAgency(agency: Agency, terms: Terms, detail: Detail = "officers"): AgencyClaim {
  const placement = agency.placements.find(({ quarter }) => quarter === terms.quarter.id);
  const awards = awardTerms(placement, terms);
  const totals = noTotals();
  const officers: OfficerClaim[] = [];
  const derivations: Derivation[] = [];
  const partQuarter: PartQuarter[] = [];
  for (const officer of agency.officers) {
    const derivation = detail === "derivations" ? newDerivation() : undefined;
    const claim = claimOfficer(officer, agency, awards, terms, derivation);
    addOfficer(totals, claim);
    if (claim.partQuarterActuals) partQuarter.push(partQuarterOf(claim));
    if (detail !== "totals") officers.push(claim);
    if (derivation) derivations.push(derivation);
  }
  const vehicleSteps: Step[] = [];
  const { amount, reason } = vehicles(agency, terms, detail === "derivations" ? vehicleSteps : undefined);
  totals.vehicles = amount;
  totals.total = plus(totals.total, amount);
  const reasons = reason ? [reason] : [];
  return { agency, awards, officers, derivations, vehicleSteps, partQuarter, reasons, totals };
}

const partQuarterOf = ({ officer, eligibleDays, overtimePaid }: OfficerClaim): PartQuarter => ({
  officer: officer.id,
  line: officer.spans.at(-1)?.line ?? null,
  eligibleDays,
  overtimePaid,
});

function addOfficer(totals: Totals, claim: OfficerClaim): void {
  totals.officers += 1;
  if (claim.total > 0) totals.claimedOfficers += 1;
  if (claim.award > 0) totals.awardOfficers += 1;
  totals.salary = plus(totals.salary, claim.salary);
  totals.benefits = plus(totals.benefits, claim.benefits);
  totals.estimated = plus(totals.estimated, claim.estimated);
  totals.overtime = plus(totals.overtime, claim.overtime);
  totals.overCap = plus(totals.overCap, claim.overCap);
  totals.otherFunding = plus(totals.otherFunding, claim.otherFunding);
  totals.award = plus(totals.award, claim.award);
  totals.equipment = plus(totals.equipment, claim.equipment);
  totals.total = plus(totals.total, claim.total);
}

/** The sum of several agencies' totals. */
export function sumTotals(all: readonly Totals[]): Totals {
  const sum = noTotals();
  for (const totals of all)
    for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] = plus(sum[key], totals[key]) as number;
  return sum;
}
