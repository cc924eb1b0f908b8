import type { Derivation, Reason } from "./derivation.ts";
import { explainUnsalaried, salaried } from "./readings/salary-models.ts";
import { actualsOf, overtimePaid, salaryPaid } from "./rules/actuals.ts";
import { type AwardTerms, award } from "./rules/award.ts";
import { benefits } from "./rules/benefits.ts";
import { costBasis } from "./rules/cost-basis.ts";
import { countDays, type EligibleDays, eligibleRows, explainEligibleDays, whyNoEligibleDay } from "./rules/eligible.ts";
import { equipment } from "./rules/equipment.ts";
import { otherFunding } from "./rules/other-funding.ts";
import { overtimeNotClaimed, overtimeUnderCap } from "./rules/overtime.ts";
import { overtimeCapRoom } from "./rules/overtime-cap.ts";
import { type EarlierLine, earlierLines } from "./rules/prior-claims.ts";
import { modelOf, taskForce } from "./rules/program-model.ts";
import { salary } from "./rules/salary.ts";
import { officerTotal } from "./rules/total.ts";
import type { Basis, ProgramModel } from "./values/ids.ts";
import { type Money, ZERO } from "./values/money.ts";
import type { Actuals, Agency, Officer } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** An officer's salary, benefits and overtime of one quarter. All amounts in cents, zero or more. */
interface PayLines {
  readonly actuals: Actuals | undefined;
  /** The rows with an eligible day in the quarter. */
  readonly rows: readonly EligibleDays[];
  readonly eligibleDays: number;
  readonly salary: Money;
  readonly benefits: Money;
  readonly overtimePaid: Money;
  readonly room: Money;
  readonly overtime: Money;
  readonly overCap: Money;
}

/** What is claimed for one officer and quarter. All amounts in cents, zero or more. */
export interface OfficerClaim extends Omit<PayLines, "actuals" | "rows"> {
  readonly officer: Officer;
  readonly model: ProgramModel;
  readonly basis: Basis;
  readonly estimated: Money;
  readonly otherFunding: Money;
  readonly award: Money;
  readonly equipment: Money;
  readonly total: Money;
  readonly reasons: readonly Reason[];
  /** Payroll was given for an officer who was eligible for part of the quarter only. */
  readonly partQuarterActuals: boolean;
}

/** The claim of one officer: every line and their total. Pure. @param derivation gets the steps of each figure, where given */
export function claimOfficer(
  officer: Officer,
  agency: Agency,
  awards: AwardTerms,
  terms: Terms,
  derivation?: Derivation,
): OfficerClaim {
  const reasons: Reason[] = [];
  const pay = payLines(officer, terms, earlierQuarters(officer, agency, terms), reasons, derivation);
  const { actuals, rows, eligibleDays, salary, benefits, overtime } = pay;
  const { basis, estimated } = costBasis(actuals, salary, benefits, derivation?.estimated);
  const awarded = award(taskForce(rows), awards, terms, eligibleDays > 0 ? derivation?.award : undefined);
  if (awarded.reason && eligibleDays > 0) reasons.push(awarded.reason);
  const equipped = equipment(officer, agency, terms, reasons, derivation?.equipment);
  const funded = otherFunding(
    actuals?.otherFunding ?? ZERO,
    [salary, benefits, overtime],
    reasons,
    derivation?.other_funding,
  );
  const lines = { salary, benefits, overtime, otherFunding: funded, award: awarded.amount, equipment: equipped };
  const total = officerTotal(lines, derivation?.total);
  if (total === 0 && eligibleDays > 0 && reasons.every(({ code }) => code.startsWith("award-")))
    reasons.push({ code: "no-amount", message: "no salary, benefits or overtime to claim" });
  return {
    officer,
    model: modelOf(officer, rows),
    eligibleDays,
    basis,
    estimated,
    salary,
    benefits,
    overtimePaid: pay.overtimePaid,
    room: pay.room,
    overtime,
    overCap: pay.overCap,
    otherFunding: lines.otherFunding,
    award: lines.award,
    equipment: lines.equipment,
    total,
    reasons,
    partQuarterActuals:
      eligibleDays < terms.quarter.days && eligibleDays > 0 && isPaid(actuals, pay.overtimePaid, terms),
  };
}

