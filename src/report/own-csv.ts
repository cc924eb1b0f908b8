import { REJECT_COLUMNS } from "../ingest/table/columns.ts";
import { CSV_HEADERS } from "./claim/csv.ts";
import { INDEX_FIELDS } from "./index-csv.ts";

const STARTS = [
  ...Object.values(CSV_HEADERS),
  ["agency_id", "agency_name", "period"],
  INDEX_FIELDS,
  ["reading", "used", "touched", "value"],
].map((fields) => `${fields.join(",")},`);
const REJECTS = new RegExp(`[,;\t]${REJECT_COLUMNS.join("[,;\t]")}$`);

/** Whether the header of a CSV file is one that this tool writes: claims, years, readings, rejects and indexes. */
export const isOwnHeader = (header: string): boolean => {
  const line = `${header},`;
  return STARTS.some((start) => line.startsWith(start)) || REJECTS.test(header);
};
