import { type Row, RowCursor } from "./row-cursor.ts";

export type { Row } from "./row-cursor.ts";

/** What an input file is for. */
export type Role = "roster" | "rates" | "payroll";

/** A CSV file that was read: its text, how it is written, and where its header is. */
export interface Table {
  readonly role: Role;
  /** As it is shown: the base name, with as much of its folder as tells two files apart. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Whether the header row names columns that are known, so that it is one. */
  readonly headed: boolean;
  /** Where the row of totals begins that ends the table, or -1. */
  readonly totalsStart: number;
}

export const DELIMITERS = [",", ";", "\t"] as const;

type Written = Pick<Table, "text" | "delimiter"> & { readonly header?: readonly string[] };

/** Calls `each` for every row that is not wholly blank, header included, until it returns false. */
export function readRows(table: Written, each: (row: Row) => boolean | undefined): void {
  const cursor = new RowCursor(table.text, table.delimiter, table.header?.length);
  while (cursor.next()) if (!isBlank(cursor.row.cells) && each(cursor.row) === false) return;
}

/** Calls `each` for every row below the header but the row of totals. */
export function dataRows(table: Table, each: (row: Row) => void): void {
  readRows(table, (row) => {
    if (row.line > table.headerLine && row.start !== table.totalsStart) each(row);
    return true;
  });
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
export function rowsAt(table: Table, lines: ReadonlySet<number>): Map<number, string> {
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
export function cellAt({ text, delimiter, header }: Written, start: number, index: number): string {
  const cursor = new RowCursor(text, delimiter, header?.length, start);
  cursor.next(index + 1);
  return cursor.row.cells[index] ?? "";
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
