import { describe, expect, it } from "vitest";
import { EXPORT_DATES } from "../../../src/ingest/cells/date.ts";
import { readInputs } from "../../../src/ingest/inputs.ts";
import { Problems } from "../../../src/problems/problems.ts";
import { file } from "../read.ts";
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

  it("are seen beside all others of a roster of one agency, short rows too", () => {
    const header = HEADER.replace("agency_id,", "");
    const rows = ["1,TFM,1/2/2025,,60000,0", "2,TFM,13/10/2025,,60000,0", "3"];
    expect(rosterSaid([header, ...rows], { agency: FLORIDA })).toContain(
      `error 3:3 day-first-dates: trained_on "13/10/2025" has the day first, so that none of its dates can be told for sure -> ${oct13}; ${EXPORT_DATES}`,
    );
  });

  it("stop the claim of their officer alone, where they are slips or sure, and are noted at each row", () => {
    const notes = (...rows: (readonly [agency: string, trained: string])[]) => {
      const problems = new Problems(false, true);
      const content = [HEADER, ...rows.map(([agency, trained], i) => `${agency},${i + 1},TFM,${trained},,60000,0`)];
      const options = { agency: null, map: new Map(), quarter: undefined, programmeStart: 20_362, today: () => 20_500 };
      readInputs([file("roster", content.join("\n"))], options, problems);
      const dates = problems.all.filter(({ code }) => code === "day-first-dates" || code === "not-a-date");
      return {
        alone: dates.map(({ ofOfficer }) => ofOfficer),
        noted: [...problems.ofRows.values()].flatMap((of) => [...of]),
      };
    };
    const slip = notes([FLORIDA, "13/10/2025"], [FLORIDA, "9/15/2025"]);
    expect(slip.alone).toEqual([true]);
    const sure = notes([FLORIDA, "13/10/2025"], [FLORIDA, "14/10/2025"]);
    expect(sure.alone).toEqual([true]);
    expect(sure.noted).toEqual([
      [2, 'trained_on "13/10/2025" has the day first, and so has 1 more of the column'],
      [3, "trained_on has the day first"],
    ]);
    expect(notes([FLORIDA, "13/10/2025"], [FLORIDA, "1/2/2025"]).alone).toEqual([false]);
    expect(notes(["", "13/10/2025"], [FLORIDA, "9/15/2025"]).alone).toEqual([false]);
    expect(notes(["", "13/10/2025"]).alone).toEqual([false]);
  });

  it("of rows whose agency cannot be told are seen beside all others", () => {
    expect(said(["", "13/10/2025"], [FLORIDA, "9/15/2025"])).toEqual([
      `error 2:4 not-a-date: trained_on "13/10/2025" is not a date with the month first, as others in the column are -> ${oct13}`,
    ]);
  });
});
