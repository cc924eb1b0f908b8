import { describe, expect, it } from "vitest";
import { dayText } from "../../../src/engine/values/calendar.ts";
import { date, dateOrder, EXPORT_DATES, lastDay, monthOf } from "../../../src/ingest/cells/date.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

/** The day of a cell, or what a person is told to write. */
function told(cell: string): string {
  const value = date(cell);
  return value instanceof Refusal ? value.remedy : dayText(value);
}

const FORMS = "write it as YYYY-MM-DD or M/D/YYYY";
const NO_SUCH_DAY = `there is no such day; ${FORMS}`;
const sept15 = "write it as 2025-09-15 or 9/15/2025";
const oct1 = "write it as 2025-10-01 or 10/1/2025";
const nov5 = "write it as 2025-11-05 or 11/5/2025";

describe("the remedy of a date", () => {
  it.each([
    // Words.
    ["Nov 5, 2025", nov5],
    ["Nov  5 2025", nov5],
    ["Nov. 5, 2025", nov5],
    ["november 5th,  2025", nov5],
    ["5 Nov 2025", nov5],
    ["5  november 2025", nov5],
    ["5-Nov-2025", nov5],
    ["5th Nov. 2025", nov5],
    ["05 Nov, 2025", nov5],
    ["15 Sept 2025", sept15],
    ["Sep 15th 2025", sept15],
    ["September 1st, 2025", "write it as 2025-09-01 or 9/1/2025"],
    ["22nd Sep 2025", "write it as 2025-09-22 or 9/22/2025"],
    ["Sep 23rd 2025", "write it as 2025-09-23 or 9/23/2025"],
    ["Nox 5, 2025", FORMS],
    ["Nov 31, 2025", FORMS],
    ["Nov 5 25", FORMS],
    ["Nov5 2025", FORMS],
    ["5Nov2025", FORMS],
    ["11 5, 2025", FORMS],
    ["Nov aa 2025", FORMS],
    ["before Nov 5, 2025", FORMS],
    ["Nov 5, 2025 or later", FORMS],
    ["Novembers 5, 2025", FORMS],
    // Weekdays, which must be right.
    ["Monday 9/15/2025", sept15],
    ["mon, 9/15/2025", sept15],
    ["Wednesday, Nov 5, 2025", nov5],
    ["Thurs. 10/2/2025", "write it as 2025-10-02 or 10/2/2025"],
    ["Tues 9/16/2025", "write it as 2025-09-16 or 9/16/2025"],
    ["Sat Nov 8 2025", "write it as 2025-11-08 or 11/8/2025"],
    ["Sun Jan 4 1970", "write it as 1970-01-04 or 1/4/1970"],
    ["Wed Dec 31 1969", "write it as 1969-12-31 or 12/31/1969"],
    ["Tuesday 9/15/2025", FORMS],
    ["Mon9/15/2025", FORMS],
    // Digits alone.
    ["20250915", sept15],
    ["20250931", FORMS],
    ["09152025", FORMS],
    ["202509155", FORMS],
    ["120250915", FORMS],
    // Other orders and separators.
    ["9 /15/2025", sept15],
    ["9/ 15/2025", sept15],
    ["9  /  15/2025", sept15],
    ["9/15 / 2025", sept15],
    ["2025 - 09 - 15", sept15],
    ["2025.09.15", sept15],
    ["2025.15.09", sept15],
    ["9-15-2025", sept15],
    ["15.9.2025", sept15],
    ["5.9.2025", FORMS],
    ["31.12.2025", "write it as 2025-12-31 or 12/31/2025"],
    ["9.9.2025", "write it as 2025-09-09 or 9/9/2025"],
    ["9/15/2025 08:30", sept15],
    ["9/15/2025 08:30:15 pm", sept15],
    ["2025-09-15T08:30:15.25", sept15],
    ["2025-09-15T23:30:00Z", FORMS],
    ["2025-09-15 8", FORMS],
    // Nor may another sign stand in place of a digit or of one of two separators.
    ["2025-0:-01", FORMS],
    ["2025-1/-05", FORMS],
    ["2025/10-01", oct1],
    // Days that do not exist.
    ["2025-13-02", "write it as 2025-02-13 or 2/13/2025"],
    ["2025-13-32", NO_SUCH_DAY],
    ["2/30/2025", NO_SUCH_DAY],
    ["2025-02-29", NO_SUCH_DAY],
    ["2/30/2025 and more", FORMS],
    ["on 2/30/2025", FORMS],
    ["13/10/2025", "write it as 2025-10-13 or 10/13/2025"],
    // Two digits of a year.
    ["9/15/25", sept15],
    ["9/15/49", "write it as 2049-09-15 or 9/15/2049"],
    ["9/15/50", FORMS],
    ["13/9/25", FORMS],
    ["9-15-25", sept15],
    ["25-09-15", FORMS],
    ["50-09-15", FORMS],
    ["1-2-60", FORMS],
    // Excel's serial numbers, of the years 2000 to 2049; five digits may also be a date without separators.
    ["45915", `${sept15}; ${EXPORT_DATES}`],
    ["45915.75", `${sept15}; ${EXPORT_DATES}`],
    ["36526", `write it as 2000-01-01 or 1/1/2000; ${EXPORT_DATES}`],
    ["36525", `${FORMS}; ${EXPORT_DATES}`],
    ["54788", `write it as 2049-12-31 or 12/31/2049; ${EXPORT_DATES}`],
    ["54789", `${FORMS}; ${EXPORT_DATES}`],
    ["42125", `${FORMS}; ${EXPORT_DATES}`],
    ["42125.5", `write it as 2015-05-01 or 5/1/2015; ${EXPORT_DATES}`],
    ["91525", `${FORMS}; ${EXPORT_DATES}`],
  ])("%j: %s", (cell, remedy) => expect(told(cell)).toBe(remedy));
});

