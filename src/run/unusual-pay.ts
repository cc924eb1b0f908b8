import { quarterShare } from "../engine/readings/quarter-share.ts";
import { overtimePaid } from "../engine/rules/actuals.ts";
import { type Fraction, fraction, product } from "../engine/values/fraction.ts";
import { type AnnualPay, divide, dollarText, type Money, PAY_PER_CENT, times } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { RosterAgency, RosterStore } from "../ingest/store.ts";
import { printable } from "../problems/printable.ts";
import type { Problem } from "../problems/problems.ts";

const HALF = fraction(1, 2);

/** What an auditor would ask of an agency's actuals, though nothing in them is against a rule. */
export function* unusualPay(agency: RosterAgency, store: RosterStore, terms: Terms): Generator<Problem> {
  const share = quarterShare(terms);
  const half = product(share, HALF);
  for (const officer of agency.large) {
    const salary = store.topSalary(officer);
    if (salary === undefined || store.leftOut(officer) !== undefined) continue;
    const overtime = overtimeOf(store, officer, terms);
    if (overtime !== null && isAbove(overtime, salary, half))
      yield of(agency, store, officer, {
        code: "overtime-above-half-salary",
        says: `was paid ${dollarText(overtime)} of overtime, more than half of the quarter's salary`,
        remedy: "check the overtime, and whether it is that of one quarter",
      });
    const paid = salaryOf(store, officer, terms);
    if (paid !== null && paid > quarterOf(salary, share, terms))
      yield of(agency, store, officer, {
        code: "salary-paid-above-share",
        says: `was paid ${dollarText(paid)} of salary, more than the quarter's share of the annual salary`,
        remedy: "check both; the lesser of the two is claimed, and overtime is not salary",
      });
    if (store.hasPayroll(officer)) yield* identicalOvertime(agency, store, officer, terms);
  }
}

const isAbove = (paid: Money, salary: AnnualPay, { n, d }: Fraction): boolean =>
  times(times(paid, PAY_PER_CENT), d) > times(salary, n);

/** The quarter's share of an annual salary, rounded as a claim rounds it. */
const quarterOf = (salary: AnnualPay, { n, d }: Fraction, { readings }: Terms): Money =>
  divide(times(salary, n), times(d, PAY_PER_CENT), readings);

function overtimeOf(store: RosterStore, officer: number, terms: Terms): Money | null {
  if (!store.hasPayroll(officer)) return store.amount(officer, "overtimePaid");
  return overtimePaid(store.actualsIn(officer, terms.quarter.id), terms);
}

function salaryOf(store: RosterStore, officer: number, terms: Terms): Money | null {
  if (!store.hasPayroll(officer)) return store.amount(officer, "salaryPaid");
  return store.actualsIn(officer, terms.quarter.id)?.salaryPaid ?? null;
}

function* identicalOvertime(
  agency: RosterAgency,
  store: RosterStore,
  officer: number,
  terms: Terms,
): Generator<Problem> {
  const amounts = store.actualsOf(officer, terms.quarter.id).map((actuals) => overtimePaid(actuals, terms));
  const [first] = amounts;
  if (amounts.length < 2 || first === undefined || first === null || first === 0) return;
  if (amounts.some((amount) => amount !== first)) return;
  yield of(agency, store, officer, {
    code: "overtime-identical",
    says: `has the same overtime, ${dollarText(first)}, in ${amounts.length === 2 ? "both" : `all ${amounts.length}`} quarters`,
    remedy: "check that it is what was worked, and no estimate spread over the year",
  });
}

const of = (
  agency: RosterAgency,
  store: RosterStore,
  officer: number,
  { code, says, remedy }: { readonly code: Problem["code"]; readonly says: string; readonly remedy: string },
): Problem => ({
  severity: "warning",
  code,
  message: `officer ${printable(store.idOf(officer))} ${says}`,
  remedy,
  where: agency.table,
  line: store.lineOf(officer),
  column: null,
  agency: agency.id,
  fromClaim: true,
});
