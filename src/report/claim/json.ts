import type { Format } from "../format.ts";
import { jsonText } from "../json-text.ts";

export const json: Format = {
  name: "json",
  endings: ["json"],
  render: ({ whole }) => jsonText(whole),
};
