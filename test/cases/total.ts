import type { Case } from "./case.ts";

const WORKED = {
  annual_salary: "85000.37",
  annual_benefits: "23000.11",
  overtime_paid: "3456.78",
};
const RATE = [{ quarter: "FY2026-Q1", successful: 37, provided: 40 }];

export const cases: readonly Case[] = [
  {
    name: "worked case 1: a full quarter",
    work: "85,000.37/4 = 21,250.0925; 23,000.11/4 = 5,750.0275; 37/40 = 92.5 %; + 3,456.78 + 1,000",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-09-15", ...WORKED }],
    rates: RATE,
    expected: {
      A1: {
        eligible_days: 92,
        salary: "21250.09",
        benefits: "5750.03",
        overtime_cap_room: "21250.09",
        overtime: "3456.78",
        award: "1000.00",
        total: "31456.90",
        basis: "estimate",
        estimated: "27000.12",
        reasons: [],
      },
    },
    agency: { officers: 1, claimedOfficers: 1, awardOfficers: 1, total: "31456.90" },
  },
  {
    name: "worked case 2: trained within the quarter",
    work: "21,250.0925 × 61/92 = 14,089.7352…; 5,750.0275 × 61/92 = 3,812.5182…; + 3,456.78",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-11-01", ...WORKED }],
    rates: RATE,
    expected: {
      A1: {
        eligible_days: 61,
        salary: "14089.74",
        benefits: "3812.52",
        overtime_cap_room: "21250.09",
        overtime: "3456.78",
        total: "21359.04",
        reasons: ["award-not-counted"],
      },
    },
  },
  {
    name: "worked case 2 with last-day",
    work: "21,359.04 + 1,000",
    quarter: "FY2026-Q1",
    readings: { "award-headcount": "last-day" },
    roster: [{ trained_on: "2025-11-01", ...WORKED }],
    rates: RATE,
    expected: {
      A1: {
        salary: "14089.74",
        benefits: "3812.52",
        overtime: "3456.78",
        award: "1000.00",
        total: "22359.04",
        reasons: [],
      },
    },
  },
  {
    name: "worked case 3: jail enforcement at 95 %",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-09-15", model: "JEM", ...WORKED }],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: {
      A1: {
        eligible_days: 92,
        salary: "21250.09",
        benefits: "5750.03",
        overtime: "3456.78",
        total: "30456.90",
        reasons: ["award-not-task-force"],
      },
    },
  },
  {
    name: "worked case 4, first quarter: 9,000 under a cap of 15,000",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00" }],
    payroll: [
      { quarter: "FY2026-Q1", overtime_paid: "9000.00" },
      { quarter: "FY2026-Q2", overtime_paid: "9000.00" },
    ],
    expected: {
      A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime: "9000.00", total: "24000.00" },
    },
  },
  {
    name: "worked case 4, second quarter: 6,000, and 3,000 over the cap",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00" }],
    payroll: [
      { quarter: "FY2026-Q1", overtime_paid: "9000.00" },
      { quarter: "FY2026-Q2", overtime_paid: "9000.00" },
    ],
    expected: {
      A1: {
        salary: "15000.00",
        overtime_cap_room: "6000.00",
        overtime: "6000.00",
        overtime_over_cap: "3000.00",
        total: "21000.00",
        reasons: ["overtime-over-cap", "award-no-rate"],
      },
    },
  },
  ...(
    [
      ["89.99", "floor", "750.00"],
      ["90", "floor", "1000.00"],
      ["100", "floor", "1000.00"],
      ["79.999", "floor", "500.00"],
      ["70", "floor", "500.00"],
      ["69.9", "floor", "0.00"],
      ["89.5", "nearest", "1000.00"],
    ] as const
  ).map(
    ([rate, reading, award]): Case => ({
      name: `worked case 5: ${rate} %, ${reading}: ${award}`,
      quarter: "FY2026-Q1",
      readings: { "rate-rounding": reading },
      roster: [{ trained_on: "2025-09-15" }],
      rates: [{ quarter: "FY2026-Q1", rate }],
      expected: { A1: { award, total: award } },
    }),
  ),
  {
    name: "worked case 6: a raise",
    work: "60,000/4 × 46/92 + 66,000/4 × 46/92 = 15,750; (60,000 × 46 + 66,000 × 46)/92 × 25 % = 15,750",
    quarter: "FY2026-Q1",
    roster: [
      { trained_on: "2025-09-15", end_date: "2025-11-15", annual_salary: "60000.00" },
      { trained_on: "2025-09-15", start_date: "2025-11-16", annual_salary: "66000.00", overtime_paid: "15750.01" },
    ],
    expected: {
      A1: {
        eligible_days: 92,
        salary: "15750.00",
        overtime_cap_room: "15750.00",
        overtime: "15750.00",
        overtime_over_cap: "0.01",
        total: "31500.00",
      },
    },
  },
  {
    name: "every line at once",
    work: "21,250.09 + 5,750.03 + 3,456.78 − 456.90 + 1,000 + 7,500 = 38,500.00; with vehicles 138,500.00",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-09-15", ...WORKED, other_funding: "456.90", equipment_cost: "8000.00" }],
    rates: [{ quarter: "FY2026-Q1", successful: 37, provided: 40, reference: "ICE-1", vehicle_cost: "100001.00" }],
    expected: {
      A1: {
        salary: "21250.09",
        benefits: "5750.03",
        overtime: "3456.78",
        other_funding: "456.90",
        award: "1000.00",
        equipment: "7500.00",
        total: "38500.00",
        reasons: ["equipment-over-allowance"],
      },
    },
    agency: {
      salary: "21250.09",
      benefits: "5750.03",
      estimated: "27000.12",
      overtime: "3456.78",
      overCap: "0.00",
      otherFunding: "456.90",
      award: "1000.00",
      equipment: "7500.00",
      vehicles: "100000.00",
      total: "138500.00",
      reasons: ["vehicles-over-allowance"],
    },
  },
  {
    name: "officers are summed as rounded, not rounded again",
    work: "3 × 15,000.01 (60,000.02/4 = 15,000.005), not 45,000.015",
    quarter: "FY2026-Q1",
    roster: ["A1", "B2", "C3"].map((officer) => ({
      officer,
      trained_on: "2025-09-15",
      annual_salary: "60000.02",
    })),
    expected: {
      A1: { salary: "15000.01", total: "15000.01" },
      B2: { salary: "15000.01", total: "15000.01" },
      C3: { salary: "15000.01", total: "15000.01" },
    },
    agency: { officers: 3, claimedOfficers: 3, awardOfficers: 0, salary: "45000.03", total: "45000.03" },
  },
];
