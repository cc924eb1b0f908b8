import { TOTAL_FIGURES } from "../document/figures.ts";
import { inQuarterOrder } from "../document/prior.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument, TotalsDocument } from "../document/schema.ts";
import { fiscalQuarter } from "../engine/rules/fiscal-quarter.ts";
import type { FiscalYear, Quarter } from "../engine/values/calendar.ts";
import { moneyFromText, moneyText, plus, ZERO } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { type FullYearOfficer, fullYear } from "./full-year.ts";

/** One agency's year. */
export interface YearAgency {
  readonly agency_id: string;
  readonly agency_name: string | null;
  readonly totals: TotalsDocument;
  /** In roster order; none where there are not all four quarters. */
  readonly full_year: readonly FullYearOfficer[];
}

/** The claims-year/1 document. */
export interface YearDocument {
  readonly schema: "claims-year/1";
  readonly year: string;
  /** In order of their quarters; those that were filed as they are. */
  readonly quarters: readonly ClaimDocument[];
  /** Quarters that neither rates nor payroll name, and of which no claim was filed. */
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

/** What a year is put together from. */
export interface YearOf {
  readonly year: FiscalYear;
  /** Computed and filed, at most one for each agency and quarter. */
  readonly documents: readonly ClaimDocument[];
  /** The run's agencies: filed documents may have others. */
  readonly agencies: ReadonlySet<string>;
  /** Of the year's four quarters, in order. */
  readonly terms: readonly Terms[];
}

/** The year of the claims of its quarters. Pure. */
export function yearDocument({ year, documents, agencies: own, terms }: YearOf): YearDocument {
  const quarters = inQuarterOrder(documents, ({ quarter }) => quarter.id);
  const byAgency = new Map<string, AgencyDocument[]>();
  for (const claim of quarters.flatMap(({ claims }) => claims)) {
    if (!own.has(claim.agency_id)) continue;
    const claims = byAgency.get(claim.agency_id);
    if (claims) claims.push(claim);
    else byAgency.set(claim.agency_id, [claim]);
  }
  const agencies = [...byAgency.keys()].sort().map((id) => agencyYear(byAgency.get(id) ?? [], terms));
  const there = new Set(quarters.map(({ quarter }) => quarter.id));
  return {
    schema: "claims-year/1",
    year: year.id,
    quarters,
    left_out: quartersOfYear(year).flatMap(({ id }) => (there.has(id) ? [] : [id])),
    agencies,
    totals: { agencies: agencies.length, ...yearTotals([...byAgency.values()].flat()) },
  };
}

const agencyYear = (claims: readonly AgencyDocument[], terms: readonly Terms[]): YearAgency => ({
  agency_id: claims[0]?.agency_id ?? "",
  agency_name: claims.at(-1)?.agency_name ?? null,
  totals: yearTotals(claims),
  full_year: fullYear(claims, terms),
});

/** Sums of claims' lines; an officer counts once, however many claims there are. */
export function yearTotals(claims: readonly AgencyDocument[]): TotalsDocument {
  const count = (counts: (officer: OfficerDocument) => boolean): number =>
    new Set(
      claims.flatMap(({ agency_id, officers }) =>
        officers.filter(counts).map(({ officer_id }) => JSON.stringify([agency_id, officer_id])),
      ),
    ).size;
  const sums = TOTAL_FIGURES.map((figure): [string, string] => [
    figure,
    moneyText(claims.reduce((sum, { totals }) => plus(sum, moneyFromText(totals[figure])), ZERO)),
  ]);
  const isSome = (amount: string): boolean => moneyFromText(amount) > 0;
  return {
    officers: count(() => true),
    claimed_officers: count(({ total }) => isSome(total)),
    award_officers: count(({ award }) => isSome(award)),
    ...(Object.fromEntries(sums) as Record<(typeof TOTAL_FIGURES)[number], string>),
  };
}
