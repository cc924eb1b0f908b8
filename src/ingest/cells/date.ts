import { type Day, dayOf, dayText } from "../../engine/values/calendar.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { CellReader } from "./words.ts";

/** A calendar day: `2025-10-01`, `2025-9-1`, `2025/10/01`, `10/1/2025` (month first), each also with a time of 00:00. */
export const date: CellReader<Day> = (typed) => {
  const iso = isoDay(typed);
  if (iso !== undefined) return iso;
  const text = typed.replace(MIDNIGHT, "");
  const yearFirst = YEAR_FIRST.exec(text);
  const us = SLASHES.exec(text);
  const parts = yearFirst ? [yearFirst[1], yearFirst[3], yearFirst[4]] : us && [us[3], us[1], us[2]];
  if (!parts) return notADate(text);
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const read = dayOf(year, month, day);
  if (read !== undefined) return read;
  const dayFirst = us ? dayOf(year, day, month) : undefined;
  return dayFirst === undefined ? notADate(text) : new DayFirstRefusal(writeDate(dayFirst));
};

const MIDNIGHT = /(?:T|\s+)(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)?\s*am)Z?$/i;
const YEAR_FIRST = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The last day of a span, or null where it is one that means that there is none yet: 12/31/9999 and the like. */
export const lastDay: CellReader<Day | null> = (text) =>
  OPEN_END.test(text.replace(MIDNIGHT, "")) ? null : date(text);

/** The last day of a year that no calendar here reaches. */
const OPEN_END = /^(?:12\/31\/(?:2[2-9]|[3-9]\d)\d\d|(?:2[2-9]|[3-9]\d)\d\d[-/]12[-/]31)$/;

/** A date that is none with the month first, but one with the day first: a column of them is said once. */
export class DayFirstRefusal extends Refusal {
  constructor(remedy: string) {
    super("day-first-dates", "has the day first", remedy);
  }
}

/** How a date of two numbers and a year can be read. */
export function dateOrder(text: string): "month-first" | "day-first" | "either" | undefined {
  const parts = SLASHES.exec(text);
  if (!parts) return undefined;
  const [a, b, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [monthFirst, dayFirst] = [dayOf(year, a, b) !== undefined, dayOf(year, b, a) !== undefined];
  if (monthFirst && dayFirst) return a === b ? undefined : "either";
  return monthFirst ? "month-first" : dayFirst ? "day-first" : undefined;
}

function isoDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  let digits = 0;
  for (const i of ISO_DIGITS) {
    const code = text.charCodeAt(i) - 48;
    if (code < 0 || code > 9) return undefined;
    digits = digits * 10 + code;
  }
  return dayOf(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
}
const ISO_DIGITS = [0, 1, 2, 3, 5, 6, 8, 9];

const writeDate = (day: Day): string => {
  const [year, month, date] = dayText(day).split("-").map(Number);
  return `write it as ${dayText(day)} or ${month}/${date}/${year}`;
};

/** How dates leave Excel so that they can be read. */
export const EXPORT_DATES = "export dates as 2025-10-01: in Excel choose the format yyyy-mm-dd before saving as CSV";

function notADate(text: string): Refusal {
  if (/^\d{5}(\.\d+)?$/.test(text))
    return new Refusal(
      "excel-date",
      "is an Excel serial number, not a date",
      `${onlyDay(serialReadings(text)) ?? WRITE_DATE}; ${EXPORT_DATES}`,
    );
  const short = /^(\d{1,2})([/-])(\d{1,2})\2(\d{2})$/.exec(text);
  if (short) {
    const [a, b, c] = [Number(short[1]), Number(short[3]), Number(short[4])];
    const days = short[2] === "/" ? [ofCentury(c, a, b)] : [ofCentury(c, a, b), ofCentury(a, b, c), ofCentury(c, b, a)];
    return new Refusal("two-digit-year", "has a two-digit year", onlyDay(days) ?? WRITE_DATE);
  }
  return new Refusal("not-a-date", "is not a date", meantDate(text));
}

const WRITE_DATE = "write it as YYYY-MM-DD or M/D/YYYY";

/** What to write where just one day can be meant. */
function onlyDay(days: readonly (Day | undefined)[]): string | undefined {
  const [day, ...others] = new Set(days.filter((one) => one !== undefined));
  return day === undefined || others.length > 0 ? undefined : writeDate(day);
}

/** The day of a year of two digits, if that is surely one of this century. */
const ofCentury = (year: number, month: number, day: number): Day | undefined =>
  year < 50 ? dayOf(2000 + year, month, day) : undefined;

/** The days of a serial number of Excel's, which counts from 1899-12-30, if they are of these years; 42125 may also be 4/21/25. */
function serialReadings(text: string): (Day | undefined)[] {
  const serial = Math.floor(Number(text)) - 25_569;
  if (serial < YEAR_2000 || serial >= YEAR_2050) return [];
  const [month, day, year] = [text.slice(0, 1), text.slice(1, 3), text.slice(3, 5)].map(Number);
  return [serial, text.length > 5 ? undefined : dayOf(2000 + (year ?? 0), month ?? 0, day ?? 0)];
}

const YEAR_2000 = 10_957;
const YEAR_2050 = 29_220;

/** The date that is surely meant, and otherwise the forms alone. */
function meantDate(text: string): string {
  const days = readings(text.replace(/\s*([/-])\s*/g, "$1"));
  const none = days.every((day) => day === undefined);
  const such = none && /^\d{1,4}\D\d{1,2}\D\d{1,4}$/.test(text) ? "there is no such day; " : "";
  return onlyDay(days) ?? `${such}${WRITE_DATE}`;
}

/** The days that a text may mean which is no date as they are written here: words, digits alone, parts in another order, a time behind it. */
function readings(typed: string): (Day | undefined)[] {
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(typed);
  if (whole) return [dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]))];
  const weekday = WEEKDAY.exec(typed)?.[1]?.toLowerCase();
  const days = withoutWeekday(typed.replace(WEEKDAY, ""));
  return weekday === undefined ? days : days.filter((day) => day !== undefined && weekdayOf(day) === weekday);
}

const WEEKDAY = /^(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?\.?,?\s+/i;
const WEEKDAYS = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]; // day 0 was a Thursday
const weekdayOf = (day: Day): string | undefined => WEEKDAYS[((day % 7) + 7) % 7];

function withoutWeekday(text: string): (Day | undefined)[] {
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4})$/i.exec(
      text,
    );
  if (words) {
    const month = monthOf(words[2] ?? words[3] ?? "");
    return [month === undefined ? undefined : dayOf(Number(words[5]), month, Number(words[1] ?? words[4]))];
  }
  const parts = WITH_TIME.exec(text)?.slice(1).map(Number);
  if (!parts) return [];
  const [a = 0, b = 0, c = 0] = parts;
  if (a > 31) return [dayOf(a, b, c) ?? dayOf(a, c, b)];
  return text.includes("/") ? [dayOf(c, a, b) ?? dayOf(c, b, a)] : [dayOf(c, a, b), dayOf(c, b, a)];
}

/** Three numbers, and perhaps a time of day; in another zone it may be another day. */
const WITH_TIME = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?)?$/i;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"],
  ...["november", "december"],
];

/** The number of a month from its name, whole or its first letters. */
export function monthOf(name: string): number | undefined {
  const plain = name.toLowerCase();
  const index = MONTHS.indexOf(plain.slice(0, 3));
  return FULL_MONTHS[index]?.startsWith(plain) ? index + 1 : undefined;
}