const isPaid = (actuals: Actuals | undefined, overtime: Money, terms: Terms): boolean =>
  actuals !== undefined &&
  (overtime > 0 || (salaryPaid(actuals, terms) ?? ZERO) > 0 || (actuals.benefitsPaid ?? ZERO) > 0);

/** The pay lines of one quarter. @param earlier the year's earlier quarters, in order @param reasons gets why a line is less than might be expected */
function payLines(
  officer: Officer,
  terms: Terms,
  earlier: readonly EarlierLine[],
  reasons?: Reason[],
  derivation?: Derivation,
): PayLines {
  const { quarter } = terms;
  const actuals = actualsOf(officer, quarter.id);
  const rows = eligibleRows(officer, quarter.start, quarter.end, terms);
  const claimed = salaried(rows, terms);
  const eligibleDays = countDays(rows);
  if (reasons && rows.length === 0) reasons.push(...whyNoEligibleDay(officer, terms));
  else if (reasons && claimed.length === 0)
    reasons.push({ code: "salary-not-task-force", message: "no salary or benefits: not a task force officer" });
  if (derivation) {
    explainEligibleDays(officer, rows, terms, derivation.eligible_days);
    explainUnsalaried(rows, claimed, derivation);
  }
  const paidSalary = claimed.length > 0 ? salaryPaid(actuals, terms, derivation?.salary) : null;
  const ofSalary = salary(claimed, eligibleDays, paidSalary, terms, derivation?.salary);
  const ofBenefits = benefits(claimed, eligibleDays, actuals?.benefitsPaid ?? null, terms, derivation?.benefits);
  const paid = overtimePaid(actuals, terms, derivation?.overtime) ?? ZERO;
  const claimable = claimed.length > 0;
  const room = claimable ? overtimeCapRoom(officer, ofSalary, earlier, terms, derivation?.overtime_cap_room) : ZERO;
  const { overtime, overCap } = claimable
    ? overtimeUnderCap(paid, room, reasons, derivation)
    : overtimeNotClaimed(paid, rows.length > 0, reasons, derivation);
  return {
    actuals,
    rows,
    eligibleDays,
    salary: ofSalary,
    benefits: ofBenefits,
    overtimePaid: paid,
    room,
    overtime,
    overCap,
  };
}

/** The earlier quarters of the fiscal year of an officer, each as a prior claim or payroll gives it, in order. */
export const earlierQuarters = (officer: Officer, agency: Agency, terms: Terms): readonly EarlierLine[] =>
  earlierLines(officer, agency, terms, (then, before) => earlierLine(officer, then, before));

function earlierLine(officer: Officer, then: Terms, before: readonly EarlierLine[]): EarlierLine {
  const { salary, overtime } = payLines(officer, then, before);
  return { quarter: then.quarter.id, salary, overtime, filed: false };
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
  const lines = earlierQuarters(officer, agency, terms);
  return terms.earlier.flatMap((then) => {
    const quarter = then.quarter.id;
    const at = lines.findIndex((line) => line.quarter === quarter);
    const filed = lines[at];
    const actuals = actualsOf(officer, quarter);
    if (!filed || !actuals || !agency.prior.some((claim) => claim.quarter === quarter)) return [];
    const stated = [
      ...(overtimePaid(actuals, then) === null ? [] : (["overtime"] as const)),
      ...(salaryPaid(actuals, then) === null ? [] : (["salary"] as const)),
    ];
    return [{ filed, payroll: earlierLine(officer, then, lines.slice(0, at)), stated }];
  });
}
