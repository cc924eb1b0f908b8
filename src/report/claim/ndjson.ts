import { inPieces } from "../format.ts";
import { jsonText } from "../json-text.ts";
import type { ClaimParts } from "./parts.ts";

/** One claim document an agency, each in a line. */
export const ndjson = inPieces("ndjson", ["ndjson", "jsonl"], function* ({ ofAgencies }: ClaimParts) {
  for (const document of ofAgencies()) yield jsonText(document, 0);
});
