import type { PayrollRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

const sixty = { trained_on: "2025-09-15", annual_salary: "60000.00" };

const hours = (
  name: string,
  work: string,
  paid: Omit<PayrollRow, "quarter">,
  overtime: string,
  total: string,
  rounding: "half-up" | "half-even" = "half-up",
): Case => ({
  name: `${name}, ${rounding}`,
  work,
  quarter: "FY2026-Q1",
  readings: { rounding },
  roster: [sixty],
  payroll: [{ quarter: "FY2026-Q1", ...paid }],
  expected: { A1: { salary: "15000.00", overtime, total } },
});

const row = (hours: string, rate: string) => ({ hours, rate });

export const cases: readonly Case[] = [
  hours("hours × rate", "10 × 45", { overtime_rows: [row("10", "45.00")] }, "450.00", "15450.00"),
  hours(
    "hours and rate with decimals",
    "7.25 × 52.3333 = 379.416425",
    { overtime_rows: [row("7.25", "52.3333")] },
    "379.42",
    "15379.42",
  ),
  hours("half a cent", "10 × 45.1245 = 451.245", { overtime_rows: [row("10", "45.1245")] }, "451.25", "15451.25"),
  hours(
    "half a cent",
    "10 × 45.1245 = 451.245",
    { overtime_rows: [row("10", "45.1245")] },
    "451.24",
    "15451.24",
    "half-even",
  ),
  hours(
    "rows are rounded one by one",
    "2 × 0.005: 0.01 + 0.01",
    { overtime_rows: [row("0.5", "0.01"), row("0.5", "0.01")] },
    "0.02",
    "15000.02",
  ),
  hours(
    "rows are rounded one by one",
    "2 × 0.005: 0.00 + 0.00",
    { overtime_rows: [row("0.5", "0.01"), row("0.5", "0.01")] },
    "0.00",
    "15000.00",
    "half-even",
  ),
  hours(
    "rows add to what was paid",
    "100 + 10 × 45 + 2 × 45.5",
    { overtime_paid: "100.00", overtime_rows: [row("10", "45.00"), row("2", "45.50")] },
    "641.00",
    "15641.00",
  ),
  {
    name: "hours × rate of an earlier quarter draw down the cap",
    work: "200 × 45 = 9,000; 15,000 − 9,000",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, overtime_paid: "6000.01" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_rows: [row("200", "45.00")] }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "6000.00",
        overtime: "6000.00",
        overtime_over_cap: "0.01",
        total: "21000.00",
      },
    },
  },
  {
    name: "belong to officer and quarter, whichever row carries them",
    work: "46 and 46 days: 15,000; the first row has ended when the quarter does",
    quarter: "FY2026-Q1",
    roster: [
      { ...sixty, end_date: "2025-11-15", overtime_paid: "500.00", other_funding: "100.00" },
      { ...sixty, start_date: "2025-11-16" },
    ],
    expected: { A1: { salary: "15000.00", overtime: "500.00", other_funding: "100.00", total: "15400.00" } },
  },
];
