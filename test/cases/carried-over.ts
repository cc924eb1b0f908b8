import type { Case } from "./case.ts";

type Paid = { salary_paid?: string; benefits_paid?: string; overtime_paid?: string; other_funding?: string };

/** An officer of 60,000 a year whose first quarter was filed with some actuals, and the roster of the second. */
const second = (
  name: string,
  filed: Paid | undefined,
  now: Paid,
  found: readonly [string, string] | null,
  quarter = "FY2026-Q2",
): Case => ({
  name,
  quarter,
  roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00", ...now }],
  prior: [{ quarter: "FY2026-Q1", officers: { A1: filed ? { paid: filed } : {} } }],
  expected: { A1: claimed(now) },
  carriedOver: { A1: found },
});

/** It is claimed all the same: only a file that has not changed is refused. */
function claimed({ salary_paid = "15000.00", overtime_paid = "0.00" }: Paid) {
  const total = (Number(salary_paid) * 100 + Number(overtime_paid) * 100) / 100;
  return { salary: salary_paid, overtime: overtime_paid, total: total.toFixed(2) };
}

const Q1 = "FY2026-Q1";

export const cases: readonly Case[] = [
  second("the overtime of the quarter before", { overtime_paid: "3456.78" }, { overtime_paid: "3456.78" }, [
    Q1,
    "3456.78",
  ]),
  second("one cent more", { overtime_paid: "3456.78" }, { overtime_paid: "3456.79" }, null),
  second("nothing paid, twice", { overtime_paid: "0.00" }, { overtime_paid: "0.00" }, null),
  second(
    "all of them",
    { salary_paid: "14000.00", overtime_paid: "100.00" },
    { salary_paid: "14000.00", overtime_paid: "100.00" },
    [Q1, "14100.00"],
  ),
  second(
    "the overtime, with another salary",
    { salary_paid: "14000.00", overtime_paid: "100.00" },
    { salary_paid: "14500.00", overtime_paid: "100.00" },
    [Q1, "100.00"],
  ),
  second(
    "the salary, with other overtime: salaries are paid alike",
    { salary_paid: "14000.00", overtime_paid: "100.00" },
    { salary_paid: "14000.00", overtime_paid: "120.00" },
    null,
  ),
  second("the salary alone", { salary_paid: "14000.00" }, { salary_paid: "14000.00" }, [Q1, "14000.00"]),
  second("a prior claim that says nothing of it", undefined, { overtime_paid: "3456.78" }, null),
  second("a prior claim of the quarter itself", { overtime_paid: "10.00" }, { overtime_paid: "10.00" }, null, Q1),
  second("in another fiscal year", { overtime_paid: "10.00" }, { overtime_paid: "10.00" }, [Q1, "10.00"], "FY2027-Q1"),
];
