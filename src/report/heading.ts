import type { ClaimFigures } from "../document/schema.ts";
import { printable } from "../problems/printable.ts";
import type { Style } from "./text/style.ts";

/** An id, and the name that goes with it: `FL0310200   Palmetto Bay Police`. @param name null: it has none */
export const withName = (id: string, name: string | null): string =>
  name === null ? printable(id) : `${printable(id)}   ${printable(name)}`;

/** What stands above all that is of one agency. @param period in a line of its own */
export const agencyHeading = (
  { agency_id, agency_name }: { readonly agency_id: string; readonly agency_name: string | null },
  period: string,
  style: Style,
): string => `${style.bold(withName(agency_id, agency_name))}\n${period}\n`;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `FY2026-Q1   October 1 to December 31, 2025, 92 days` */
export function quarterLine({ quarter: { id, start, end, days } }: Pick<ClaimFigures, "quarter">): string {
  const words = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}`;
  return `${id}   ${words(start)} to ${words(end)}, ${end.slice(0, 4)}, ${days} days`;
}

/** `FY2026   October 1, 2025 to September 30, 2026` @param year as a document names it */
export const yearLine = (year: string): string =>
  `${year}   October 1, ${Number(year.slice(2)) - 1} to September 30, ${year.slice(2)}`;
