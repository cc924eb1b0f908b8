import { distance } from "fastest-levenshtein";
import type { InputRef } from "../../engine/derivation.ts";
import { nearest } from "../../problems/nearest.ts";
import { HIDDEN, mayBeName, printable, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Role, Table } from "../text/rows.ts";

/** A column of an input file. */
export interface Column {
  readonly name: string;
  /** The field of the record that is read from it. */
  readonly field?: InputRef["field"];
  /** Whether it is an amount that belongs to the officer, whichever row carries it: an actual, or receipts. */
  readonly amount?: "actual" | "receipts";
  /** Whether a file without it is an error. */
  readonly required?: boolean;
  readonly synonyms?: readonly string[];
}

const AGENCY_SYNONYMS = ["ori", "agency", "ncic"] as const;
const OFFICER_SYNONYMS = ["employee_id", "badge", "badge_number", "file_number"] as const;

/** Paid amounts of a quarter, which a roster or a payroll may have. */
const ACTUALS = [
  { name: "salary_paid", field: "salaryPaid", amount: "actual" },
  { name: "benefits_paid", field: "benefitsPaid", amount: "actual" },
  { name: "overtime_paid", field: "overtimePaid", amount: "actual", synonyms: ["overtime", "ot"] },
  { name: "other_funding", field: "otherFunding", amount: "actual" },
] as const satisfies readonly Column[];

export const ROSTER = [
  { name: "agency_id", required: true, synonyms: AGENCY_SYNONYMS },
  { name: "agency_name", synonyms: ["department"] },
  { name: "officer_id", required: true, synonyms: OFFICER_SYNONYMS },
  { name: "officer_name", synonyms: ["name", "officer"] },
  { name: "program_model", field: "model", required: true, synonyms: ["model"] },
  {
    name: "trained_on",
    field: "trainedOn",
    required: true,
    synonyms: ["training_date", "credentialed_on", "certified_on"],
  },
  { name: "start_date", field: "start", synonyms: ["assigned_from"] },
  { name: "end_date", field: "end", synonyms: ["assigned_to"] },
  { name: "eligible", field: "eligible" },
  { name: "time_share", field: "timeShare", synonyms: ["allocation"] },
  {
    name: "annual_salary",
    field: "salary",
    required: true,
    synonyms: ["salary", "base_salary", "annual_base_salary"],
  },
  { name: "annual_benefits", field: "benefits", required: true, synonyms: ["benefits", "fringe", "fringe_benefits"] },
  ...ACTUALS,
  { name: "equipment_cost", field: "equipmentCost", amount: "receipts" },
] as const satisfies readonly Column[];

export const RATES = [
  { name: "agency_id", synonyms: AGENCY_SYNONYMS },
  { name: "quarter", required: true },
  { name: "placement_rate", field: "rate", synonyms: ["rate"] },
  { name: "placements_provided", field: "provided", synonyms: ["provided", "referrals"] },
  { name: "placements_successful", field: "successful", synonyms: ["successful", "located"] },
  { name: "reference", field: "reference" },
  { name: "vehicle_cost", field: "vehicleCost" },
] as const satisfies readonly Column[];

export const PAYROLL = [
  { name: "agency_id", synonyms: AGENCY_SYNONYMS },
  { name: "officer_id", required: true, synonyms: OFFICER_SYNONYMS },
  { name: "quarter", required: true },
  ...ACTUALS,
  { name: "overtime_hours", field: "overtimePaid" },
  { name: "overtime_rate", field: "overtimePaid" },
] as const satisfies readonly Column[];

export type RosterColumn = (typeof ROSTER)[number]["name"];
export type RatesColumn = (typeof RATES)[number]["name"];
export type PayrollColumn = (typeof PAYROLL)[number]["name"];

export const COLUMNS: Readonly<Record<Role, readonly Column[]>> = { roster: ROSTER, rates: RATES, payroll: PAYROLL };

/** The columns from which a field of a record is read. */
export const columnsOfField = (field: InputRef["field"]): string[] => [
  ...new Set(Object.values(COLUMNS).flatMap((all) => all.filter((one) => one.field === field).map(({ name }) => name))),
];

/** The amounts of a roster that belong to the officer. */
export const OFFICER_AMOUNTS = ROSTER.flatMap((column) => ("amount" in column ? [column] : []));

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
export const plainHeader = (header: string): string => header.toLowerCase().replace(/[\s_\u00A0-]/g, "");

/** The columns that `--rejects` adds: known, so that a mended file can be run as it is, and not read. */
export const REJECT_COLUMNS = ["file", "line", "problem"] as const;

/** Tells the column that a header of a table is, by its name, its synonyms and the choices of --map. */
export function columnNames(
  role: Role,
  map: HeaderMap,
  header: readonly string[],
): (header: string) => string | undefined {
  const known = KNOWN[role];
  const mapped = new Set(map.size > 0 ? header.map((text) => map.get(plainHeader(text))) : []);
  return (text) => {
    const plain = plainHeader(text);
    const said = map.get(plain);
    if (said !== undefined) return COLUMNS[role].some(({ name }) => name === said) ? said : undefined;
    const name = known.get(plain);
    return name === undefined || mapped.has(name) ? undefined : name;
  };
}

