import { asJson } from "../format.ts";
import type { ClaimParts } from "./parts.ts";

/** The claim document. */
export const json = asJson(({ document }: ClaimParts) => document());
