import { REJECT_COLUMNS } from "../ingest/table/columns.ts";
import { LINE_FIELDS } from "./amendment.ts";
import { CSV_HEADERS } from "./claim/csv.ts";
import { INDEX_FIELDS } from "./index-csv.ts";
import { READINGS_HEADER } from "./readings.ts";
import { STATUS_FIELDS } from "./status.ts";
import { YEAR_HEADER } from "./year/csv.ts";

/** Release 1.0.0 wrote no reasons. */
const CLAIMS = Object.values(CSV_HEADERS).map((fields) => fields.filter((field) => field !== "reasons"));
const STARTS = [
  LINE_FIELDS,
  STATUS_FIELDS,
  ...CLAIMS,
  YEAR_HEADER.slice(0, 3),
  INDEX_FIELDS,
  READINGS_HEADER.slice(0, 4),
].map((fields) => `${fields.join(",")},`);
const REJECTS = new RegExp(`[,;\t]${REJECT_COLUMNS.join("[,;\t]")}$`);

/** Whether the header of a CSV file is one that this tool writes: claims, years, readings, rejects and indexes. */
export const isOwnHeader = (header: string): boolean => {
  const line = `${header},`;
  return STARTS.some((start) => line.startsWith(start)) || REJECTS.test(header);
};
