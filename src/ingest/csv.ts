import Papa from "papaparse";

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
  readonly newline: string;
  readonly header: readonly string[];
  readonly headerLine: number;
}

/** A row as the reader meets it. The cells are those of this moment only; nobody keeps the array. */
export interface Row {
  cells: string[];
  /** The physical line on which the row begins, from 1. */
  line: number;
  /** Where the row begins and ends in the text, its line end included. */
  start: number;
  end: number;
}

/** The delimiter of a CSV text, told from its header row: comma, semicolon or tab, whichever divides it most. */
export function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, "");
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The line end of a text: that of its first line. */
export function newlineOf(text: string): string {
  const first = text.search(/[\r\n]/);
  if (first < 0 || text[first] === "\n") return "\n";
  return text[first + 1] === "\n" ? "\r\n" : "\r";
}

/**
 * Calls `each` for every row that is not wholly blank, header included. Stops where it returns false.
 * @returns the line of a quote that is never closed, if there is one
 */
export function readRows(
  text: string,
  delimiter: string,
  newline: string,
  each: (row: Row) => boolean | undefined,
): number | undefined {
  const row: Row = { cells: [], line: 1, start: 0, end: 0 };
  let unclosed: number | undefined;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter,
    newline: newline as "\n",
    fastMode: false,
    step: ({ data, errors, meta }, parser) => {
      row.cells = data as unknown as string[];
      row.end = meta.cursor;
      if (errors.some(({ code }) => code === "MissingQuotes")) unclosed = row.line;
      if (!isBlank(row.cells) && each(row) === false) parser.abort();
      row.line += linesIn(text, newline, row);
      row.start = row.end;
    },
  });
  return unclosed;
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** Physical lines of a row: one, and one more for each line end inside quotes. */
function linesIn(text: string, newline: string, { start, end }: Row): number {
  const first = text.indexOf(newline, start);
  if (first < 0 || first + newline.length >= end) return 1;
  return text.slice(start, end).split(newline).length - 1;
}

/** A row as it stands in the file, without its line end. */
export function rowText({ text, newline }: Pick<Table, "text" | "newline">, start: number, end: number): string {
  return text.slice(start, text.startsWith(newline, end - newline.length) ? end - newline.length : end);
}

/** The rows that begin on certain lines of a table, by line, as they stand in the file. */
export function rowsAt(table: Table, lines: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  readRows(table.text, table.delimiter, table.newline, ({ line, start, end }) => {
    if (lines.has(line)) found.set(line, rowText(table, start, end));
    return found.size < lines.size;
  });
  return found;
}

/** The cells of one row of a table, as typed. */
export function cellsOf(table: Pick<Table, "delimiter" | "newline">, row: string): string[] {
  let cells: string[] = [];
  readRows(row, table.delimiter, table.newline, (found) => {
    cells = [...found.cells];
    return false;
  });
  return cells;
}

/** One cell of the row that begins at a place in the text, as typed. */
export function cellAt(table: Pick<Table, "text" | "delimiter" | "newline">, start: number, index: number): string {
  const { text, delimiter, newline } = table;
  const lineEnd = text.indexOf(newline, start);
  const row = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  if (row.includes('"')) return cellsOf(table, text.slice(start, quotedRowEnd(text, newline, start)))[index] ?? "";
  let from = 0;
  for (let i = 0; i < index; i++) {
    const next = row.indexOf(delimiter, from);
    if (next < 0) return "";
    from = next + delimiter.length;
  }
  const next = row.indexOf(delimiter, from);
  return next < 0 ? row.slice(from) : row.slice(from, next);
}

/** The end of a row some of whose line ends are inside quotes. */
function quotedRowEnd(text: string, newline: string, start: number): number {
  let quotes = 0;
  let from = start;
  for (;;) {
    const lineEnd = text.indexOf(newline, from);
    const end = lineEnd < 0 ? text.length : lineEnd;
    quotes += text.slice(from, end).split('"').length - 1;
    if (lineEnd < 0 || quotes % 2 === 0) return end;
    from = lineEnd + newline.length;
  }
}

/** Where a cell stands in the text of its row: offset and length, quotes included. @param column from 1 */
export function cellExtent(row: string, delimiter: string, column: number): { start: number; length: number } {
  let start = 0;
  let quoted = false;
  let cell = 1;
  for (let i = 0; i < row.length; i++) {
    const character = row[i];
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      if (cell === column) return { start, length: i - start };
      cell += 1;
      start = i + 1;
    }
  }
  return cell === column ? { start, length: row.length - start } : { start: row.length, length: 1 };
}
