import Papa from "papaparse";
import type { TotalsDocument } from "../audit/schema.ts";
import { spreadsheetSafe } from "./spreadsheet-safe.ts";

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

/** An agency in a folder of claims. */
export interface IndexRow {
  readonly id: string;
  readonly name: string | null;
  /** null: it has none. */
  readonly file: string | null;
  /** That of the file; null where it is not this run's. */
  readonly sha256: string | null;
  readonly status: "written" | "unchanged" | "exists" | "error";
  /** null: it could not be computed. */
  readonly totals: TotalsDocument | null;
  /** How many errors its inputs have. */
  readonly problems: number;
}

/** index.csv: a row an agency. */
export function indexCsv(rows: readonly IndexRow[]): string {
  const lines = rows.map(({ id, name, file, sha256, status, totals, problems }) => [
    spreadsheetSafe(id),
    spreadsheetSafe(name ?? ""),
    file ?? "",
    sha256 ?? "",
    status,
    ...FIGURES.map((figure) => totals?.[figure] ?? ""),
    problems,
  ]);
  return `${Papa.unparse([[...INDEX_FIELDS], ...lines], { newline: "\n" })}\n`;
}

/** SHA256SUMS of the claims, as `sha256sum -c` reads it. */
export const sumsText = (rows: readonly IndexRow[]): string =>
  rows.map(({ file, sha256 }) => (file !== null && sha256 !== null ? `${sha256}  ${file}\n` : "")).join("");
