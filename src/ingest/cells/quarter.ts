import { fiscalQuarter, quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import type { FiscalYear, Quarter } from "../../engine/values/calendar.ts";
import { Refusal } from "../../problems/refusal.ts";

const FISCAL = /^F?FY[\s-]?(\d{4}|\d{2})[\s-]*Q?([1-4])$/i;
const BARE = /^(\d{4}|\d{2})[\s-]*Q([1-4])$/i;

/** A federal fiscal quarter from any spelling that is read: `FY2026-Q1`, `FY26Q1`, `FY2026 Q1`, `FFY26-1`. */
export function parseQuarter(text: string): Quarter | Refusal {
  const canonical = quarterOfId(text);
  if (canonical) return canonical;
  const fiscal = FISCAL.exec(text.trim());
  if (fiscal && isKnownYear(fiscal[1])) return fiscalQuarter(fullYear(fiscal[1] ?? ""), Number(fiscal[2]) as 1);
  const beyond = /^F?FY[\s-]?(\d{4}|\d{2})[\s-]*Q(\d+)$/i.exec(text.trim());
  if (beyond && isKnownYear(beyond[1])) {
    const year = `FY${fullYear(beyond[1] ?? "")}`;
    return new Refusal("bad-quarter", `is no quarter of ${year}`, `write one of ${year}-Q1 to ${year}-Q4`);
  }
  const bare = BARE.exec(text.trim());
  if (bare && isKnownYear(bare[1])) return ambiguous(fullYear(bare[1] ?? ""), Number(bare[2]));
  return new Refusal("bad-quarter", "is not a fiscal quarter", "write it as FY2026-Q1 (October to December 2025)");
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Years that the calendar reaches, a year either side of them included. */
const isKnownYear = (digits = ""): boolean => fullYear(digits) >= 2000 && fullYear(digits) <= 2198;

function ambiguous(year: number, number: number): Refusal {
  const fiscal = `FY${year}-Q${number}`;
  const calendar = number === 4 ? `FY${year + 1}-Q1` : `FY${year}-Q${number + 1}`;
  return new Refusal(
    "ambiguous-quarter",
    "could be a calendar or a fiscal quarter",
    `write ${fiscal} for the fiscal quarter (${months(fiscal)}), or ${calendar} for the calendar quarter (${months(calendar)})`,
  );
}

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

function months(id: string): string {
  const quarter = quarterOfId(id);
  if (!quarter) return id;
  return `${MONTHS[quarter.number - 1]} ${quarter.number === 1 ? quarter.year.year - 1 : quarter.year.year}`;
}

/** A fiscal year's number from `FY2026`, `FY26` or `FFY2026`. */
export function parseFiscalYear(text: string): FiscalYear | Refusal {
  const match = /^F?FY[\s-]?(\d{4}|\d{2})$/i.exec(text.trim());
  if (match && isKnownYear(match[1])) return fiscalQuarter(fullYear(match[1] ?? ""), 1).year;
  return new Refusal("bad-year", "is not a fiscal year", "write it as FY2026 (October 2025 to September 2026)");
}
