import { exactly, type Step } from "../derivation.ts";
import { type Money, minus, moneyText, notBelowZero, plus, ZERO } from "../values/money.ts";
import type { Agency, Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { payrollCells } from "./actuals.ts";

/** What one quarter of the fiscal year claimed of an officer, before this one. Amounts in cents. */
export interface EarlierLine {
  readonly quarter: string;
  readonly salary: Money;
  /** Before other funding was taken off. */
  readonly overtime: Money;
  /** Whether a prior claim says so, and not payroll. */
  readonly filed: boolean;
}

/**
 * Rule prior-claims: what the earlier quarters of the fiscal year claimed of an officer. A prior claim is what was claimed; a
 * quarter without one that payroll knows is computed under the same policy and readings with the roster at hand.
 * @param computed gives such a quarter, after the lines before it @returns in order of the quarters
 */
export function earlierLines(
  officer: Officer,
  { prior, payrollQuarters }: Agency,
  terms: Terms,
  computed: (then: Terms, before: readonly EarlierLine[]) => EarlierLine,
): readonly EarlierLine[] {
  if (terms.earlier.length === 0 || (prior.length === 0 && payrollQuarters.size === 0)) return NONE;
  const lines: EarlierLine[] = [];
  for (const then of terms.earlier) {
    const quarter = then.quarter.id;
    const filed = prior.find((claim) => claim.quarter === quarter);
    if (filed) {
      const { salary = ZERO, overtime = ZERO } = filed.officers.get(officer.id) ?? {};
      lines.push({ quarter, salary, overtime, filed: true });
    } else if (payrollQuarters.has(quarter)) lines.push(computed(then, lines));
  }
  return lines;
}

const NONE: readonly EarlierLine[] = [];

/** A bound less the overtime of earlier quarters. What was claimed earlier is never taken back. @returns cents, zero or more */
export function lessEarlier(bound: Money, earlier: readonly EarlierLine[], steps?: Step[]): Money {
  let claimed: Money = ZERO;
  for (const { overtime } of earlier) claimed = plus(claimed, overtime);
  if (claimed === ZERO) return bound;
  const left = notBelowZero(minus(bound, claimed));
  steps?.push(
    exactly(moneyText(left), {
      rule: "prior-claims",
      inputs: earlier.flatMap(({ quarter, filed }) => (filed ? [] : payrollCells("overtimePaid", quarter))),
      prior: earlier.flatMap(({ quarter, filed }) => (filed ? [{ figure: "overtime", quarter }] : [])),
      note: `claimed in ${earlier.map(({ quarter }) => quarter).join(", ")}`,
      formula: `max(0, ${[bound, ...earlier.map(({ overtime }) => overtime)].map(moneyText).join(" − ")})`,
    }),
  );
  return left;
}
