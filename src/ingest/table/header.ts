import { HIDDEN, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import { textOf } from "../text/bytes.ts";
import { type BrokenQuotes, RowCursor } from "../text/careful.ts";
import {
  DELIMITERS,
  isHeaderAgain,
  type LineEnds,
  lineEndsOf,
  type Role,
  type Row,
  readRows,
  type Table,
} from "../text/rows.ts";
import { COLUMNS, type Column, columnNames, type HeaderMap } from "./columns.ts";
import { quotesProblem } from "./row-reader.ts";

/** Rows of titles that may stand above the header. */
const MOST_TITLES = 20;
/** Known columns that make a row a header. */
const FEWEST_KNOWN = 2;

/** Opens the bytes of a CSV file as a table. Reports what keeps it from being one and returns undefined then. */
export function openTable(
  role: Role,
  name: string,
  bytes: Buffer,
  map: HeaderMap,
  problems: Problems,
): Table | undefined {
  const decoded = textOf(bytes);
  if (decoded instanceof Refusal) {
    problems.error({ code: decoded.code, where: name, message: `the ${role} ${decoded.says}`, remedy: decoded.remedy });
    return undefined;
  }
  const { text, foreign } = decoded;
  if (foreign !== undefined) sayForeign(name, foreign, problems);
  const ends = lineEndsOf(text);
  const header = findHeader(role, text, ends, map);
  if (!header) {
    problems.error({
      code: "empty-file",
      where: name,
      message: `the ${role} is empty`,
      remedy: "the first row names the columns; the rows below it hold the values",
    });
    return undefined;
  }
  const { titles, delimiter, cells, line, known } = header;
  const table: Table = {
    role,
    name,
    bytes,
    text,
    ends,
    delimiter,
    header: cells,
    headerLine: line,
    headed: known >= FEWEST_KNOWN,
    totalsStart: totalsStart(role, text, header, map),
  };
  if (titles.length > 0) sayTitles(table, titles, problems);
  if (header.broken) problems.error({ where: table, line, ...quotesProblem(header.broken) });
  return table;
}

function sayForeign(name: string, word: string, problems: Problems): void {
  problems.notice({
    code: "windows-1252",
    where: name,
    message: `read as Windows-1252, because it is not UTF-8${problems.redact ? "" : `; check that ${quoted(word)} is right`}`,
    remedy: 'Excel writes UTF-8 as "CSV UTF-8 (comma delimited)"',
  });
}

/** A row that may be the header. */
interface HeaderRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly delimiter: string;
  readonly broken: BrokenQuotes | null;
  /** How many columns it names that are known. */
  readonly known: number;
  /** The first cells and lines of the rows above it. */
  readonly titles: readonly { readonly text: string; readonly line: number }[];
}

/** Known columns that make the first row the header, whatever follows. */
const SURELY_KNOWN = 6;

/** The row that names the most known columns among the first, in the delimiter in which it does; else the first. */
function findHeader(role: Role, text: string, ends: LineEnds, map: HeaderMap): HeaderRow | undefined {
  const said = /^\s*"?sep=([,;\t])"?[ \t]*(?=[\r\n]|$)/i.exec(text.slice(0, 100));
  const rows: HeaderRow[] = [];
  for (const delimiter of said?.[1] ? [said[1]] : DELIMITERS) {
    const found = firstRows(role, { text, ends, delimiter }, map, said !== null);
    rows.push(...found);
    const [header] = found;
    if (header?.line === 1 && header.known >= SURELY_KNOWN) return header;
  }
  return bestOf(rows);
}

function bestOf(rows: readonly HeaderRow[]): HeaderRow | undefined {
  let best: HeaderRow | undefined;
  for (const row of rows) if (row.known >= FEWEST_KNOWN && row.known > (best?.known ?? 0)) best = row;
  if (best) return best;
  return rows
    .filter(({ titles }) => titles.length === 0)
    .reduce<HeaderRow | undefined>(
      (most, row) => (most && most.cells.length >= row.cells.length ? most : row),
      undefined,
    );
}

