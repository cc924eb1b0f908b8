import type { AgencyDocument, ClaimFigures } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { ComparedReading } from "../../whatif/readings.ts";
import { changedLine, policyLine } from "../closing.ts";
import { asTable, type View } from "../format.ts";
import { agencyHeading, quarterLine } from "../heading.ts";
import { dollars, isZero } from "../text/amounts.ts";
import { wrap } from "../text/width.ts";
import { agenciesTable } from "./agencies-table.ts";
import { beforeFiling } from "./before-filing.ts";
import { leftOutText } from "./incomplete.ts";
import { leaningOn } from "./leaning-on.ts";
import { officersTable } from "./officers-table.ts";
import type { ClaimParts } from "./parts.ts";

/** The claim as a person reads it. */
export const table = asTable(({ figures, worth, changed }: ClaimParts, view) => {
  const claim = figures();
  const parts = view.by === "agency" ? [agenciesPart(claim, view)] : officersParts(claim, view);
  return [...parts, ...closing(claim, worth(), changed, view)].join("\n");
});

function agenciesPart(claim: ClaimFigures, view: View): string {
  const heading = view.style.bold(counted(claim.totals.agencies, "agency", "agencies"));
  return `${heading}\n${quarterLine(claim)}\n\n${agenciesTable(claim, view)}`;
}

/** A part an agency, and the grand total of several. */
function officersParts(claim: ClaimFigures, view: View): string[] {
  const { claims, totals, incomplete } = claim;
  const parts = claims.map((agency) => agencyPart(agency, claim, view));
  if (claims.length < 2) return parts;
  const counts = `${counted(totals.agencies, "agency", "agencies")}, ${counted(totals.officers, "officer")}`;
  return [...parts, view.style.bold(`${counts}: ${dollars(totals.total)}${incomplete ? ", incomplete" : ""}\n`)];
}

function agencyPart(agency: AgencyDocument, claim: ClaimFigures, view: View): string {
  const { vehicles } = agency.totals;
  const heading = agencyHeading(agency, quarterLine(claim), view.style);
  const beside = isZero(vehicles) ? [] : [`Vehicles ${dollars(vehicles)} are in the total.`];
  const { lines, narrow } = officersTable(agency, claim, view);
  const body = [placementLine(agency, view.style.bold), "", ...lines, ...beside, ...narrow].join("\n");
  const before = beforeFiling(agency, claim.quarter.days, view);
  return `${heading}${body}\n${before && `\n${before}`}`;
}

function placementLine({ placement, placements_provided }: AgencyDocument, bold: (text: string) => string): string {
  if (!placement)
    return placements_provided === 0 ? "No locations provided: no rate, no award" : "No placement rate: no award";
  const { provided, successful, rate, band, award_per_officer, status, reference } = placement;
  const counts = provided === null ? "" : `, ${successful} of ${provided}`;
  const award =
    band === null
      ? "in no award band"
      : `band ${band.replace("-", " to ")} %, ${dollars(award_per_officer)} for each counted officer`;
  const standing = status === "determined" ? `determined (${printable(reference ?? "")})` : "indicated";
  return `Placement rate ${bold(`${rate} %`)}${counts}: ${award}, ${standing}`;
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
    style.dim(policyLine(claim)),
  ];
}