describe("a date", () => {
  it.each([
    ["2025-09-15"],
    ["2025-9-15"],
    ["2025/09/15"],
    ["9/15/2025"],
    ["09/15/2025"],
    ["2025-09-15 00:00"],
    ["2025-09-15T00:00:00"],
    ["2025-09-15T00:00:00.000Z"],
    ["9/15/2025 0:00"],
    ["9/15/2025  12:00:00 AM"],
    ["9/15/2025 12:00am"],
  ])("%s", (cell) => expect(told(cell)).toBe("2025-09-15"));

  it.each([["2025-09/15"], ["9/15/2025 12:00 PM"], ["9/15/2025 00:01"], ["9/15/2025 0:00 x"], ["12025-09-15"]])(
    "is not %s",
    (cell) => expect(date(cell)).toBeInstanceOf(Refusal),
  );
});

describe("the last day of a span", () => {
  it.each([
    ["12/31/9999", null],
    ["12/31/2200", null],
    ["12/31/2199", "2199-12-31"],
    ["9999-12-31", null],
    ["2200/12/31", null],
    ["2199-12-31", "2199-12-31"],
    ["9999-12-31 00:00", null],
    ["12/31/9999 00:00", null],
    ["12/30/2025", "2025-12-30"],
  ])("%s", (cell, day) => {
    const value = lastDay(cell);
    expect(typeof value === "number" ? dayText(value) : value).toBe(day);
  });
});

describe("the order of a date", () => {
  it.each([
    ["9/15/2025", "month-first"],
    ["15/9/2025", "day-first"],
    ["9/8/2025", "either"],
    ["9/9/2025", undefined],
    ["31/31/2025", undefined],
    ["2025-09-15", undefined],
  ])("%s", (cell, order) => expect(dateOrder(cell)).toBe(order));
});

it("months by their names, whole or begun", () => {
  const names = [
    "jan",
    "February",
    "MARCH",
    "apr",
    "may",
    "june",
    "jul",
    "augu",
    "sept",
    "sep",
    "october",
    "nov",
    "Dec",
  ];
  expect(names.map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12]);
  expect(["ja", "mai", "marchs", "septem", ""].map(monthOf)).toEqual([undefined, undefined, undefined, 9, undefined]);
});
