import { claimPay, type PayLines } from "../pay.ts";
import { ZERO } from "../values/money.ts";
import type { Agency, Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { actualsOf, overtimePaid } from "./actuals.ts";
import type { EarlierLine } from "./overtime-cap.ts";

/**
 * Rule prior-claims: what the earlier quarters of the fiscal year claimed of an officer. A prior claim is what was claimed;
 * a quarter without one that payroll knows is computed under the same policy and readings with the roster at hand.
 */
export function earlierLines(officer: Officer, agency: Agency, terms: Terms): readonly EarlierLine[] {
  if (terms.earlier.length === 0 || (agency.prior.length === 0 && agency.payrollQuarters.size === 0)) return NONE;
  const lines: EarlierLine[] = [];
  for (const then of terms.earlier) {
    const quarter = then.quarter.id;
    const filed = agency.prior.find((claim) => claim.quarter === quarter);
    if (filed) {
      const line = filed.officers.get(officer.id);
      lines.push({ quarter, salary: line?.salary ?? ZERO, overtime: line?.overtime ?? ZERO });
    } else if (agency.payrollQuarters.has(quarter)) {
      const { salary, overtime }: PayLines = claimPay(officer, then, lines);
      lines.push({ quarter, salary, overtime });
    }
  }
  return lines;
}

/** What a prior claim claimed of an officer in an earlier quarter of the year, and what payroll of that quarter gives. */
export interface PriorAndPayroll {
  readonly filed: EarlierLine;
  readonly payroll: EarlierLine;
  /** The lines of which payroll states what was paid; of others it tells nothing. */
  readonly stated: readonly ("salary" | "overtime")[];
}

/** The earlier quarters of which both a prior claim and payroll are there; the prior claim is what was claimed. */
export function priorAndPayroll(officer: Officer, agency: Agency, terms: Terms): PriorAndPayroll[] {
  const lines = earlierLines(officer, agency, terms);
  return terms.earlier.flatMap((then) => {
    const quarter = then.quarter.id;
    const at = lines.findIndex((line) => line.quarter === quarter);
    const filed = lines[at];
    const actuals = actualsOf(officer, quarter);
    if (!filed || !actuals || !agency.prior.some((claim) => claim.quarter === quarter)) return [];
    const { salary, overtime } = claimPay(officer, then, lines.slice(0, at));
    const stated = [
      ...(overtimePaid(actuals, then) === null ? [] : (["overtime"] as const)),
      ...(actuals.salaryPaid === null ? [] : (["salary"] as const)),
    ];
    return [{ filed, payroll: { quarter, salary, overtime }, stated }];
  });
}

const NONE: readonly EarlierLine[] = [];
