import type { Step } from "../derivation.ts";
import { lesser, type Money, moneyText, plus } from "../values/money.ts";

/**
 * Rule other-funding: what another grant pays is taken off salary, benefits and overtime, never more than they are; the
 * award is untouched. @param given cents, zero or more @returns the part applied
 */
export function otherFundingApplied(
  given: Money,
  salary: Money,
  benefits: Money,
  overtime: Money,
  steps?: Step[],
): Money {
  if (given === 0) return given;
  const applied = lesser(given, plus(plus(salary, benefits), overtime));
  steps?.push({
    rule: "other-funding",
    inputs: [{ of: "payroll", field: "otherFunding", lines: [] }],
    formula: `min(${moneyText(given)}, ${moneyText(salary)} + ${moneyText(benefits)} + ${moneyText(overtime)})`,
    exact: moneyText(applied),
    value: moneyText(applied),
  });
  return applied;
}
