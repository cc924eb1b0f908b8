import type { Format } from "./format.ts";

export const json: Format = {
  name: "json",
  endings: ["json"],
  render: ({ whole }) => `${JSON.stringify(whole, null, 2)}\n`,
};
