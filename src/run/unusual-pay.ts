import { quarterShare } from "../engine/readings/quarter-share.ts";
import { overtimePaid } from "../engine/rules/actuals.ts";
import { type Fraction, fraction, product } from "../engine/values/fraction.ts";
import { type AnnualPay, divide, dollarText, type Money, PAY_PER_CENT, times } from "../engine/values/money.ts";
import type { Actuals } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { RosterAgency, RosterStore } from "../ingest/store.ts";
import { printable } from "../problems/printable.ts";
import type { Problem } from "../problems/problems.ts";
import { Finding } from "./finding.ts";

const HALF = fraction(1, 2);

/** What an auditor would ask of an agency's actuals, though nothing in them is against a rule. */
export function* unusualPay(agency: RosterAgency, store: RosterStore, terms: Terms): Generator<Problem> {
  const share = quarterShare(terms);
  const half = product(share, HALF);
  for (const officer of agency.officers.values()) {
    const paid = paidOf(store, officer, terms);
    if (!paid) continue;
    const salary = store.topSalary(officer);
    if (salary === undefined || store.leftOut.because(officer) !== undefined) continue;
    const of = (code: Problem["code"], amount: Money, says: () => string, remedy: string): Finding =>
      findingOf(agency, store, officer, { code, amount, says, remedy });
    const { overtime, salaryPaid, actuals } = paid;
    if (overtime !== null && isAbove(overtime, salary, half))
      yield of(
        "overtime-above-half-salary",
        overtime,
        () => `was paid ${dollarText(overtime)} of overtime, more than half of the quarter's salary`,
        "check the overtime, and whether it is that of one quarter",
      );
    if (salaryPaid !== null && salaryPaid > quarterOf(salary, share, terms))
      yield of(
        "salary-paid-above-share",
        salaryPaid,
        () => `was paid ${dollarText(salaryPaid)} of salary, more than the quarter's share of the annual salary`,
        "check both; the lesser of the two is claimed, and overtime is not salary",
      );
    const same = identicalOvertime(actuals, terms);
    if (same !== undefined)
      yield of(
        "overtime-identical",
        same,
        () =>
          `has the same overtime, ${dollarText(same)}, in ${actuals.length === 2 ? "both" : `all ${actuals.length}`} quarters`,
        "check that it is what was worked, and no estimate spread over the year",
      );
  }
}

const isAbove = (paid: Money, salary: AnnualPay, { n, d }: Fraction): boolean =>
  times(times(paid, PAY_PER_CENT), d) > times(salary, n);

/** The quarter's share of an annual salary, rounded as a claim rounds it. */
const quarterOf = (salary: AnnualPay, { n, d }: Fraction, { readings }: Terms): Money =>
  divide(times(salary, n), times(d, PAY_PER_CENT), readings);

/** What an officer was paid in the quarter. */
interface Paid {
  readonly overtime: Money | null;
  readonly salaryPaid: Money | null;
  /** Of every quarter, where there is payroll. */
  readonly actuals: readonly Actuals[];
}

/** undefined where nothing is known. */
function paidOf(store: RosterStore, officer: number, terms: Terms): Paid | undefined {
  if (store.payrollOf(officer) < 0) {
    const overtime = store.amount(officer, "overtimePaid");
    const salaryPaid = store.amount(officer, "salaryPaid");
    return overtime === null && salaryPaid === null ? undefined : { overtime, salaryPaid, actuals: NONE };
  }
  const actuals = store.actualsOf(officer, terms.quarter.id);
  const now = actuals.find(({ quarter }) => quarter === terms.quarter.id);
  return { overtime: overtimePaid(now, terms), salaryPaid: now?.salaryPaid ?? null, actuals };
}

const NONE: readonly Actuals[] = [];

/** The overtime that is the same in every quarter, if it is, and more than nothing. */
function identicalOvertime(actuals: readonly Actuals[], terms: Terms): Money | undefined {
  if (actuals.length < 2) return undefined;
  const [first, ...others] = actuals.map((one) => overtimePaid(one, terms));
  if (first === undefined || first === null || first === 0) return undefined;
  return others.every((amount) => amount === first) ? first : undefined;
}

const findingOf = (
  agency: RosterAgency,
  store: RosterStore,
  officer: number,
  { code, amount, says, remedy }: { code: Problem["code"]; amount: Money; says: () => string; remedy: string },
): Finding =>
  new Finding(
    { severity: "warning", code, where: agency.table, line: store.lineOf(officer), agency: agency.id, amount },
    () => `officer ${printable(store.idOf(officer))} ${says()}`,
    remedy,
  );
