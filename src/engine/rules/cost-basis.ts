import { exactly, type Step } from "../derivation.ts";
import type { Basis } from "../values/ids.ts";
import { type Money, moneyText, plus, ZERO } from "../values/money.ts";
import type { Actuals } from "../values/records.ts";

/**
 * Rule cost-basis (2-CFR-200.430): a line with payroll known is actual; one from annual figures alone is an estimate, which
 * by itself does not support a charge. @returns the basis, and the cents of the two lines that rest on estimates
 */
export function costBasis(
  actuals: Actuals | undefined,
  salary: Money,
  benefits: Money,
  steps?: Step[],
): { basis: Basis; estimated: Money } {
  const salaryKnown = actuals !== undefined && (actuals.salaryPaid !== null || actuals.salaryRows !== undefined);
  const benefitsKnown = actuals !== undefined && actuals.benefitsPaid !== null;
  const estimated = plus(salaryKnown ? ZERO : salary, benefitsKnown ? ZERO : benefits);
  if (steps && estimated > 0) {
    const lines = [...(salaryKnown ? [] : [salary]), ...(benefitsKnown ? [] : [benefits])].map(moneyText);
    const what = lines.length === 2 ? "salary and benefits" : salaryKnown ? "benefits" : "salary";
    const note = `no payroll known for ${what}`;
    steps.push(exactly(moneyText(estimated), { rule: "cost-basis", note, formula: lines.join(" + ") }));
  }
  return {
    basis: salaryKnown && benefitsKnown ? "actual" : salaryKnown || benefitsKnown ? "partial" : "estimate",
    estimated,
  };
}
