import { OFFICER_FIGURES, TOTAL_COUNTS, TOTAL_FIGURES } from "../../document/figures.ts";
import type { AgencyDocument, ClaimFigures } from "../../document/schema.ts";
import { type CsvRow, csvText, spreadsheetSafe, withLeftOut } from "../csv-text.ts";
import { inPieces } from "../format.ts";
import { notClaimedLines } from "./not-claimed.ts";
import type { ClaimParts } from "./parts.ts";

/** The figures of a row an agency. */
export const TOTAL_FIELDS = [...TOTAL_COUNTS, ...TOTAL_FIGURES] as const;

const OFFICER_FIELDS = ["officer_id", "officer_name", "program_model", "eligible_days", "basis", ...OFFICER_FIGURES];

/** What a row is. */
type LineOf = keyof typeof CSV_HEADERS;

/** The headers of claims, of which there is one more column where something was left out. */
export const CSV_HEADERS = {
  officer: ["agency_id", "agency_name", "quarter", ...OFFICER_FIELDS, "reasons"],
  agency: ["agency_id", "agency_name", "quarter", ...TOTAL_FIELDS],
  "not-claimed": [
    ...["agency_id", "agency_name", "quarter", "officer_id", "officer_name", "figure", "amount", "reason", "message"],
  ],
} as const;

/** One row an officer, or an agency, or what is not claimed; header always; amounts plain. */
export const csv = inPieces("csv", ["csv"], function* (parts: ClaimParts, { by = "officer", notClaimed = false }) {
  const lines = notClaimed ? "not-claimed" : by;
  const leftOut = parts.leftOut();
  let rows: CsvRow[] = [CSV_HEADERS[lines]];
  let header = true;
  const text = (): string => {
    const piece = csvText(withLeftOut(rows, leftOut, header));
    [rows, header] = [[], false];
    return piece;
  };
  for (const claim of parts.figuresOfAgencies()) {
    for (const row of claimRows(claim, lines).slice(1)) {
      rows.push(row);
      if (rows.length >= AT_ONCE) yield text();
    }
  }
  if (rows.length > 0) yield text();
});

/** Rows put together. */
const AT_ONCE = 1000;

/** The header and the rows of a claim. */
export function claimRows({ claims, quarter }: ClaimFigures, by: LineOf): CsvRow[] {
  const rowsOf = ROWS[by];
  const rows = claims.flatMap((claim) => {
    const agency = [...agencyCells(claim), quarter.id];
    return rowsOf(claim).map((row) => [...agency, ...row]);
  });
  return [CSV_HEADERS[by], ...rows];
}

const ROWS: Readonly<Record<LineOf, (claim: AgencyDocument) => CsvRow[]>> = {
  officer: (claim) => officerRows(claim),
  agency: ({ totals }) => [TOTAL_FIELDS.map((field) => totals[field])],
  "not-claimed": (claim) =>
    notClaimedLines(claim).map(({ officer, figure, amount, code, why }) => [
      ...[officer?.officer_id ?? "", officer?.officer_name ?? ""].map(spreadsheetSafe),
      ...[figure, amount, code],
      spreadsheetSafe(why),
    ]),
};

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
