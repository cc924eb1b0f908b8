import type { Basis } from "../../src/engine/values/ids.ts";
import type { Case } from "./case.ts";

const based = (
  name: string,
  paid: { salary_paid?: string; benefits_paid?: string; overtime_paid?: string },
  [salary, benefits]: readonly [salary: string, benefits: string],
  basis: Basis,
  estimated: string,
  total: string,
): Case => ({
  name,
  work: "the shares are 15,000 and 5,000",
  quarter: "FY2026-Q1",
  roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00", annual_benefits: "20000.00", ...paid }],
  expected: {
    A1: { salary, benefits, overtime: paid.overtime_paid ?? "0.00", total, basis, estimated },
  },
  agency: { estimated },
});

export const cases: readonly Case[] = [
  based("no payroll", {}, ["15000.00", "5000.00"], "estimate", "20000.00", "20000.00"),
  based(
    "payroll of overtime alone",
    { overtime_paid: "100.00" },
    ["15000.00", "5000.00"],
    "estimate",
    "20000.00",
    "20100.00",
  ),
  based(
    "payroll of salary alone",
    { salary_paid: "14000.00" },
    ["14000.00", "5000.00"],
    "partial",
    "5000.00",
    "19000.00",
  ),
  based(
    "payroll of benefits alone",
    { benefits_paid: "4000.00" },
    ["15000.00", "4000.00"],
    "partial",
    "15000.00",
    "19000.00",
  ),
  based(
    "payroll of both",
    { salary_paid: "14000.00", benefits_paid: "4000.00" },
    ["14000.00", "4000.00"],
    "actual",
    "0.00",
    "18000.00",
  ),
  based(
    "payroll above the shares",
    { salary_paid: "16000.00", benefits_paid: "6000.00" },
    ["15000.00", "5000.00"],
    "actual",
    "0.00",
    "20000.00",
  ),
  based(
    "nothing paid is known",
    { salary_paid: "0.00", benefits_paid: "0.00" },
    ["0.00", "0.00"],
    "actual",
    "0.00",
    "0.00",
  ),
  {
    name: "payroll of another quarter is no basis",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00" }],
    payroll: [{ quarter: "FY2026-Q1", salary_paid: "15000.00", benefits_paid: "0.00" }],
    expected: { A1: { salary: "15000.00", total: "15000.00", basis: "estimate", estimated: "15000.00" } },
  },
  {
    name: "an agency adds up what rests on estimates",
    work: "5,000 of A1, 15,000 + 5,000 of B2, none of C3",
    quarter: "FY2026-Q1",
    roster: [
      {
        officer: "A1",
        trained_on: "2025-09-15",
        annual_salary: "60000.00",
        annual_benefits: "20000.00",
        salary_paid: "1.00",
      },
      { officer: "B2", trained_on: "2025-09-15", annual_salary: "60000.00", annual_benefits: "20000.00" },
      { officer: "C3", trained_on: "", annual_salary: "60000.00", annual_benefits: "20000.00" },
    ],
    expected: {
      A1: { salary: "1.00", benefits: "5000.00", total: "5001.00", basis: "partial", estimated: "5000.00" },
      B2: { salary: "15000.00", benefits: "5000.00", total: "20000.00", basis: "estimate", estimated: "20000.00" },
      C3: { total: "0.00", estimated: "0.00" },
    },
    agency: { estimated: "25000.00", salary: "15001.00", benefits: "10000.00", total: "25001.00" },
  },
];
