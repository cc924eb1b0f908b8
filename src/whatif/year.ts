import type { ClaimDocument, TotalsDocument } from "../document/schema.ts";
import { totalsDocument } from "../document/write.ts";
import type { AgencyClaim } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { salaried } from "../engine/readings/salary-models.ts";
import { eligibleRows } from "../engine/rules/eligible.ts";
import { sumTotals } from "../engine/rules/total.ts";
import { type FiscalYear, fiscalQuarter, type Quarter } from "../engine/values/calendar.ts";
import {
  divide,
  HALF_UP,
  type Money,
  minus,
  moneyText,
  PAY_PER_CENT,
  plus,
  times,
  type Whole,
  ZERO,
} from "../engine/values/money.ts";
import type { Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { documentOf } from "../run/document.ts";
import type { Run } from "../run/run.ts";

/** An officer who was eligible on every day of the year with one pay: what four quarters claimed, less the annual amount. */
export interface FullYearOfficer {
  readonly officer_id: string;
  readonly annual_salary: string;
  readonly salary: string;
  readonly salary_difference: string;
  readonly annual_benefits: string;
  readonly benefits: string;
  readonly benefits_difference: string;
}

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

const quartersOf = ({ year }: FiscalYear): Quarter[] => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n));

/** The quarters of a year that the rates or the payroll of the run's agencies name, in order. */
export function quartersNamed({ agencies }: Inputs, year: FiscalYear): Quarter[] {
  const named = new Set<string>();
  for (const { placements, payrollQuarters } of agencies) {
    for (const { quarter } of placements) named.add(quarter);
    for (const quarter of payrollQuarters) named.add(quarter);
  }
  return quartersOf(year).filter(({ id }) => named.has(id));
}

/** The year of runs that were chained. @param runs at least one, in order of their quarters */
export function yearDocument(year: FiscalYear, runs: readonly Run[]): YearDocument {
  const computed = new Set(runs.map(({ terms }) => terms.quarter.id));
  const ids = [...new Set(runs.flatMap(({ claims }) => claims.map(({ agency }) => agency.id)))].sort();
  const byAgency = ids.map((id) => runs.map((run) => ({ run, claim: claimOf(run, id) })));
  const agencies = byAgency.map((quarters) => agencyYear(quarters));
  return {
    schema: "claims-year/1",
    year: year.id,
    quarters: runs.map((run) => documentOf(run)),
    left_out: quartersOf(year).flatMap(({ id }) => (computed.has(id) ? [] : [id])),
    agencies,
    totals: { agencies: ids.length, ...yearTotals(runs.flatMap(({ claims }) => claims)) },
  };
}

const claimOf = ({ claims }: Run, id: string): AgencyClaim | undefined => claims.find(({ agency }) => agency.id === id);

interface QuarterOfAgency {
  readonly run: Run;
  readonly claim: AgencyClaim | undefined;
}

function agencyYear(quarters: readonly QuarterOfAgency[]): YearAgency {
  const claims = quarters.flatMap(({ claim }) => claim ?? []);
  const agency = claims[0]?.agency;
  return {
    agency_id: agency?.id ?? "",
    agency_name: agency?.name ?? null,
    totals: yearTotals(claims),
    full_year:
      claims.length === 4
        ? fullYear(
            claims,
            quarters.map(({ run }) => run.terms),
          )
        : [],
  };
}

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

function fullYear(claims: readonly AgencyClaim[], terms: readonly Terms[]): FullYearOfficer[] {
  const lines = claims.map(({ officers }) => new Map(officers.map((claim) => [claim.officer.id, claim])));
  return (claims[0]?.officers ?? []).flatMap(({ officer }) => {
    const quarters = lines.flatMap((byId) => byId.get(officer.id) ?? []);
    const all = quarters.every(({ eligibleDays }, index) => eligibleDays === terms[index]?.quarter.days);
    const span = all && quarters.length === 4 ? onePay(quarters, terms) : undefined;
    return span ? [fullYearOfficer(officer.id, span, quarters, terms)] : [];
  });
}

/** The row of an officer whose rows all have the same pay and time share, where they are all claimed. */
function onePay(quarters: readonly OfficerClaim[], terms: readonly Terms[]): Span | undefined {
  const last = terms.at(-1);
  const officer = quarters[0]?.officer;
  if (!last || !officer) return undefined;
  const { year } = last.quarter;
  const spans = eligibleRows(officer, year.start, year.end, last);
  const [first] = spans;
  const same = spans.every(({ span }) => first !== undefined && payKey(span) === payKey(first.span));
  return same && salaried(spans, last).length === spans.length ? first?.span : undefined;
}

const payKey = ({ salary, benefits, timeShare: { n, d } }: Span): string => [salary, benefits, n, d].join(" ");

function fullYearOfficer(
  officer_id: string,
  span: Span,
  quarters: readonly OfficerClaim[],
  terms: readonly Terms[],
): FullYearOfficer {
  const halves = terms[0]?.readings ?? HALF_UP;
  const { n, d } = span.timeShare;
  const annual = (pay: Whole): Money => divide(times(pay, n), times(d, PAY_PER_CENT), halves);
  const claimed = (line: "salary" | "benefits"): Money => quarters.reduce((sum, one) => plus(sum, one[line]), ZERO);
  const [salary, benefits] = [claimed("salary"), claimed("benefits")];
  return {
    officer_id,
    annual_salary: moneyText(annual(span.salary)),
    salary: moneyText(salary),
    salary_difference: moneyText(minus(salary, annual(span.salary))),
    annual_benefits: moneyText(annual(span.benefits)),
    benefits: moneyText(benefits),
    benefits_difference: moneyText(minus(benefits, annual(span.benefits))),
  };
}
