import type { Format } from "./format.ts";

export const ndjson: Format = {
  name: "ndjson",
  endings: ["ndjson", "jsonl"],
  render: ({ each }) => [...each()].map((document) => `${JSON.stringify(document)}\n`).join(""),
};
