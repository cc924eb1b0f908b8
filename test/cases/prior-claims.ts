import type { Case } from "./case.ts";

const sixty = { trained_on: "2025-09-15", annual_salary: "60000.00" };

export const cases: readonly Case[] = [
  {
    name: "a prior claim is what was claimed, whatever payroll says",
    work: "15,000 − 5,000 = 10,000",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, overtime_paid: "11000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "9000.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { A1: { salary: "15000.00", overtime: "5000.00" } } }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "10000.00",
        overtime: "10000.00",
        overtime_over_cap: "1000.00",
        total: "25000.00",
      },
    },
  },
  {
    name: "a prior claim without the officer claimed nothing of the officer",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, overtime_paid: "15000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "9000.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { B2: { overtime: "9000.00" } } }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "15000.00", total: "30000.00" },
    },
  },
  {
    name: "a quarter with neither claim nor payroll claimed nothing",
    quarter: "FY2026-Q3",
    roster: [{ ...sixty, overtime_paid: "15000.00" }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "15000.00", total: "30000.00" },
    },
  },
  {
    name: "accrued: a quarter that neither a claim nor payroll knows adds nothing",
    work: "0.25 × (15,000 + 15,000) − 1,000 = 6,500",
    quarter: "FY2026-Q3",
    readings: { "overtime-cap": "accrued" },
    roster: [{ ...sixty, overtime_paid: "9000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "1000.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "6500.00",
        overtime: "6500.00",
        overtime_over_cap: "2500.00",
        total: "21500.00",
      },
    },
  },
  {
    name: "one quarter claimed, one from payroll",
    work: "15,000 − 4,000 − 5,000 = 6,000",
    quarter: "FY2026-Q3",
    roster: [{ ...sixty, overtime_paid: "6000.01" }],
    payroll: [{ quarter: "FY2026-Q2", overtime_paid: "5000.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { A1: { overtime: "4000.00" } } }],
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
    name: "what payroll gives for a quarter is itself under the cap of what was claimed before it",
    work: "Q1 claimed 14,000, so that Q2 claims 1,000 of its 5,000: 15,000 − 14,000 − 1,000 = 0",
    quarter: "FY2026-Q3",
    roster: [{ ...sixty, overtime_paid: "0.01" }],
    payroll: [{ quarter: "FY2026-Q2", overtime_paid: "5000.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { A1: { overtime: "14000.00" } } }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "0.00", overtime_over_cap: "0.01", total: "15000.00" },
    },
  },
  {
    name: "what an earlier quarter had over the cap is not claimed later",
    work: "Q1 paid 20,000 and claimed 15,000",
    quarter: "FY2026-Q2",
    roster: [sixty],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "20000.00" }],
    expected: { A1: { salary: "15000.00", overtime_cap_room: "0.00", total: "15000.00" } },
  },
  {
    name: "over the cap earlier and room later by a raise: only the later overtime is claimed",
    work: "Q1 paid 20,000, claimed 15,000. (60,000 × 92 + 66,000 × 90)/182 × 25 % = 15,741.7582…; room 741.75",
    quarter: "FY2026-Q2",
    roster: [
      { ...sixty, end_date: "2025-12-31" },
      { ...sixty, annual_salary: "66000.00", start_date: "2026-01-01", overtime_paid: "100.00" },
    ],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "20000.00" }],
    expected: {
      A1: { salary: "16500.00", overtime_cap_room: "741.75", overtime: "100.00", total: "16600.00" },
    },
  },
  {
    name: "overtime counts before other funding was taken off it",
    work: "15,000 − 9,000, though another grant paid 24,000 in the first quarter",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, overtime_paid: "9000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "9000.00", other_funding: "24000.00" }],
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
    name: "overtime of a quarter without an eligible day was not claimed",
    work: "trained in the second quarter",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, trained_on: "2026-01-01", overtime_paid: "15000.00" }],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "9000.00" }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "15000.00", total: "30000.00" },
    },
  },
  {
    name: "claims of an earlier fiscal year do not count",
    quarter: "FY2027-Q1",
    roster: [{ ...sixty, overtime_paid: "15000.00" }],
    prior: [{ quarter: "FY2026-Q4", officers: { A1: { overtime: "15000.00" } } }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "15000.00", total: "30000.00" },
    },
  },
  {
    name: "a prior claim above the cap leaves no room, and is not taken back",
    quarter: "FY2026-Q2",
    roster: [{ ...sixty, overtime_paid: "10.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { A1: { overtime: "15000.01" } } }],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "0.00", overtime_over_cap: "10.00", total: "15000.00" },
    },
  },
  {
    name: "accrued counts the salary that the prior claim claimed",
    work: "(12,000 + 15,000) × 25 % − 2,000 = 4,750",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "accrued" },
    roster: [{ ...sixty, overtime_paid: "5000.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { A1: { salary: "12000.00", overtime: "2000.00" } } }],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "4750.00",
        overtime: "4750.00",
        overtime_over_cap: "250.00",
        total: "19750.00",
      },
    },
  },
  {
    name: "the readings hold for the earlier quarter too",
    work: "quarter-share days: Q1 60,000 × 92/365 = 15,123.29, Q2 60,000 × 90/365 = 14,794.52; sum × 25 % = 7,479.4525, less 1,000",
    quarter: "FY2026-Q2",
    readings: { "overtime-cap": "accrued", "quarter-share": "days" },
    roster: [sixty],
    payroll: [{ quarter: "FY2026-Q1", overtime_paid: "1000.00" }],
    expected: { A1: { salary: "14794.52", overtime_cap_room: "6479.45", total: "14794.52" } },
  },
];
