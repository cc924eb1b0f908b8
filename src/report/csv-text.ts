import Papa from "papaparse";
import { printableLines } from "../problems/printable.ts";

export type CsvRow = readonly (string | number)[];

/** Rows as CSV, each with a line end. */
export const csvText = (rows: readonly CsvRow[], delimiter = ","): string =>
  `${Papa.unparse(rows as (string | number)[][], { delimiter, newline: "\n" })}\n`;

/**
 * Rows that leave something out, and say so beside every figure. @param text what they leave out; empty: nothing
 * @param headed whether the first row is the header
 */
export const withLeftOut = (rows: readonly CsvRow[], text: string, headed = true): CsvRow[] =>
  text === "" ? [...rows] : rows.map((row, index) => [...row, headed && index === 0 ? "incomplete" : text]);

const RUNS_AS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text cell that a spreadsheet will not run as a formula: a leading apostrophe where it would. Nothing in it acts on a
 * terminal either. Never for amounts.
 */
export const spreadsheetSafe = (text: string): string =>
  RUNS_AS_FORMULA.test(text) ? `'${printableLines(text)}` : printableLines(text);

/** The text that was made safe for a spreadsheet. */
export const fromSpreadsheet = (text: string): string =>
  text.startsWith("'") && RUNS_AS_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
