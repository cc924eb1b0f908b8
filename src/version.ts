import { readFileSync } from "node:fs";

declare const CLAIMS_VERSION: string | undefined;

/** The version of this program, written into the bundle when it is built. */
export const version: string =
  typeof CLAIMS_VERSION === "string"
    ? CLAIMS_VERSION
    : (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;
