import Papa from "papaparse";
import type { TotalsDocument } from "../document/schema.ts";
import { csvText, fromSpreadsheet, spreadsheetSafe } from "./csv-text.ts";
import { SUMS } from "./figures.ts";

const FIGURES = ["officers", ...SUMS] as const;

/** The columns of index.csv, which names the files of a folder of claims. */
export const INDEX_FIELDS = ["agency_id", "agency_name", "file", "sha256", "status", ...FIGURES, "problems"] as const;

/** What became of an agency in a folder of claims. */
export type IndexStatus = "written" | "unchanged" | "exists" | "error";

/** An agency in a folder of claims. */
export interface IndexRow {
  readonly id: string;
  readonly name: string | null;
  /** null: it has none. */
  readonly file: string | null;
  /** That of the file; null where it is not this run's. */
  readonly sha256: string | null;
  readonly status: IndexStatus;
  /** null: it could not be computed. */
  readonly totals: TotalsDocument | null;
  /** How many errors its inputs have. */
  readonly problems: number;
}

/** The first line of index.csv. */
export const INDEX_HEADER = csvText([INDEX_FIELDS]);

/** An agency's line of index.csv. */
export const indexLine = ({ id, name, file, sha256, status, totals, problems }: IndexRow): string =>
  csvText([
    [
      ...[id, name ?? ""].map(spreadsheetSafe),
      file ?? "",
      sha256 ?? "",
      status,
      ...FIGURES.map((figure) => totals?.[figure] ?? ""),
      problems,
    ],
  ]);

/** What a line of index.csv says of an agency, but for the figures, which its claim has. */
export type IndexEntry = Omit<IndexRow, "totals">;

/** Reads index.csv back. @returns undefined where the text is no such table */
export function readIndex(text: string): IndexEntry[] | undefined {
  if (!text.startsWith(INDEX_HEADER)) return undefined;
  const { data } = Papa.parse<string[]>(text.slice(INDEX_HEADER.length), { delimiter: ",", newline: "\n" });
  return data
    .filter(({ length }) => length === INDEX_FIELDS.length)
    .map((cells) => {
      const cell = (field: (typeof INDEX_FIELDS)[number]): string => cells[INDEX_FIELDS.indexOf(field)] ?? "";
      return {
        id: fromSpreadsheet(cell("agency_id")),
        name: fromSpreadsheet(cell("agency_name")) || null,
        file: cell("file") || null,
        sha256: cell("sha256") || null,
        status: cell("status") as IndexStatus,
        problems: Number(cell("problems")),
      };
    });
}
