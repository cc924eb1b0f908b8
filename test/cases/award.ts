import type { Case } from "./case.ts";

const trained = { trained_on: "2025-09-15" };

export const cases: readonly Case[] = [
  {
    name: "not prorated by the share of the time",
    quarter: "FY2026-Q1",
    roster: [{ ...trained, time_share: "0.1" }],
    rates: [{ quarter: "FY2026-Q1", rate: "85" }],
    expected: { A1: { award: "750.00", total: "750.00" } },
  },
  {
    name: "not prorated by the days",
    quarter: "FY2026-Q1",
    readings: { "award-headcount": "any-day" },
    roster: [{ trained_on: "2025-12-31" }],
    rates: [{ quarter: "FY2026-Q1", rate: "75" }],
    expected: { A1: { eligible_days: 1, award: "500.00", total: "500.00" } },
  },
  {
    name: "once for an officer of several rows",
    quarter: "FY2026-Q1",
    roster: [
      { ...trained, end_date: "2025-11-15" },
      { ...trained, start_date: "2025-11-16" },
    ],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: { A1: { eligible_days: 92, award: "1000.00", total: "1000.00" } },
  },
  {
    name: "for each counted officer of the agency",
    work: "2 × 750",
    quarter: "FY2026-Q1",
    roster: [
      { officer: "A1", ...trained },
      { officer: "B2", ...trained, model: "WSO" },
      { officer: "C3", ...trained },
    ],
    rates: [{ quarter: "FY2026-Q1", rate: "85" }],
    expected: {
      A1: { award: "750.00", total: "750.00" },
      B2: { total: "0.00", reasons: ["award-not-task-force", "no-amount"] },
      C3: { award: "750.00", total: "750.00" },
    },
    agency: { officers: 3, claimedOfficers: 2, awardOfficers: 2, award: "1500.00", total: "1500.00" },
  },
  {
    name: "an untrained officer has none",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "" }],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: { A1: { eligible_days: 0, total: "0.00", reasons: ["not-trained"] } },
  },
];
