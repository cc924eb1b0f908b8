import { type CsvRow, csvText } from "./csv-text.ts";
import { jsonText } from "./json-text.ts";
import { PLAIN, type Style } from "./text/style.ts";

/** How something is looked at. */
export interface View {
  /** Columns of the terminal; Infinity where there is none. */
  readonly columns: number;
  readonly style: Style;
  /** What a row is, where that can be chosen; each page has its own default. */
  readonly by?: "officer" | "agency" | undefined;
  /** The one officer that is looked at, where one was asked for. */
  readonly officer?: string | undefined;
}

/** How a file is looked at: as wide as it needs to be, and plain. */
export const IN_A_FILE: View = { columns: Number.POSITIVE_INFINITY, style: PLAIN };

/** One output format of something. Rendering gives text; only the command writes. */
export interface Format<T> {
  readonly name: string;
  /** File endings that ask for it, without the point. */
  readonly endings: readonly string[];
  readonly render: (what: T, view: View) => string;
}

/** A page for people. */
export const asTable = <T>(render: Format<T>["render"]): Format<T> => ({ name: "table", endings: ["txt"], render });

/** One document. @param document what stands in it, where that is not the thing itself */
export const asJson = <T>(document: (what: T) => unknown = (what) => what): Format<T> => ({
  name: "json",
  endings: ["json"],
  render: (what) => jsonText(document(what)),
});

/** Rows for a spreadsheet, the header first. */
export const asCsv = <T>(rows: (what: T, view: View) => readonly CsvRow[]): Format<T> => ({
  name: "csv",
  endings: ["csv"],
  render: (what, view) => csvText(rows(what, view)),
});
