import type { TotalsDocument } from "../document/schema.ts";
import { csvText, spreadsheetSafe } from "./csv-text.ts";
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
