import type { Format } from "../format.ts";
import { jsonText } from "../json-text.ts";
import type { ClaimParts } from "./parts.ts";

/** One claim document an agency, each in a line. */
export const ndjson: Format<ClaimParts> = {
  name: "ndjson",
  endings: ["ndjson", "jsonl"],
  render: ({ ofAgencies }) =>
    ofAgencies()
      .map((document) => jsonText(document, 0))
      .join(""),
};