/** The column of each name and synonym, as plain headers. */
function knownHeaders(role: Role): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { name, synonyms } of COLUMNS[role])
    for (const text of [name, ...(synonyms ?? [])]) known.set(plainHeader(text), name);
  return known;
}

const KNOWN = { roster: knownHeaders("roster"), rates: knownHeaders("rates"), payroll: knownHeaders("payroll") };

/**
 * Finds the columns of a table by its header. Reports missing and doubled columns as errors and columns nobody knows in one
 * notice. @returns undefined where the table cannot be read
 */
export function findColumns<C extends string>(
  table: Table,
  columns: readonly (Column & { readonly name: C })[],
  map: HeaderMap,
  agencyGiven: boolean,
  problems: Problems,
): Places<C> | undefined {
  const found = new Map<string, number>();
  const unknown: string[] = [];
  const nameOf = columnNames(table.role, map, table.header);
  let bad = false;
  table.header.forEach((header, index) => {
    const name = nameOf(header);
    const first = name === undefined ? undefined : found.get(name);
    if (name === undefined) unknown.push(header.trim());
    else if (first === undefined) found.set(name, index);
    else {
      bad = true;
      reportSecondHeader(table, name, first, index, problems);
    }
  });
  for (const column of columns) {
    const needed = column.required && !(column.name === "agency_id" && agencyGiven);
    if (!needed || found.has(column.name)) continue;
    bad = true;
    reportMissing(table, column.name, unknown, problems);
  }
  reportUnknown(table, columns, unknown, found, problems);
  if (bad) return undefined;
  const places: Partial<Record<C, Place>> = {};
  for (const { name } of columns) places[name] = { name, index: found.get(name) ?? -1 };
  return places as Places<C>;
}

function reportSecondHeader(table: Table, name: string, first: number, index: number, problems: Problems): void {
  problems.error({
    code: "duplicate-column",
    where: table,
    line: table.headerLine,
    column: index + 1,
    message: `${quoted(table.header[index] ?? "")} is a second header for ${name}; the first is ${quoted(table.header[first] ?? "")}`,
    remedy: `delete or rename one of them, or say which with --map ${name}=HEADER`,
  });
}

function reportMissing(table: Table, name: string, unknown: readonly string[], problems: Problems): void {
  const near = nearestHeader(name, table.role, problems.redact && !table.headed ? [] : unknown, nearest);
  const said = near ? `; did you mean ${quoted(near)}? If so, use --map ${shellWord(`${name}=${near}`)}` : "";
  problems.error({
    code: "missing-column",
    where: table,
    line: table.headerLine,
    lacks: name,
    message: `the ${table.role} has no column ${name}`,
    remedy: `found: ${shortList(table.header, problems.redact && !table.headed)}${said}`,
  });
}

/** The header of no known name that is nearest to a column's name or one of its synonyms. */
function nearestHeader(
  name: string,
  role: Role,
  headers: readonly string[],
  near: (word: string, candidates: readonly string[]) => string | undefined,
): string | undefined {
  const column = COLUMNS[role].find((one) => one.name === name);
  const short = headers.filter((header) => header !== "" && header.length <= MOST_SHOWN).slice(0, 200);
  for (const known of [name, ...(column?.synonyms ?? [])]) {
    const found = near(plainHeader(known), short.map(plainHeader));
    if (found !== undefined) return short.find((header) => plainHeader(header) === found);
  }
  return undefined;
}

/** The candidate that is a word but for a slip or two. */
const slipOf = (word: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => distance(word, candidate) <= Math.max(1, Math.floor(word.length / 5)));

function reportUnknown(
  table: Table,
  columns: readonly Column[],
  unknown: readonly string[],
  found: ReadonlyMap<string, number>,
  problems: Problems,
): void {
  const ofRejects = REJECT_COLUMNS.every((name) => unknown.includes(name));
  const named = unknown.filter((header) => header !== "" && !(ofRejects && REJECT_COLUMNS.includes(header as "file")));
  if (named.length === 0) return;
  const nears = columns
    .filter(({ name, required }) => !required && !found.has(name))
    .map(({ name }) => ({ name, header: nearestHeader(name, table.role, named, slipOf) }))
    .filter(({ header }) => header !== undefined);
  problems.notice({
    code: "unknown-columns",
    where: table,
    line: table.headerLine,
    message: `ignored ${named.length === 1 ? "a column" : `${named.length} columns`} of no known name: ${shortList(named, problems.redact && !table.headed)}`,
    remedy:
      nears.length === 0
        ? null
        : nears.map(({ name, header }) => `did you mean ${name} by ${quoted(header ?? "")}?`).join(" "),
  });
}

/** A word as a shell takes it. */
const shellWord = (text: string): string =>
  /^[\w=.-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;

const MOST_SHOWN = 40;

function shortList(headers: readonly string[], hidden: boolean, most = 30): string {
  const shown = headers.slice(0, most).map((header) => {
    const text = header.trim();
    if (hidden && mayBeName(text)) return HIDDEN;
    return printable(text.slice(0, MOST_SHOWN)) || "(blank)";
  });
  return shown.join(", ") + (headers.length > most ? `, and ${headers.length - most} more` : "");
}

/** The index of one column in a table's rows, -1 where the table does not have it. */
export function columnIndex(table: Table, column: string, map: HeaderMap): number {
  const nameOf = columnNames(table.role, map, table.header);
  return table.header.findIndex((header) => nameOf(header) === column);
}
