import type { EligibleDays } from "../rules/eligible.ts";
import { weekdaysBetween } from "../values/calendar.ts";
import { type Fraction, fraction, ONE } from "../values/fraction.ts";
import type { Terms } from "../values/terms.ts";

/**
 * Reading partial-quarter: the part of the quarter that one row counts for, above zero up to 1.
 * @param officerDays eligible days of all the officer's rows in the quarter
 */
export function partOfQuarter(row: EligibleDays, officerDays: number, { quarter, readings }: Terms): Fraction {
  if (row.days === quarter.days) return ONE;
  switch (readings["partial-quarter"]) {
    case "calendar-days":
      return fraction(row.days, quarter.days);
    case "weekdays":
      return fraction(weekdaysBetween(row.start, row.end), weekdaysBetween(quarter.start, quarter.end));
    case "whole-quarter":
      return row.days === officerDays ? ONE : fraction(row.days, officerDays);
  }
}
