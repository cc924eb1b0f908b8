import type { AgencyDocument, ClaimFigures, TotalsDocument } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { AGENCY_COLUMNS, figureCell, figureLayout } from "../figures.ts";
import type { View } from "../format.ts";
import { type LayoutRow, left, right, summed } from "../text/layout.ts";

/** The agencies of a claim, a line each. */
export function agenciesTable({ claims, totals, incomplete }: ClaimFigures, view: View): string {
  const columns = [
    left("Agency"),
    left("", { least: 12, goes: 3 }),
    right("Rate", { goes: 2 }),
    ...figureLayout(AGENCY_COLUMNS, AGENCY_COLUMNS.figures),
  ];
  const figures = (of: TotalsDocument): string[] => AGENCY_COLUMNS.figures.map((figure) => figureCell(of[figure]));
  const row = ({ agency_id, agency_name, placement, totals: own }: AgencyDocument): LayoutRow => {
    const rate = placement ? `${placement.rate.replace(/(\.\d\d)\d+$/, "$1")} %` : "none";
    return { cells: [printable(agency_id), printable(agency_name ?? ""), rate, ...figures(own)] };
  };
  const sum: LayoutRow = { cells: [incomplete ? "all, incomplete" : "all", "", "", ...figures(totals)] };
  return `${summed(columns, claims.map(row), sum, view).lines.join("\n")}\n`;
}
