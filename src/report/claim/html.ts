import type { Format } from "../format.ts";
import type { ClaimParts } from "./parts.ts";
import { shownOf } from "./shown.ts";

/** The claim as a page for a browser, on its own. */
export const html: Format<ClaimParts> = {
  name: "html",
  endings: ["html", "htm"],
  render: async ({ document, policy, sha256 }, { by }) => {
    const { claimPage } = await import("./html/claim-page.ts");
    return claimPage(shownOf(document(), policy, sha256), by);
  },
};
