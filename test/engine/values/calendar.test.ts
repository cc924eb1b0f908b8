import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  earlierQuarters,
  fiscalQuarter,
  lastEndedQuarter,
  quarterOfId,
} from "../../../src/engine/rules/fiscal-quarter.ts";
import { dayFromText, dayOf, dayText, isLeap, weekdaysBetween } from "../../../src/engine/values/calendar.ts";
import { runs } from "../../runs.ts";
import { day, quarter } from "../build.ts";

const FIRST = day("1900-01-01");
const LAST = day("2199-12-31");
const days = fc.integer({ min: FIRST, max: LAST });

describe("days", () => {
  it.each([
    ["1900-01-01", -25567],
    ["1969-12-31", -1],
    ["1970-01-01", 0],
    ["2000-02-29", 11016],
    ["2025-10-01", 20362],
    ["2028-02-29", 21243],
    ["2028-03-01", 21244],
    ["2199-12-31", 84005],
  ])("%s is day %i", (text, number) => {
    expect(dayFromText(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it("go back and forth from 1900 to 2199, and follow the clock's calendar", () => {
    fc.assert(
      fc.property(days, (given) => {
        const date = new Date(given * 86_400_000);
        expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(given);
        expect(dayFromText(dayText(given))).toBe(given);
      }),
      runs(1000),
    );
  });

  it("are counted without a gap over three centuries", () => {
    const found: number[] = [];
    for (let year = 1900; year <= 2199; year += 1)
      for (let month = 1; month <= 12; month += 1)
        for (let date = 1; date <= 31; date += 1) found.push(dayOf(year, month, date) ?? Number.NaN);
    const counted = found.filter((one) => !Number.isNaN(one));
    expect(counted.length).toBe(LAST - FIRST + 1);
    expect(counted.filter((one, index) => one !== FIRST + index)).toEqual([]);
  });

  it.each([
    "2025-02-29",
    "2100-02-29",
    "2028-02-30",
    "2025-04-31",
    "2025-13-01",
    "2025-00-01",
    "2025-01-00",
    "1899-12-31",
    "2200-01-01",
    "2025-1-01",
    "25-01-01",
    "2025/01/01",
    " 2025-01-01",
    "2025-01-01T00:00",
    "",
  ])("%j is no day", (text) => {
    expect(dayFromText(text)).toBeUndefined();
  });

  it.each([
    [1900, false],
    [2000, true],
    [2026, false],
    [2028, true],
    [2100, false],
    [2196, true],
  ])("%i is a leap year: %s", (year, leap) => {
    expect(isLeap(year)).toBe(leap);
  });
});

describe("weekdaysBetween", () => {
  it.each([
    ["2025-10-01", "2025-12-31", 66],
    ["2025-11-01", "2025-12-31", 43],
    ["2026-01-01", "2026-03-31", 64],
    ["2026-04-01", "2026-06-30", 65],
    ["2026-07-01", "2026-09-30", 66],
    ["2028-01-01", "2028-03-31", 65],
    ["2025-11-01", "2025-11-02", 0],
    ["2025-10-31", "2025-11-03", 2],
    ["2028-02-29", "2028-02-29", 1],
    ["2025-11-03", "2025-11-02", 0],
    ["1969-12-29", "1970-01-04", 5],
  ])("%s to %s: %i", (start, end, count) => {
    expect(weekdaysBetween(day(start), day(end))).toBe(count);
  });

  it("counts as one by one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3, max: 400 }), (start, length) => {
        let count = 0;
        for (let d = start; d <= start + length; d += 1)
          if (![0, 6].includes(new Date(d * 86_400_000).getUTCDay())) count += 1;
        expect(weekdaysBetween(start, start + length)).toBe(count);
      }),
      runs(500),
    );
  });
});

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035];
const LEAP = [2028, 2032];

describe("fiscal quarters", () => {
  for (const year of YEARS) {
    const leap = LEAP.includes(year);
    it.each([
      [`FY${year}-Q1`, `${year - 1}-10-01`, `${year - 1}-12-31`, 92],
      [`FY${year}-Q2`, `${year}-01-01`, `${year}-03-31`, leap ? 91 : 90],
      [`FY${year}-Q3`, `${year}-04-01`, `${year}-06-30`, 91],
      [`FY${year}-Q4`, `${year}-07-01`, `${year}-09-30`, 92],
    ])("%s is %s to %s, %i days", (id, start, end, count) => {
      const found = quarter(id);
      expect([found.id, dayText(found.start), dayText(found.end), found.days]).toEqual([id, start, end, count]);
      expect([found.year.id, dayText(found.year.start), dayText(found.year.end), found.year.days]).toEqual([
        `FY${year}`,
        `${year - 1}-10-01`,
        `${year}-09-30`,
        leap ? 366 : 365,
      ]);
    });
  }

  it("follow each other without a gap", () => {
    const all = YEARS.flatMap((year) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n)));
    let next = day("2025-10-01");
    for (const { start, end } of all) {
      expect(start).toBe(next);
      next = end + 1;
    }
    expect(dayText(next)).toBe("2035-10-01");
  });

  it.each(["2026-Q1", "FY26Q1", "FY2026-Q0", "FY2026-Q5", "FY1999-Q1", "fy2026-Q1", "FY2026-Q1 ", ""])(
    "%j is not a canonical id",
    (id) => {
      expect(quarterOfId(id)).toBeUndefined();
    },
  );

  it("earlierQuarters are those of the same fiscal year, in order", () => {
    const ids = (id: string) => earlierQuarters(quarter(id)).map((earlier) => earlier.id);
    expect(ids("FY2026-Q1")).toEqual([]);
    expect(ids("FY2026-Q2")).toEqual(["FY2026-Q1"]);
    expect(ids("FY2026-Q4")).toEqual(["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"]);
  });

  it.each([
    ["2025-09-29", "FY2025-Q3"],
    ["2025-09-30", "FY2025-Q4"],
    ["2025-10-01", "FY2025-Q4"],
    ["2025-12-30", "FY2025-Q4"],
    ["2025-12-31", "FY2026-Q1"],
    ["2026-01-01", "FY2026-Q1"],
    ["2028-03-30", "FY2028-Q1"],
    ["2028-03-31", "FY2028-Q2"],
    ["2028-02-29", "FY2028-Q1"],
  ])("on %s the quarter that ended last is %s", (today, id) => {
    expect(lastEndedQuarter(day(today)).id).toBe(id);
  });
});
