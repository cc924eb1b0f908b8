import type { Case } from "./case.ts";

const sixty = { trained_on: "2025-09-15", annual_salary: "60000.00" };

const paid = (name: string, overtime_paid: string, overtime: string, overCap: string, total: string): Case => ({
  name,
  work: "60,000 × 25 % = 15,000 of room; the salary is 15,000",
  quarter: "FY2026-Q1",
  roster: [{ ...sixty, overtime_paid }],
  expected: {
    A1: { salary: "15000.00", overtime_cap_room: "15000.00", overtime, overtime_over_cap: overCap, total },
  },
});

export const cases: readonly Case[] = [
  paid("unknown", "", "0.00", "0.00", "15000.00"),
  paid("nothing paid", "0.00", "0.00", "0.00", "15000.00"),
  paid("one cent", "0.01", "0.01", "0.00", "15000.01"),
  paid("one cent under the cap", "14999.99", "14999.99", "0.00", "29999.99"),
  paid("at the cap", "15000.00", "15000.00", "0.00", "30000.00"),
  paid("one cent over the cap", "15000.01", "15000.00", "0.01", "30000.00"),
  paid("far over the cap", "99999999999999999999.99", "15000.00", "99999999999999984999.99", "30000.00"),
  {
    name: "overtime of an officer without an eligible day is not claimed, and not over the cap",
    quarter: "FY2026-Q1",
    roster: [{ ...sixty, trained_on: "2026-01-01", overtime_paid: "500.00" }],
    expected: {
      A1: {
        eligible_days: 0,
        overtime_cap_room: "0.00",
        total: "0.00",
        reasons: ["trained-later", "overtime-no-eligible-day"],
      },
    },
  },
  {
    name: "overtime of an untrained officer is not claimed",
    quarter: "FY2026-Q1",
    roster: [{ ...sixty, trained_on: "", overtime_paid: "500.00" }],
    expected: {
      A1: { eligible_days: 0, total: "0.00", reasons: ["not-trained", "overtime-no-eligible-day"] },
    },
  },
  {
    name: "one eligible day is enough for the whole cap",
    work: "92,000 ÷ 4 ÷ 92 = 250; 92,000 × 25 % = 23,000",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-12-31", annual_salary: "92000.00", overtime_paid: "23000.01" }],
    expected: {
      A1: {
        eligible_days: 1,
        salary: "250.00",
        overtime_cap_room: "23000.00",
        overtime: "23000.00",
        overtime_over_cap: "0.01",
        total: "23250.00",
      },
    },
  },
  {
    name: "the cap does not limit salary and benefits",
    quarter: "FY2026-Q1",
    roster: [{ ...sixty, annual_benefits: "90000.00", overtime_paid: "20000.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        benefits: "22500.00",
        overtime: "15000.00",
        overtime_over_cap: "5000.00",
        total: "52500.00",
        reasons: ["overtime-over-cap", "award-no-rate"],
      },
    },
  },
];
