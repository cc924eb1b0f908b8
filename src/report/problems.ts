import { cellExtents, type Extent, rowsAt } from "../ingest/text/rows.ts";
import { HIDDEN, mayBeName, printable } from "../problems/printable.ts";
import { fileOf, type Problem, type Problems, type TextWithRows } from "../problems/problems.ts";
import { jsonText } from "./json-text.ts";
import type { Style } from "./text/style.ts";
import { fit, fitEnd, widthOf } from "./text/width.ts";

/** Problems of one file that are shown; the rest are counted. */
const SHOWN_PER_FILE = 50;
/** How messages are shown: set off how, how wide an excerpt may be, and whether names are hidden. */
export interface MessageView {
  readonly style: Style;
  readonly columns: number;
  readonly redact: boolean;
}

/** Problems in the order of their files and places, those beyond the first 50 of a file counted. */
export interface Listing {
  readonly shown: readonly Problem[];
  readonly more: readonly { readonly file: string; readonly count: number }[];
}

/** Stands for the name of a file where there is none. */
export const NO_FILE = "";

const nameOf = (problem: Problem): string => fileOf(problem) ?? NO_FILE;

const SEVERITIES = ["error", "warning", "notice"] as const;

const NOTHING: Listing = { shown: [], more: [] };

/**
 * The problems of a run, at most 50 of each file, errors rather than warnings.
 * @param files names in the order in which they are shown; what concerns no file comes first, what stopped the run last
 * @param before how many that concern no file the run has shown before
 */
export function listed(problems: Problems, files: readonly string[], quiet = false, before = 0): Listing {
  const wanted = problems.all.filter(({ severity }) => !(quiet && severity === "notice"));
  if (wanted.length === 0) return NOTHING;
  const moreOf = (counts: ReadonlyMap<string, number>): Listing["more"] =>
    [...problems.ofFiles]
      .map(([file, { error, warning, notice }]) => ({
        file,
        count: error + warning + (quiet ? 0 : notice) - (counts.get(file) ?? 0) + (file === NO_FILE ? before : 0),
      }))
      .filter(({ count }) => count > 0);
  // As of most agencies of a large run.
  if (before >= SHOWN_PER_FILE && wanted.every(isAside))
    return { shown: [], more: moreOf(new Map([[NO_FILE, before]])) };
  const places = new Map(files.map((file, index) => [file, index]));
  const rank = (problem: Problem): number => {
    if (problem.where === null) return isAside(problem) ? -1 : files.length + 1;
    return places.get(nameOf(problem)) ?? files.length;
  };
  const chosen = new Set<Problem>();
  const counts = new Map([[NO_FILE, before]]);
  for (const severity of SEVERITIES)
    for (const problem of wanted.filter((one) => one.severity === severity).sort(byPlace)) {
      const count = counts.get(nameOf(problem)) ?? 0;
      if (count >= SHOWN_PER_FILE && rank(problem) <= files.length) continue;
      counts.set(nameOf(problem), count + 1);
      chosen.add(problem);
    }
  const shown = wanted.filter((problem) => chosen.has(problem)).sort((a, b) => rank(a) - rank(b) || byPlace(a, b));
  return { shown, more: moreOf(counts) };
}

/** Whether a problem concerns no file, and is neither what stopped the run nor what it came to. */
const isAside = ({ where, severity, code }: Problem): boolean =>
  where === null && severity !== "error" && code !== "written" && code !== "unchanged";

const byPlace = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** Problems as a person reads them: place, what is wrong, the row with a caret under the cell, what would be right. */
export function problemsText({ shown, more }: Listing, view: MessageView): string {
  const rows = excerptRows(shown);
  const parts = shown.map((problem) => problemText(problem, rows, view));
  for (const { file, count } of more) parts.push(moreText(file, count));
  return parts.join("");
}

/** Says how many problems of a file are not shown. */
export const moreText = (file: string, count: number): string => `${printable(file) || "claims"}: and ${count} more\n`;

/** The claims-problems/1 document. */
export function problemsJson({ shown, more }: Listing): string {
  const problems = shown.map((problem) => {
    const { severity, code, line, column, message, remedy } = problem;
    return { severity, code, file: fileOf(problem), line, column, message, remedy };
  });
  return jsonText({ schema: "claims-problems/1", problems, ...(more.length > 0 ? { more } : {}) });
}

const hasExcerpt = ({ severity, where, line, column }: Problem): boolean =>
  where !== null && typeof where !== "string" && line !== null && (severity === "error" || column !== null);

function excerptRows(problems: readonly Problem[]): Map<TextWithRows, Map<number, string>> {
  const wanted = new Map<TextWithRows, Set<number>>();
  for (const problem of problems) {
    const { where, line } = problem;
    if (!hasExcerpt(problem) || where === null || typeof where === "string" || line === null) continue;
    wanted.set(where, (wanted.get(where) ?? new Set()).add(line));
  }
  return new Map([...wanted].map(([table, lines]) => [table, rowsAt(table, lines)]));
}

function problemText(
  problem: Problem,
  rows: ReadonlyMap<TextWithRows, ReadonlyMap<number, string>>,
  view: MessageView,
): string {
  const { style } = view;
  const { severity, where, line, column, message, remedy } = problem;
  const colour = { error: style.red, warning: style.yellow, notice: style.cyan }[severity];
  const place = [printable(nameOf(problem)) || "claims", line, column].filter((part) => part !== null).join(":");
  const head = `${style.bold(place)}: ${colour(severity)}: ${printable(message)}\n`;
  const row =
    hasExcerpt(problem) && where !== null && typeof where !== "string" ? rows.get(where)?.get(line ?? 0) : undefined;
  const excerpt =
    row === undefined || typeof where === "string" || where === null
      ? ""
      : excerptText(where, row, line ?? 0, column, view);
  return `${head}${excerpt}${remedy === null ? "" : `  ${printable(remedy)}\n`}`;
}

/** The row with its line number, and a caret under the cell; a window of it where it is too long for the screen. */
function excerptText(
  table: TextWithRows,
  row: string,
  line: number,
  column: number | null,
  { style, columns, redact }: MessageView,
): string {
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
