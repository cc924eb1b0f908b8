import { cellExtents, type Extent, rowsAt } from "../ingest/text/rows.ts";
import { HIDDEN, mayBeName, printable } from "../problems/printable.ts";
import type { Problem, TextWithRows } from "../problems/problems.ts";
import type { Style } from "./text/style.ts";
import { fit, fitEnd, widthOf } from "./text/width.ts";

/** How messages are shown: set off how, how wide an excerpt may be, and whether names are hidden. */
export interface ExcerptView {
  readonly style: Style;
  readonly columns: number;
  readonly redact: boolean;
}

/** The rows that excerpts show, by the lines on which they begin. */
export type ShownRows = ReadonlyMap<TextWithRows, ReadonlyMap<number, string>>;

interface Place {
  readonly table: TextWithRows;
  readonly line: number;
  readonly column: number | null;
}

/** The row that is shown with a problem: that of every error, and of what concerns one cell. */
function placeOf({ severity, where, line, column }: Problem): Place | undefined {
  if (where === null || typeof where === "string" || line === null) return undefined;
  return severity === "error" || column !== null ? { table: where, line, column } : undefined;
}

/** The rows that the excerpts of problems show; each file is looked through once. */
export function rowsOf(problems: readonly Problem[]): ShownRows {
  const wanted = new Map<TextWithRows, Set<number>>();
  for (const { table, line } of problems.flatMap((problem) => placeOf(problem) ?? []))
    wanted.set(table, (wanted.get(table) ?? new Set()).add(line));
  return new Map([...wanted].map(([table, lines]) => [table, rowsAt(table, lines)]));
}

/** The row with its line number, and a caret under the cell; a window of it where it is too long for the screen. */
export function excerptOf(problem: Problem, rows: ShownRows, { style, columns, redact }: ExcerptView): string {
  const place = placeOf(problem);
  const row = place && rows.get(place.table)?.get(place.line);
  if (!place || row === undefined) return "";
  const { table, line, column } = place;
  const masked = redact && !(line === table.headerLine && table.headed) ? maskRow(row, table.delimiter) : row;
  const number = String(line);
  const extent = column === null ? ROW_START : (cellExtents(masked, table.delimiter)[column - 1] ?? afterRow(masked));
  const { text, caretAt, caretWidth } = windowOf(masked, extent, Math.max(20, columns - number.length - 6));
  const bar = style.dim("│");
  const shown = `  ${number} ${bar} ${text}\n`;
  if (column === null) return shown;
  return `${shown}  ${" ".repeat(number.length)} ${bar} ${" ".repeat(caretAt)}${style.red("^".repeat(caretWidth))}\n`;
}

const ROW_START: Extent = { start: 0, length: 0 };
const afterRow = (row: string): Extent => ({ start: row.length, length: 0 });

/** As much of a row as fits, around one cell, and where the caret goes. */
function windowOf(row: string, { start, length }: Extent, most: number) {
  const near = most * 4; // more than can be shown, so that a row of megabytes is not looked through
  const before = printable(row.slice(Math.max(0, start - near), start));
  const cell = fit(printable(row.slice(start, start + Math.min(length, near))), Math.floor(most / 2));
  const after = printable(row.slice(start + length, start + length + near));
  const whole = start <= near && widthOf(before) + widthOf(cell) + widthOf(after) <= most;
  const lead = whole ? before : fitEnd(before, Math.floor(most / 2));
  const leading = cell.length - cell.trimStart().length;
  return {
    text: fit(`${lead}${cell}${after}`, most),
    caretAt: widthOf(lead) + leading,
    caretWidth: Math.max(1, widthOf(cell.trim())),
  };
}

/** A row in which every cell that may hold a name is masked. */
const maskRow = (row: string, delimiter: string): string =>
  cellExtents(row, delimiter)
    .map(({ start, length }) => row.slice(start, start + length))
    .map((cell) => (mayBeName(cell) ? HIDDEN : cell))
    .join(delimiter);
