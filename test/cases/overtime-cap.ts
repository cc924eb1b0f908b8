import type { Case } from "./case.ts";

const salaried = (annual_salary: string) => ({ trained_on: "2025-09-15", annual_salary });

const room = (name: string, annual_salary: string, salary: string, overtime_cap_room: string, work: string): Case => ({
  name,
  work,
  quarter: "FY2026-Q1",
  roster: [salaried(annual_salary)],
  expected: { A1: { salary, overtime_cap_room, total: salary } },
});

const annual: Case[] = [
  room("25 % of a published salary", "68809.00", "17202.25", "17202.25", "68,809 × 25 % = 17,202.25"),
  room("rounded down", "60000.0399", "15000.01", "15000.00", "60,000.0399 × 25 % = 15,000.009975"),
  room("rounded down where the salary is rounded up", "85000.23", "21250.06", "21250.05", "× 25 % = 21,250.0575"),
  room("a whole cent", "60000.04", "15000.01", "15000.01", "60,000.04 × 25 % = 15,000.01"),
  {
    name: "drawn down quarter by quarter",
    work: "15,000 − 9,000 = 6,000; 9,000 − 6,000 = 3,000 over",
    quarter: "FY2026-Q2",
    roster: [{ ...salaried("60000.00"), overtime_paid: "9000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "9000.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "6000.00",
        overtime: "6000.00",
        overtime_over_cap: "3000.00",
        total: "21000.00",
      },
    },
  },
  {
    name: "used up by the fourth quarter",
    work: "4,000 + 5,000 + 5,999.99 = 14,999.99 of 15,000",
    quarter: "FY2026-Q4",
    roster: [{ ...salaried("60000.00"), overtime_paid: "0.02" }],
    payroll: [
      { quarter: "FY2026-Q1", overtime_paid: "4000.00" },
      { quarter: "FY2026-Q2", overtime_paid: "5000.00" },
      { quarter: "FY2026-Q3", overtime_paid: "5999.99" },
    ],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "0.01",
        overtime: "0.01",
        overtime_over_cap: "0.01",
        total: "15000.01",
      },
    },
  },
  {
    name: "whole again in a new fiscal year",
    quarter: "FY2027-Q1",
    roster: [{ ...salaried("60000.00"), overtime_paid: "15000.00" }],
    payroll: [{ quarter: "FY2026-Q4", overtime_paid: "15000.00" }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "15000.00", total: "30000.00" },
    },
  },
  {
    name: "a raise: mean of the annual salaries by days",
    work: "(60,000 × 46 + 66,000 × 46)/92 = 63,000; × 25 % = 15,750",
    quarter: "FY2026-Q1",
    roster: [
      { ...salaried("60000.00"), end_date: "2025-11-15" },
      { ...salaried("66000.00"), start_date: "2025-11-16" },
    ],
    expected: { A1: { salary: "15750.00", overtime_cap_room: "15750.00", total: "15750.00" } },
  },
  {
    name: "a raise in the second quarter: mean over the days since 1 October",
    work: "(60,000 × 123 + 66,000 × 59)/182 × 25 % = 15,486.2637…; salary 60,000/4 × 31/90 + 66,000/4 × 59/90 = 15,983.3333…",
    quarter: "FY2026-Q2",
    roster: [
      { ...salaried("60000.00"), end_date: "2026-01-31" },
      { ...salaried("66000.00"), start_date: "2026-02-01" },
    ],
    expected: { A1: { salary: "15983.33", overtime_cap_room: "15486.26", total: "15983.33" } },
  },
  {
    name: "days before the training have no weight",
    work: "(60,000 × 17 + 66,000 × 59)/76 × 25 % = 16,164.4736…; salary 60,000/4 × 17/90 + 66,000/4 × 59/90 = 13,650",
    quarter: "FY2026-Q2",
    roster: [
      { trained_on: "2026-01-15", annual_salary: "60000.00", end_date: "2026-01-31" },
      { trained_on: "2026-01-15", annual_salary: "66000.00", start_date: "2026-02-01" },
    ],
    expected: { A1: { eligible_days: 76, salary: "13650.00", overtime_cap_room: "16164.47", total: "13650.00" } },
  },
  {
    name: "what was claimed before a cut in pay is not taken back",
    work: "(60,000 × 92 + 40,000 × 90)/182 × 25 % = 12,527.47, less than the 15,000 of the first quarter",
    quarter: "FY2026-Q2",
    roster: [
      { ...salaried("60000.00"), end_date: "2025-12-31" },
      { ...salaried("40000.00"), start_date: "2026-01-01", overtime_paid: "0.01" },
    ],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "15000.00" }],
    expected: {
      A1: { salary: "10000.00", overtime_cap_room: "0.00", overtime_over_cap: "0.01", total: "10000.00" },
    },
  },
  {
    name: "the share of the time does not act on the annual salary",
    quarter: "FY2026-Q1",
    roster: [{ ...salaried("60000.00"), time_share: "0.5" }],
    expected: { A1: { salary: "7500.00", overtime_cap_room: "15000.00", total: "7500.00" } },
  },
  {
    name: "a row marked as not eligible has no weight",
    work: "60,000 × 25 %; salary 60,000/4 × 46/92",
    quarter: "FY2026-Q1",
    roster: [
      { ...salaried("60000.00"), end_date: "2025-11-15" },
      { ...salaried("66000.00"), start_date: "2025-11-16", eligible: "no" },
    ],
    expected: { A1: { eligible_days: 46, salary: "7500.00", overtime_cap_room: "15000.00", total: "7500.00" } },
  },
  {
    name: "no room without an eligible day in the quarter, whatever the year had",
    quarter: "FY2026-Q2",
    roster: [{ ...salaried("60000.00"), end_date: "2025-12-31" }],
    expected: { A1: { eligible_days: 0, overtime_cap_room: "0.00", total: "0.00", reasons: ["ended-earlier"] } },
  },
];

