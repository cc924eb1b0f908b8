import { type Day, dayOf, dayText } from "../../engine/values/calendar.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { CellReader } from "./words.ts";

/** A calendar day: `2025-10-01`, `10/1/2025` or `10/01/2025` (month first). */
export const date: CellReader<Day> = (text) => {
  const iso = isoDay(text);
  if (iso !== undefined) return iso;
  const us = SLASHES.exec(text);
  if (!us) return notADate(text);
  const [month, day, year] = [Number(us[1]), Number(us[2]), Number(us[3])];
  const read = dayOf(year, month, day);
  if (read !== undefined) return read;
  const dayFirst = dayOf(year, day, month);
  return dayFirst === undefined ? notADate(text) : new DayFirstRefusal(writeDate(dayFirst));
};

const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

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
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = Math.floor(Number(text)) - 25_569; // Excel counts from 1899-12-30
    return new Refusal("excel-date", "is an Excel serial number, not a date", `${writeDate(day)}; ${EXPORT_DATES}`);
  }
  const short = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2})$/.exec(text);
  if (short) {
    const day = dayOf(2000 + Number(short[3]), Number(short[1]), Number(short[2]));
    return new Refusal("two-digit-year", "has a two-digit year", day === undefined ? WRITE_DATE : writeDate(day));
  }
  return new Refusal("not-a-date", "is not a date", meantDate(text));
}

const WRITE_DATE = "write it as 2025-10-01 or 10/1/2025";

/** The date that was probably meant: parts in another order, or with the time of day behind it. */
function meantDate(text: string): string {
  const parts = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})(?:[T ].*)?$/.exec(text)?.slice(1).map(Number);
  if (!parts) return WRITE_DATE;
  const [a = 0, b = 0, c = 0] = parts;
  const day = a > 31 ? (dayOf(a, b, c) ?? dayOf(a, c, b)) : (dayOf(c, a, b) ?? dayOf(c, b, a));
  return day === undefined ? `there is no such day; ${WRITE_DATE}` : writeDate(day);
}
