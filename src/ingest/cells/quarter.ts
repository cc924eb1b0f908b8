import { fiscalQuarter, quarterAfter, quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import { type Day, dayText, type FiscalYear, type Quarter } from "../../engine/values/calendar.ts";
import { Refusal } from "../../problems/refusal.ts";
import { date, monthOf } from "./date.ts";

const YEAR = String.raw`F?FY[\s-]?(\d{4}|\d{2})`;
const NUMBER = String.raw`(?:Q(?:tr|uarter)?\.?\s?)?0?([1-4])(?:(?:st|nd|rd|th)\s(?:Q(?:tr|uarter)?))?`;
const FISCAL = new RegExp(String.raw`^${YEAR}[\s,/_-]*${NUMBER}$`, "i");
const QUARTER_FIRST = new RegExp(
  String.raw`^(?:Q(?:tr|uarter)?\s?([1-4])|([1-4])(?:st|nd|rd|th)?\s?Q(?:tr|uarter)?)[\s,/_-]*${YEAR}$`,
  "i",
);
const MONTHS_OF = /^([a-z]{3,9})\.?\s*(?:-|to|through)\s*([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const DAYS_OF = /^(\S+?)\s*(?:-|to|through)\s*(\S+)$/i;
const BARE = /^(\d{4}|\d{2})[\s-]*Q([1-4])$/i;

/** A federal fiscal quarter from any spelling that is certain: `FY2026-Q1`, `FY26Q1`, `Q1 FY2026`, `FFY26-1`, `Oct-Dec 2025`, its first and last day. */
export function parseQuarter(typed: string): Quarter | Refusal {
  const canonical = quarterOfId(typed);
  if (canonical) return canonical;
  const text = typed.trim().replace(/[\u2010-\u2015\u2212]/g, "-");
  const read = spelled(text);
  if (read) return read;
  const beyond = /^F?FY[\s-]?(\d{4}|\d{2})[\s-]*Q(\d+)$/i.exec(text);
  if (beyond && isKnownYear(beyond[1])) {
    const year = `FY${fullYear(beyond[1] ?? "")}`;
    return new Refusal("bad-quarter", `is no quarter of ${year}`, `write one of ${year}-Q1 to ${year}-Q4`);
  }
  const bare = BARE.exec(text) ?? /^Q([1-4])[\s,-]*(\d{4})$/i.exec(text);
  if (bare) {
    const [year = "", number] = /^Q/i.test(text) ? [bare[2], bare[1]] : [bare[1], bare[2]];
    if (isKnownYear(year)) return ambiguous(fiscalQuarter(fullYear(year), Number(number) as 1));
  }
  return new Refusal(
    "bad-quarter",
    "is not a fiscal quarter",
    "write the fiscal year and its quarter, such as FY2026-Q3 for April to June 2026",
  );
}

function spelled(text: string): Quarter | undefined {
  const fiscal = FISCAL.exec(text);
  if (fiscal && isKnownYear(fiscal[1])) return fiscalQuarter(fullYear(fiscal[1] ?? ""), Number(fiscal[2]) as 1);
  const first = QUARTER_FIRST.exec(text);
  if (first && isKnownYear(first[3])) return fiscalQuarter(fullYear(first[3] ?? ""), Number(first[1] ?? first[2]) as 1);
  const months = MONTHS_OF.exec(text);
  if (months) return quarterOfMonths(monthOf(months[1] ?? "") ?? 0, monthOf(months[2] ?? "") ?? 0, Number(months[3]));
  const [, start = "", end = ""] = DAYS_OF.exec(text) ?? [];
  return quarterOfDays(date(start), date(end));
}

/** The quarter that has just these months of a calendar year. */
function quarterOfMonths(first: number, last: number, year: number): Quarter | undefined {
  if (last !== first + 2 || first % 3 !== 1 || !isKnownYear(String(year))) return undefined;
  return first === 10 ? fiscalQuarter(year + 1, 1) : fiscalQuarter(year, ((first + 2) / 3 + 1) as 1);
}

function quarterOfDays(start: Day | Refusal, end: Day | Refusal): Quarter | undefined {
  if (start instanceof Refusal) return undefined;
  const [year = 0, month = 0] = dayText(start).split("-").map(Number);
  const quarter = quarterOfMonths(month, month + 2, year);
  return quarter?.start === start && quarter.end === end ? quarter : undefined;
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Years that the calendar reaches, a year either side of them included. */
const isKnownYear = (digits = ""): boolean => fullYear(digits) >= 2000 && fullYear(digits) <= 2198;

function ambiguous(fiscal: Quarter): Refusal {
  const calendar = quarterAfter(fiscal);
  return new Refusal(
    "ambiguous-quarter",
    "could be a calendar or a fiscal quarter",
    `write ${fiscal.id} for the fiscal quarter (${months(fiscal)}), or ${calendar.id} for the calendar quarter (${months(calendar)})`,
  );
}

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

const months = ({ number, year: { year } }: Quarter): string =>
  `${MONTHS[number - 1]} ${number === 1 ? year - 1 : year}`;

/** A fiscal year's number from `FY2026`, `FY26` or `FFY2026`. */
export function parseFiscalYear(text: string): FiscalYear | Refusal {
  const match = /^F?FY[\s-]?(\d{4}|\d{2})$/i.exec(text.trim());
  if (match && isKnownYear(match[1])) return fiscalQuarter(fullYear(match[1] ?? ""), 1).year;
  return new Refusal("bad-year", "is not a fiscal year", "write it as FY2026 (October 2025 to September 2026)");
}
