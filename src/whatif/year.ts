import type { ClaimDocument, TotalsDocument } from "../document/schema.ts";
import { totalsDocument } from "../document/write.ts";
import type { AgencyClaim } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { fiscalQuarter } from "../engine/rules/fiscal-quarter.ts";
import { sumTotals } from "../engine/rules/total.ts";
import type { FiscalYear, Quarter } from "../engine/values/calendar.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { documentOf } from "../run/document.ts";
import type { Run } from "../run/run.ts";
import { type FullYearOfficer, fullYear } from "./full-year.ts";

/** One agency's year. */
export interface YearAgency {
  readonly agency_id: string;
  readonly agency_name: string | null;
  readonly totals: TotalsDocument;
  /** In roster order; none where not all four quarters were computed. */
  readonly full_year: readonly FullYearOfficer[];
}

/** The claims-year/1 document. */
export interface YearDocument {
  readonly schema: "claims-year/1";
  readonly year: string;
  readonly quarters: readonly ClaimDocument[];
  /** Quarters that neither rates nor payroll name. */
  readonly left_out: readonly string[];
  readonly agencies: readonly YearAgency[];
  readonly totals: TotalsDocument & { readonly agencies: number };
}

/** The four quarters of a fiscal year, in order. */
export const quartersOfYear = ({ year }: FiscalYear): Quarter[] =>
  ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n));

/** The quarters of a year that the rates or the payroll of the run's agencies name, in order. */
export function quartersNamed({ agencies }: Inputs, year: FiscalYear): Quarter[] {
  const named = new Set<string>();
  for (const { placements, payrollQuarters } of agencies) {
    for (const { quarter } of placements) named.add(quarter);
    for (const quarter of payrollQuarters) named.add(quarter);
  }
  return quartersOfYear(year).filter(({ id }) => named.has(id));
}

/** The year of runs that were chained. @param runs at least one, in order of their quarters */
export function yearDocument(year: FiscalYear, runs: readonly Run[]): YearDocument {
  const terms = runs.map((run) => run.terms);
  const computed = new Set(terms.map(({ quarter }) => quarter.id));
  const byAgency = new Map<string, AgencyClaim[]>();
  for (const claim of runs.flatMap(({ claims }) => claims)) {
    const claims = byAgency.get(claim.agency.id);
    if (claims) claims.push(claim);
    else byAgency.set(claim.agency.id, [claim]);
  }
  const agencies = [...byAgency.keys()].sort().map((id) => agencyYear(byAgency.get(id) ?? [], terms));
  return {
    schema: "claims-year/1",
    year: year.id,
    quarters: runs.map((run) => documentOf(run)),
    left_out: quartersOfYear(year).flatMap(({ id }) => (computed.has(id) ? [] : [id])),
    agencies,
    totals: { agencies: agencies.length, ...yearTotals(runs.flatMap(({ claims }) => claims)) },
  };
}

const agencyYear = (claims: readonly AgencyClaim[], terms: readonly Terms[]): YearAgency => ({
  agency_id: claims[0]?.agency.id ?? "",
  agency_name: claims[0]?.agency.name ?? null,
  totals: yearTotals(claims),
  full_year: claims.length === 4 ? fullYear(claims, terms) : [],
});

/** Sums of the quarters' lines; an officer counts once, however many quarters there are. */
function yearTotals(claims: readonly AgencyClaim[]): TotalsDocument {
  const count = (counts: (claim: OfficerClaim) => boolean): number =>
    new Set(
      claims.flatMap(({ agency, officers }) =>
        officers.filter(counts).map(({ officer }) => JSON.stringify([agency.id, officer.id])),
      ),
    ).size;
  return {
    ...totalsDocument(sumTotals(claims.map(({ totals }) => totals))),
    officers: count(() => true),
    claimed_officers: count(({ total }) => total > 0),
    award_officers: count(({ award }) => award > 0),
  };
}
