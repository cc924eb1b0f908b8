import type { Readings } from "../../src/engine/values/ids.ts";
import type { RateRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

type RateRounding = Readings["rate-rounding"];
type Awards = readonly [floor: string, nearest: string, exact: string];

const READINGS: readonly RateRounding[] = ["floor", "nearest", "exact"];

/** Rates in percent with the award under each reading. */
const PERCENTS: readonly [rate: string, ...Awards][] = [
  ["0", "0.00", "0.00", "0.00"],
  ["69.4999", "0.00", "0.00", "0.00"],
  ["69.5", "0.00", "500.00", "0.00"],
  ["69.9", "0.00", "500.00", "0.00"],
  ["70", "500.00", "500.00", "500.00"],
  ["70.00", "500.00", "500.00", "500.00"],
  ["78.5", "500.00", "500.00", "500.00"],
  ["79", "500.00", "500.00", "500.00"],
  ["79.0001", "500.00", "500.00", "0.00"],
  ["79.4999", "500.00", "500.00", "0.00"],
  ["79.5", "500.00", "750.00", "0.00"],
  ["79.999", "500.00", "750.00", "0.00"],
  ["80", "750.00", "750.00", "750.00"],
  ["89", "750.00", "750.00", "750.00"],
  ["89.0001", "750.00", "750.00", "0.00"],
  ["89.4999", "750.00", "750.00", "0.00"],
  ["89.5", "750.00", "1000.00", "0.00"],
  ["89.99", "750.00", "1000.00", "0.00"],
  ["90", "1000.00", "1000.00", "1000.00"],
  ["92.5", "1000.00", "1000.00", "1000.00"],
  ["99.999", "1000.00", "1000.00", "1000.00"],
  ["100", "1000.00", "1000.00", "1000.00"],
];

/** Counts with the award under each reading; the rate they give is never cut off. */
const COUNTS: readonly [successful: number, provided: number, work: string, ...Awards][] = [
  [0, 5, "0 %", "0.00", "0.00", "0.00"],
  [2, 3, "66.6… %", "0.00", "0.00", "0.00"],
  [139, 200, "69.5 %", "0.00", "500.00", "0.00"],
  [7, 10, "70 %", "500.00", "500.00", "500.00"],
  [7, 9, "77.7… %", "500.00", "500.00", "500.00"],
  [31, 39, "79.48… %", "500.00", "500.00", "0.00"],
  [8, 9, "88.8… %", "750.00", "750.00", "750.00"],
  [17, 19, "89.47… %", "750.00", "750.00", "0.00"],
  [179, 200, "89.5 %", "750.00", "1000.00", "0.00"],
  [44, 49, "89.79… %", "750.00", "1000.00", "0.00"],
  [89_999_999, 99_999_999, "89.9999999 %", "750.00", "1000.00", "0.00"],
  [9, 10, "90 %", "1000.00", "1000.00", "1000.00"],
  [37, 40, "92.5 %", "1000.00", "1000.00", "1000.00"],
  [40, 40, "100 %", "1000.00", "1000.00", "1000.00"],
];

const rated = (name: string, row: Omit<RateRow, "quarter">, awards: Awards): Case[] =>
  READINGS.map((reading, index) => {
    const award = awards[index] ?? "";
    return {
      name: `${name}, ${reading}: ${award}`,
      quarter: "FY2026-Q1",
      readings: { "rate-rounding": reading },
      roster: [{ trained_on: "2025-09-15" }],
      rates: [{ quarter: "FY2026-Q1", ...row }],
      expected: {
        A1: { award, total: award, reasons: award === "0.00" ? ["award-outside-bands", "no-amount"] : [] },
      },
    };
  });

export const cases: readonly Case[] = [
  ...PERCENTS.flatMap(([rate, ...awards]) => rated(`${rate} %`, { rate }, awards)),
  ...COUNTS.flatMap(([successful, provided, work, ...awards]) =>
    rated(`${successful} of ${provided} (${work})`, { successful, provided }, awards),
  ),
];
