import { exactly, type Step } from "../derivation.ts";
import { type Money, minus, moneyText, plus, ZERO } from "../values/money.ts";

/** The lines of an officer's claim, in cents, zero or more. */
export interface OfficerLines {
  readonly salary: Money;
  readonly benefits: Money;
  readonly overtime: Money;
  readonly otherFunding: Money;
  readonly award: Money;
  readonly equipment: Money;
}

/** Rule total: salary + benefits + overtime − other funding + award + equipment; nothing is rounded again. */
export function officerTotal(lines: OfficerLines, steps?: Step[]): Money {
  const { salary, benefits, overtime, otherFunding, award, equipment } = lines;
  const total = plus(minus(plus(plus(salary, benefits), overtime), otherFunding), plus(award, equipment));
  if (steps) {
    const added = [salary, benefits, overtime, award, equipment].filter((amount) => amount > 0).map(moneyText);
    const less = otherFunding > 0 ? ` − ${moneyText(otherFunding)}` : "";
    steps.push(exactly(moneyText(total), { rule: "total", formula: `${added.join(" + ") || "0"}${less}` }));
  }
  return total;
}

/** Counts and sums of lines; nothing in them is rounded again. Amounts in cents. */
export interface Totals {
  officers: number;
  /** Officers with a total above zero. */
  claimedOfficers: number;
  /** Officers with an award above zero. */
  awardOfficers: number;
  salary: Money;
  benefits: Money;
  /** The salary and benefits lines without payroll behind them. */
  estimated: Money;
  overtime: Money;
  overCap: Money;
  otherFunding: Money;
  award: Money;
  equipment: Money;
  vehicles: Money;
  total: Money;
}

export const noTotals = (): Totals => ({
  officers: 0,
  claimedOfficers: 0,
  awardOfficers: 0,
  salary: ZERO,
  benefits: ZERO,
  estimated: ZERO,
  overtime: ZERO,
  overCap: ZERO,
  otherFunding: ZERO,
  award: ZERO,
  equipment: ZERO,
  vehicles: ZERO,
  total: ZERO,
});

/** An agency's total is that of its officers and its vehicles. */
export function addOfficer(
  totals: Totals,
  claim: OfficerLines & Pick<Totals, "estimated" | "overCap" | "total">,
): void {
  totals.officers += 1;
  if (claim.total > 0) totals.claimedOfficers += 1;
  if (claim.award > 0) totals.awardOfficers += 1;
  totals.salary = plus(totals.salary, claim.salary);
  totals.benefits = plus(totals.benefits, claim.benefits);
  totals.estimated = plus(totals.estimated, claim.estimated);
  totals.overtime = plus(totals.overtime, claim.overtime);
  totals.overCap = plus(totals.overCap, claim.overCap);
  totals.otherFunding = plus(totals.otherFunding, claim.otherFunding);
  totals.award = plus(totals.award, claim.award);
  totals.equipment = plus(totals.equipment, claim.equipment);
  totals.total = plus(totals.total, claim.total);
}

export function addVehicles(totals: Totals, amount: Money): void {
  totals.vehicles = plus(totals.vehicles, amount);
  totals.total = plus(totals.total, amount);
}

/** The sum of several agencies' totals. */
export function sumTotals(all: readonly Totals[]): Totals {
  const sum = noTotals();
  for (const totals of all)
    for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] = plus(sum[key], totals[key]) as number;
  return sum;
}
