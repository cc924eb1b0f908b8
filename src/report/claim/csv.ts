import type { AgencyDocument, ClaimFigures } from "../../document/schema.ts";
import { type CsvRow, spreadsheetSafe, withLeftOut } from "../csv-text.ts";
import { OFFICER_FIGURES, TOTAL_COUNTS, TOTAL_FIGURES } from "../figures.ts";
import { asCsv } from "../format.ts";
import { leftOutText } from "./incomplete.ts";
import type { ClaimParts } from "./parts.ts";

/** The figures of a row an agency. */
export const TOTAL_FIELDS = [...TOTAL_COUNTS, ...TOTAL_FIGURES] as const;

const OFFICER_FIELDS = ["officer_id", "officer_name", "program_model", "eligible_days", "basis", ...OFFICER_FIGURES];

/** The headers of claims, of which there is one more column where something was left out. */
export const CSV_HEADERS = {
  officer: ["agency_id", "agency_name", "quarter", ...OFFICER_FIELDS],
  agency: ["agency_id", "agency_name", "quarter", ...TOTAL_FIELDS],
} as const;

/** One row an officer, or an agency; header always; amounts plain. */
export const csv = asCsv(({ figures }: ClaimParts, { by = "officer" }) => {
  const claim = figures();
  return withLeftOut(claimRows(claim, by), leftOutText(claim));
});

/** The header and the rows of a claim. */
export function claimRows({ claims, quarter }: ClaimFigures, by: "officer" | "agency"): CsvRow[] {
  const rowsOf =
    by === "agency" ? (claim: AgencyDocument) => [TOTAL_FIELDS.map((field) => claim.totals[field])] : officerRows;
  const rows = claims.flatMap((claim) => {
    const agency = [...agencyCells(claim), quarter.id];
    return rowsOf(claim).map((row) => [...agency, ...row]);
  });
  return [CSV_HEADERS[by], ...rows];
}

/** The id and the name of an agency. */
export const agencyCells = ({ agency_id, agency_name }: Pick<AgencyDocument, "agency_id" | "agency_name">): string[] =>
  [agency_id, agency_name ?? ""].map(spreadsheetSafe);

const officerRows = ({ officers }: AgencyDocument): CsvRow[] =>
  officers.map((officer) => [
    spreadsheetSafe(officer.officer_id),
    spreadsheetSafe(officer.officer_name ?? ""),
    officer.program_model,
    officer.eligible_days,
    officer.basis,
    ...OFFICER_FIGURES.map((figure) => officer[figure]),
  ]);
