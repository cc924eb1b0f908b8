/**
 * The calendar of the programme: plain days and federal fiscal quarters, both ends inclusive, no clock and no time zone.
 * A day is its number from 1970-01-01 (day 0).
 */
export type Day = number;

/** A federal fiscal year: 1 October of the year before to 30 September. */
export interface FiscalYear {
  readonly id: string;
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
}

/** A federal fiscal quarter, such as FY2026-Q1: 2025-10-01 to 2025-12-31, 92 days. */
export interface Quarter {
  readonly id: string;
  readonly number: 1 | 2 | 3 | 4;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
  readonly year: FiscalYear;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** The day of a date, or undefined where the calendar has no such day. Years 1900 to 2199. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month))
    return undefined;
  // Counting years from March puts the leap day last, so that the days before a month are a straight line.
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + date - 1 - 719468;
}

/** The day of the same date some years later; of 29 February, where there is none, 1 March. */
export function yearsAfter(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = dayText(day).split("-").map(Number);
  const then = year + years;
  return dayOf(then, month, date) ?? dayOf(then, month + 1, 1) ?? day;
}

/** A day as ISO text: `2025-10-01`. */
export const dayText = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A day from ISO text, or undefined where it is none. */
export function dayFromText(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Mondays to Fridays from one day to another, both included; 0 where the span is empty. */
export function weekdaysBetween(start: Day, end: Day): number {
  return end < start ? 0 : weekdaysTo(end) - weekdaysTo(start - 1);
}

function weekdaysTo(day: Day): number {
  const sinceMonday = day + 3; // 1969-12-29 was a Monday
  const week = Math.floor(sinceMonday / 7);
  return week * 5 + Math.min(sinceMonday - week * 7 + 1, 5);
}