const accrued: Case[] = [
  {
    name: "accrued, first quarter: 25 % of its salary, one cent over",
    work: "15,000 × 25 % = 3,750",
    quarter: "FY2026-Q1",
    readings: { "overtime-cap": "accrued" },
    roster: [{ ...salaried("60000.00"), overtime_paid: "3750.01" }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "3750.00",
        overtime: "3750.00",
        overtime_over_cap: "0.01",
        total: "18750.00",
      },
    },
  },
  {
    name: "accrued: room unused in the first quarter is there in the second",
    work: "30,000 × 25 % − 1,000 = 6,500",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "accrued" },
    roster: [{ ...salaried("60000.00"), overtime_paid: "7000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "1000.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "6500.00",
        overtime: "6500.00",
        overtime_over_cap: "500.00",
        total: "21500.00",
      },
    },
  },
  {
    name: "accrued: the salaries are summed before the one rounding down",
    work: "15,000.03 + 15,000.03 = 30,000.06; × 25 % = 7,500.015, not 3,750.00 + 3,750.00",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "accrued" },
    roster: [salaried("60000.12")],
    payroll: [{ quarter: "FY2026-Q1", salary_paid: "15000.03" }],
    expected: { A1: { salary: "15000.03", overtime_cap_room: "7500.01", total: "15000.03" } },
  },
  {
    name: "accrued: the salaries are the rounded lines",
    work: "60,000.06 ÷ 4 = 15,000.015 → 15,000.02 twice: 30,000.04 × 25 % = 7,500.01; unrounded 7,500.0075",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "accrued" },
    roster: [salaried("60000.06")],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "0.00" }],
    expected: { A1: { salary: "15000.02", overtime_cap_room: "7500.01", total: "15000.02" } },
  },
  {
    name: "accrued: payroll below the share bounds less",
    work: "10,000 × 25 %",
    quarter: "FY2026-Q1",
    readings: { "overtime-cap": "accrued" },
    roster: [{ ...salaried("60000.00"), salary_paid: "10000.00", overtime_paid: "2500.01" }],
    expected: {
      A1: {
        salary: "10000.00",
        overtime_cap_room: "2500.00",
        overtime: "2500.00",
        overtime_over_cap: "0.01",
        total: "12500.00",
      },
    },
  },
];

const byQuarter: Case[] = [
  {
    name: "quarter: room unused in the first quarter is lost",
    work: "15,000 × 25 % = 3,750",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "quarter" },
    roster: [{ ...salaried("60000.00"), overtime_paid: "4000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "0.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "3750.00",
        overtime: "3750.00",
        overtime_over_cap: "250.00",
        total: "18750.00",
      },
    },
  },
  {
    name: "quarter: what the first quarter claimed is not subtracted",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "quarter" },
    roster: [{ ...salaried("60000.00"), overtime_paid: "3750.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "3750.00" }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "3750.00", overtime: "3750.00", total: "18750.00" },
    },
  },
  {
    name: "quarter: a part of the quarter bounds less, rounded down",
    work: "14,089.74 × 25 % = 3,522.435",
    quarter: "FY2026-Q1",
    readings: { "overtime-cap": "quarter" },
    roster: [{ trained_on: "2025-11-01", annual_salary: "85000.37", overtime_paid: "3522.44" }],
    expected: {
      A1: {
        salary: "14089.74",
        overtime_cap_room: "3522.43",
        overtime: "3522.43",
        overtime_over_cap: "0.01",
        total: "17612.17",
      },
    },
  },
  {
    name: "quarter: the share of the time acts through the salary",
    work: "7,500 × 25 %",
    quarter: "FY2026-Q1",
    readings: { "overtime-cap": "quarter" },
    roster: [{ ...salaried("60000.00"), time_share: "0.5" }],
    expected: { A1: { salary: "7500.00", overtime_cap_room: "1875.00", total: "7500.00" } },
  },
];

export const cases: readonly Case[] = [...annual, ...accrued, ...byQuarter];
