import { nearest } from "../policy/nearest.ts";
import type { Role, Table } from "./csv.ts";
import { printable, quoted } from "./printable.ts";
import type { Problems } from "./problems.ts";

/** A column of an input file. */
export interface Column {
  readonly name: string;
  /** Whether a file without it is an error. */
  readonly required?: boolean;
  readonly synonyms?: readonly string[];
}

export const ROSTER = [
  { name: "agency_id", required: true, synonyms: ["ori", "agency", "ncic"] },
  { name: "agency_name", synonyms: ["department"] },
  { name: "officer_id", required: true, synonyms: ["employee_id", "badge", "badge_number", "file_number"] },
  { name: "officer_name", synonyms: ["name", "officer"] },
  { name: "program_model", required: true, synonyms: ["model"] },
  { name: "trained_on", required: true, synonyms: ["training_date", "credentialed_on", "certified_on"] },
  { name: "start_date", synonyms: ["assigned_from"] },
  { name: "end_date", synonyms: ["assigned_to"] },
  { name: "eligible" },
  { name: "time_share", synonyms: ["allocation"] },
  { name: "annual_salary", required: true, synonyms: ["salary", "base_salary", "annual_base_salary"] },
  { name: "annual_benefits", required: true, synonyms: ["benefits", "fringe", "fringe_benefits"] },
  { name: "salary_paid" },
  { name: "benefits_paid" },
  { name: "overtime_paid", synonyms: ["overtime", "ot"] },
  { name: "other_funding" },
  { name: "equipment_cost" },
] as const satisfies readonly Column[];

export const RATES = [
  { name: "agency_id", synonyms: ["ori", "agency", "ncic"] },
  { name: "quarter", required: true },
  { name: "placement_rate", synonyms: ["rate"] },
  { name: "placements_provided", synonyms: ["provided", "referrals"] },
  { name: "placements_successful", synonyms: ["successful", "located"] },
  { name: "reference" },
  { name: "vehicle_cost" },
] as const satisfies readonly Column[];

export const PAYROLL = [
  { name: "agency_id", synonyms: ["ori", "agency", "ncic"] },
  { name: "officer_id", required: true, synonyms: ["employee_id", "badge", "badge_number", "file_number"] },
  { name: "quarter", required: true },
  { name: "salary_paid" },
  { name: "benefits_paid" },
  { name: "overtime_paid", synonyms: ["overtime", "ot"] },
  { name: "other_funding" },
  { name: "overtime_hours" },
  { name: "overtime_rate" },
] as const satisfies readonly Column[];

export type RosterColumn = (typeof ROSTER)[number]["name"];
export type RatesColumn = (typeof RATES)[number]["name"];
export type PayrollColumn = (typeof PAYROLL)[number]["name"];

export const COLUMNS: Readonly<Record<Role, readonly Column[]>> = { roster: ROSTER, rates: RATES, payroll: PAYROLL };

/** Headers that the user says are a column: normalised header to column. */
export type HeaderMap = ReadonlyMap<string, string>;

/** A column and its index in a table's rows, -1 where the table does not have it. */
export interface Place {
  readonly name: string;
  readonly index: number;
}
export type Places<C extends string> = { readonly [Name in C]: Place };

/** The map of `--map COLUMN=HEADER` choices, given column to header. */
export const headerMap = (chosen: Readonly<Record<string, string>>): HeaderMap =>
  new Map(Object.entries(chosen).map(([column, header]) => [plainHeader(header), column]));

/** A header without case, spaces, underscores and hyphens. */
export const plainHeader = (header: string): string => header.toLowerCase().replace(/[\s_-]/g, "");

/**
 * Finds the columns of a table by its header: as mapped, by name, by synonym. Reports missing and doubled columns as errors
 * and columns nobody knows in one notice. @returns undefined where the table cannot be read
 */
export function findColumns<C extends string>(
  table: Table,
  columns: readonly (Column & { readonly name: C })[],
  map: HeaderMap,
  agencyGiven: boolean,
  problems: Problems,
): Places<C> | undefined {
  const found = new Map<C, number>();
  const unknown: string[] = [];
  let bad = false;
  const mapped = new Set(table.header.map((header) => map.get(plainHeader(header))));
  table.header.forEach((header, index) => {
    const column = columnOf(header, columns, map, mapped);
    if (!column) {
      if (header.trim() !== "") unknown.push(printable(header.trim()));
      return;
    }
    const first = found.get(column.name);
    if (first === undefined) found.set(column.name, index);
    else {
      bad = true;
      problems.error({
        code: "duplicate-column",
        where: table,
        line: table.headerLine,
        column: index + 1,
        message: `${quoted(header)} is a second header for ${column.name}; the first is ${quoted(table.header[first] ?? "")}`,
        remedy: `delete or rename one of them, or say which with --map ${column.name}=HEADER`,
      });
    }
  });
  for (const column of columns) {
    const needed = column.required && !(column.name === "agency_id" && agencyGiven);
    if (!needed || found.has(column.name)) continue;
    bad = true;
    const near = nearest(column.name, unknown);
    problems.error({
      code: "missing-column",
      where: table,
      line: table.headerLine,
      message: `the ${table.role} has no column ${column.name}`,
      remedy: `found: ${shortList(table.header)}${near ? `; if ${near} is it, use --map '${column.name}=${near}'` : ""}`,
    });
  }
  if (unknown.length > 0)
    problems.notice({
      code: "unknown-columns",
      where: table,
      line: table.headerLine,
      message: `ignored ${unknown.length === 1 ? "a column" : `${unknown.length} columns`} of no known name: ${shortList(unknown)}`,
    });
  if (bad) return undefined;
  const places: Partial<Record<C, Place>> = {};
  for (const { name } of columns) places[name] = { name, index: found.get(name) ?? -1 };
  return places as Places<C>;
}

function columnOf<C extends Column>(
  header: string,
  columns: readonly C[],
  map: HeaderMap,
  mapped: ReadonlySet<string | undefined>,
): C | undefined {
  const plain = plainHeader(header);
  const said = map.get(plain);
  if (said !== undefined) return columns.find(({ name }) => name === said);
  return columns.find(
    ({ name, synonyms }) =>
      !mapped.has(name) && [name, ...(synonyms ?? [])].some((known) => plainHeader(known) === plain),
  );
}

const shortList = (headers: readonly string[], most = 30): string =>
  headers
    .slice(0, most)
    .map((header) => printable(header.trim()).slice(0, 40) || "(blank)")
    .join(", ") + (headers.length > most ? `, and ${headers.length - most} more` : "");

/** The index of one column in a table's rows, -1 where the table does not have it. */
export function columnIndex(table: Table, column: string, map: HeaderMap): number {
  const columns = COLUMNS[table.role];
  const mapped = new Set(table.header.map((header) => map.get(plainHeader(header))));
  return table.header.findIndex((header) => columnOf(header, columns, map, mapped)?.name === column);
}
