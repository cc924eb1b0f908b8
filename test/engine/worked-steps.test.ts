import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import type { FigureId } from "../../src/engine/values/ids.ts";
import { type AgencyText, agency, terms } from "./build.ts";

const stepsOf = (one: AgencyText) => {
  const [derivation] = claimAgency(agency(one, "FY2026-Q1"), terms("FY2026-Q1"), "derivations").derivations;
  if (!derivation) throw new Error("no derivation");
  return derivation;
};

describe("worked case 2, step by step", () => {
  const steps = () =>
    stepsOf({
      roster: [
        {
          trained_on: "2025-11-01",
          annual_salary: "85000.37",
          annual_benefits: "23000.11",
          overtime_paid: "3456.78",
        },
      ],
      rates: [{ quarter: "FY2026-Q1", successful: 37, provided: 40 }],
    });
  const roster = (field: string) => [{ of: "roster", field, lines: [2] }];

  it.each<[FigureId, object[]]>([
    [
      "eligible_days",
      [
        {
          rule: "trained",
          inputs: roster("trainedOn"),
          formula: "2025-12-31 − 2025-11-01 + 1",
          exact: "61",
          value: "61",
        },
      ],
    ],
    [
      "salary",
      [
        {
          rule: "salary",
          reading: "quarter-share",
          inputs: roster("salary"),
          formula: "85000.37 × 1/4",
          exact: "21250.0925",
          value: "21250.0925",
        },
        {
          rule: "salary",
          reading: "partial-quarter",
          formula: "21250.0925 × 61/92",
          exact: "518502257/36800",
          value: "518502257/36800",
        },
        {
          rule: "salary",
          reading: "rounding",
          formula: "518502257/36800",
          exact: "518502257/36800",
          rounding: "half-up",
          value: "14089.74",
        },
      ],
    ],
    [
      "benefits",
      [
        {
          rule: "benefits",
          reading: "quarter-share",
          inputs: roster("benefits"),
          formula: "23000.11 × 1/4",
          exact: "5750.0275",
          value: "5750.0275",
        },
        {
          rule: "benefits",
          reading: "partial-quarter",
          formula: "5750.0275 × 61/92",
          exact: "140300671/36800",
          value: "140300671/36800",
        },
        {
          rule: "benefits",
          reading: "rounding",
          formula: "140300671/36800",
          exact: "140300671/36800",
          rounding: "half-up",
          value: "3812.52",
        },
      ],
    ],
    [
      "overtime_cap_room",
      [
        {
          rule: "overtime-cap",
          reading: "overtime-cap",
          policy: "overtime-cap-share",
          inputs: roster("salary"),
          formula: "85000.37 × 25/100",
          exact: "21250.0925",
          rounding: "down",
          value: "21250.09",
        },
      ],
    ],
    [
      "overtime",
      [
        {
          rule: "overtime",
          inputs: [{ of: "payroll", field: "overtimePaid", lines: [] }],
          formula: "min(3456.78, 21250.09)",
          exact: "3456.78",
          value: "3456.78",
        },
      ],
    ],
    ["overtime_over_cap", []],
    ["other_funding", []],
    [
      "award",
      [
        {
          rule: "placement-rate",
          inputs: [
            { of: "rates", field: "successful", lines: [2] },
            { of: "rates", field: "provided", lines: [2] },
          ],
          formula: "37 ÷ 40 × 100",
          exact: "92.5",
          value: "92.5",
        },
        {
          rule: "placement-rate",
          reading: "rate-rounding",
          formula: "92.5",
          exact: "92.5",
          rounding: "whole percent, down",
          value: "92",
        },
        {
          rule: "award",
          reading: "award-headcount",
          inputs: roster("model"),
          note: "no award: a task force officer on 61 of 92 days, not on every day",
          formula: "0",
          exact: "0",
          value: "0.00",
        },
      ],
    ],
    ["equipment", []],
    [
      "total",
      [
        {
          rule: "total",
          formula: "14089.74 + 3812.52 + 3456.78",
          exact: "21359.04",
          value: "21359.04",
        },
      ],
    ],
  ])("%s", (figure, expected) => {
    expect(steps()[figure]).toEqual(expected);
  });
});

describe("worked case 6, step by step", () => {
  const steps = () =>
    stepsOf({
      roster: [
        { trained_on: "2025-09-15", end_date: "2025-11-15", annual_salary: "60000.00" },
        { trained_on: "2025-09-15", start_date: "2025-11-16", annual_salary: "66000.00" },
      ],
    });
  const roster = (field: string, ...lines: number[]) => ({ of: "roster", field, lines });

  it.each<[FigureId, object[]]>([
    [
      "eligible_days",
      [
        {
          rule: "eligible",
          inputs: [roster("trainedOn", 2), roster("end", 2)],
          formula: "2025-11-15 − 2025-10-01 + 1",
          exact: "46",
          value: "46",
        },
        {
          rule: "eligible",
          inputs: [roster("trainedOn", 3), roster("start", 3)],
          formula: "2025-12-31 − 2025-11-16 + 1",
          exact: "46",
          value: "46",
        },
        { rule: "eligible", formula: "46 + 46", exact: "92", value: "92" },
      ],
    ],
    [
      "salary",
      [
        {
          rule: "salary",
          reading: "quarter-share",
          inputs: [roster("salary", 2)],
          formula: "60000.00 × 1/4",
          exact: "15000.00",
          value: "15000.00",
        },
        { rule: "salary", reading: "partial-quarter", formula: "15000.00 × 46/92", exact: "7500.00", value: "7500.00" },
        {
          rule: "salary",
          reading: "quarter-share",
          inputs: [roster("salary", 3)],
          formula: "66000.00 × 1/4",
          exact: "16500.00",
          value: "16500.00",
        },
        { rule: "salary", reading: "partial-quarter", formula: "16500.00 × 46/92", exact: "8250.00", value: "8250.00" },
        { rule: "salary", formula: "7500.00 + 8250.00", exact: "15750.00", value: "15750.00" },
      ],
    ],
    [
      "overtime_cap_room",
      [
        {
          rule: "overtime-cap",
          inputs: [roster("salary", 2), roster("salary", 3)],
          formula: "(60000.00 × 46 + 66000.00 × 46) ÷ 92",
          exact: "63000.00",
          value: "63000.00",
        },
        {
          rule: "overtime-cap",
          reading: "overtime-cap",
          policy: "overtime-cap-share",
          formula: "63000.00 × 25/100",
          exact: "15750.00",
          rounding: "down",
          value: "15750.00",
        },
      ],
    ],
    ["overtime", []],
    ["overtime_over_cap", []],
    [
      "total",
      [
        {
          rule: "total",
          formula: "15750.00",
          exact: "15750.00",
          value: "15750.00",
        },
      ],
    ],
  ])("%s", (figure, expected) => {
    expect(steps()[figure]).toEqual(expected);
  });
});
