import type { Format } from "../format.ts";
import { jsonText } from "../json-text.ts";

export const ndjson: Format = {
  name: "ndjson",
  endings: ["ndjson", "jsonl"],
  render: ({ each }) => [...each()].map((document) => jsonText(document, 0)).join(""),
};
