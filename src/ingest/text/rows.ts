import Papa, { type ParseResult } from "papaparse";
import { type Row, RowCursor } from "./careful.ts";

export type { Row } from "./careful.ts";

/** What an input file is for. */
export const ROLES = ["roster", "rates", "payroll", "agreements", "evidence"] as const;
/** What a table is: an input of a claim, or what came of claims. */
export type Role = (typeof ROLES)[number] | "payments";
/** What may lie beside a roster. */
export type BesideRole = Exclude<(typeof ROLES)[number], "roster">;
export const BESIDE = ROLES.filter((role): role is BesideRole => role !== "roster");

/** A CSV file that was read: its text, how it is written, and where its header is. */
export interface Table {
  readonly role: Role;
  /** As it is shown: the base name, with as much of its folder as tells two files apart. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly ends: LineEnds;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Whether the header row names columns that are known, so that it is one. */
  readonly headed: boolean;
  /** Tells the column that a text names, if it names one. */
  readonly nameOf: (header: string) => string | undefined;
  /** Where the ids of rows stand, and in rates their quarters; -1 where nowhere. */
  readonly keyIndex: number;
  /** Where a roster has the program model, or -1. */
  readonly modelIndex: number;
  /** Where columns have no header. */
  readonly unheaded: readonly number[];
}

export const DELIMITERS = [",", ";", "\t"] as const;

/** A text and how it is written. */
type Written = Pick<Table, "text" | "delimiter"> & Partial<Pick<Table, "header" | "ends">>;

/**
 * Calls `each` for every row that is not wholly blank, header included, until it returns false. Papa takes the rows apart up to
 * the first whose quotes are misplaced; Papa would look for the end of such a quote through all that follows, so from there on
 * rows are read with care.
 */
export function readRows(
  { text, delimiter, header, ends = lineEndsOf(text) }: Written,
  each: (row: Row) => boolean | undefined,
): void {
  const row: Row = { cells: [], line: 1, start: 0, end: 0, broken: null };
  const columns = header?.length ?? 0;
  if (!readOn(ends, delimiter, columns, row, each) || row.end >= text.length) return;
  const cursor = new RowCursor(text, delimiter, columns, row.end);
  const before = row.line - 1;
  while (cursor.next()) {
    Object.assign(row, cursor.row, { line: before + cursor.row.line });
    if (!isBlank(row.cells) && each(row) === false) return;
  }
}

/**
 * Reads until the text ends, or until a row whose quotes are misplaced has taken lines below it with it: that row is then
 * read alone, and reading ends with it. @returns false where `each` has seen enough
 */
function readOn(
  { text, newline, mixed, asTyped }: LineEnds,
  delimiter: string,
  columns: number,
  row: Row,
  each: (row: Row) => boolean | undefined,
): boolean {
  let wanted = true;
  let quote = text.indexOf('"');
  parse(text, delimiter, newline, ({ data, errors, meta }) => {
    const end = meta.cursor;
    row.cells = data[0] ?? [];
    row.start = row.end;
    row.end = end;
    row.broken = null;
    if (mixed) withoutReturn(row.cells);
    if (quote >= 0 && quote < row.start) quote = text.indexOf('"', row.start);
    const lineEnd = text.indexOf(newline, row.start);
    const alone = lineEnd < 0 || lineEnd + newline.length >= end;
    let lines = 1;
    if (quote >= 0 && quote < end && (errors.length > 0 || !alone || hasSpacedQuote(row.cells)))
      lines = readAlone(asTyped, delimiter, columns, row);
    if (!isBlank(row.cells)) wanted = each(row) !== false;
    row.line += lines;
    return wanted && row.end === end;
  });
  return wanted;
}

/** Takes a text apart. @param step takes a row of Papa's, and returns whether to read on */
function parse(text: string, delimiter: string, newline: string, step: (row: ParseResult<string[]>) => boolean): void {
  const parser = new Papa.Parser({
    delimiter,
    newline: newline as "\n",
    fastMode: false,
    step: (row: ParseResult<string[]>) => {
      if (!step(row)) parser.abort();
    },
  });
  parser.parse(text, 0, false);
}

