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

const daysInMonth = (year: number, month: number): number =>
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

const mustBeDay = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day;

function fiscalYear(year: number): FiscalYear {
  const start = mustBeDay(year - 1, 10, 1);
  const end = mustBeDay(year, 9, 30);
  return { id: `FY${year}`, year, start, end, days: end - start + 1 };
}

/**
 * Rule fiscal-quarter: the federal fiscal quarter of that year and number.
 * @param year the fiscal year, 1901 to 2199 @param number 1 (October to December) to 4 (July to September)
 */
export function fiscalQuarter(year: number, number: 1 | 2 | 3 | 4): Quarter {
  const [calendarYear, month] = number === 1 ? [year - 1, 10] : [year, number * 3 - 5];
  const start = mustBeDay(calendarYear, month, 1);
  const end = mustBeDay(calendarYear, month + 2, daysInMonth(calendarYear, month + 2));
  return { id: `FY${year}-Q${number}`, number, start, end, days: end - start + 1, year: fiscalYear(year) };
}

/** The quarter of a canonical id (`FY2026-Q1`), or undefined for another text. */
export function quarterOfId(id: string): Quarter | undefined {
  const match = /^FY(2[01]\d\d)-Q([1-4])$/.exec(id);
  return match ? fiscalQuarter(Number(match[1]), Number(match[2]) as 1 | 2 | 3 | 4) : undefined;
}

/** The quarters of the same fiscal year before this one, in order. */
export function earlierQuarters(quarter: Quarter): Quarter[] {
  return ([1, 2, 3] as const).filter((n) => n < quarter.number).map((n) => fiscalQuarter(quarter.year.year, n));
}

/** The quarter that ended last, counting a quarter as ended on its last day. */
export function lastEndedQuarter(today: Day): Quarter {
  const year = new Date(today * 86_400_000).getUTCFullYear();
  const candidates = [year, year + 1].flatMap((y) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(y, n)));
  return candidates.filter((q) => q.end <= today).at(-1) ?? fiscalQuarter(year - 1, 4);
}
