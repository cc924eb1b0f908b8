import type { Case } from "./case.ts";

const pay = { trained_on: "2025-09-15", annual_salary: "60000.00", annual_benefits: "20000.00" };

const alone = (model: "TFM" | "JEM" | "WSO", reading: "all" | "task-force", claimed: boolean): Case => ({
  name: `${model}, ${reading}: ${claimed ? "claimed" : "not claimed"}`,
  quarter: "FY2026-Q1",
  readings: { "salary-models": reading },
  roster: [{ ...pay, model, overtime_paid: "500.00" }],
  rates: [{ quarter: "FY2026-Q1", rate: "50" }],
  expected: {
    A1: claimed
      ? {
          eligible_days: 92,
          salary: "15000.00",
          benefits: "5000.00",
          overtime_cap_room: "15000.00",
          overtime: "500.00",
          total: "20500.00",
        }
      : {
          eligible_days: 92,
          overtime_cap_room: "0.00",
          total: "0.00",
          reasons: ["salary-not-task-force", "overtime-not-task-force", "award-not-task-force"],
        },
  },
});

/** Task force at 60,000 for 46 days, then jail enforcement at 80,000 for 46 days. */
const changed = [
  { ...pay, end_date: "2025-11-15", overtime_paid: "16000.00" },
  { ...pay, model: "JEM" as const, start_date: "2025-11-16", annual_salary: "80000.00" },
];

export const cases: readonly Case[] = [
  alone("TFM", "all", true),
  alone("JEM", "all", true),
  alone("WSO", "all", true),
  alone("TFM", "task-force", true),
  alone("JEM", "task-force", false),
  alone("WSO", "task-force", false),
  {
    name: "a change of model, all",
    work: "60,000/4 × 46/92 + 80,000/4 × 46/92 = 17,500; benefits 5,000; cap 70,000 × 25 % = 17,500",
    quarter: "FY2026-Q1",
    readings: { "salary-models": "all" },
    roster: changed,
    expected: {
      A1: {
        eligible_days: 92,
        salary: "17500.00",
        benefits: "5000.00",
        overtime_cap_room: "17500.00",
        overtime: "16000.00",
        total: "38500.00",
      },
    },
  },
  {
    name: "a change of model, task-force: the jail row gives no pay and no weight",
    work: "60,000/4 × 46/92 = 7,500; benefits 2,500; cap 60,000 × 25 % = 15,000, 1,000 over",
    quarter: "FY2026-Q1",
    readings: { "salary-models": "task-force" },
    roster: changed,
    expected: {
      A1: {
        eligible_days: 92,
        salary: "7500.00",
        benefits: "2500.00",
        overtime_cap_room: "15000.00",
        overtime: "15000.00",
        overtime_over_cap: "1000.00",
        total: "25000.00",
      },
    },
  },
  {
    name: "a change of model, task-force and whole-quarter: the rows share the quarter",
    work: "60,000/4 × 46/92 = 7,500; 20,000/4 × 46/92 = 2,500",
    quarter: "FY2026-Q1",
    readings: { "salary-models": "task-force", "partial-quarter": "whole-quarter" },
    roster: changed,
    expected: {
      A1: {
        salary: "7500.00",
        benefits: "2500.00",
        overtime: "15000.00",
        overtime_over_cap: "1000.00",
        total: "25000.00",
      },
    },
  },
  {
    name: "task-force: a quarter of jail enforcement alone gives no overtime, though the year had task force days",
    quarter: "FY2026-Q2",
    readings: { "salary-models": "task-force" },
    roster: [
      { ...pay, end_date: "2025-12-31" },
      { ...pay, model: "JEM", start_date: "2026-01-01", overtime_paid: "10.00" },
    ],
    expected: {
      A1: {
        eligible_days: 90,
        total: "0.00",
        reasons: ["salary-not-task-force", "overtime-not-task-force", "award-not-task-force"],
      },
    },
  },
];
