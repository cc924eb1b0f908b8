/** The columns of index.csv, which names the files of a folder of claims. */
export const INDEX_FIELDS = [
  "agency_id",
  "agency_name",
  "file",
  "sha256",
  "status",
  "officers",
  "salary",
  "benefits",
  "overtime",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
  "problems",
] as const;
