import type { Case } from "./case.ts";

const days = (quarter: string, eligible_days: number): Case => ({
  name: `${quarter} has ${eligible_days} days`,
  quarter,
  roster: [{ trained_on: "2025-09-15", annual_salary: "40000.00" }],
  expected: { A1: { eligible_days, salary: "10000.00", total: "10000.00" } },
});

export const cases: readonly Case[] = [
  days("FY2026-Q1", 92),
  days("FY2026-Q2", 90),
  days("FY2026-Q3", 91),
  days("FY2026-Q4", 92),
  days("FY2028-Q2", 91),
];