/** How the lines of a text end. */
export interface LineEnds {
  /** The text, every line end in it one of `newline`, or CRLF where `mixed`. */
  readonly text: string;
  readonly newline: string;
  readonly mixed: boolean;
  /** The text before any of its line ends was changed; as long. */
  readonly asTyped: string;
}

/** LF, CRLF or CR; where a text has several, LF, a CR before it belonging to it. */
export function lineEndsOf(text: string): LineEnds {
  const one = (newline: string): LineEnds => ({ text, newline, mixed: false, asTyped: text });
  const cr = countOf(text, "\r");
  if (cr === 0) return one("\n");
  const [crlf, lf] = [countOf(text, "\r\n"), countOf(text, "\n")];
  if (lf === 0) return one("\r");
  if (cr === crlf && lf === crlf) return one("\r\n");
  const ended = cr === crlf ? text : text.replace(/\r(?!\n)/g, "\n");
  return { text: ended, newline: "\n", mixed: true, asTyped: text };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

function withoutReturn(cells: string[]): void {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell?.endsWith("\r")) cells[last] = cell.slice(0, -1);
}

/** Whether a cell has spaces before its opening quote, so that the quote was taken for text. */
function hasSpacedQuote(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const first = cell.charCodeAt(0);
    if ((first === 32 || first === 9 || first === 0xa0) && SPACED_QUOTE.test(cell)) return true;
  }
  return false;
}

const SPACED_QUOTE = /^[ \t\u00a0]+"/;

/** Reads one row by itself, minding its quotes. @returns its physical lines */
function readAlone(text: string, delimiter: string, columns: number, row: Row): number {
  const cursor = new RowCursor(text, delimiter, columns, row.start);
  cursor.next();
  row.cells = cursor.row.cells;
  row.broken = cursor.row.broken;
  row.end = cursor.row.end;
  return cursor.line - 1;
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** A row as it stands in the file, without its line end. */
export function rowText({ text }: Pick<Table, "text">, start: number, end: number): string {
  let last = end;
  if (last > start && text[last - 1] === "\n") last -= 1;
  if (last > start && text[last - 1] === "\r") last -= 1;
  return text.slice(start, last);
}

/** The rows that begin on certain lines of a table, by line, as they stand in the file. */
export function rowsAt(table: Written, lines: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  readRows(table, ({ line, start, end }) => {
    if (lines.has(line)) found.set(line, rowText(table, start, end));
    return found.size < lines.size;
  });
  return found;
}

/** The cells of one row of a table, as typed. */
export function cellsOf({ delimiter }: Pick<Table, "delimiter">, row: string): string[] {
  const cursor = new RowCursor(row, delimiter);
  cursor.next();
  return cursor.row.cells;
}

/** One cell of the row that begins at a place in the text, as typed. */
export const cellAt = (table: Written, start: number, index: number): string =>
  cellsAt(table, start, index + 1)[index] ?? "";

/** The first cells of the row that begins at a place in the text, as typed. */
export function cellsAt({ text, delimiter, header }: Written, start: number, count: number): string[] {
  const cursor = new RowCursor(text, delimiter, header?.length, start);
  cursor.next(count);
  return cursor.row.cells;
}

/** Where a cell stands in the text of its row, quotes included. */
export interface Extent {
  readonly start: number;
  readonly length: number;
}

/** Where each cell of a row stands. */
export function cellExtents(row: string, delimiter: string): Extent[] {
  const extents: Extent[] = [];
  const cursor = new RowCursor(row, delimiter);
  let start = 0;
  while (cursor.next(1)) {
    const ended = cursor.at < row.length || row.endsWith(delimiter);
    extents.push({ start, length: cursor.at - start - (ended ? 1 : 0) });
    start = cursor.at;
  }
  if (row === "" || row.endsWith(delimiter)) extents.push({ start: row.length, length: 0 });
  return extents;
}
