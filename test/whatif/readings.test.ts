import { describe, expect, it } from "vitest";
import { READING_IDS, READINGS, type ReadingId, type Readings } from "../../src/engine/values/ids.ts";
import { minus, moneyText } from "../../src/engine/values/money.ts";
import { type ComparedReading, compareReadings } from "../../src/whatif/readings.ts";
import { compute, type Files, filesOf } from "../document/files.ts";
import type { AgencyText } from "../engine/build.ts";

const TRAINED = { trained_on: "2025-09-15" };

const compared = (files: Files, readings: Partial<Readings> = {}, quarter = "FY2026-Q1"): ComparedReading[] =>
  compareReadings(compute(files, quarter, readings));
const of = (found: readonly ComparedReading[], id: ReadingId): string[] =>
  found.flatMap((one) =>
    one.id === id
      ? one.alternatives.map(({ value, total, difference }) => `${value} ${moneyText(total)} ${moneyText(difference)}`)
      : [],
  );
const touched = (found: readonly ComparedReading[]): ReadingId[] =>
  found.filter((one) => one.touched).map(({ id }) => id);

describe("compareReadings", () => {
  it("has every reading, the value used, and each other value of it in their order", () => {
    const text: AgencyText = { roster: [{ ...TRAINED, annual_salary: "60000.00" }] };
    const found = compared(filesOf(text), { rounding: "half-even", "overtime-cap": "accrued" });
    expect(found.map(({ id }) => id)).toEqual(READING_IDS);
    const used = { rounding: "half-even", "overtime-cap": "accrued" };
    for (const { id, used: value, alternatives } of found) {
      const others: readonly string[] = READINGS[id];
      expect(value).toBe(id in used ? used[id as keyof typeof used] : others[0]);
      expect(alternatives.map((one) => one.value)).toEqual(others.filter((one) => one !== value));
    }
  });

  it("adds what another value changes of each officer of each agency", () => {
    const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
    const rows = [
      "FL0310200,1,TFM,2025-09-15,60000,20000,16000",
      "FL0310200,2,JEM,2025-09-15,48000,8000,1000",
      "GA0480300,1,TFM,2025-11-01,40000,0,0", // 61 of 92 days; 43 of 66 Mondays to Fridays
    ];
    const rates = "agency_id,quarter,placement_rate\nFL0310200,FY2026-Q1,89.5%\nGA0480300,FY2026-Q1,69.5%\n";
    const found = compared({ "roster.csv": `${[header, ...rows].join("\n")}\n`, "rates.csv": rates });
    // 15,000 + 5,000 + 15,000 + 750; 12,000 + 2,000 + 1,000; 10,000 × 61 ÷ 92.
    expect(Object.fromEntries(READING_IDS.map((id) => [id, of(found, id)]))).toEqual({
      "rate-rounding": ["nearest 57630.43 250.00", "exact 56630.43 -750.00"],
      "award-headcount": ["last-day 57380.43 0.00", "any-day 57380.43 0.00"],
      "quarter-share": ["days 57714.39 333.96"],
      "partial-quarter": ["weekdays 57265.15 -115.28", "whole-quarter 60750.00 3369.57"],
      "overtime-cap": ["accrued 46130.43 -11250.00", "quarter 46130.43 -11250.00"],
      "salary-models": ["task-force 42380.43 -15000.00"],
      rounding: ["half-even 57380.43 0.00"],
    });
    expect(touched(found)).toEqual([
      "rate-rounding",
      "quarter-share",
      "partial-quarter",
      "overtime-cap",
      "salary-models",
    ]);
  });

  it("is touched where one officer gains what another loses", () => {
    // 4 days, a Saturday to a Tuesday: 1.00, and 0.70 by Mondays to Fridays; 3 days, a Monday to a Wednesday: 0.75, and 1.05.
    const roster = [
      { ...TRAINED, officer: "1", annual_salary: "92.00", start_date: "2025-12-27", end_date: "2025-12-30" },
      { ...TRAINED, officer: "2", annual_salary: "92.00", start_date: "2025-12-01", end_date: "2025-12-03" },
    ];
    const found = compared(filesOf({ roster }));
    expect(of(found, "partial-quarter")[0]).toBe("weekdays 1.75 0.00");
    expect(touched(found)).toContain("partial-quarter");
  });

  it("is touched where the room for overtime is another, though none was paid", () => {
    const found = compared(filesOf({ roster: [{ ...TRAINED, annual_salary: "60000.00" }] }));
    expect(of(found, "overtime-cap")).toEqual(["accrued 15000.00 0.00", "quarter 15000.00 0.00"]);
    expect(touched(found)).toContain("overtime-cap");
  });

  it.each<[string, AgencyText, ReadingId[]]>([
    ["nobody", { roster: [{ trained_on: "", annual_salary: "60000.00" }] }, []],
    [
      "salary alone, whole quarters",
      { roster: [{ ...TRAINED, model: "JEM", annual_salary: "60000.00" }] },
      ["quarter-share", "overtime-cap", "salary-models"],
    ],
    ["an award alone", { roster: [TRAINED], rates: [{ quarter: "FY2026-Q1", rate: "79.5" }] }, ["rate-rounding"]],
    ["half a cent", { roster: [{ ...TRAINED, annual_salary: "0.02", model: "TFM" }] }, ["rounding"]],
    [
      "the first of two officers alone",
      {
        roster: [
          { ...TRAINED, officer: "1", model: "JEM", annual_salary: "60000.00" },
          { trained_on: "", officer: "2", annual_salary: "60000.00" },
        ],
      },
      ["quarter-share", "overtime-cap", "salary-models"],
    ],
    [
      "an award that one of the other values alone would change",
      { roster: [TRAINED], rates: [{ quarter: "FY2026-Q1", rate: "79.2" }] },
      ["rate-rounding"],
    ],
    [
      "an officer who was trained within the quarter",
      { roster: [{ trained_on: "2025-12-31" }], rates: [{ quarter: "FY2026-Q1", rate: "95" }] },
      ["award-headcount"],
    ],
  ])("is touched, of a claim of %s, by these alone", (_, text, expected) => {
    expect(touched(compared(filesOf(text)))).toEqual(expected);
  });

  it("has, of claims of several readings, the difference that the claim with the other value has", () => {
    const text: AgencyText = {
      roster: [
        { officer: "1", trained_on: "2025-11-10", annual_salary: "61234.57", annual_benefits: "17654.33" },
        { ...TRAINED, officer: "2", model: "JEM", annual_salary: "48000.10", annual_benefits: "9000.00" },
        { ...TRAINED, officer: "3", annual_salary: "52000.02", time_share: "0.5" },
      ],
      payroll: [
        { officer: "1", quarter: "FY2026-Q1", overtime_paid: "4000.00" },
        { officer: "1", quarter: "FY2026-Q2", overtime_paid: "20000.00" },
        { officer: "3", quarter: "FY2026-Q2", salary_paid: "6400.00", overtime_paid: "100.00", other_funding: "50.00" },
      ],
      rates: [{ quarter: "FY2026-Q2", rate: "79.6" }],
    };
    for (const chosen of [
      {},
      { "rate-rounding": "nearest", "overtime-cap": "accrued", rounding: "half-even" },
    ] as const) {
      const total = (readings: Partial<Readings>) =>
        compute(filesOf(text), "FY2026-Q2", readings).claims.reduce((sum, { totals }) => sum + Number(totals.total), 0);
      for (const { id, alternatives } of compared(filesOf(text), chosen, "FY2026-Q2"))
        for (const { value, total: other, difference } of alternatives) {
          expect(Number(other)).toBe(total({ ...chosen, [id]: value }));
          expect(Number(minus(other, difference))).toBe(total(chosen));
        }
    }
  });
});
