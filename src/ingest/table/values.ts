import { LONG } from "../cells/words.ts";
import { type Row, readRows, type Table } from "../text/rows.ts";
import { plainHeader } from "./columns.ts";

/** What a row below the header is, where it holds no values: the header again, a note, a row of totals, or another header and what follows it. */
export type Aside = "header-again" | "note" | "totals" | "other-header" | "under-other-header";

/**
 * Calls `value` for every row of values of a table until it returns false, and `aside` for every other row below the header.
 * Rows under another header are none of this table.
 */
export function walkRows(table: Table, value: (row: Row) => unknown, aside?: (row: Row, kind: Aside) => void): void {
  let other = false;
  readRows(table, (row) => {
    if (row.line <= table.headerLine) return true;
    const kind = asideOf(row, table);
    if (kind === undefined && !other) return value(row) !== false;
    if (kind === "header-again") other = false;
    aside?.(row, kind ?? "under-other-header");
    if (kind === "other-header") other = true;
    return true;
  });
}

/** Calls `each` for every row of values, until it returns false. */
export const dataRows = (table: Table, each: (row: Row) => unknown): void => walkRows(table, each);

/** Most rows are told by their id alone, which has a digit and no space, and is not the header above it. */
function asideOf({ cells }: Row, table: Table): Aside | undefined {
  const key = cells[table.keyIndex] ?? "";
  let digit = false;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code <= 32 || code === 0xa0) return asideByCells(cells, key.trim(), table);
    if (code >= 48 && code <= 57) digit = true;
  }
  return digit && key !== table.header[table.keyIndex] ? undefined : asideByCells(cells, key.trim(), table);
}

function asideByCells(cells: readonly string[], key: string, table: Table): Aside | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (isHeader(filled, table)) return isSameHeader(cells, table) ? "header-again" : "other-header";
  const unnamed = key === "" || isTotalWord(key);
  if (unnamed && filled.some(tellsTotal) && (cells[table.modelIndex] ?? "").trim() === "") return "totals";
  const [only = "", ...others] = filled;
  if (others.length > 0) return undefined;
  return unnamed || (/\s/.test(only) && !(table.role === "rates" && /FY|Q\d/i.test(only))) ? "note" : undefined;
}

/** Columns of known names that make a row a header, unless it has nothing else. */
const SURELY_HEADER = 3;

function isHeader(filled: readonly string[], { nameOf }: Table): boolean {
  const names = new Set(filled.map(nameOf));
  const unknown = names.delete(undefined);
  return names.size >= SURELY_HEADER || (names.size >= 2 && !unknown);
}

/** Whether a row names the columns as the header does, in whatever case, with or without the blank ones at the end. */
const isSameHeader = (cells: readonly string[], { header }: Table): boolean =>
  cells.every((cell, index) => cell.trim() === "" || plainHeader(cell) === plainHeader(header[index] ?? "")) &&
  header.every((name, index) => name.trim() === "" || index < cells.length);

const WORDS = "(?:total|subtotal|sum|count|average)s?";
const TOTAL_WORD = new RegExp(`^(?:(?:grand|sub)[ -]?)?${WORDS}:?$`, "i");
const TELLS_TOTAL = new RegExp(`^(?:(?:grand|sub)[ -])?${WORDS}\\b|\\b${WORDS}:?$`, "i");

const tellsTotal = (cell: string): boolean => cell.length <= LONG && TELLS_TOTAL.test(cell);

/** Whether a text is but a word for a total. */
export const isTotalWord = (text: string): boolean => TOTAL_WORD.test(text);

/** What a cell of such a word begins and ends with, as small letters: almost no other cell has both. */
const codesOf = (letters: string): ReadonlySet<number> => new Set([...letters].map((one) => one.charCodeAt(0)));
const FIRST_LETTERS = codesOf("tscag \u00a0");
const LAST_LETTERS = codesOf("lmtes: \u00a0");
const LONGEST_WORD = "grand subtotals:".length;
const SHORTEST_WORD = "sum".length;

/** The first cell that is but a word for a total, or -1. */
export function totalCell(cells: readonly string[]): number {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    if (cell.length < SHORTEST_WORD || cell.length > LONGEST_WORD) continue;
    if (!FIRST_LETTERS.has(cell.charCodeAt(0) | 0x20) || cell === "TFM") continue;
    if (LAST_LETTERS.has(cell.charCodeAt(cell.length - 1) | 0x20) && isTotalWord(cell.trim())) return i;
  }
  return -1;
}
