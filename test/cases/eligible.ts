import type { Case } from "./case.ts";
import { firstQuarter } from "./first-quarter.ts";

const trained = { trained_on: "2025-09-15" };

export const cases: readonly Case[] = [
  firstQuarter("not eligible", { ...trained, eligible: "no" }, 0, "0.00", ["not-eligible"]),
  firstQuarter("started on 2025-10-01", { ...trained, start_date: "2025-10-01" }, 92, "23000.00"),
  firstQuarter("started on 2025-10-02", { ...trained, start_date: "2025-10-02" }, 91, "22750.00"),
  firstQuarter("started on the last day", { ...trained, start_date: "2025-12-31" }, 1, "250.00"),
  firstQuarter("started the day after", { ...trained, start_date: "2026-01-01" }, 0, "0.00", ["starts-later"]),
  firstQuarter("ended on 2025-09-30", { ...trained, end_date: "2025-09-30" }, 0, "0.00", ["ended-earlier"]),
  firstQuarter("ended on 2025-10-01", { ...trained, end_date: "2025-10-01" }, 1, "250.00"),
  firstQuarter("ended on 2025-12-30", { ...trained, end_date: "2025-12-30" }, 91, "22750.00"),
  firstQuarter("ended on the last day", { ...trained, end_date: "2025-12-31" }, 92, "23000.00"),
  firstQuarter("ended after it", { ...trained, end_date: "2026-01-01" }, 92, "23000.00"),
  {
    name: "two causes give two reasons",
    quarter: "FY2026-Q1",
    roster: [
      { ...trained, end_date: "2025-09-30" },
      { ...trained, start_date: "2025-10-01", eligible: "no" },
    ],
    expected: { A1: { eligible_days: 0, total: "0.00", reasons: ["ended-earlier", "not-eligible"] } },
  },
  {
    name: "a row taken out leaves the other",
    work: "46 × 250",
    quarter: "FY2026-Q1",
    roster: [
      { ...trained, end_date: "2025-11-15", annual_salary: "92000.00", eligible: "no" },
      { ...trained, start_date: "2025-11-16", annual_salary: "92000.00" },
    ],
    expected: { A1: { eligible_days: 46, salary: "11500.00", total: "11500.00" } },
  },
  {
    name: "an officer with nothing to claim stays in the claim",
    quarter: "FY2026-Q1",
    roster: [
      { officer: "A1", trained_on: "" },
      { officer: "B2", ...trained, annual_salary: "40000.00" },
    ],
    expected: {
      A1: { eligible_days: 0, total: "0.00", reasons: ["not-trained"] },
      B2: { eligible_days: 92, salary: "10000.00", total: "10000.00" },
    },
    agency: { officers: 2, claimedOfficers: 1, total: "10000.00" },
  },
];
