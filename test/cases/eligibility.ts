import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

/** 92,000 a year is 250.00 for each of the 92 days of a first quarter. */
const firstQuarter = (
  name: string,
  row: RosterRow,
  eligible_days: number,
  salary: string,
  why: readonly ReasonCode[] = [],
): Case => ({
  name,
  work: `${eligible_days} × 250`,
  quarter: "FY2026-Q1",
  roster: [{ annual_salary: "92000.00", ...row }],
  expected: {
    A1: { eligible_days, salary, total: salary, reasons: eligible_days > 0 ? [noAward(eligible_days)] : why },
  },
});

/** Without a rate nobody has an award; who was not there every day would not be counted either, which is said first. */
const noAward = (days: number): ReasonCode => (days === 92 ? "award-no-rate" : "award-not-counted");

const trained = { trained_on: "2025-09-15" };

const days = (quarter: string, eligible_days: number): Case => ({
  name: `${quarter} has ${eligible_days} days`,
  quarter,
  roster: [{ ...trained, annual_salary: "40000.00" }],
  expected: { A1: { eligible_days, salary: "10000.00", total: "10000.00" } },
});

export const eligibility: Case[] = [
  days("FY2026-Q1", 92),
  days("FY2026-Q2", 90),
  days("FY2026-Q3", 91),
  days("FY2026-Q4", 92),
  days("FY2028-Q2", 91),
  firstQuarter("trained long before", { trained_on: "1999-12-31" }, 92, "23000.00"),
  firstQuarter("trained on 2025-09-30", { trained_on: "2025-09-30" }, 92, "23000.00"),
  firstQuarter("trained on 2025-10-01", { trained_on: "2025-10-01" }, 92, "23000.00"),
  firstQuarter("trained on 2025-10-02: the day itself counts", { trained_on: "2025-10-02" }, 91, "22750.00"),
  firstQuarter("trained on 2025-12-30", { trained_on: "2025-12-30" }, 2, "500.00"),
  firstQuarter("trained on the quarter's last day", { trained_on: "2025-12-31" }, 1, "250.00"),
  firstQuarter("trained the day after", { trained_on: "2026-01-01" }, 0, "0.00", ["trained-later"]),
  firstQuarter("not trained", { trained_on: "" }, 0, "0.00", ["not-trained"]),
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
  firstQuarter(
    "trained before the start of the row",
    { trained_on: "2025-10-10", start_date: "2025-12-01", end_date: "2025-12-10" },
    10,
    "2500.00",
  ),
  firstQuarter(
    "trained within the row",
    { trained_on: "2025-12-05", start_date: "2025-12-01", end_date: "2025-12-10" },
    6,
    "1500.00",
  ),
  firstQuarter("trained on the row's last day", { trained_on: "2025-12-10", end_date: "2025-12-10" }, 1, "250.00"),
  firstQuarter(
    "trained the day after the row's last",
    { trained_on: "2025-12-11", end_date: "2025-12-10" },
    0,
    "0.00",
    ["no-eligible-day"],
  ),
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
