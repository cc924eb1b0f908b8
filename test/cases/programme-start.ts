import type { Case } from "./case.ts";

const trained = { trained_on: "2025-09-15" };

export const cases: readonly Case[] = [
  {
    name: "before and after the programme's start: the days before it give nothing",
    work: "46 × 250",
    quarter: "FY2026-Q1",
    roster: [
      { ...trained, start_date: "2025-07-01", end_date: "2025-09-30", annual_salary: "99999.00" },
      { ...trained, start_date: "2025-10-01", end_date: "2025-11-15", annual_salary: "92000.00" },
    ],
    expected: {
      A1: { eligible_days: 46, salary: "11500.00", overtime_cap_room: "23000.00", total: "11500.00" },
    },
  },
  {
    name: "an officer who left the day before the programme began has nothing",
    quarter: "FY2026-Q1",
    roster: [{ ...trained, end_date: "2025-09-30", annual_salary: "92000.00" }],
    expected: { A1: { eligible_days: 0, total: "0.00", reasons: ["ended-earlier"] } },
  },
  {
    name: "one who left on its first day has that day",
    work: "92,000/4 × 1/92",
    quarter: "FY2026-Q1",
    roster: [{ ...trained, end_date: "2025-10-01", annual_salary: "92000.00" }],
    expected: { A1: { eligible_days: 1, salary: "250.00", total: "250.00" } },
  },
];
