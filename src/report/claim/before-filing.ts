import type { AgencyDocument, OfficerDocument } from "../../document/schema.ts";
import { moneyText } from "../../engine/values/money.ts";
import type { ProblemCode } from "../../problems/catalogue.ts";
import { printable } from "../../problems/printable.ts";
import { counted, few, fewTexts } from "../../problems/words.ts";
import type { View } from "../format.ts";
import { dollars, isZero, sumOf } from "../text/amounts.ts";
import { hanging, padStart } from "../text/width.ts";
import { linesWithout } from "./evidence-lines.ts";

/** Something that keeps a claim from standing up: what it is worth, and what to do. */
export interface Weakness {
  readonly amount: string;
  readonly text: string;
}

/** What keeps a claim from standing up, each with its dollars. */
export const weaknesses = (claim: AgencyDocument, quarterDays: number): Weakness[] =>
  [
    estimates(claim),
    award(claim),
    evidence(claim),
    overCap(claim),
    partQuarter(claim, quarterDays),
    notClaimed(claim),
  ].filter((weakness) => weakness !== undefined);

/** The codes of warnings that it says too, in the claim of one agency. */
export const SAID_BEFORE_FILING: ReadonlySet<string> = new Set<ProblemCode>([
  "award-without-reference",
  "part-quarter-actuals",
]);

/** The same of several agencies, as far as their totals tell. */
export function beforeFilingAll(claims: readonly AgencyDocument[], view: View): string {
  const sum = (amounts: readonly string[]): string => moneyText(sumOf(amounts));
  const agencies = (count: number): string => counted(count, "agency", "agencies");
  const estimated = claims.filter(({ totals }) => !isZero(totals.estimated));
  const indicated = claims.filter(
    ({ totals, placement }) => !isZero(totals.award) && placement?.status === "indicated",
  );
  const over = claims.filter(({ totals }) => !isZero(totals.overtime_over_cap));
  const found: Weakness[] = [
    {
      amount: dollars(sum(estimated.map(({ totals }) => totals.estimated))),
      text: `of salary and benefits rests on annual figures alone (${agencies(estimated.length)}). Estimates do not support a charge by themselves; back them with payroll. [2-CFR-200.430]`,
    },
    {
      amount: dollars(sum(indicated.map(({ totals }) => totals.award))),
      text: `of awards (${agencies(indicated.length)}) is indicated by the rate, not determined: put ICE's determination into the column reference of the rates.`,
    },
    {
      amount: dollars(sum(over.map(({ totals }) => totals.overtime_over_cap))),
      text: `of overtime is over the cap and not claimed (${agencies(over.length)}).`,
    },
  ];
  return weaknessText(
    found.filter((_, index) => [estimated, indicated, over][index]?.length !== 0),
    view,
  );
}

/** "Before you file": what keeps this claim from standing up, each with its dollars; empty where nothing does. */
export const beforeFiling = (claim: AgencyDocument, quarterDays: number, view: View): string =>
  weaknessText(weaknesses(claim, quarterDays), view);

function weaknessText(found: readonly Weakness[], { style, columns }: View): string {
  if (found.length === 0) return "";
  const width = Math.max(...found.map(({ amount }) => amount.length));
  const lines = found.map(({ amount, text }) => hanging(`  ${padStart(amount, width)}  `, text, columns));
  return `${style.bold("Before you file")}\n${lines.join("\n")}\n`;
}

function estimates({ totals, officers }: AgencyDocument): Weakness | undefined {
  if (isZero(totals.estimated)) return undefined;
  const resting = officers.filter(({ basis, total }) => basis !== "actual" && !isZero(total)).length;
  return {
    amount: dollars(totals.estimated),
    text: `of salary and benefits rests on annual figures alone (${counted(resting, "officer")}). Estimates do not support a charge by themselves; back them with payroll. [2-CFR-200.430]`,
  };
}

function award({ totals, placement }: AgencyDocument): Weakness | undefined {
  if (isZero(totals.award) || placement?.status !== "indicated") return undefined;
  return {
    amount: dollars(totals.award),
    text: `of awards (${counted(totals.award_officers, "officer")}) is indicated by the rate, not determined: put ICE's determination into the column reference of the rates.`,
  };
}

/** The dollars that no document stands behind, where it was said which do. */
function evidence(claim: AgencyDocument): Weakness | undefined {
  if (!claim.evidence || isZero(claim.evidence.uncovered)) return undefined;
  const lines = linesWithout(claim);
  const dearest = lines
    .slice(0, MOST_FETCHED)
    .map(
      ({ officer, figure, amount }) =>
        `${officer ? `${printable(officer.officer_id)} ` : ""}${figure} ${dollars(amount)}`,
    );
  const more = lines.length > dearest.length ? `, and ${lines.length - dearest.length} more` : "";
  return {
    amount: dollars(claim.evidence.uncovered),
    text: `of ${dollars(claim.totals.total)} has no document. Fetch first: ${dearest.join(", ")}${more}.`,
  };
}

const MOST_FETCHED = 5;

function overCap({ totals, officers }: AgencyDocument): Weakness | undefined {
  if (isZero(totals.overtime_over_cap)) return undefined;
  const over = officers.filter(({ overtime_over_cap }) => !isZero(overtime_over_cap));
  return {
    amount: dollars(totals.overtime_over_cap),
    text: `of overtime is over the cap and not claimed: ${who(over)}.`,
  };
}

function partQuarter({ officers }: AgencyDocument, quarterDays: number): Weakness | undefined {
  const part = officers.filter(
    ({ eligible_days, overtime }) => eligible_days > 0 && eligible_days < quarterDays && !isZero(overtime),
  );
  if (part.length === 0) return undefined;
  return {
    amount: dollars(moneyText(sumOf(part.map(({ overtime }) => overtime)))),
    text: `of overtime is that of officers eligible for part of the quarter: ${who(part)}. Make sure that it was earned on eligible days.`,
  };
}

/** Officers with nothing claimed, and the overtime that was paid to them. */
function notClaimed({ officers }: AgencyDocument): Weakness | undefined {
  const none = officers.filter(({ total }) => isZero(total));
  if (none.length === 0) return undefined;
  const paid = moneyText(sumOf(none.map(({ overtime_paid }) => overtime_paid)));
  const to = none.filter(({ overtime_paid }) => !isZero(overtime_paid)).length;
  const all = counted(none.length, "officer");
  const what =
    to === 0
      ? `is claimed for ${all}`
      : `of overtime was paid to ${to < none.length ? `${to} of ` : ""}${all} with nothing claimed`;
  const why = none.map(({ officer_id, reasons }) => `${printable(officer_id)} ${reasons[0]?.message ?? ""}`);
  return {
    amount: dollars(paid),
    text: `${what}: ${fewTexts(why, MOST_NAMED)}.`,
  };
}

const MOST_NAMED = 8;

const who = (officers: readonly OfficerDocument[]): string =>
  few(
    officers.map(({ officer_id }) => printable(officer_id)),
    MOST_NAMED,
  );
