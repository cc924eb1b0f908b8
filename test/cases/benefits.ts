import type { Case } from "./case.ts";

const withBenefits = (annual_benefits: string) => ({ trained_on: "2025-09-15", annual_benefits });

const paid = (name: string, benefits_paid: string, benefits: string): Case => ({
  name,
  work: "20,000 ÷ 4 = 5,000",
  quarter: "FY2026-Q1",
  roster: [{ ...withBenefits("20000.00"), benefits_paid }],
  expected: { A1: { benefits, total: benefits } },
});

export const cases: readonly Case[] = [
  {
    name: "a full quarter is one fourth, rounded to the cent",
    work: "23,000.11 ÷ 4 = 5,750.0275",
    quarter: "FY2026-Q1",
    roster: [withBenefits("23000.11")],
    expected: { A1: { benefits: "5750.03", total: "5750.03" } },
  },
  {
    name: "61 of 92 days",
    work: "5,750.0275 × 61/92 = 3,812.5182…",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-11-01", annual_benefits: "23000.11" }],
    expected: { A1: { eligible_days: 61, benefits: "3812.52", total: "3812.52" } },
  },
  {
    name: "half of the time",
    work: "23,000.11 ÷ 4 × 0.5 = 2,875.01375",
    quarter: "FY2026-Q1",
    roster: [{ ...withBenefits("23000.11"), time_share: "0.5" }],
    expected: { A1: { benefits: "2875.01", total: "2875.01" } },
  },
  {
    name: "benefits that changed with a raise are summed, then rounded",
    work: "20,000.04/4 × 46/92 + 22,000.04/4 × 46/92 = 2,500.005 + 2,750.005 = 5,250.01",
    quarter: "FY2026-Q1",
    roster: [
      { ...withBenefits("20000.04"), end_date: "2025-11-15" },
      { ...withBenefits("22000.04"), start_date: "2025-11-16" },
    ],
    expected: { A1: { benefits: "5250.01", total: "5250.01" } },
  },
  {
    name: "benefits give no room for overtime",
    quarter: "FY2026-Q1",
    roster: [{ ...withBenefits("20000.00"), overtime_paid: "100.00" }],
    expected: {
      A1: {
        benefits: "5000.00",
        overtime_cap_room: "0.00",
        overtime_over_cap: "100.00",
        total: "5000.00",
        reasons: ["overtime-over-cap", "award-no-rate"],
      },
    },
  },
  {
    name: "salary and benefits are rounded each for itself",
    work: "15,000.005 and 5,000.005",
    quarter: "FY2026-Q1",
    roster: [{ ...withBenefits("20000.02"), annual_salary: "60000.02" }],
    expected: { A1: { salary: "15000.01", benefits: "5000.01", total: "20000.02" } },
  },
  paid("payroll one cent below the share", "4999.99", "4999.99"),
  paid("payroll at the share", "5000.00", "5000.00"),
  paid("payroll one cent above the share", "5000.01", "5000.00"),
  paid("payroll paid nothing", "0.00", "0.00"),
  paid("payroll unknown", "", "5000.00"),
];
