import type { AgencyDocument, ClaimFigures, TotalsDocument } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { ComparedReading } from "../../whatif/readings.ts";
import { changedLine, policyLine } from "../closing.ts";
import { estimatesOf } from "../estimates.ts";
import { asTable, type View } from "../format.ts";
import { agencyHeading, quarterLine } from "../heading.ts";
import { dollars, isZero } from "../text/amounts.ts";
import { readable, wrap } from "../text/width.ts";
import { agenciesTable } from "./agencies-table.ts";
import { beforeFiling, beforeFilingAll } from "./before-filing.ts";
import { leftOutText } from "./incomplete.ts";
import { leaningOn } from "./leaning-on.ts";
import { officersTable } from "./officers-table.ts";
import type { ClaimParts } from "./parts.ts";

/** The claim as a person reads it. */
export const table = asTable(({ figures, worth, changed }: ClaimParts, view) => {
  const claim = figures();
  const parts =
    view.by === "agency" ? [agenciesPart(claim, view)] : claim.claims.map((agency) => agencyPart(agency, claim, view));
  return [...parts, ...closing(claim, worth(), changed, view)].join("\n");
});

function agenciesPart(claim: ClaimFigures, view: View): string {
  const heading = view.style.bold(counted(claim.totals.agencies, "agency", "agencies"));
  const before = beforeFilingAll(claim.claims, view);
  return `${heading}\n${periodLine(claim, view)}\n${claimLine(claim.totals, view)}\n\n${agenciesTable(claim, view)}${before && `\n${before}`}`;
}

/** The quarter, and the rules and the program that the claim is by. */
const periodLine = (claim: ClaimFigures, view: View): string =>
  lineOf(`${quarterLine(claim)}; ${policyLine(claim).trim().replace("Policy", "policy")}`, view);

/** `$407,993.55 for 20 of 24 officers; $344,245.27 of it rests on estimates` */
function claimLine(totals: TotalsDocument, view: View): string {
  const { total, estimated, claimed_officers, officers } = totals;
  const sure = isZero(estimated) ? "none of it" : `${dollars(estimated)} of ${estimatesOf(totals)}`;
  const line = `${dollars(total)} for ${claimed_officers} of ${counted(officers, "officer")}; ${sure} rests on estimates`;
  return lineOf(line, view).replace(dollars(total), view.style.bold(dollars(total)));
}

/** A line of a heading, on a further one where it is too long. */
const lineOf = (text: string, { columns }: View): string => wrap(text, readable(columns) - 2, "  ");

function agencyPart(agency: AgencyDocument, claim: ClaimFigures, view: View): string {
  const { vehicles } = agency.totals;
  const heading = agencyHeading(agency, periodLine(claim, view), view.style);
  const beside = isZero(vehicles) ? [] : [`Vehicles ${dollars(vehicles)} are in the total.`];
  const { lines, narrow } = officersTable(agency, claim, view);
  const placement = lineOf(placementLine(agency), view);
  const body = [claimLine(agency.totals, view), placement, "", ...lines, ...beside, ...narrow].join("\n");
  const before = beforeFiling(agency, claim.quarter.days, view);
  return `${heading}${body}\n${before && `\n${before}`}`;
}

function placementLine({ placement, placements_provided }: AgencyDocument): string {
  if (!placement)
    return placements_provided === 0 ? "No locations provided: no rate, no award" : "No placement rate: no award";
  const { provided, successful, rate, band, award_per_officer, status, reference } = placement;
  const counts = provided === null ? "" : `, ${successful} of ${provided}`;
  const award =
    band === null
      ? "in no award band"
      : `band ${band.replace("-", " to ")} %, ${dollars(award_per_officer)} for each counted officer`;
  const standing = status === "determined" ? `determined (${printable(reference ?? "")})` : "indicated";
  return `Placement rate ${rate} %${counts}: ${award}, ${standing}`;
}

/** Columns of the line that says what is left out. */
const INCOMPLETE_COLUMNS = 100;

/** What else is to be known of the whole claim. */
function closing(
  claim: ClaimFigures,
  worth: readonly ComparedReading[],
  changed: readonly string[],
  view: View,
): string[] {
  const { style, columns } = view;
  const incomplete = wrap(`Incomplete: ${leftOutText(claim)}.`, Math.min(columns, INCOMPLETE_COLUMNS) - 2, "  ");
  return [
    ...(claim.incomplete ? [`${incomplete.replace("Incomplete", style.red("Incomplete"))}\n`] : []),
    leaningOn(worth, view),
    ...changedLine(changed, style),
    style.bold(`${totalText(claim)}\n`),
  ];
}

/** `Total $407,993.55`, or of several agencies how many they are. */
function totalText({ claims, totals, incomplete }: ClaimFigures): string {
  const counts = `${counted(totals.agencies, "agency", "agencies")}, ${counted(totals.officers, "officer")}:`;
  return `${claims.length > 1 ? counts : "Total"} ${dollars(totals.total)}${incomplete ? ", incomplete" : ""}`;
}
