import Papa from "papaparse";
import type { AgencyDocument, ClaimFigures } from "../../document/schema.ts";
import { spreadsheetSafe } from "../csv-text.ts";
import type { Format } from "../format.ts";
import { leftOutText } from "./incomplete.ts";

const OFFICER_FIELDS = [
  "officer_id",
  "officer_name",
  "program_model",
  "eligible_days",
  "basis",
  "salary",
  "benefits",
  "overtime_paid",
  "overtime_cap_room",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "total",
] as const;

/** The figures of a row an agency. */
export const TOTAL_FIELDS = [
  "officers",
  "claimed_officers",
  "award_officers",
  "salary",
  "benefits",
  "estimated",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
] as const;

/** The headers of claims, of which there is one more column where something was left out. */
export const CSV_HEADERS = {
  officer: ["agency_id", "agency_name", "quarter", ...OFFICER_FIELDS],
  agency: ["agency_id", "agency_name", "quarter", ...TOTAL_FIELDS],
} as const;

const TEXTS: ReadonlySet<string> = new Set(["officer_id", "officer_name", "program_model", "basis"]);

/** One row an officer, or an agency; header always; amounts plain. */
export const csv: Format = {
  name: "csv",
  endings: ["csv"],
  render: ({ figures }, { by }) => {
    const rows = csvRows(figures, by);
    const lines = figures.incomplete ? withLeftOut(rows, leftOutText(figures)) : rows;
    return `${Papa.unparse(lines, { newline: "\n" })}\n`;
  },
};

/** The header and the rows of a claim. */
export function csvRows(document: ClaimFigures, by: "officer" | "agency"): (string | number)[][] {
  const rows = document.claims.flatMap((claim) =>
    by === "agency" ? [agencyRow(claim, document)] : officerRows(claim, document),
  );
  return [[...CSV_HEADERS[by]], ...rows];
}

/** A claim that leaves something out says so beside every total. */
export const withLeftOut = ([header = [], ...rows]: readonly (readonly (string | number)[])[], text: string) => [
  [...header, "incomplete"],
  ...rows.map((row) => [...row, text]),
];

const agencyCells = ({ agency_id, agency_name }: AgencyDocument, { quarter }: ClaimFigures): string[] => [
  spreadsheetSafe(agency_id),
  spreadsheetSafe(agency_name ?? ""),
  quarter.id,
];

const agencyRow = (claim: AgencyDocument, document: ClaimFigures): (string | number)[] => [
  ...agencyCells(claim, document),
  ...TOTAL_FIELDS.map((field) => claim.totals[field]),
];

function officerRows(claim: AgencyDocument, document: ClaimFigures): (string | number)[][] {
  const agency = agencyCells(claim, document);
  return claim.officers.map((officer) => [
    ...agency,
    ...OFFICER_FIELDS.map((field) => {
      const value = officer[field] ?? "";
      return TEXTS.has(field) ? spreadsheetSafe(String(value)) : value;
    }),
  ]);
}
