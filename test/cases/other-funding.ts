import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { Case } from "./case.ts";

const lines = { trained_on: "2025-09-15", annual_salary: "60000.00", annual_benefits: "20000.00" };

const funded = (
  name: string,
  other_funding: string,
  applied: string,
  total: string,
  reasons: readonly ReasonCode[] = [],
): Case => ({
  name,
  work: "15,000 + 5,000 + 500 = 20,500; the award of 1,000 is untouched",
  quarter: "FY2026-Q1",
  roster: [{ ...lines, overtime_paid: "500.00", other_funding }],
  rates: [{ quarter: "FY2026-Q1", rate: "95" }],
  expected: {
    A1: {
      salary: "15000.00",
      benefits: "5000.00",
      overtime: "500.00",
      other_funding: applied,
      award: "1000.00",
      total,
      reasons,
    },
  },
});

export const cases: readonly Case[] = [
  funded("unknown", "", "0.00", "21500.00"),
  funded("none", "0.00", "0.00", "21500.00"),
  funded("one cent", "0.01", "0.01", "21499.99"),
  funded("one cent below", "20499.99", "20499.99", "1000.01"),
  funded("all of it", "20500.00", "20500.00", "1000.00", ["other-funding-covers"]),
  funded("one cent above", "20500.01", "20500.00", "1000.00", ["other-funding-excess"]),
  funded("far above", "99999.00", "20500.00", "1000.00", ["other-funding-excess"]),
  {
    name: "counts the overtime claimed, not what is over the cap",
    work: "15,000 + 15,000; 16,000 paid",
    quarter: "FY2026-Q1",
    roster: [
      { trained_on: "2025-09-15", annual_salary: "60000.00", overtime_paid: "16000.00", other_funding: "30000.01" },
    ],
    expected: {
      A1: {
        salary: "15000.00",
        overtime: "15000.00",
        overtime_over_cap: "1000.00",
        other_funding: "30000.00",
        total: "0.00",
        reasons: ["overtime-over-cap", "award-no-rate", "other-funding-excess"],
      },
    },
  },
  {
    name: "leaves the equipment untouched",
    quarter: "FY2026-Q1",
    roster: [{ ...lines, equipment_cost: "7500.00", other_funding: "30000.00" }],
    expected: {
      A1: {
        salary: "15000.00",
        benefits: "5000.00",
        other_funding: "20000.00",
        equipment: "7500.00",
        total: "7500.00",
      },
    },
  },
  {
    name: "of an officer without an eligible day is applied to nothing",
    quarter: "FY2026-Q1",
    roster: [{ ...lines, trained_on: "", other_funding: "10.00" }],
    expected: { A1: { total: "0.00", reasons: ["not-trained", "other-funding-excess"] } },
  },
  {
    name: "belongs to its quarter",
    quarter: "FY2026-Q2",
    roster: [lines],
    payroll: [{ quarter: "FY2026-Q1", other_funding: "100.00" }],
    expected: { A1: { salary: "15000.00", benefits: "5000.00", total: "20000.00" } },
  },
  {
    name: "of one officer is not taken off another",
    quarter: "FY2026-Q1",
    roster: [
      { officer: "A1", ...lines, other_funding: "30000.00" },
      { officer: "B2", ...lines },
    ],
    expected: {
      A1: { salary: "15000.00", benefits: "5000.00", other_funding: "20000.00", total: "0.00" },
      B2: { salary: "15000.00", benefits: "5000.00", total: "20000.00" },
    },
    agency: { salary: "30000.00", benefits: "10000.00", otherFunding: "20000.00", total: "20000.00" },
  },
];
