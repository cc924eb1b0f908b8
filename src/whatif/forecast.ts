import { figureTexts } from "../document/figures.ts";
import { withClaim } from "../document/prior.ts";
import { type AgencyClaim, claimAgency } from "../engine/agency.ts";
import { bandText } from "../engine/readings/rate-rounding.ts";
import { sumTotals, type Totals } from "../engine/rules/total.ts";
import type { FiscalYear } from "../engine/values/calendar.ts";
import { fraction } from "../engine/values/fraction.ts";
import type { Readings } from "../engine/values/ids.ts";
import { moneyText, plus, ZERO } from "../engine/values/money.ts";
import type { Actuals, Agency, Officer, Placement } from "../engine/values/records.ts";
import type { Band, Terms } from "../engine/values/terms.ts";
import { type Policy, termsFor } from "../policy/policy.ts";
import { quartersOfYear } from "./year.ts";

const FIGURES = ["salary", "benefits", "overtime", "other_funding", "award", "total"] as const;

/** What a quarter is expected to bring; total = salary + benefits + overtime − other_funding + award. */
type ForecastQuarter = { readonly id: string } & { readonly [Name in (typeof FIGURES)[number]]: string };

/** The year with the placement rate in one band, or below all (null). */
export interface ForecastBand {
  readonly band: string | null;
  readonly quarters: readonly ForecastQuarter[];
  readonly total: string;
}

/** The claims-forecast/1 document. */
export interface ForecastDocument {
  readonly schema: "claims-forecast/1";
  readonly year: string;
  readonly policy: string;
  readonly agencies: number;
  readonly officers: number;
  /** What it takes for granted, in words. */
  readonly assumptions: readonly string[];
  /** Agencies left out for errors. */
  readonly left_out: readonly string[];
  readonly bands: readonly ForecastBand[];
}

/** What a forecast rests on. */
export interface ForecastOf {
  readonly policy: Policy;
  readonly year: FiscalYear;
  /** The readings that were chosen; the others are the policy's. */
  readonly readings: Partial<Readings>;
  /** Those without errors; what their roster says of one quarter is expected of each that payroll does not name. */
  readonly agencies: readonly Agency[];
  readonly leftOut: readonly string[];
}

/** The year's expected reimbursement, quarter by quarter, with the placement rate in each band and below. Pure. */
export function forecast({ policy, year, readings, agencies, leftOut }: ForecastOf): ForecastDocument {
  const terms = quartersOfYear(year).map((quarter) => termsFor(policy, quarter, readings));
  const expected = agencies.map((agency) => expectedOf(agency, terms));
  const bands = [...(terms.at(-1)?.bands ?? [])].sort((a, b) => b.from - a.from);
  return {
    schema: "claims-forecast/1",
    year: year.id,
    policy: policy.id,
    agencies: agencies.length,
    officers: expected.reduce((sum, { officers }) => sum + officers.length, 0),
    assumptions: ASSUMPTIONS,
    left_out: leftOut,
    bands: [...bands, null].map((band) => bandYear(band, expected, terms)),
  };
}

const ASSUMPTIONS = [
  "the roster as it stands: its raises, departures and training dates, and no others",
  "a quarter that payroll names: what payroll paid; any other: annual salary and benefits",
  "overtime_paid and other_funding of the roster in every quarter that payroll does not name; blank is none",
  "the same band in every quarter",
  "no once-ever allowances: equipment and vehicles are claimed on receipts",
];

type Expected = Agency & { readonly officers: readonly Officer[] };

/** The agency with what each quarter is expected to bring in place of what is known of one alone. */
function expectedOf(agency: Agency, terms: readonly Terms[]): Expected {
  const quarters = terms.map(({ quarter }) => quarter.id);
  const officers = [...agency.officers].map((officer) => ({
    id: officer.id,
    name: officer.name,
    spans: officer.spans,
    equipmentCost: null,
    actuals: quarters.flatMap((quarter) => expectedActuals(officer, quarter, agency.payrollQuarters)),
  }));
  return { ...agency, officers, placements: [], prior: [] };
}

function expectedActuals({ actuals }: Officer, quarter: string, named: ReadonlySet<string>): Actuals[] {
  if (named.has(quarter)) return actuals.filter((one) => one.quarter === quarter);
  const ofRoster = actuals.find(({ payrollLines }) => payrollLines.length === 0);
  return ofRoster ? [{ ...ofRoster, quarter, salaryPaid: null, benefitsPaid: null }] : [];
}

/** The quarters of a year one after the other, each agency's rate at the least of a band. */
function bandYear(band: Band | null, agencies: readonly Expected[], terms: readonly Terms[]): ForecastBand {
  let chained = agencies;
  const quarters = terms.map((quarter): Totals & { readonly id: string } => {
    const claims = chained.map((agency) => claimAgency(at(band, agency, quarter), quarter));
    chained = chained.map((agency, index) => afterClaim(agency, claims[index], quarter));
    return { id: quarter.quarter.id, ...sumTotals(claims.map((claim) => claim.totals)) };
  });
  return {
    band: band && bandText(band),
    quarters: quarters.map(({ id, ...totals }) => ({ id, ...figureTexts(totals, FIGURES) })),
    total: moneyText(quarters.reduce((sum, { total }) => plus(sum, total), ZERO)),
  };
}

function at(band: Band | null, agency: Expected, { quarter }: Terms): Agency {
  if (!band) return agency;
  const placement: Placement = {
    quarter: quarter.id,
    line: 0,
    provided: null,
    successful: null,
    rate: fraction(band.from, 1),
    reference: null,
    vehicleCost: null,
  };
  return { ...agency, placements: [placement] };
}

const afterClaim = (agency: Expected, claim: AgencyClaim | undefined, { quarter }: Terms): Expected =>
  claim ? withClaim(agency, claim, quarter.id) : agency;
