import type { AgencyDocument } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { dollars } from "../../report/text/amounts.ts";
import type { Draft } from "../draft.ts";

const MODEL_NAMES = { TFM: "task force (TFM)", JEM: "jail (JEM)", WSO: "warrant service (WSO)" } as const;

/** `24 officers of FL0310200, Palmetto Bay: 18 task force (TFM), 6 jail (JEM); 2 without a training date` */
export function rosterText({ agency_id, agency_name, officers }: AgencyDocument): string {
  const models = (["TFM", "JEM", "WSO"] as const)
    .map((model) => ({ model, n: officers.filter(({ program_model }) => program_model === model).length }))
    .filter(({ n }) => n > 0)
    .map(({ model, n }) => `${n} ${MODEL_NAMES[model]}`);
  const untrained = officers.filter(({ rows }) => rows.every(({ trained_on }) => trained_on === null)).length;
  const name = agency_name === null ? "" : `, ${printable(agency_name)}`;
  const without = untrained === 0 ? "" : `; ${untrained} without a training date`;
  return `${counted(officers.length, "officer")} of ${printable(agency_id)}${name}: ${models.join(", ")}${without}`;
}

/** What the rates tell of the claim's quarter. */
export function rateText(
  { agency_id, placement, placements_provided }: AgencyDocument,
  { quarter, rates: file }: Draft,
): string {
  const id = printable(agency_id);
  if (placements_provided === 0) return `${id} was provided no locations in ${quarter}: no rate, no award.`;
  if (!placement)
    return file
      ? `${file} has no rate of ${id} for ${quarter}: no award.`
      : `No rate for ${id}: no award in this claim.`;
  const { provided, successful, rate: percent, band, award_per_officer } = placement;
  const counts = provided === null ? "" : `, ${successful} of ${provided}`;
  const award =
    band === null ? "in no award band" : `${dollars(award_per_officer)} for each counted task force officer`;
  return `${id}: placement rate ${percent} %${counts}: ${award}.`;
}

/** What payroll tells of the claim's quarter, and of those before. */
export function payrollText({ figures }: ClaimParts): string {
  const whole = figures();
  const officers = whole.claims.flatMap((claim) => claim.officers);
  const paid = officers.filter(({ actuals }) => actuals.some(({ quarter }) => quarter === whole.quarter.id));
  const earlier = [...new Set(officers.flatMap(({ actuals }) => actuals.map(({ quarter }) => quarter)))]
    .filter((quarter) => quarter !== whole.quarter.id)
    .sort();
  const before =
    earlier.length === 0 ? "" : ` It also has ${earlier.join(" and ")}, which count against the overtime cap.`;
  return `Pay of ${whole.quarter.id} is known for ${paid.length} of ${officers.length} officers.${before}`;
}
