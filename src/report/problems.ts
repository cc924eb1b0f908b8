import { cellExtent, rowsAt, type Table } from "../ingest/csv.ts";
import { HIDDEN, mayBeName, printable } from "../ingest/printable.ts";
import type { Problem } from "../ingest/problems.ts";
import { counted } from "./amounts.ts";
import type { Style } from "./style.ts";
import { widthOf } from "./width.ts";

/** Problems of one file that are shown; the rest are counted. */
const SHOWN_PER_FILE = 50;
/** Columns of a row that an excerpt shows. */
const WINDOW = 100;

/** Problems in the order of their files and places, those beyond the first 50 of a file counted. */
export interface Listing {
  readonly shown: readonly Problem[];
  readonly more: readonly { readonly file: string; readonly count: number }[];
}

const nameOf = (where: Problem["where"]): string =>
  where === null ? "" : typeof where === "string" ? where : where.name;

/** @param files names in the order in which they are shown */
export function listed(problems: readonly Problem[], files: readonly string[]): Listing {
  const rank = (problem: Problem): number => {
    const index = files.indexOf(nameOf(problem.where));
    return index < 0 ? files.length : index;
  };
  const ordered = [...problems].sort(
    (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const counts = new Map<string, number>();
  const shown = ordered.filter(({ where }) => {
    const count = (counts.get(nameOf(where)) ?? 0) + 1;
    counts.set(nameOf(where), count);
    return count <= SHOWN_PER_FILE || where === null;
  });
  const more = [...counts]
    .filter(([file, count]) => file !== "" && count > SHOWN_PER_FILE)
    .map(([file, count]) => ({ file, count: count - SHOWN_PER_FILE }));
  return { shown, more };
}

/** Problems as a person reads them: place, what is wrong, the row with a caret under the cell, what would be right. */
export function problemsText({ shown, more }: Listing, style: Style, redact: boolean): string {
  const rows = excerptRows(shown);
  const parts = shown.map((problem) => problemText(problem, rows, style, redact));
  for (const { file, count } of more)
    parts.push(`${printable(file)}: and ${counted(count, "more problem")} of this file\n`);
  return parts.join("");
}

/** The claims-problems/1 document. */
export function problemsJson({ shown, more }: Listing): string {
  const problems = shown.map(({ severity, code, where, line, column, message, remedy }) => ({
    severity,
    code,
    file: where === null ? null : nameOf(where),
    line,
    column,
    message,
    remedy,
  }));
  return `${JSON.stringify({ schema: "claims-problems/1", problems, ...(more.length > 0 ? { more } : {}) }, null, 2)}\n`;
}

const hasExcerpt = ({ severity, where, line, column }: Problem): boolean =>
  where !== null && typeof where !== "string" && line !== null && (severity === "error" || column !== null);

function excerptRows(problems: readonly Problem[]): Map<Table, Map<number, string>> {
  const wanted = new Map<Table, Set<number>>();
  for (const problem of problems) {
    const { where, line } = problem;
    if (!hasExcerpt(problem) || where === null || typeof where === "string" || line === null) continue;
    wanted.set(where, (wanted.get(where) ?? new Set()).add(line));
  }
  return new Map([...wanted].map(([table, lines]) => [table, rowsAt(table, lines)]));
}

function problemText(
  problem: Problem,
  rows: ReadonlyMap<Table, ReadonlyMap<number, string>>,
  style: Style,
  redact: boolean,
): string {
  const { severity, where, line, column, message, remedy } = problem;
  const colour = { error: style.red, warning: style.yellow, notice: style.cyan }[severity];
  const place = [printable(nameOf(where)) || "claims", line, column].filter((part) => part !== null).join(":");
  const head = `${style.bold(place)}: ${colour(severity)}: ${message}\n`;
  const row =
    hasExcerpt(problem) && where !== null && typeof where !== "string" ? rows.get(where)?.get(line ?? 0) : undefined;
  const excerpt =
    row === undefined || typeof where === "string" || where === null
      ? ""
      : excerptText(where, row, line ?? 0, column, style, redact);
  return `${head}${excerpt}${remedy === null ? "" : `  ${remedy}\n`}`;
}

/** The row with its line number, and a caret under the cell; a window of it where it is long. */
function excerptText(
  table: Table,
  row: string,
  line: number,
  column: number | null,
  style: Style,
  redact: boolean,
): string {
  const masked = redact && line !== table.headerLine ? maskRow(row, table.delimiter) : row;
  const extent = column === null ? null : cellExtent(masked, table.delimiter, column);
  const before = printable(masked.slice(0, extent?.start ?? 0));
  const cell = extent ? printable(masked.slice(extent.start, extent.start + extent.length)) : "";
  const after = printable(masked.slice(extent ? extent.start + extent.length : 0));
  const cut = cell.length > WINDOW / 2 ? `${cell.slice(0, WINDOW / 2 - 1)}…` : cell;
  const lead = widthOf(before) > WINDOW / 2 ? `…${before.slice(-(WINDOW / 2))}` : before;
  const room = Math.max(0, WINDOW - widthOf(lead) - widthOf(cut));
  const tail = after.length > room ? `${after.slice(0, room)}…` : after;
  const number = String(line);
  const gutter = `  ${number} ${style.dim("│")} `;
  const text = `${gutter}${lead}${cut}${tail}\n`;
  if (!extent) return text;
  const leading = cut.length - cut.trimStart().length;
  const caret = "^".repeat(Math.max(1, widthOf(cut.trim())));
  return `${text}  ${" ".repeat(number.length)} ${style.dim("│")} ${" ".repeat(widthOf(lead) + leading)}${style.red(caret)}\n`;
}

/** A row in which every cell that may hold a name is masked. */
function maskRow(row: string, delimiter: string): string {
  const cells: string[] = [];
  for (let column = 1, end = 0; end < row.length || column === 1; column++) {
    const { start, length } = cellExtent(row, delimiter, column);
    const cell = row.slice(start, start + length);
    cells.push(mayBeName(cell) ? HIDDEN : cell);
    end = start + length;
  }
  return cells.join(delimiter);
}
