import { describe, expect, it } from "vitest";
import { dayText } from "../../../src/engine/values/calendar.ts";
import { parseFiscalYear, parseQuarter } from "../../../src/ingest/cells/quarter.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

const FORM = "write the fiscal year and its quarter, such as FY2026-Q3 for April to June 2026";

describe("a fiscal quarter", () => {
  it.each([
    ["FY2026-Q1", "FY2026-Q1", "2025-10-01"],
    ["FY26Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026 Q1", "FY2026-Q1", "2025-10-01"],
    ["FFY26-1", "FY2026-Q1", "2025-10-01"],
    ["fy2028-q2", "FY2028-Q2", "2028-01-01"],
    [" FFY2027 Q4 ", "FY2027-Q4", "2027-07-01"],
    ["Q3 FY2026", "FY2026-Q3", "2026-04-01"],
    ["2nd Quarter FY26", "FY2026-Q2", "2026-01-01"],
    ["FY2026 4th quarter", "FY2026-Q4", "2026-07-01"],
    ["FY2026 Qtr 2", "FY2026-Q2", "2026-01-01"],
    ["FY2026/Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026_Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026 - Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026, Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026\u2013Q1", "FY2026-Q1", "2025-10-01"],
    ["FY2026-02", "FY2026-Q2", "2026-01-01"],
    ["Jan-Mar 2026", "FY2026-Q2", "2026-01-01"],
    ["October to December 2025", "FY2026-Q1", "2025-10-01"],
    ["7/1/2026 - 9/30/2026", "FY2026-Q4", "2026-07-01"],
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
    ["FY9999-Q1", "bad-quarter", FORM],
    ["FY0001-Q1", "bad-quarter", FORM],
    ["", "bad-quarter", FORM],
    ["FY2025-26 Q1", "bad-quarter", FORM],
    ["1Q26", "bad-quarter", FORM],
    ["Q1", "bad-quarter", FORM],
    ["1", "bad-quarter", FORM],
    ["10/1/2025", "bad-quarter", FORM],
    ["Nov-Jan 2026", "bad-quarter", FORM],
    ["Feb-Apr 2026", "bad-quarter", FORM],
    ["10/1/2025-12/30/2025", "bad-quarter", FORM],
    [
      "Q2 2026",
      "ambiguous-quarter",
      "write FY2026-Q2 for the fiscal quarter (January to March 2026), or FY2026-Q3 for the calendar quarter (April to June 2026)",
    ],
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
