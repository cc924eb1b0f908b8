import type { Step } from "../derivation.ts";
import { dollarsText, type Fraction, fraction, product } from "../values/fraction.ts";
import {
  divideDown,
  type Money,
  minus,
  moneyText,
  notBelowZero,
  PAY_PER_CENT,
  payText,
  plus,
  times,
  type Whole,
  ZERO,
} from "../values/money.ts";
import type { Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { type EligibleDays, eligibleSpans, salaried } from "./eligible.ts";

/** What one quarter of the fiscal year claimed, before this one. */
export interface EarlierLine {
  readonly quarter: string;
  readonly salary: Money;
  /** Before other funding was taken off. */
  readonly overtime: Money;
}

/**
 * Rule overtime-cap (DHS-2025-09-02: overtime up to 25 % of the annual salary): the room left for the quarter's overtime.
 * Rounded down, because the words are "up to". Earlier claims are never taken back, so the room is never below zero.
 * @param salary the quarter's salary line @param earlier the year's earlier quarters, in order @returns cents, zero or more
 */
export function overtimeCapRoom(
  officer: Officer,
  salary: Money,
  earlier: readonly EarlierLine[],
  terms: Terms,
  steps?: Step[],
): Money {
  const reading = terms.readings["overtime-cap"];
  const bound = reading === "annual" ? annualBound(officer, terms, steps) : salaryBound(salary, earlier, terms, steps);
  if (reading === "quarter" || earlier.length === 0) return bound;
  let claimed: Money = ZERO;
  for (const { overtime } of earlier) claimed = plus(claimed, overtime);
  const room = notBelowZero(minus(bound, claimed));
  if (steps && claimed !== ZERO)
    steps.push({
      rule: "prior-claims",
      inputs: earlier.map(({ quarter }) => ({ of: "payroll", field: "overtimePaid", lines: [], quarter })),
      note: `claimed in ${earlier.map(({ quarter }) => quarter).join(", ")}`,
      formula: `max(0, ${[bound, ...earlier.map(({ overtime }) => overtime)].map(moneyText).join(" − ")})`,
      exact: moneyText(room),
      value: moneyText(room),
    });
  return room;
}

/** 25 % of the annual salary: where pay changed, of its mean over the eligible days of the year so far, by days. */
function annualBound(officer: Officer, terms: Terms, steps?: Step[]): Money {
  const { quarter } = terms;
  const rows = salaried(eligibleSpans(officer, quarter.year.start, quarter.end, terms), terms);
  const only = rows.length === 1 ? rows[0] : undefined;
  if (only) return shareRoundedDown(fraction(only.span.salary, PAY_PER_CENT), rows, terms, steps);
  let weighted: Whole = 0;
  let days = 0;
  for (const row of rows) {
    weighted = plus(weighted, times(row.span.salary, row.days));
    days += row.days;
  }
  if (days === 0) return ZERO;
  if (steps) explainMean(rows, fraction(weighted, times(days, 10_000)), days, steps);
  return shareRoundedDown(fraction(weighted, times(days, PAY_PER_CENT)), rows, terms, steps);
}

/** Readings accrued and quarter: 25 % of the salary claimed this year to date, or this quarter. */
function salaryBound(salary: Money, earlier: readonly EarlierLine[], terms: Terms, steps?: Step[]): Money {
  const toDate =
    terms.readings["overtime-cap"] === "accrued" ? [...earlier.map((line) => line.salary), salary] : [salary];
  const base = toDate.reduce((sum, line) => plus(sum, line), ZERO);
  if (steps && toDate.length > 1)
    steps.push({
      rule: "overtime-cap",
      reading: "overtime-cap",
      formula: toDate.map(moneyText).join(" + "),
      exact: moneyText(base),
      value: moneyText(base),
    });
  return shareRoundedDown(fraction(base, 1), [], terms, steps);
}

/** @param base cents */
function shareRoundedDown(base: Fraction, rows: readonly EligibleDays[], terms: Terms, steps?: Step[]): Money {
  const exact = product(base, terms.overtimeCapShare);
  const bound: Money = divideDown(exact.n, exact.d);
  steps?.push({
    rule: "overtime-cap",
    reading: "overtime-cap",
    policy: "overtime-cap-share",
    ...(rows.length === 1
      ? { inputs: rows.map(({ span }) => ({ of: "roster" as const, field: "salary" as const, lines: [span.line] })) }
      : {}),
    formula: `${dollars(base)} × ${terms.overtimeCapShare.n}/${terms.overtimeCapShare.d}`,
    exact: dollars(exact),
    rounding: "down",
    value: moneyText(bound),
  });
  return bound;
}

const dollars = (cents: Fraction): string => dollarsText(fraction(cents.n, times(cents.d, 100)));

function explainMean(rows: readonly EligibleDays[], mean: Fraction, days: number, steps: Step[]): void {
  steps.push({
    rule: "overtime-cap",
    inputs: rows.map(({ span }) => ({ of: "roster", field: "salary", lines: [span.line] })),
    formula: `(${rows.map(({ span, days }) => `${payText(span.salary)} × ${days}`).join(" + ")}) ÷ ${days}`,
    exact: dollarsText(mean),
    value: dollarsText(mean),
  });
}
