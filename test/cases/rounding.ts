import type { Case } from "./case.ts";

/** Annual salaries with a fourth at, under and over half a cent. */
const FOURTHS: readonly [annual_salary: string, fourth: string, halfUp: string, halfEven: string][] = [
  ["60000.0000", "15,000", "15000.00", "15000.00"],
  ["60000.0199", "15,000.004975", "15000.00", "15000.00"],
  ["60000.0200", "15,000.005", "15000.01", "15000.00"],
  ["60000.0201", "15,000.005025", "15000.01", "15000.01"],
  ["60000.0599", "15,000.014975", "15000.01", "15000.01"],
  ["60000.0600", "15,000.015", "15000.02", "15000.02"],
  ["60000.1000", "15,000.025", "15000.03", "15000.02"],
  ["60000.1001", "15,000.025025", "15000.03", "15000.03"],
  ["60000.1400", "15,000.035", "15000.04", "15000.04"],
  ["0.0200", "0.005", "0.01", "0.00"],
  ["0.0600", "0.015", "0.02", "0.02"],
];

const rounded = (reading: "half-up" | "half-even", annual: string, fourth: string, salary: string): Case => ({
  name: `${annual} ÷ 4 = ${fourth}, ${reading}: ${salary}`,
  quarter: "FY2026-Q1",
  readings: { rounding: reading },
  roster: [{ trained_on: "2025-09-15", annual_salary: annual }],
  expected: { A1: { salary, total: salary } },
});

export const cases: readonly Case[] = [
  ...FOURTHS.flatMap(([annual, fourth, halfUp, halfEven]) => [
    rounded("half-up", annual, fourth, halfUp),
    rounded("half-even", annual, fourth, halfEven),
  ]),
  {
    name: "benefits follow the reading too",
    work: "20,000.02 ÷ 4 = 5,000.005",
    quarter: "FY2026-Q1",
    readings: { rounding: "half-even" },
    roster: [{ trained_on: "2025-09-15", annual_benefits: "20000.02" }],
    expected: { A1: { benefits: "5000.00", total: "5000.00" } },
  },
  {
    name: "the cap is rounded down under either reading",
    work: "60,000.06 × 25 % = 15,000.015",
    quarter: "FY2026-Q1",
    readings: { rounding: "half-even" },
    roster: [{ trained_on: "2025-09-15", annual_salary: "60000.06" }],
    expected: { A1: { salary: "15000.02", overtime_cap_room: "15000.01", total: "15000.02" } },
  },
  {
    name: "half a cent from the days",
    work: "92,000.92 ÷ 4 × 46/92 = 11,500.115",
    quarter: "FY2026-Q1",
    readings: { rounding: "half-even" },
    roster: [{ trained_on: "2025-11-16", annual_salary: "92000.92" }],
    expected: { A1: { eligible_days: 46, salary: "11500.12", total: "11500.12" } },
  },
];
