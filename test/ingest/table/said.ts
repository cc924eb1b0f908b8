import { type InputFile, readInputs } from "../../../src/ingest/inputs.ts";
import { COLUMNS, findColumns, headerMap, type Place } from "../../../src/ingest/table/columns.ts";
import { openTable } from "../../../src/ingest/table/header.ts";
import type { Role, Table } from "../../../src/ingest/text/rows.ts";
import { type Problem, Problems } from "../../../src/problems/problems.ts";
import { file } from "../read.ts";

/** How a table is opened in a test, where not as usual. */
export interface Opening {
  readonly map?: Readonly<Record<string, string>>;
  readonly redact?: boolean;
  readonly sheet?: InputFile["sheet"];
  readonly agency?: string;
  readonly set?: Readonly<Record<string, string>>;
}

/** A problem with its place, its message and, behind an arrow, its remedy: `error 1:3 code: message -> remedy`. */
export function said({ severity, code, line, column, message, remedy }: Problem): string {
  const place = [line, column].filter((part) => part !== null).join(":");
  return `${[severity, place, code].filter((part) => part !== "").join(" ")}: ${message}${remedy === null ? "" : ` -> ${remedy}`}`;
}

/** Opens a text as a table. @returns with what was said of it */
export function opened(
  role: Role,
  text: string | Buffer,
  { map = {}, redact = false, sheet }: Opening = {},
): { readonly table: Table | undefined; readonly problems: Problems; readonly said: string[] } {
  const problems = new Problems(redact);
  const table = openTable({ ...file(role, text), sheet }, headerMap(map), problems);
  return { table, problems, said: problems.all.map(said) };
}

/** Finds the columns of a header line. @returns where they stand, and what was said of them */
export function columnsOf(role: Role, header: string, opening: Opening = {}) {
  const { table, problems } = opened(role, `${header}\n`, opening);
  if (!table) throw new Error(problems.all.map(said).join("\n"));
  const { map = {}, agency = null, set = {} } = opening;
  const given = { map: headerMap(map), agency, set: new Map(Object.entries(set)) };
  const places: Readonly<Record<string, Place>> | undefined = findColumns(table, COLUMNS[role], given, problems);
  return { places, said: problems.all.map(said) };
}

/** Reads a roster. @returns what was said of its rows */
export function rosterSaid(lines: readonly string[], { map = {}, redact = false, agency }: Opening = {}): string[] {
  const problems = new Problems(redact);
  const options = { agency: agency ?? null, map: headerMap(map), quarter: undefined, programmeStart: 20_362 };
  readInputs([file("roster", lines.join("\n"))], { ...options, today: () => 20_500 }, problems);
  return problems.all.map(said);
}
