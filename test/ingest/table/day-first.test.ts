import { describe, expect, it } from "vitest";
import { EXPORT_DATES } from "../../../src/ingest/cells/date.ts";
import { rosterSaid } from "./said.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,start_date,annual_salary,annual_benefits";
const [FLORIDA, GEORGIA] = ["FL0310200", "GA0480300"];

/** What is said of rows that have an agency, a day of training and a start, but not of other things. */
const said = (...rows: (readonly [agency: string, trained: string, start?: string])[]): string[] =>
  rosterSaid([
    HEADER,
    ...rows.map(([agency, trained, start = ""], i) => `${agency},${i + 1},TFM,${trained},${start},60000,0`),
  ]).filter((text) => /day-first|not-a-date/.test(text));

const oct13 = "write it as 2025-10-13 or 10/13/2025";
const oct14 = "write it as 2025-10-14 or 10/14/2025";

describe("dates with the day first", () => {
  it("of one row", () => {
    expect(said([FLORIDA, "13/10/2025"])).toEqual([
      `error 2:4 day-first-dates: trained_on "13/10/2025" has the day first -> ${oct13}; ${EXPORT_DATES}`,
    ]);
  });

  it("of a column are said once, in the order of the columns", () => {
    expect(
      said([FLORIDA, "13/10/2025"], [FLORIDA, "", "14/10/2025"], [FLORIDA, "15/10/2025"], [FLORIDA, "16/10/2025"]),
    ).toEqual([
      `error 2:4 day-first-dates: trained_on "13/10/2025" has the day first, and so have 2 more of the column -> ${oct13}; ${EXPORT_DATES}`,
      `error 3:5 day-first-dates: start_date "14/10/2025" has the day first -> ${oct14}; ${EXPORT_DATES}`,
    ]);
  });

  it("beside some that could be read either way leave none of them sure", () => {
    expect(said([FLORIDA, "1/2/2025"], [FLORIDA, "13/10/2025"], [FLORIDA, "14/10/2025"])).toEqual([
      `error 3:4 day-first-dates: trained_on "13/10/2025" has the day first, and so has 1 more of the column, so that none of its dates can be told for sure -> ${oct13}; ${EXPORT_DATES}`,
    ]);
  });

  it.each([["2025-02-01"], ["2/2/2025"], [""]])("beside %j are told for sure", (other) => {
    expect(said([FLORIDA, other], [FLORIDA, "13/10/2025"])).toEqual([
      `error 3:4 day-first-dates: trained_on "13/10/2025" has the day first -> ${oct13}; ${EXPORT_DATES}`,
    ]);
  });

  it("beside some with the month first are slips, each said, the first with what was meant", () => {
    expect(said([FLORIDA, "13/10/2025"], [FLORIDA, " 9/15/2025"], [FLORIDA, "14/10/2025"])).toEqual([
      `error 2:4 not-a-date: trained_on "13/10/2025" is not a date with the month first, as others in the column are -> ${oct13}`,
      `error 4:4 not-a-date: trained_on "14/10/2025" is not a date with the month first, as others in the column are -> ${EXPORT_DATES}`,
    ]);
  });

  it("are told apart by agency and by column", () => {
    expect(
      said(
        [FLORIDA, "13/10/2025", "9/15/2025"],
        [GEORGIA, "14/10/2025"],
        [GEORGIA, "9/15/2025"],
        [FLORIDA, "15/10/2025"],
      ),
    ).toEqual([
      `error 2:4 day-first-dates: trained_on "13/10/2025" has the day first, and so has 1 more of the column -> ${oct13}; ${EXPORT_DATES}`,
      `error 3:4 not-a-date: trained_on "14/10/2025" is not a date with the month first, as others in the column are -> ${oct14}`,
    ]);
  });

  it("of rows whose agency cannot be told are seen beside all others", () => {
    expect(said(["", "13/10/2025"], [FLORIDA, "9/15/2025"])).toEqual([
      `error 2:4 not-a-date: trained_on "13/10/2025" is not a date with the month first, as others in the column are -> ${oct13}`,
    ]);
  });
});
