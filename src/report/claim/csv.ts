import { OFFICER_FIGURES, TOTAL_COUNTS, TOTAL_FIGURES } from "../../document/figures.ts";
import type { AgencyDocument, ClaimFigures } from "../../document/schema.ts";
import { type CsvRow, csvText, spreadsheetSafe, withLeftOut } from "../csv-text.ts";
import { inPieces } from "../format.ts";
import type { ClaimParts } from "./parts.ts";

/** The figures of a row an agency. */
export const TOTAL_FIELDS = [...TOTAL_COUNTS, ...TOTAL_FIGURES] as const;

const OFFICER_FIELDS = ["officer_id", "officer_name", "program_model", "eligible_days", "basis", ...OFFICER_FIGURES];

/** The headers of claims, of which there is one more column where something was left out. */
export const CSV_HEADERS = {
  officer: ["agency_id", "agency_name", "quarter", ...OFFICER_FIELDS, "reasons"],
  agency: ["agency_id", "agency_name", "quarter", ...TOTAL_FIELDS],
} as const;

/** One row an officer, or an agency; header always; amounts plain. */
export const csv = inPieces("csv", ["csv"], function* (parts: ClaimParts, { by = "officer" }) {
  const leftOut = parts.leftOut();
  let rows: CsvRow[] = [CSV_HEADERS[by]];
  let header = true;
  const text = (): string => {
    const piece = csvText(withLeftOut(rows, leftOut, header));
    [rows, header] = [[], false];
    return piece;
  };
  for (const claim of parts.figuresOfAgencies()) {
    for (const row of claimRows(claim, by).slice(1)) {
      rows.push(row);
      if (rows.length >= AT_ONCE) yield text();
    }
  }
  if (rows.length > 0) yield text();
});

/** Rows put together. */
const AT_ONCE = 1000;

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
    spreadsheetSafe(officer.reasons.map(({ message }) => message).join("; ")),
  ]);
