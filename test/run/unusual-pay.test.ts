import { describe, expect, it } from "vitest";
import type { Readings } from "../../src/engine/values/ids.ts";
import type { PayrollRow, RosterRow } from "../engine/build.ts";
import { shown } from "./shown.ts";

const Q1 = "FY2026-Q1";
/** 20,000.00 a quarter. */
const ROW: RosterRow = { trained_on: "2025-09-15", annual_salary: "80000.00" };
const UNUSUAL = /overtime-above|salary-paid-above|overtime-identical/;

/** What is said of an officer's pay. */
const saidOf = (
  payroll: readonly PayrollRow[],
  roster: readonly RosterRow[] = [ROW],
  readings: Partial<Readings> = {},
) => shown({ roster, payroll }, Q1, { readings }).filter((line) => UNUSUAL.test(line));
const overtime = (overtime_paid: string, quarter = Q1): PayrollRow => ({ quarter, overtime_paid });
const salary = (salary_paid: string): PayrollRow => ({ quarter: Q1, salary_paid });

const aboveHalf = (dollars: string, line = 2): string =>
  `roster.csv:${line} overtime-above-half-salary: officer A1 was paid $${dollars} of overtime, more than half of the quarter's salary [${dollars.replace(",", "")}]`;
const aboveShare = (dollars: string, line = 2): string =>
  `roster.csv:${line} salary-paid-above-share: officer A1 was paid $${dollars} of salary, more than the quarter's share of the annual salary [${dollars.replace(",", "")}]`;

describe("overtime above half of the quarter's salary", () => {
  it("is told from the first cent, with what was paid", () => {
    expect(saidOf([overtime("10000.00")])).toEqual([]);
    expect(saidOf([overtime("10000.01")])).toEqual([aboveHalf("10,000.01")]);
  });

  it("is above any salary that is none, and none is not", () => {
    const unpaid = [{ trained_on: "2025-09-15" }];
    expect(saidOf([overtime("0.01")], unpaid)).toEqual([aboveHalf("0.01")]);
    expect(saidOf([overtime("0.00")], unpaid)).toEqual([]);
  });

  it("is held against the fraction of a cent that a salary may have", () => {
    // 80,000.0407 a year: 10,000.0050875 a half quarter.
    const row = [{ ...ROW, annual_salary: "80000.0407" }];
    expect(saidOf([overtime("10000.00")], row)).toEqual([]);
    expect(saidOf([overtime("10000.01")], row)).toEqual([aboveHalf("10,000.01")]);
    // 80,000.08 a year: 10,000.01 a half quarter.
    expect(saidOf([overtime("10000.01")], [{ ...ROW, annual_salary: "80000.08" }])).toEqual([]);
  });

  it("takes the quarter's share by days where that is the reading", () => {
    // 92 of 365 days of 80,000.00: 20,164.38, half of it 10,082.19.
    expect(saidOf([overtime("10082.19")], [ROW], { "quarter-share": "days" })).toEqual([]);
    expect(saidOf([overtime("10082.20")], [ROW], { "quarter-share": "days" })).toEqual([aboveHalf("10,082.20")]);
  });

  it.each([
    ["first", ["80000.00", "60000.00"]],
    ["last", ["60000.00", "80000.00"]],
  ])("takes the highest salary of an officer's rows, the %s, and stands at the first", (_, [before, after]) => {
    const rows: RosterRow[] = [
      { ...ROW, annual_salary: before ?? "", end_date: "2025-11-15" },
      { ...ROW, annual_salary: after ?? "", start_date: "2025-11-16" },
    ];
    expect(saidOf([overtime("10000.00")], rows)).toEqual([]);
    expect(saidOf([overtime("10000.01")], rows)).toEqual([aboveHalf("10,000.01")]);
  });
});

describe("salary paid above the quarter's share of the annual salary", () => {
  it("is told from the first cent, with what was paid", () => {
    expect(saidOf([salary("20000.00")])).toEqual([]);
    expect(saidOf([salary("20000.01")])).toEqual([aboveShare("20,000.01")]);
    expect(saidOf([overtime("100.00")])).toEqual([]);
  });

  it("rounds the share as the claim does", () => {
    // 80,000.02 a year: 20,000.005 a quarter.
    const row = [{ ...ROW, annual_salary: "80000.02" }];
    expect(saidOf([salary("20000.01")], row)).toEqual([]);
    expect(saidOf([salary("20000.01")], row, { rounding: "half-even" })).toEqual([aboveShare("20,000.01")]);
  });

  it("takes the share by days where that is the reading", () => {
    const days = { "quarter-share": "days" } as const;
    expect(saidOf([salary("20164.38")], [ROW], days)).toEqual([]);
    expect(saidOf([salary("20164.39")], [ROW], days)).toEqual([aboveShare("20,164.39")]);
  });

  it("stands at the officer's first row, which is not the roster's", () => {
    const rows = [{ ...ROW, officer: "B2" }, ROW];
    expect(saidOf([salary("20000.01")], rows)).toEqual([aboveShare("20,000.01", 3)]);
  });
});

describe("the same overtime in each quarter", () => {
  const identical = (dollars: string, quarters: string): string =>
    `roster.csv:2 overtime-identical: officer A1 has the same overtime, $${dollars}, in ${quarters} quarters [${dollars}]`;
  const inQuarters = (...amounts: string[]): PayrollRow[] =>
    amounts.map((amount, index) => overtime(amount, `FY2026-Q${index + 1}`));

  it.each<[string, string[], string[]]>([
    ["both", ["100.00", "100.00"], [identical("100.00", "both")]],
    ["all three", ["100.00", "100.00", "100.00"], [identical("100.00", "all 3")]],
    ["all four", ["0.01", "0.01", "0.01", "0.01"], [identical("0.01", "all 4")]],
    ["two of three", ["100.00", "100.00", "100.01"], []],
    ["the last two of three", ["100.01", "100.00", "100.00"], []],
    ["the only quarter there is", ["100.00"], []],
  ])("is told of %s", (_, amounts, told) => expect(saidOf(inQuarters(...amounts))).toEqual(told));

  it("is none where it is nothing, or not stated", () => {
    expect(saidOf(inQuarters("0.00", "0.00"))).toEqual([]);
    const benefits = (quarter: string): PayrollRow => ({ quarter, benefits_paid: "1.00" });
    expect(saidOf([benefits(Q1), benefits("FY2026-Q2")])).toEqual([]);
    expect(saidOf([benefits(Q1), overtime("100.00", "FY2026-Q2")])).toEqual([]);
  });

  it("may be given as hours × rate in one of them", () => {
    const hours = { quarter: "FY2026-Q2", overtime_rows: [{ hours: "4", rate: "25.00" }] };
    expect(saidOf([overtime("100.00"), hours])).toEqual([identical("100.00", "both")]);
  });
});
