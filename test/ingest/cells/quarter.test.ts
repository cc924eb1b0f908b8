import { describe, expect, it } from "vitest";
import { dayText } from "../../../src/engine/values/calendar.ts";
import { parseFiscalYear, parseQuarter } from "../../../src/ingest/cells/quarter.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

describe("a fiscal quarter", () => {
  it.each([
    ["FY2026-Q1", "FY2026-Q1", "2025-10-01"],
    ["FY26Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026 Q1", "FY2026-Q1", "2025-10-01"],
    ["FFY26-1", "FY2026-Q1", "2025-10-01"],
    ["fy2028-q2", "FY2028-Q2", "2028-01-01"],
    [" FFY2027 Q4 ", "FY2027-Q4", "2027-07-01"],
  ])("%s", (text, id, start) => {
    const quarter = parseQuarter(text);
    if (quarter instanceof Refusal) throw new Error(quarter.says);
    expect([quarter.id, dayText(quarter.start)]).toEqual([id, start]);
  });

  it.each([
    [
      "2026-Q1",
      "ambiguous-quarter",
      "write FY2026-Q1 for the fiscal quarter (October to December 2025), or FY2026-Q2 for the calendar quarter (January to March 2026)",
    ],
    [
      "26 Q4",
      "ambiguous-quarter",
      "write FY2026-Q4 for the fiscal quarter (July to September 2026), or FY2027-Q1 for the calendar quarter (October to December 2026)",
    ],
    ["FY2026-Q5", "bad-quarter", "write one of FY2026-Q1 to FY2026-Q4"],
    ["ffy26 q12", "bad-quarter", "write one of FY2026-Q1 to FY2026-Q4"],
    ["FY9999-Q1", "bad-quarter", "write it as FY2026-Q1 (October to December 2025)"],
    ["FY0001-Q1", "bad-quarter", "write it as FY2026-Q1 (October to December 2025)"],
    ["Q1 FY2026", "bad-quarter", "write it as FY2026-Q1 (October to December 2025)"],
    ["", "bad-quarter", "write it as FY2026-Q1 (October to December 2025)"],
  ])("not %s", (text, code, remedy) => {
    expect(parseQuarter(text)).toMatchObject({ code, remedy });
  });
});

describe("a fiscal year", () => {
  it("is read in the same spellings", () => {
    expect(["FY2026", "FY26", "ffy2026"].map((text) => parseFiscalYear(text))).toMatchObject([
      { year: 2026, days: 365 },
      { year: 2026 },
      { year: 2026 },
    ]);
  });

  it("is not a bare number, nor beyond the calendar", () => {
    expect(["2026", "FY9999"].map((text) => parseFiscalYear(text))).toMatchObject([
      { code: "bad-year" },
      { code: "bad-year" },
    ]);
  });
});