function firstRows(
  role: Role,
  written: Pick<Table, "text" | "ends" | "delimiter">,
  map: HeaderMap,
  saysDelimiter: boolean,
): HeaderRow[] {
  const { delimiter } = written;
  const rows: HeaderRow[] = [];
  const titles: { text: string; line: number }[] = [];
  let skip = saysDelimiter;
  readRows(written, ({ cells, line, broken }) => {
    if (skip) {
      skip = false;
      return true;
    }
    const nameOf = columnNames(role, map, cells);
    const known = new Set(cells.map(nameOf).filter((name) => name !== undefined)).size;
    rows.push({ cells: [...cells], line, delimiter, broken, known, titles: [...titles] });
    titles.push({ text: firstText(cells), line });
    return rows.length <= MOST_TITLES && known < Math.min(cells.length, SURELY_KNOWN);
  });
  return rows;
}

function sayTitles(table: Table, titles: HeaderRow["titles"], problems: Problems): void {
  const [first, last] = [titles[0]?.line, titles.at(-1)?.line];
  const texts = titles.slice(0, 3).map(({ text }) => (problems.redact ? HIDDEN : quoted(text, 40)));
  const more = titles.length > texts.length ? ` and ${titles.length - texts.length} more` : "";
  problems.notice({
    code: "title-rows",
    where: table,
    line: first ?? null,
    message:
      titles.length === 1
        ? `passed over line ${first} above the header: ${texts[0]}`
        : `passed over ${titles.length} rows above the header, lines ${first} to ${last}: ${texts.join(", ")}${more}`,
  });
}

/** Calls `each` for every row of values; a row of totals at the end and the header again are passed over and said. */
export function valueRows(table: Table, problems: Problems, each: (row: Row) => void): void {
  let first = 0;
  let again = 0;
  readRows(table, (row) => {
    if (row.start === table.totalsStart) sayTotals(table, row, problems);
    else if (row.line <= table.headerLine) return true;
    else if (!isHeaderAgain(row, table)) each(row);
    else if (++again === 1) first = row.line;
    return true;
  });
  if (again > 0) sayHeaderAgain(table, first, again, problems);
}

function sayHeaderAgain(table: Table, line: number, times: number, problems: Problems): void {
  const which = times === 1 ? `line ${line}` : `line ${line} and ${times - 1} more`;
  problems.notice({
    code: "header-again",
    where: table,
    line,
    message: `passed over ${which}: the header again, as where files were put one below the other`,
  });
}

function sayTotals(table: Table, { line, cells }: Row, problems: Problems): void {
  const text = problems.redact ? "" : `: ${quoted(firstText(cells), 40)}`;
  problems.notice({
    code: "totals-row",
    where: table,
    line,
    message: `passed over line ${line} at the end, a row of totals${text}`,
  });
}

const firstText = (cells: readonly string[]): string => cells.find((cell) => cell.trim() !== "")?.trim() ?? "";

/**
 * Where the last line that is not blank begins, if its first text begins with "total"; else -1. One that says more than
 * "total" and has a text in every column that is required is a row like the others.
 */
function totalsStart(role: Role, text: string, { delimiter, cells }: HeaderRow, map: HeaderMap): number {
  let end = text.length;
  while (end > 0 && isBlankCode(text.charCodeAt(end - 1), delimiter)) end -= 1;
  const line = text.lastIndexOf("\n", end - 1) + 1;
  const start = line + text.slice(line, end).lastIndexOf("\r") + 1;
  if (!/^[\s",;]*total/i.test(text.slice(start, start + 200))) return -1;
  const cursor = new RowCursor(text, delimiter, 0, start);
  cursor.next();
  const nameOf = columnNames(role, map, cells);
  const required = (COLUMNS[role] as readonly Column[]).filter(
    (column) => column.required && column.name !== "trained_on",
  );
  const filled = required.every(({ name }) => {
    const index = cells.findIndex((header) => nameOf(header) === name);
    return index >= 0 && (cursor.row.cells[index] ?? "").trim() !== "";
  });
  const says = firstText(cursor.row.cells);
  return filled && !/^totals?:?$/i.test(says) ? -1 : start;
}

const isBlankCode = (code: number, delimiter: string): boolean =>
  code <= 32 || code === 34 || code === 0xa0 || code === delimiter.charCodeAt(0);
