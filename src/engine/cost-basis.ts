import { type Money, plus, ZERO } from "./money.ts";
import type { Actuals } from "./records.ts";

/** What stands behind an officer's salary and benefits lines. */
export type Basis = "actual" | "partial" | "estimate";

/**
 * Rule cost-basis (2-CFR-200.430): a line with payroll known is actual; one from annual figures alone is an estimate, which
 * by itself does not support a charge. @returns the basis, and the cents of the two lines that rest on estimates
 */
export function costBasis(
  actuals: Actuals | undefined,
  salary: Money,
  benefits: Money,
): { basis: Basis; estimated: Money } {
  const salaryKnown = actuals !== undefined && actuals.salaryPaid !== null;
  const benefitsKnown = actuals !== undefined && actuals.benefitsPaid !== null;
  return {
    basis: salaryKnown && benefitsKnown ? "actual" : salaryKnown || benefitsKnown ? "partial" : "estimate",
    estimated: plus(salaryKnown ? ZERO : salary, benefitsKnown ? ZERO : benefits),
  };
}
