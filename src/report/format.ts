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
  /** In CSV: what was paid and is not claimed, in place of the officers. */
  readonly notClaimed?: boolean | undefined;
  /** The one officer that is looked at, where one was asked for. */
  readonly officer?: string | undefined;
}

/** How a file is looked at: as wide as it needs to be, and plain. */
export const IN_A_FILE: View = { columns: Number.POSITIVE_INFINITY, style: PLAIN };

/** What a format makes: a text, or the bytes of a file that is none. */
export type Rendered = string | Uint8Array;

/** One output format of something. Rendering gives what is to be written; only the command writes. */
export interface Format<T> {
  readonly name: string;
  /** File endings that ask for it, without the point. */
  readonly endings: readonly string[];
  /** What a format needs beyond the others is loaded when it is first asked for. */
  readonly render: (what: T, view: View) => Rendered | Promise<Rendered>;
  /** The same in pieces, in their order, where it may be too long for one text. */
  readonly pieces?: (what: T, view: View) => Iterable<string>;
  /** Whether it is for files and programs alone: no terminal shows it. */
  readonly isBytes?: boolean;
}

/** A format that is text, at once. */
export interface TextFormat<T> extends Format<T> {
  readonly render: (what: T, view: View) => string;
}

/** A file that is no text. */
export const asBytes = <T>(name: string, render: (what: T, view: View) => Promise<Uint8Array>): Format<T> => ({
  name,
  endings: [name],
  render,
  isBytes: true,
});

/** A format of which each piece is made when it is asked for. */
export const inPieces = <T>(
  name: string,
  endings: readonly string[],
  pieces: (what: T, view: View) => Iterable<string>,
): TextFormat<T> => ({ name, endings, pieces, render: (what, view) => [...pieces(what, view)].join("") });

/** What a format makes of something, in pieces where it can. */
export const piecesOf = async <T>(format: Format<T>, what: T, view: View): Promise<Iterable<Rendered>> =>
  format.pieces?.(what, view) ?? [await format.render(what, view)];

/** A page for people. */
export const asTable = <T>(render: TextFormat<T>["render"]): TextFormat<T> => ({
  name: "table",
  endings: ["txt"],
  render,
});

/** One document. @param document what stands in it, where that is not the thing itself */
export const asJson = <T>(document: (what: T) => unknown = (what) => what): TextFormat<T> => ({
  name: "json",
  endings: ["json"],
  render: (what) => jsonText(document(what)),
});

/** Rows for a spreadsheet, the header first. */
export const asCsv = <T>(rows: (what: T, view: View) => readonly CsvRow[]): TextFormat<T> => ({
  name: "csv",
  endings: ["csv"],
  render: (what, view) => csvText(rows(what, view)),
});
