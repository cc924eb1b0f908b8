import type { TotalsDocument } from "../../../document/schema.ts";
import type { YearDocument } from "../../../whatif/year.ts";
import { estimatesOf } from "../../estimates.ts";
import { quarterLine, yearLine } from "../../heading.ts";
import { dollars } from "../../text/amounts.ts";
import { leftOutText } from "../incomplete.ts";
import type { ClaimShown } from "../shown.ts";
import {
  agenciesOn,
  amendmentOn,
  evidenceOn,
  inputsOn,
  notClaimedOn,
  officersOn,
  quartersOn,
  readingsOn,
} from "./details.ts";
import { beforeFilingOn, formOn } from "./form.ts";
import { Paper } from "./paper.ts";

type By = "officer" | "agency";

/** The claim as a form to sign, with its lines. @param by what a line of it is */
export async function claimPdf(shown: ClaimShown, by: By = "officer"): Promise<Uint8Array> {
  const { claim } = shown;
  const ids = claim.claims.length === 1 ? `${claim.claims[0]?.agency_id} ` : "";
  const paper = new Paper({
    title: `${ids}${claim.quarter.id}, 287(g) reimbursement claim`,
    day: claim.quarter.end,
    foot: [
      `${ids}${claim.quarter.id}, policy ${claim.policy.id}, ${claim.generator}`,
      `SHA-256 of the JSON of this claim ${shown.sha256}`,
    ],
  });
  if (claim.claims.length > 1) summaryOn(paper, shown);
  claimOn(paper, shown, by);
  return paper.bytes();
}

/** The year: its quarters, then the claim of each. */
export async function yearPdf(
  year: YearDocument,
  quarters: readonly ClaimShown[],
  by: By = "officer",
): Promise<Uint8Array> {
  const last = quarters.at(-1)?.claim;
  const paper = new Paper({
    title: `${year.year}, 287(g) reimbursement claims`,
    day: last?.quarter.end ?? "2026-09-30",
    foot: [`${year.year}, policy ${last?.policy.id ?? ""}, ${last?.generator ?? ""}`],
  });
  paper.page("landscape");
  paper.heading(`287(g) reimbursement claims, ${yearLine(year.year).replace(/ +/, ": ")}`, 1);
  paper.paragraph(totalText(year.totals));
  if (year.left_out.length > 0)
    paper.paragraph(`Left out: ${year.left_out.join(", ")}: neither rates nor payroll name them.`);
  quartersOn(paper, year);
  for (const { claim, sha256 } of quarters)
    paper.paragraph(`SHA-256 of the JSON of the claim of ${claim.quarter.id}: ${sha256}`, { size: 8, soft: true });
  for (const shown of quarters) claimOn(paper, shown, by);
  return paper.bytes();
}

const totalText = (totals: Pick<TotalsDocument, "total" | "estimated" | "other_funding">): string =>
  `${dollars(totals.total)}. ${dollars(totals.estimated)} of ${estimatesOf(totals)} rests on estimates.`;

function summaryOn(paper: Paper, shown: ClaimShown): void {
  const { claim } = shown;
  paper.page("landscape");
  paper.heading("287(g) reimbursement claims", 1);
  paper.paragraph(quarterLine(claim).replace(/ +/, ": "), { size: 10.5, soft: true });
  paper.paragraph(totalText(claim.totals));
  if (claim.incomplete) paper.paragraph(`Incomplete: ${leftOutText(claim)}.`, { strong: true, alarm: true });
  agenciesOn(paper, shown);
}

function claimOn(paper: Paper, shown: ClaimShown, by: By): void {
  for (const agency of shown.claim.claims) {
    formOn(paper, agency, shown);
    if (by === "officer") officersOn(paper, agency, shown);
    else paper.page("landscape");
    beforeFilingOn(paper, agency, shown);
    notClaimedOn(paper, agency);
    evidenceOn(paper, agency);
  }
  if (shown.amendment) amendmentOn(paper, shown.amendment);
  readingsOn(paper, shown);
  inputsOn(paper, shown);
}
