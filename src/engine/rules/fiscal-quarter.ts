import { type Day, dayOf, daysInMonth, type FiscalYear, type Quarter } from "../values/calendar.ts";

const mustBeDay = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day;

function fiscalYear(year: number): FiscalYear {
  const start = mustBeDay(year - 1, 10, 1);
  const end = mustBeDay(year, 9, 30);
  return { id: `FY${year}`, year, start, end, days: end - start + 1 };
}

/**
 * Rule fiscal-quarter (DHS-2025-09-02): the federal fiscal quarter of that year and number.
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

/** The quarter that follows. */
export const quarterAfter = ({ year: { year }, number }: Quarter): Quarter =>
  number === 4 ? fiscalQuarter(year + 1, 1) : fiscalQuarter(year, (number + 1) as 2 | 3 | 4);

/** The quarter that ended last, counting a quarter as ended on its last day. */
export function lastEndedQuarter(today: Day): Quarter {
  const year = new Date(today * 86_400_000).getUTCFullYear();
  const candidates = [year, year + 1].flatMap((y) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(y, n)));
  return candidates.filter((q) => q.end <= today).at(-1) ?? fiscalQuarter(year - 1, 4);
}
