import type { AgencyDocument, ClaimFigures, OfficerDocument } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import { figureCell, figureLayout, figuresShown, OFFICER_COLUMNS } from "../figures.ts";
import type { View } from "../format.ts";
import { isZero } from "../text/amounts.ts";
import { type LayoutColumn, type LayoutRow, left, notShown, right, summed } from "../text/layout.ts";
import { isIncomplete } from "./incomplete.ts";

/** On a narrower page there is room for an officer and the total alone. */
const LEAST_FOR_ALL = 70;

/** The officers of an agency, and a line that says which columns did not fit. */
export function officersTable(
  { agency_id, totals, officers }: AgencyDocument,
  claim: ClaimFigures,
  view: View,
): { readonly lines: readonly string[]; readonly narrow: readonly string[] } {
  const few = view.columns < LEAST_FOR_ALL;
  const shown = few ? (["total"] as const) : figuresShown(OFFICER_COLUMNS, (figure) => isZero(totals[figure]));
  const named = officers.some(({ officer_name }) => officer_name !== null);
  const first: LayoutColumn[] = [
    left("Officer"),
    ...(named ? [left("", { least: 12 })] : []),
    ...(few ? [] : [left("Model", { goes: 1 }), right("Days", { goes: 0 })]),
  ];
  const row = (officer: OfficerDocument): LayoutRow => {
    const days = officer.eligible_days === claim.quarter.days ? "all" : String(officer.eligible_days);
    const name = named ? [printable(officer.officer_name ?? "")] : [];
    const cells = [printable(officer.officer_id), ...name, ...(few ? [] : [officer.program_model, days])];
    const amounts = shown.map((figure) => figureCell(officer[figure]));
    if (few || shown.some((figure) => !isZero(officer[figure]))) return { cells: [...cells, ...amounts] };
    const text = officer.reasons.map(({ message }) => message).join("; ");
    const across = { from: first.length, to: first.length + amounts.length - 1, text };
    return { cells: [...cells, ...amounts], across, style: view.style.dim };
  };
  const part = isIncomplete(claim, agency_id) ? ", incomplete" : "";
  const text = `${counted(totals.officers, "officer")}, ${totals.claimed_officers} claimed${part}`;
  const sum: LayoutRow = {
    cells: [...first.map(() => ""), ...shown.map((figure) => figureCell(totals[figure]))],
    across: { from: 0, to: first.length, text },
  };
  const columns = [...first, ...figureLayout(OFFICER_COLUMNS, shown)];
  const table = summed(columns, officers.map(row), sum, view);
  return { lines: table.lines, narrow: notShown(table, view.style) };
}
