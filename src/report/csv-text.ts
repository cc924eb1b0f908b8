import { printableLines } from "../problems/printable.ts";

const RUNS_AS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text cell that a spreadsheet will not run as a formula: a leading apostrophe where it would. Nothing in it acts on a
 * terminal either. Never for amounts.
 */
export const spreadsheetSafe = (text: string): string =>
  RUNS_AS_FORMULA.test(text) ? `'${printableLines(text)}` : printableLines(text);
