import type { AgencyDocument, OfficerDocument } from "../audit/schema.ts";
import { moneyText } from "../engine/money.ts";
import { printable } from "../ingest/printable.ts";
import { counted, dollars, isZero, sumOf } from "./amounts.ts";
import type { View } from "./format.ts";
import { padStart, wrap } from "./width.ts";

/** Something that keeps a claim from standing up: what it is worth, and what to do. */
interface Weakness {
  readonly amount: string;
  readonly text: string;
}

/** "Before you file": what keeps this claim from standing up, each with its dollars; empty where nothing does. */
export function beforeFiling(claim: AgencyDocument, { style, columns }: View): string {
  const found = [estimates(claim), award(claim), overCap(claim), partQuarter(claim), ...leftOut(claim)].filter(
    (weakness) => weakness !== undefined,
  );
  if (found.length === 0) return "";
  const width = Math.max(...found.map(({ amount }) => amount.length));
  const lines = found.map(
    ({ amount, text }) =>
      `  ${padStart(amount, width)}  ${wrap(text, Math.min(columns, 110) - width - 4, " ".repeat(width + 4))}`,
  );
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

function overCap({ totals, officers }: AgencyDocument): Weakness | undefined {
  if (isZero(totals.overtime_over_cap)) return undefined;
  const over = officers.filter(({ overtime_over_cap }) => !isZero(overtime_over_cap));
  return {
    amount: dollars(totals.overtime_over_cap),
    text: `of overtime is over the cap and not claimed: ${who(over)}.`,
  };
}

function partQuarter({ officers }: AgencyDocument): Weakness | undefined {
  const full = Math.max(0, ...officers.map(({ eligible_days }) => eligible_days));
  const part = officers.filter(
    ({ eligible_days, overtime }) => eligible_days > 0 && eligible_days < full && !isZero(overtime),
  );
  if (part.length === 0) return undefined;
  return {
    amount: dollars(moneyText(sumOf(part.map(({ overtime }) => overtime)))),
    text: `of overtime is that of officers eligible for part of the quarter: ${who(part)}. Make sure that it was earned on eligible days.`,
  };
}

/** Officers with nothing claimed, by their first reason. */
function leftOut({ officers }: AgencyDocument): Weakness[] {
  const byReason = new Map<string, OfficerDocument[]>();
  for (const officer of officers) {
    const reason = officer.reasons[0]?.code;
    if (isZero(officer.total) && reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), officer]);
  }
  return [...byReason.values()].map((same) => ({
    amount: "$0.00",
    text: `for ${counted(same.length, "officer")} left out: ${who(same)}. ${sentence(same)}`,
  }));
}

function sentence(officers: readonly OfficerDocument[]): string {
  const messages = [...new Set(officers.map(({ reasons }) => reasons[0]?.message ?? ""))];
  const text = messages.slice(0, 3).join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function who(officers: readonly OfficerDocument[], most = 6): string {
  const ids = officers.slice(0, most).map(({ officer_id }) => printable(officer_id));
  return officers.length > most ? `${ids.join(", ")} and ${officers.length - most} more` : ids.join(", ");
}
