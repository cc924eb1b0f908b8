import type { Derivation } from "./derivation.ts";
import { claimPay, type PayLines } from "./pay.ts";
import { type AwardTerms, award } from "./rules/award.ts";
import { taskForce } from "./rules/eligible.ts";
import { equipment } from "./rules/equipment.ts";
import { otherFundingApplied } from "./rules/other-funding.ts";
import { earlierLines } from "./rules/prior-claims.ts";
import type { Basis, ProgramModel } from "./values/ids.ts";
import { dollarText, type Money, minus, moneyText, plus, ZERO } from "./values/money.ts";
import type { Reason } from "./values/reasons.ts";
import type { Agency, Officer } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** What is claimed for one officer and quarter. All amounts in cents, zero or more. */
export interface OfficerClaim {
  readonly officer: Officer;
  /** That of the last row with an eligible day, else of the last row. */
  readonly model: ProgramModel;
  readonly eligibleDays: number;
  readonly basis: Basis;
  readonly estimated: Money;
  readonly salary: Money;
  readonly benefits: Money;
  readonly overtimePaid: Money;
  readonly room: Money;
  readonly overtime: Money;
  readonly overCap: Money;
  readonly otherFunding: Money;
  readonly award: Money;
  readonly equipment: Money;
  readonly total: Money;
  readonly reasons: readonly Reason[];
  /** Payroll was given for an officer who was eligible for part of the quarter only. */
  readonly partQuarterActuals: boolean;
}

/**
 * The claim of one officer: every line, and rule total: salary + benefits + overtime − other funding + award + equipment.
 * @param derivation gets the steps of each figure, where given
 */
export function claimOfficer(
  officer: Officer,
  agency: Agency,
  awards: AwardTerms,
  terms: Terms,
  derivation?: Derivation,
): OfficerClaim {
  const reasons: Reason[] = [];
  const pay = claimPay(officer, terms, earlierLines(officer, agency, terms), reasons, derivation);
  const { salary, benefits, overtime } = pay;
  const given = pay.actuals?.otherFunding ?? ZERO;
  const otherFunding = otherFundingApplied(given, salary, benefits, overtime, derivation?.other_funding);
  const awarded = award(taskForce(pay.rows), awards, terms, pay.eligibleDays > 0 ? derivation?.award : undefined);
  const equipped = equipment(officer, agency, terms, derivation?.equipment);
  if (awarded.reason && pay.eligibleDays > 0) reasons.push(awarded.reason);
  if (equipped.reason) reasons.push(equipped.reason);
  const paid = plus(plus(salary, benefits), overtime);
  const total = plus(minus(paid, otherFunding), plus(awarded.amount, equipped.amount));
  fundingReasons(reasons, given, otherFunding, paid);
  if (total === 0 && pay.eligibleDays > 0 && reasons.every(({ code }) => code.startsWith("award-")))
    reasons.push({ code: "no-amount", message: "no salary, benefits or overtime to claim" });
  const claim: OfficerClaim = {
    officer,
    model: modelOf(officer, pay),
    eligibleDays: pay.eligibleDays,
    basis: pay.basis,
    estimated: pay.estimated,
    salary,
    benefits,
    overtimePaid: pay.overtimePaid,
    room: pay.room,
    overtime,
    overCap: pay.overCap,
    otherFunding,
    award: awarded.amount,
    equipment: equipped.amount,
    total,
    reasons,
    partQuarterActuals: pay.actuals !== undefined && pay.eligibleDays < terms.quarter.days && hasPay(pay),
  };
  if (derivation) explainTotal(claim, derivation);
  return claim;
}

function fundingReasons(reasons: Reason[], given: Money, applied: Money, paid: Money): void {
  if (given > applied)
    reasons.push({
      code: "other-funding-excess",
      message: `${dollarText(minus(given, applied))} of other funding is more than salary, benefits and overtime`,
    });
  else if (given > 0 && given === paid)
    reasons.push({ code: "other-funding-covers", message: "other funding covers salary, benefits and overtime" });
}

function modelOf(officer: Officer, { rows }: PayLines): ProgramModel {
  return (rows.at(-1)?.span ?? officer.spans.at(-1))?.model ?? "TFM";
}

const hasPay = ({ actuals, eligibleDays, overtimePaid }: PayLines): boolean =>
  eligibleDays > 0 &&
  actuals !== undefined &&
  [actuals.salaryPaid, actuals.benefitsPaid, overtimePaid].some((amount) => (amount ?? ZERO) > 0);

function explainTotal(claim: OfficerClaim, derivation: Derivation): void {
  const { salary, benefits, overtime, otherFunding, award, equipment } = claim;
  const added = [salary, benefits, overtime, award, equipment].filter((amount) => amount > 0).map(moneyText);
  const less = otherFunding > 0 ? ` − ${moneyText(otherFunding)}` : "";
  const value = moneyText(claim.total);
  derivation.total.push({ rule: "total", formula: `${added.join(" + ") || "0"}${less}`, exact: value, value });
}
