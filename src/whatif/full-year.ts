import { agreementsOf, officerRecord } from "../document/records.ts";
import type { AgencyDocument, OfficerDocument } from "../document/schema.ts";
import { salaried } from "../engine/readings/salary-models.ts";
import { eligibleRows } from "../engine/rules/eligible.ts";
import {
  divide,
  HALF_UP,
  type Money,
  minus,
  moneyFromText,
  moneyText,
  PAY_PER_CENT,
  plus,
  times,
  type Whole,
  ZERO,
} from "../engine/values/money.ts";
import type { Agreement, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";

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

/** The officers whose four claimed quarters may be held against their annual amounts. @param claims of one agency, a quarter each */
export function fullYear(claims: readonly AgencyDocument[], terms: readonly Terms[]): FullYearOfficer[] {
  const lines = claims.map((claim) => {
    const agreements = agreementsOf(claim);
    return new Map(claim.officers.map((officer) => [officer.officer_id, { officer, agreements }]));
  });
  return (claims.at(-1)?.officers ?? []).flatMap(({ officer_id }) => {
    const quarters = lines.flatMap((byId) => byId.get(officer_id) ?? []);
    const all = quarters.every(({ officer }, index) => officer.eligible_days === terms[index]?.quarter.days);
    const span = all && quarters.length === 4 ? onePay(quarters, terms) : undefined;
    const claimed = quarters.map(({ officer }) => officer);
    return span ? [fullYearOfficer(officer_id, span, claimed, terms)] : [];
  });
}

/** An officer's line of a quarter, and the agency's agreements as its claim has them. */
interface OfQuarter {
  readonly officer: OfficerDocument;
  readonly agreements: readonly Agreement[] | undefined;
}

/** A row of an officer whose rows in all four claims have the same pay and time share, where they are all claimed. */
function onePay(quarters: readonly OfQuarter[], terms: readonly Terms[]): Span | undefined {
  const last = terms.at(-1);
  if (!last) return undefined;
  const { year } = last.quarter;
  const spans = quarters.flatMap(({ officer, agreements }) =>
    eligibleRows(officerRecord(officer, agreements), year.start, year.end, last),
  );
  const [first] = spans;
  if (!first) return undefined;
  const same = spans.every(({ span }) => payKey(span) === payKey(first.span));
  return same && salaried(spans, last).length === spans.length ? first.span : undefined;
}

const payKey = ({ salary, benefits, timeShare: { n, d } }: Span): string => [salary, benefits, n, d].join(" ");

function fullYearOfficer(
  officer_id: string,
  span: Span,
  quarters: readonly OfficerDocument[],
  terms: readonly Terms[],
): FullYearOfficer {
  const halves = terms[0]?.readings ?? HALF_UP;
  const { n, d } = span.timeShare;
  const annual = (pay: Whole): Money => divide(times(pay, n), times(d, PAY_PER_CENT), halves);
  const claimed = (line: "salary" | "benefits"): Money =>
    quarters.reduce((sum, one) => plus(sum, moneyFromText(one[line])), ZERO);
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
