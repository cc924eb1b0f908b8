import type { AgencyDocument, AmendmentDocument, ClaimDocument, TotalsDocument } from "../../document/schema.ts";
import { moneyText } from "../../engine/values/money.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { YearDocument } from "../../whatif/year.ts";
import { estimatesOf } from "../estimates.ts";
import { AGENCY_COLUMNS, figureCell, figureName, figuresShown, OFFICER_COLUMNS, YEAR_COLUMNS } from "../figures.ts";
import type { TextFormat } from "../format.ts";
import { quarterLine } from "../heading.ts";
import { dollars, isZero, signed } from "../text/amounts.ts";
import { weaknesses } from "./before-filing.ts";
import { leftOutText } from "./incomplete.ts";
import { notClaimedLines } from "./not-claimed.ts";
import type { ClaimParts } from "./parts.ts";
import { type ClaimShown, shownOf } from "./shown.ts";

/** The claim for a ticket or a memo: a summary and a table. No text of a cell is taken for a mark. */
export const markdown: TextFormat<ClaimParts> = {
  name: "markdown",
  endings: ["md"],
  render: ({ document, policy, sha256, changed }, { by }) =>
    claimMarkdown(shownOf(document(), policy, sha256), by, changed),
};

/** The same of a claim as documents show it, an amendment's differences first. @param changed what is not the default */
export function claimMarkdown(
  shown: ClaimShown,
  by: "officer" | "agency" = "officer",
  changed: readonly string[] = [],
): string {
  const { claim, amendment } = shown;
  const several = claim.claims.length > 1;
  const parts = [
    `# 287(g) reimbursement claim${claim.amends === undefined ? "" : ", amended"}, ${claim.quarter.id}`,
    ...(amendment ? amendmentParts(amendment) : []),
    ...(several ? [claimedText(claim.totals, counted(claim.totals.agencies, "agency", "agencies"))] : []),
    ...(several || by === "agency" ? [agencies(claim)] : []),
    ...claim.claims.map((agency) => agencyPart(agency, shown, by)),
    ...(claim.incomplete ? [`**Incomplete:** ${plain(leftOutText(claim))}.`] : []),
    readings(shown),
    ...(changed.length > 0 ? [`Not the default: ${changed.map(plain).join(", ")}.`] : []),
    `Policy ${plain(claim.policy.id)}, ${plain(claim.generator)}. SHA-256 of the JSON of this claim: \`${shown.sha256}\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

function amendmentParts({ filed, now, difference, lines }: AmendmentDocument): string[] {
  const rows = lines.map((line) => [
    ...[line.officer_id ?? line.agency_id, figureName(line.figure)].map(plain),
    ...[line.filed, line.now].map(figureCell),
    signed(line.difference),
    plain(line.cause),
  ]);
  const more = isZero(difference) ? "no difference" : `**${signed(difference, "$")}**`;
  return [
    `Amends ${plain(filed.path)}: filed ${dollars(filed.total)}, now ${dollars(now.total)}, ${more}.`,
    ...(rows.length > 0 ? [table(["Officer", "Figure", "Filed", "Now", "Difference", "Cause"], [2, 4], rows)] : []),
  ];
}

/** The quarters of a year, a row each. */
export function yearMarkdown(year: YearDocument): string {
  const figures = figuresShown(YEAR_COLUMNS, (figure) => isZero(String(year.totals[figure])));
  const rows = year.quarters.map(({ quarter, totals }) => [
    quarter.id,
    ...figures.map((figure) => figureCell(totals[figure])),
  ]);
  const sum = [year.year, ...figures.map((figure) => figureCell(year.totals[figure]))];
  const parts = [
    `# 287(g) reimbursement claims, ${year.year}`,
    `**${dollars(year.totals.total)}** for ${counted(year.agencies.length, "agency", "agencies")}. ${dollars(year.totals.estimated)} of ${estimatesOf(year.totals)} rests on estimates.`,
    table(["Quarter", ...figures.map(figureName)], [1, figures.length], [...rows, sum]),
    ...(year.left_out.length > 0
      ? [`Left out: ${year.left_out.join(", ")}: neither rates nor payroll name them.`]
      : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function agencyPart(agency: AgencyDocument, { claim }: ClaimShown, by: "officer" | "agency"): string {
  const { agency_id, agency_name, totals } = agency;
  const found = weaknesses(agency, claim.quarter.days);
  return [
    `## ${plain(agency_id)}${agency_name === null ? "" : ` ${plain(agency_name)}`}`,
    `${claimedText(totals, quarterLine(claim).replace(/ +/, ": "))} ${placementText(agency)}`,
    ...(by === "officer" ? [officers(agency)] : []),
    ...(isZero(totals.vehicles) ? [] : [`Vehicles ${dollars(totals.vehicles)} are in the total.`]),
    ...(found.length > 0
      ? [`### Before you file`, found.map(({ amount, text }) => `- **${amount}** ${plain(text)}`).join("\n")]
      : []),
    ...notClaimed(agency),
  ].join("\n\n");
}

function notClaimed(agency: AgencyDocument): string[] {
  const lines = notClaimedLines(agency);
  if (lines.length === 0) return [];
  const rows = lines.map(({ officer, figure, amount, why }) => [
    plain(officer?.officer_id ?? ""),
    figureName(figure),
    figureCell(amount),
    plain(why),
  ]);
  return ["### Paid and not claimed", table(["Officer", "Figure", "Amount", "Why"], [2, 2], rows)];
}

function placementText({ placement }: AgencyDocument): string {
  if (!placement) return "No placement rate: no award.";
  const { rate, band, award_per_officer, status, reference } = placement;
  const award =
    band === null ? "in no award band" : `band ${band} %, ${dollars(award_per_officer)} for each counted officer`;
  return `Placement rate ${rate} %: ${award}, ${status}${reference === null ? "" : ` (${plain(reference)})`}.`;
}

function officers({ officers, totals }: AgencyDocument): string {
  const shown = figuresShown(OFFICER_COLUMNS, (figure) => isZero(totals[figure]));
  const rows = officers.map(({ officer_id, officer_name, program_model, eligible_days, reasons, ...figures }) => [
    ...[officer_id, officer_name ?? "", program_model, String(eligible_days)].map(plain),
    ...shown.map((figure) => figureCell(figures[figure])),
    plain(reasons.map(({ message }) => message).join("; ")),
  ]);
  const sum = ["Total", "", "", "", ...shown.map((figure) => figureCell(totals[figure])), ""];
  return table(
    ["Officer", "Name", "Model", "Days", ...shown.map(figureName), "Reasons"],
    [4, 3 + shown.length],
    [...rows, sum],
  );
}

/** What is claimed, and how sure it is. @param what it is claimed for */
const claimedText = (totals: TotalsDocument, what: string): string => {
  const { total, claimed_officers, officers, estimated } = totals;
  const claimed = `${claimed_officers} of ${counted(officers, "officer")} claimed`;
  return `**${dollars(total)}** for ${what}, ${claimed}. ${dollars(estimated)} of ${estimatesOf(totals)} rests on estimates.`;
};

function agencies({ claims, totals: ofAll }: ClaimDocument): string {
  const { figures } = AGENCY_COLUMNS;
  const rows = claims.map(({ agency_id, agency_name, totals }) => [
    plain(agency_id),
    plain(agency_name ?? ""),
    ...figures.map((figure) => figureCell(totals[figure])),
  ]);
  const sum = ["Total", "", ...figures.map((figure) => figureCell(ofAll[figure]))];
  const all = claims.length > 1 ? [...rows, sum] : rows;
  return table(["Agency", "Name", ...figures.map(figureName)], [2, 1 + figures.length], all);
}

/** @param amounts the first and the last column that are set to the right, from 0 */
function table(
  header: readonly string[],
  [first, last]: readonly [number, number],
  rows: readonly (readonly string[])[],
): string {
  const rule = header.map((_, index) => (index >= first && index <= last ? "--:" : "---"));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The readings of which another value would change the total. */
function readings({ worth }: ClaimShown): string {
  const lines = worth.flatMap(({ id, used, alternatives }) => {
    const others = alternatives.filter(({ difference }) => difference !== 0);
    if (others.length === 0) return [];
    return `- ${id}=${used}: ${others.map(({ value, difference }) => `${value} ${signed(moneyText(difference))}`).join(", ")}`;
  });
  if (lines.length === 0) return "No other reading of what the rules leave open would change this claim.";
  return `### Readings this claim leans on, and what each other value would change\n\n${lines.join("\n")}`;
}

/** A text in which nothing is a mark, a link or a tag. */
const plain = (text: string): string => printable(text).replace(/[\\`*_{}[\]<>#!|~&@]/g, "\\$&");
