import type { Case } from "./case.ts";

const trained = { trained_on: "2025-09-15" };

/** A task force officer of every day, with what the rates give. */
const rated = (name: string, rate: { rate?: string; successful?: number; provided?: number }, award: string): Case => ({
  name,
  quarter: "FY2026-Q1",
  roster: [trained],
  rates: [{ quarter: "FY2026-Q1", ...rate }],
  expected: { A1: { award, total: award } },
});

export const cases: readonly Case[] = [
  rated("a percentage", { rate: "92.5" }, "1000.00"),
  rated("37 of 40 is 92.5 %", { successful: 37, provided: 40 }, "1000.00"),
  rated("8 of 9 is 88.9 %, in the band below", { successful: 8, provided: 9 }, "750.00"),
  rated("9 of 10 is 90 % exactly", { successful: 9, provided: 10 }, "1000.00"),
  rated("none of 10 is 0 %", { successful: 0, provided: 10 }, "0.00"),
  rated("all of 3 is 100 %", { successful: 3, provided: 3 }, "1000.00"),
  {
    name: "no rate, no award",
    quarter: "FY2026-Q1",
    roster: [trained],
    expected: { A1: { total: "0.00", reasons: ["award-no-rate", "no-amount"] } },
  },
  {
    name: "the rate of another quarter is no rate",
    quarter: "FY2026-Q2",
    roster: [trained],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: { A1: { total: "0.00", reasons: ["award-no-rate", "no-amount"] } },
  },
  {
    name: "no locations provided: no rate, no award",
    quarter: "FY2026-Q1",
    roster: [trained],
    rates: [{ quarter: "FY2026-Q1", provided: 0, successful: 0 }],
    expected: { A1: { total: "0.00", reasons: ["award-no-rate", "no-amount"] } },
  },
];
