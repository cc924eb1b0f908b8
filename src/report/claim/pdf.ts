import { asBytes } from "../format.ts";
import type { ClaimParts } from "./parts.ts";
import { shownOf } from "./shown.ts";

/** The claim as a form to sign. */
export const pdf = asBytes<ClaimParts>("pdf", async ({ document, policy, sha256 }, { by }) => {
  const { claimPdf } = await import("./pdf/document.ts");
  return claimPdf(shownOf(document(), policy, sha256), by);
});
