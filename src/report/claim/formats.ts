import type { Format, TextFormat } from "../format.ts";
import { csv } from "./csv.ts";
import { explanation } from "./explain.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { ndjson } from "./ndjson.ts";
import type { ClaimParts } from "./parts.ts";
import { pdf } from "./pdf.ts";
import { table } from "./table.ts";
import { xlsx } from "./xlsx.ts";

/** Every output format of a claim, the default first. */
export const FORMATS: readonly Format<ClaimParts>[] = [table, json, ndjson, csv, markdown, html, xlsx, pdf];

/** Formats of `claims report`, which has one document. */
export const REPORT_FORMATS: readonly Format<ClaimParts>[] = [table, json, csv, markdown, html, xlsx, pdf];

/** Formats of `claims explain`. JSON is the claim document with a derivation for each officer. */
export const EXPLAIN_FORMATS: readonly TextFormat<ClaimParts>[] = [explanation, json];
