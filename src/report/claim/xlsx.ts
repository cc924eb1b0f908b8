import { asBytes } from "../format.ts";
import type { ClaimParts } from "./parts.ts";
import { shownOf } from "./shown.ts";

/** The claim as a workbook. */
export const xlsx = asBytes<ClaimParts>("xlsx", async ({ document, policy, sha256 }, { by }) => {
  const { claimWorkbook } = await import("./xlsx/workbook.ts");
  return claimWorkbook(shownOf(document(), policy, sha256), by);
});
