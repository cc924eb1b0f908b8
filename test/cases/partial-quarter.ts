import type { Readings } from "../../src/engine/values/ids.ts";
import type { RosterRow } from "../engine/build.ts";
import type { Case, Expected } from "./case.ts";

type PartialQuarter = Readings["partial-quarter"];

const part = (
  name: string,
  reading: PartialQuarter,
  work: string,
  roster: readonly RosterRow[],
  expected: Expected,
  quarter = "FY2026-Q1",
): Case => ({
  name: `${name}, ${reading}`,
  work,
  quarter,
  readings: { "partial-quarter": reading },
  roster,
  expected: { A1: expected },
});

/** 66,000 ÷ 4 ÷ 66 weekdays of FY2026-Q1 = 250. */
const fromNovember = [{ trained_on: "2025-11-01", annual_salary: "66000.00", annual_benefits: "13200.00" }];
const weekend = [
  { trained_on: "2025-09-15", start_date: "2025-11-01", end_date: "2025-11-02", annual_salary: "92000.00" },
];
const raise = [
  { trained_on: "2025-11-01", end_date: "2025-11-30", annual_salary: "60000.00" },
  { trained_on: "2025-11-01", start_date: "2025-12-01", annual_salary: "66000.00" },
];
const leapDay = [
  { trained_on: "2025-09-15", start_date: "2028-02-29", end_date: "2028-02-29", annual_salary: "65000.00" },
];

export const cases: readonly Case[] = [
  part(
    "61 days with 43 weekdays",
    "calendar-days",
    "16,500 × 61/92 = 10,940.2173…; 3,300 × 61/92 = 2,188.0434…",
    fromNovember,
    {
      eligible_days: 61,
      salary: "10940.22",
      benefits: "2188.04",
      total: "13128.26",
    },
  ),
  part("61 days with 43 weekdays", "weekdays", "43 × 250; 43 × 50", fromNovember, {
    eligible_days: 61,
    salary: "10750.00",
    benefits: "2150.00",
    total: "12900.00",
  }),
  part("61 days with 43 weekdays", "whole-quarter", "66,000 ÷ 4; 13,200 ÷ 4", fromNovember, {
    eligible_days: 61,
    salary: "16500.00",
    benefits: "3300.00",
    total: "19800.00",
  }),
  part("a weekend", "calendar-days", "92,000 ÷ 4 × 2/92", weekend, {
    eligible_days: 2,
    salary: "500.00",
    total: "500.00",
  }),
  part("a weekend", "weekdays", "no weekday: no salary, though two eligible days", weekend, {
    eligible_days: 2,
    overtime_cap_room: "23000.00",
    total: "0.00",
    reasons: ["award-not-counted", "no-amount"],
  }),
  part("a weekend", "whole-quarter", "92,000 ÷ 4", weekend, {
    eligible_days: 2,
    salary: "23000.00",
    total: "23000.00",
  }),
  part("a raise", "calendar-days", "15,000 × 30/92 + 16,500 × 31/92 = 961,500/92 = 10,451.0869…", raise, {
    eligible_days: 61,
    salary: "10451.09",
    total: "10451.09",
  }),
  part("a raise", "weekdays", "15,000 × 20/66 + 16,500 × 23/66 = 679,500/66 = 10,295.4545…", raise, {
    eligible_days: 61,
    salary: "10295.45",
    total: "10295.45",
  }),
  part("a raise", "whole-quarter", "the rows share it by days: 15,000 × 30/61 + 16,500 × 31/61 = 15,762.2950…", raise, {
    eligible_days: 61,
    salary: "15762.30",
    total: "15762.30",
  }),
  part(
    "the weights of the cap are calendar days",
    "weekdays",
    "(60,000 × 30 + 66,000 × 31)/61 × 25 % = 15,762.2950…, rounded down",
    raise,
    { salary: "10295.45", overtime_cap_room: "15762.29", total: "10295.45" },
  ),
  part(
    "every day of the quarter",
    "weekdays",
    "66,000 ÷ 4",
    [{ trained_on: "2025-10-01", annual_salary: "66000.00" }],
    {
      eligible_days: 92,
      salary: "16500.00",
      total: "16500.00",
    },
  ),
  part(
    "trained on the second day",
    "weekdays",
    "65 of 66 weekdays",
    [{ trained_on: "2025-10-02", annual_salary: "66000.00" }],
    { eligible_days: 91, salary: "16250.00", total: "16250.00" },
  ),
  part(
    "29 February 2028, a Tuesday",
    "weekdays",
    "65,000 ÷ 4 ÷ 65 weekdays",
    leapDay,
    {
      eligible_days: 1,
      salary: "250.00",
      total: "250.00",
    },
    "FY2028-Q2",
  ),
  part("the last day alone", "whole-quarter", "66,000 ÷ 4", [{ trained_on: "2025-12-31", annual_salary: "66000.00" }], {
    eligible_days: 1,
    salary: "16500.00",
    total: "16500.00",
  }),
  part(
    "the day after the last",
    "whole-quarter",
    "no eligible day",
    [{ trained_on: "2026-01-01", annual_salary: "66000.00" }],
    { eligible_days: 0, total: "0.00", reasons: ["trained-later"] },
  ),
  {
    name: "the headcount of the award is calendar days, whole-quarter",
    quarter: "FY2026-Q1",
    readings: { "partial-quarter": "whole-quarter" },
    roster: fromNovember,
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: {
      A1: {
        eligible_days: 61,
        salary: "16500.00",
        benefits: "3300.00",
        total: "19800.00",
        reasons: ["award-not-counted"],
      },
    },
  },
];
