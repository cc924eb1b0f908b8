import type { Format } from "../format.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { table } from "./table.ts";

/** Every output format, the default first. */
export const FORMATS: readonly Format[] = [table, json, ndjson, csv];
