import Papa from "papaparse";
import type { TotalsDocument } from "../../document/schema.ts";
import type { YearDocument } from "../../whatif/year.ts";
import { csvRows, TOTAL_FIELDS, withLeftOut } from "../claim/csv.ts";
import { leftOutText } from "../claim/incomplete.ts";
import { spreadsheetSafe } from "../csv-text.ts";
import type { YearView } from "./format.ts";

type Rows = readonly (readonly (string | number)[])[];

/** One row an agency and quarter and one an agency and year; by officer, the rows of the quarters' claims. */
export function yearCsv(year: YearDocument, { by }: YearView): string {
  const rows = by === "officer" ? officers(year) : summary(year);
  const incomplete = year.quarters.find((quarter) => quarter.incomplete !== null);
  const lines = incomplete ? withLeftOut(rows, leftOutText(incomplete)) : rows;
  return `${Papa.unparse(lines as (string | number)[][], { newline: "\n" })}\n`;
}

function officers({ quarters }: YearDocument): Rows {
  return quarters.flatMap((quarter, index) => csvRows(quarter, "officer").slice(index === 0 ? 0 : 1));
}

function summary({ year, quarters, agencies }: YearDocument): Rows {
  const rows = agencies.flatMap(({ agency_id, agency_name, totals }) => {
    const row = (period: string, of: TotalsDocument) => [
      spreadsheetSafe(agency_id),
      spreadsheetSafe(agency_name ?? ""),
      period,
      ...TOTAL_FIELDS.map((field) => of[field]),
    ];
    const ofQuarters = quarters.flatMap(({ quarter, claims }) =>
      claims.filter((claim) => claim.agency_id === agency_id).map((claim) => row(quarter.id, claim.totals)),
    );
    return [...ofQuarters, row(year, totals)];
  });
  return [["agency_id", "agency_name", "period", ...TOTAL_FIELDS], ...rows];
}
