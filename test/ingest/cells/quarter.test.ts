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
    ["2025-10-01 through 2025-12-31", "FY2026-Q1", "2025-10-01"],
    ["apr. through june, 2026", "FY2026-Q3", "2026-04-01"],
    ["FY2000-1", "FY2000-Q1", "1999-10-01"],
    ["FY2198-4", "FY2198-Q4", "2198-07-01"],
    ["Q1, FY 2026", "FY2026-Q1", "2025-10-01"],
    ["FY-26 3", "FY2026-Q3", "2026-04-01"],
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
    [
      "2026Q2",
      "ambiguous-quarter",
      "write FY2026-Q2 for the fiscal quarter (January to March 2026), or FY2026-Q3 for the calendar quarter (April to June 2026)",
    ],
    [
      "Q3, 2026",
      "ambiguous-quarter",
      "write FY2026-Q3 for the fiscal quarter (April to June 2026), or FY2026-Q4 for the calendar quarter (July to September 2026)",
    ],
    [
      "Q42198",
      "ambiguous-quarter",
      "write FY2198-Q4 for the fiscal quarter (July to September 2198), or FY2199-Q1 for the calendar quarter (October to December 2198)",
    ],
    ["ffy26 q12", "bad-quarter", "write one of FY2026-Q1 to FY2026-Q4"],
    ["FY26Q0", "bad-quarter", "write one of FY2026-Q1 to FY2026-Q4"],
    ["FY 26 Q7", "bad-quarter", "write one of FY2026-Q1 to FY2026-Q4"],
    ["FY-2027-Q9", "bad-quarter", "write one of FY2027-Q1 to FY2027-Q4"],
    ["FY26 Q5 and Q6", "bad-quarter", FORM],
    ["since FY26 Q5", "bad-quarter", FORM],
    ["FY9999-Q5", "bad-quarter", FORM],
    ["FY9999-Q1", "bad-quarter", FORM],
    ["FY1999-1", "bad-quarter", FORM],
    ["FY2199-1", "bad-quarter", FORM],
    ["Q1 FY2199", "bad-quarter", FORM],
    ["1999-Q1", "bad-quarter", FORM],
    ["Q1 1999", "bad-quarter", FORM],
    ["Q1 or Q2 2026", "bad-quarter", FORM],
    ["Q1 2026-2027", "bad-quarter", FORM],
    ["Oct-Nov 2025", "bad-quarter", FORM],
    ["Jan-Jun 2026", "bad-quarter", FORM],
    ["Foo-Mar 2026", "bad-quarter", FORM],
    ["Foo-Feb 2026", "bad-quarter", FORM],
    ["Jan-Foo 2026", "bad-quarter", FORM],
    ["Jan-Mar 1999", "bad-quarter", FORM],
    ["then-12/31/2025", "bad-quarter", FORM],
    ["10/1/2025-now", "bad-quarter", FORM],
    ["10/2/2025-12/31/2025", "bad-quarter", FORM],
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
  const FORM_OF_YEAR = "write it as FY2026 (October 2025 to September 2026)";
  it.each([
    ["FY2026", 2026],
    ["FY26", 2026],
    ["ffy2026", 2026],
    ["FY 2026", 2026],
    ["FY-26", 2026],
    [" FY2026 ", 2026],
    ["FY2000", 2000],
    ["FY2198", 2198],
    ["2026", FORM_OF_YEAR],
    ["FY1999", FORM_OF_YEAR],
    ["FY2199", FORM_OF_YEAR],
    ["FY9999", FORM_OF_YEAR],
    ["FY2026-27", FORM_OF_YEAR],
    ["since FY2026", FORM_OF_YEAR],
    ["FYx26", FORM_OF_YEAR],
  ])("%j: %s", (text, expected) => {
    const year = parseFiscalYear(text);
    expect(year instanceof Refusal ? year.remedy : year.year).toBe(expected);
  });

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
