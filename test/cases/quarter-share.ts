import type { Readings } from "../../src/engine/values/ids.ts";
import type { Case } from "./case.ts";

const share = (
  reading: Readings["quarter-share"],
  quarter: string,
  annual_salary: string,
  salary: string,
  work: string,
): Case => ({
  name: `${quarter}, ${reading}`,
  work,
  quarter,
  readings: { "quarter-share": reading },
  roster: [{ trained_on: "2025-09-15", annual_salary }],
  expected: { A1: { salary, total: salary } },
});

export const cases: readonly Case[] = [
  share("equal", "FY2026-Q1", "36500.00", "9125.00", "36,500 ÷ 4"),
  share("equal", "FY2026-Q2", "36500.00", "9125.00", "36,500 ÷ 4"),
  share("equal", "FY2028-Q2", "36500.00", "9125.00", "36,500 ÷ 4"),
  share("days", "FY2026-Q1", "36500.00", "9200.00", "36,500 × 92/365"),
  share("days", "FY2026-Q2", "36500.00", "9000.00", "36,500 × 90/365"),
  share("days", "FY2026-Q3", "36500.00", "9100.00", "36,500 × 91/365"),
  share("days", "FY2026-Q4", "36500.00", "9200.00", "36,500 × 92/365"),
  share(
    "days",
    "FY2028-Q1",
    "36600.00",
    "9200.00",
    "the year of a 29 February from its first quarter: 36,600 × 92/366",
  ),
  share("days", "FY2028-Q2", "36600.00", "9100.00", "36,600 × 91/366"),
  share("days", "FY2028-Q3", "36600.00", "9100.00", "36,600 × 91/366"),
  share("days", "FY2028-Q4", "36600.00", "9200.00", "36,600 × 92/366"),
  share("days", "FY2026-Q1", "60000.00", "15123.29", "60,000 × 92/365 = 15,123.2876…"),
  share("days", "FY2028-Q1", "60000.00", "15081.97", "60,000 × 92/366 = 15,081.9672…"),
  {
    name: "days of a part of a quarter are days of the year",
    work: "36,500 × 92/365 × 61/92 = 36,500 × 61/365 = 6,100",
    quarter: "FY2026-Q1",
    readings: { "quarter-share": "days" },
    roster: [{ trained_on: "2025-11-01", annual_salary: "36500.00" }],
    expected: { A1: { eligible_days: 61, salary: "6100.00", total: "6100.00" } },
  },
  {
    name: "acts on benefits, and not on the annual cap",
    work: "36,500 × 90/365 = 9,000; 7,300 × 90/365 = 1,800; 36,500 × 25 % = 9,125",
    quarter: "FY2026-Q2",
    readings: { "quarter-share": "days" },
    roster: [{ trained_on: "2025-09-15", annual_salary: "36500.00", annual_benefits: "7300.00" }],
    expected: { A1: { salary: "9000.00", benefits: "1800.00", overtime_cap_room: "9125.00", total: "10800.00" } },
  },
];
