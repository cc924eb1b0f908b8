import { type Derivation, nothing, type Step } from "./derivation.ts";
import { actualsOf, overtimePaid } from "./rules/actuals.ts";
import { costBasis } from "./rules/cost-basis.ts";
import {
  countDays,
  type EligibleDays,
  eligibleSpans,
  explainEligibleDays,
  salaried,
  whyNoEligibleDay,
} from "./rules/eligible.ts";
import { overtimeLine } from "./rules/overtime.ts";
import { type EarlierLine, overtimeCapRoom } from "./rules/overtime-cap.ts";
import { annualShare } from "./rules/salary.ts";
import type { Basis } from "./values/ids.ts";
import { dollarText, type Money, ZERO } from "./values/money.ts";
import type { Reason } from "./values/reasons.ts";
import type { Actuals, Officer } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** An officer's salary, benefits and overtime of one quarter. All amounts in cents, zero or more. */
export interface PayLines {
  readonly actuals: Actuals | undefined;
  /** The rows with an eligible day in the quarter. */
  readonly rows: readonly EligibleDays[];
  readonly eligibleDays: number;
  readonly salary: Money;
  readonly benefits: Money;
  readonly basis: Basis;
  readonly estimated: Money;
  readonly overtimePaid: Money;
  readonly room: Money;
  readonly overtime: Money;
  readonly overCap: Money;
}

/**
 * The pay lines of one officer and quarter, from the rules salary, benefits, overtime-cap and overtime.
 * @param earlier the year's earlier quarters, in order @param reasons gets why a line is less than might be expected
 */
export function claimPay(
  officer: Officer,
  terms: Terms,
  earlier: readonly EarlierLine[],
  reasons?: Reason[],
  derivation?: Derivation,
): PayLines {
  const actuals = actualsOf(officer, terms.quarter.id);
  const all = eligibleSpans(officer, terms.quarter.start, terms.quarter.end, terms);
  const rows = salaried(all, terms);
  const days = countDays(all);
  if (derivation) explainRows(officer, all, rows, terms, derivation);
  const salary = annualShare("salary", rows, days, actuals?.salaryPaid ?? null, terms, derivation?.salary);
  const benefits = annualShare("benefits", rows, days, actuals?.benefitsPaid ?? null, terms, derivation?.benefits);
  const paid = overtimePaid(actuals, terms, derivation?.overtime) ?? ZERO;
  const claimable = rows.length > 0;
  const room = claimable ? overtimeCapRoom(officer, salary, earlier, terms, derivation?.overtime_cap_room) : ZERO;
  const { overtime, overCap } = claimable ? overtimeLine(paid, room, derivation) : NO_OVERTIME;
  if (reasons) payReasons(reasons, officer, all, rows, paid, overCap, terms, derivation?.overtime);
  const { basis, estimated } = costBasis(actuals, salary, benefits, derivation?.estimated);
  return {
    actuals,
    rows: all,
    eligibleDays: days,
    salary,
    benefits,
    basis,
    estimated,
    overtimePaid: paid,
    room,
    overtime,
    overCap,
  };
}

/** Writes the eligible days, and which rows give no salary because of their program model. */
function explainRows(
  officer: Officer,
  all: readonly EligibleDays[],
  rows: readonly EligibleDays[],
  terms: Terms,
  derivation: Derivation,
): void {
  explainEligibleDays(officer, all, terms, derivation.eligible_days);
  const lines = all.filter((row) => !rows.includes(row)).map(({ span }) => span.line);
  if (lines.length === 0) return;
  const inputs = [{ of: "roster", field: "model", lines } as const];
  const note = "not a task force officer: gives no salary, benefits or overtime";
  const step = nothing({ rule: "program-model", reading: "salary-models", inputs, note });
  derivation.salary.push(step);
  derivation.benefits.push(step);
  if (rows.length === 0) derivation.overtime_cap_room.push(step);
}

const NO_OVERTIME = { overtime: ZERO, overCap: ZERO };

function payReasons(
  reasons: Reason[],
  officer: Officer,
  all: readonly EligibleDays[],
  rows: readonly EligibleDays[],
  paid: Money,
  overCap: Money,
  terms: Terms,
  steps?: Step[],
): void {
  if (all.length === 0) reasons.push(...whyNoEligibleDay(officer, terms.quarter));
  else if (rows.length === 0)
    reasons.push({ code: "salary-not-task-force", message: "no salary or benefits: not a task force officer" });
  if (overCap > 0)
    reasons.push({ code: "overtime-over-cap", message: `${dollarText(overCap)} of overtime is over the cap` });
  if (rows.length === 0 && paid > 0) {
    const why = all.length === 0 ? "no eligible day" : "no day as a task force officer";
    const reason: Reason = {
      code: all.length === 0 ? "overtime-no-eligible-day" : "overtime-not-task-force",
      message: `${dollarText(paid)} of overtime is not claimed: ${why} in the quarter`,
    };
    reasons.push(reason);
    const reading = all.length === 0 ? {} : { reading: "salary-models" as const };
    steps?.push(nothing({ rule: "overtime", ...reading, note: reason.message }));
  }
}
