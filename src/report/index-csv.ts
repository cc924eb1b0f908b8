import Papa from "papaparse";
import type { TotalsDocument } from "../document/schema.ts";
import { spreadsheetSafe } from "./csv-text.ts";

const FIGURES = [
  "officers",
  "salary",
  "benefits",
  "overtime",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
] as const;

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
export const INDEX_HEADER = `${INDEX_FIELDS.join(",")}\n`;

/** What a cell may have that is not written as it is. */
const MAY_NEED_QUOTES = /[",\r\n\uFEFF]|^ | $/;

/** An agency's line of index.csv. */
export function indexLine({ id, name, file, sha256, status, totals, problems }: IndexRow): string {
  const texts = [spreadsheetSafe(id), spreadsheetSafe(name ?? "")];
  const cells = [
    ...texts,
    file ?? "",
    sha256 ?? "",
    status,
    ...FIGURES.map((figure) => totals?.[figure] ?? ""),
    problems,
  ];
  // The other cells are names of files, hashes, words and figures.
  const plain = !texts.some((text) => MAY_NEED_QUOTES.test(text));
  return `${plain ? cells.join(",") : Papa.unparse([cells])}\n`;
}
