import type { TotalsDocument } from "../../document/schema.ts";
import type { YearDocument } from "../../whatif/year.ts";
import { agencyCells, claimRows, TOTAL_FIELDS } from "../claim/csv.ts";
import { leftOutText } from "../claim/incomplete.ts";
import { type CsvRow, withLeftOut } from "../csv-text.ts";
import type { View } from "../format.ts";

/** The header of a row an agency and period. */
export const YEAR_HEADER = ["agency_id", "agency_name", "period", ...TOTAL_FIELDS];

/** One row an agency and quarter and one an agency and year; by officer, the rows of the quarters' claims. */
export function yearRows(year: YearDocument, { by }: View): CsvRow[] {
  const incomplete = year.quarters.find((quarter) => quarter.incomplete !== null);
  const rows = by === "officer" ? officerRows(year) : agencyRows(year);
  return withLeftOut(rows, incomplete ? leftOutText(incomplete) : "");
}

function officerRows({ quarters, agencies }: YearDocument): CsvRow[] {
  const own = new Set(agencies.map(({ agency_id }) => agency_id));
  return quarters.flatMap((quarter, index) => {
    const claims = quarter.claims.filter(({ agency_id }) => own.has(agency_id));
    return claimRows({ ...quarter, claims }, "officer").slice(index === 0 ? 0 : 1);
  });
}

function agencyRows({ year, quarters, agencies }: YearDocument): CsvRow[] {
  const rows = agencies.flatMap((agency) => {
    const cells = agencyCells(agency);
    const row = (period: string, of: TotalsDocument) => [...cells, period, ...TOTAL_FIELDS.map((field) => of[field])];
    const ofQuarters = quarters.flatMap(({ quarter, claims }) =>
      claims.filter(({ agency_id }) => agency_id === agency.agency_id).map(({ totals }) => row(quarter.id, totals)),
    );
    return [...ofQuarters, row(year, agency.totals)];
  });
  return [YEAR_HEADER, ...rows];
}
