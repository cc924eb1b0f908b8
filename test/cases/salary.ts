import type { Case } from "./case.ts";

/** An officer trained before the programme, with the salary alone. */
const paidAs = (annual_salary: string) => ({ trained_on: "2025-09-15", annual_salary });

const whole: Case[] = [
  {
    name: "a full quarter is one fourth, rounded to the cent",
    work: "85,000.37 ÷ 4 = 21,250.0925",
    quarter: "FY2026-Q1",
    roster: [paidAs("85000.37")],
    expected: { A1: { eligible_days: 92, salary: "21250.09", total: "21250.09" } },
  },
  {
    name: "four decimals: half a cent is reached",
    work: "60,000.02 ÷ 4 = 15,000.005",
    quarter: "FY2026-Q1",
    roster: [paidAs("60000.0200")],
    expected: { A1: { salary: "15000.01", total: "15000.01" } },
  },
  {
    name: "four decimals: half a cent is missed by the last digit",
    work: "60,000.0199 ÷ 4 = 15,000.004975",
    quarter: "FY2026-Q1",
    roster: [paidAs("60000.0199")],
    expected: { A1: { salary: "15000.00", total: "15000.00" } },
  },
  {
    name: "no salary gives nothing, with a reason",
    quarter: "FY2026-Q1",
    roster: [paidAs("0.00")],
    expected: { A1: { eligible_days: 92, total: "0.00", reasons: ["award-no-rate", "no-amount"] } },
  },
  {
    name: "a salary beyond 2^53 cents is exact",
    work: "400,000,000,000,000,000.01 ÷ 4 = 100,000,000,000,000,000.0025",
    quarter: "FY2026-Q1",
    roster: [paidAs("400000000000000000.01")],
    expected: { A1: { salary: "100000000000000000.00", total: "100000000000000000.00" } },
  },
  {
    name: "a salary beyond 2^53 cents is exact to the odd cent",
    work: "400,000,000,000,000,000.02 ÷ 4 = 100,000,000,000,000,000.005",
    quarter: "FY2026-Q1",
    roster: [paidAs("400000000000000000.02")],
    expected: { A1: { salary: "100000000000000000.01", total: "100000000000000000.01" } },
  },
];

const part: Case[] = [
  {
    name: "61 of 92 days",
    work: "21,250.0925 × 61/92 = 14,089.7352…",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-11-01", annual_salary: "85000.37" }],
    expected: { A1: { eligible_days: 61, salary: "14089.74", total: "14089.74" } },
  },
  {
    name: "one day of 92",
    work: "92,000 ÷ 4 ÷ 92 = 250",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-12-31", annual_salary: "92000.00" }],
    expected: { A1: { eligible_days: 1, salary: "250.00", total: "250.00" } },
  },
  {
    name: "29 February 2028 alone: one day of 91",
    work: "91,000 ÷ 4 ÷ 91 = 250",
    quarter: "FY2028-Q2",
    roster: [{ trained_on: "2025-09-15", start_date: "2028-02-29", end_date: "2028-02-29", annual_salary: "91000.00" }],
    expected: { A1: { eligible_days: 1, salary: "250.00", total: "250.00" } },
  },
  {
    name: "28 February to 1 March 2028: three days of 91",
    work: "3 × 250",
    quarter: "FY2028-Q2",
    roster: [{ trained_on: "2025-09-15", start_date: "2028-02-28", end_date: "2028-03-01", annual_salary: "91000.00" }],
    expected: { A1: { eligible_days: 3, salary: "750.00", total: "750.00" } },
  },
  {
    name: "28 February to 1 March 2027: two days of 90",
    work: "90,000 ÷ 4 ÷ 90 = 250, × 2",
    quarter: "FY2027-Q2",
    roster: [{ trained_on: "2025-09-15", start_date: "2027-02-28", end_date: "2027-03-01", annual_salary: "90000.00" }],
    expected: { A1: { eligible_days: 2, salary: "500.00", total: "500.00" } },
  },
  {
    name: "half of the time",
    work: "85,000.37 ÷ 4 × 0.5 = 10,625.04625",
    quarter: "FY2026-Q1",
    roster: [{ ...paidAs("85000.37"), time_share: "0.5" }],
    expected: { A1: { eligible_days: 92, salary: "10625.05", total: "10625.05" } },
  },
  {
    name: "33.3 % of the time",
    work: "15,000 × 0.333",
    quarter: "FY2026-Q1",
    roster: [{ ...paidAs("60000.00"), time_share: "0.333" }],
    expected: { A1: { salary: "4995.00", total: "4995.00" } },
  },
  {
    name: "none of the time",
    quarter: "FY2026-Q1",
    roster: [{ ...paidAs("60000.00"), time_share: "0" }],
    expected: { A1: { eligible_days: 92, total: "0.00", reasons: ["award-no-rate", "no-amount"] } },
  },
  {
    name: "rows are summed before the one rounding",
    work: "60,000.04 ÷ 4 × 46/92 = 7,500.005 twice: 15,000.01, not 7,500.01 + 7,500.01",
    quarter: "FY2026-Q1",
    roster: [
      { ...paidAs("60000.04"), end_date: "2025-11-15" },
      { ...paidAs("60000.04"), start_date: "2025-11-16" },
    ],
    expected: { A1: { eligible_days: 92, salary: "15000.01", total: "15000.01" } },
  },
  {
    name: "a break between two rows is not paid",
    work: "92,000 ÷ 4 ÷ 92 = 250, × (10 + 21)",
    quarter: "FY2026-Q1",
    roster: [
      { ...paidAs("92000.00"), end_date: "2025-10-10" },
      { ...paidAs("92000.00"), start_date: "2025-12-11" },
    ],
    expected: { A1: { eligible_days: 31, salary: "7750.00", total: "7750.00" } },
  },
];

const paid = (name: string, salary_paid: string, salary: string): Case => ({
  name,
  quarter: "FY2026-Q1",
  roster: [{ ...paidAs("60000.00"), salary_paid }],
  expected: { A1: { salary, total: salary } },
});

const known: Case[] = [
  paid("payroll one cent below the share", "14999.99", "14999.99"),
  paid("payroll at the share", "15000.00", "15000.00"),
  paid("payroll one cent above the share", "15000.01", "15000.00"),
  paid("payroll paid nothing", "0.00", "0.00"),
  paid("payroll unknown", "", "15000.00"),
  {
    name: "payroll of another quarter does not count",
    quarter: "FY2026-Q2",
    roster: [paidAs("60000.00")],
    payroll: [{ quarter: "FY2026-Q1", salary_paid: "1.00" }],
    expected: { A1: { salary: "15000.00", total: "15000.00" } },
  },
  {
    name: "payroll of a raise bounds the sum of the rows",
    work: "60,000/4 × 46/92 + 66,000/4 × 46/92 = 15,750",
    quarter: "FY2026-Q1",
    roster: [
      { ...paidAs("60000.00"), end_date: "2025-11-15" },
      { ...paidAs("66000.00"), start_date: "2025-11-16", salary_paid: "15749.99" },
    ],
    expected: { A1: { salary: "15749.99", total: "15749.99" } },
  },
];

export const cases: readonly Case[] = [...whole, ...part, ...known];
