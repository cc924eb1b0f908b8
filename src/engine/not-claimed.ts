import type { AgencyClaim } from "./agency.ts";
import type { Reason } from "./derivation.ts";
import type { OfficerClaim } from "./officer.ts";
import { salaried } from "./readings/salary-models.ts";
import { actualsOf, salaryPaid } from "./rules/actuals.ts";
import { countDays, type EligibleDays, eligibleRows, whyNoEligibleDay } from "./rules/eligible.ts";
import { claimedEver } from "./rules/once-ever.ts";
import { shareOfYear } from "./rules/salary.ts";
import { ONE } from "./values/fraction.ts";
import type { ReasonCode } from "./values/ids.ts";
import { lesser, type Money, minus, ZERO } from "./values/money.ts";
import type { Agency } from "./values/records.ts";
import type { Terms } from "./values/terms.ts";

/** What was paid, by payroll or on receipts, and is not claimed. */
export interface NotClaimed {
  readonly figure: "salary" | "benefits" | "overtime" | "other_funding" | "equipment" | "vehicles";
  /** Cents, above zero. */
  readonly amount: Money;
  readonly reason: Reason;
}

/**
 * Everything that was paid to an officer for the quarter and that the claim leaves, each dollar once: of salary, benefits and
 * overtime it is what payroll paid, or the estimate where payroll tells nothing, less what is claimed.
 */
function notClaimed(claim: OfficerClaim, agency: Agency, terms: Terms): NotClaimed[] {
  const { officer, overtimePaid, overtime, otherFunding, equipment } = claim;
  const found: NotClaimed[] = [];
  const add = (figure: NotClaimed["figure"], amount: Money, reason: Reason): void => {
    if (amount > 0) found.push({ figure, amount, reason });
  };
  const actuals = actualsOf(officer, terms.quarter.id);
  for (const [line, paid] of [
    ["salary", salaryPaid(actuals, terms)],
    ["benefits", actuals?.benefitsPaid ?? null],
  ] as const)
    if (paid !== null && paid > claim[line])
      for (const { amount, reason } of leftOfPay(line, minus(paid, claim[line]), claim, terms))
        add(line, amount, reason);
  add("overtime", minus(overtimePaid, overtime), given(claim, "overtime-"));
  add("other_funding", otherFunding, reasonOf("other-funding"));
  const before = claimedEver(agency.prior, ({ officers }) => officers.get(officer.id)?.equipment ?? ZERO);
  const receipts = officer.equipmentCost ?? ZERO;
  const left = minus(receipts, lesser(receipts, before));
  add("equipment", minus(left, lesser(left, equipment)), given(claim, "equipment-"));
  return found;
}

/** What was paid for vehicles and is not claimed. @param reasons those of the agency's claim @param claimed cents */
function vehiclesNotClaimed(agency: Agency, claimed: Money, reasons: readonly Reason[], terms: Terms): NotClaimed[] {
  const receipts = agency.placements.find(({ quarter }) => quarter === terms.quarter.id)?.vehicleCost ?? ZERO;
  const [reason] = reasons;
  return reason && receipts > claimed ? [{ figure: "vehicles", amount: minus(receipts, claimed), reason }] : [];
}

/** The same of a whole agency. */
export function notClaimedOf(
  { agency, officers, totals, reasons }: AgencyClaim,
  terms: Terms,
): (NotClaimed & { readonly officer: OfficerClaim | null })[] {
  return [
    ...officers.flatMap((officer) => notClaimed(officer, agency, terms).map((one) => ({ ...one, officer }))),
    ...vehiclesNotClaimed(agency, totals.vehicles, reasons, terms).map((one) => ({ ...one, officer: null })),
  ];
}

/** The claim's own reason of that kind. */
const given = ({ reasons }: OfficerClaim, start: string): Reason =>
  reasons.find(({ code }) => code.startsWith(start)) ?? { code: "no-amount", message: "not claimed" };

/** Why payroll paid more of a line than is claimed: in the order of the rules, each as far as it goes. */
function leftOfPay(
  line: "salary" | "benefits",
  excess: Money,
  { officer }: OfficerClaim,
  terms: Terms,
): Pick<NotClaimed, "amount" | "reason">[] {
  const { quarter } = terms;
  const rows = eligibleRows(officer, quarter.start, quarter.end, terms);
  const [why] = whyNoEligibleDay(officer, terms);
  if (rows.length === 0) return why ? [{ amount: excess, reason: why }] : [];
  const shareOf = (some: readonly EligibleDays[]): Money => shareOfYear(line, some, countDays(rows), terms);
  const claimed = salaried(rows, terms);
  const wholeTime = rows.map((row) => ({ ...row, span: { ...row.span, timeShare: ONE } }));
  const found: Pick<NotClaimed, "amount" | "reason">[] = [];
  let left = excess;
  const take = (most: Money, reason: Reason): void => {
    const amount = lesser(left, most);
    if (amount > 0) found.push({ amount, reason });
    left = minus(left, amount);
  };
  if (claimed.length < rows.length) take(more(shareOf(rows), shareOf(claimed)), reasonOf("salary-not-task-force"));
  take(more(shareOf(wholeTime), shareOf(rows)), reasonOf("other-time"));
  take(left, reasonOf("above-share"));
  return found;
}

const more = (one: Money, other: Money): Money => minus(one, lesser(one, other));

/** Why pay is not claimed where no reason of the officer's line says so. */
export const PAY_NOT_CLAIMED: Readonly<Record<string, string>> = {
  "salary-not-task-force": "not for days as a task force officer",
  "other-time": "for time on other duty",
  "above-share": "above the share of annual pay of the eligible days",
  "other-funding": "paid by other funding",
};

const reasonOf = (code: ReasonCode): Reason => ({ code, message: PAY_NOT_CLAIMED[code] ?? code });
