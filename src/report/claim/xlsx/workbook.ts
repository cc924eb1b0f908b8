import { writeXlsx } from "hucre/xlsx";
import type { YearDocument } from "../../../whatif/year.ts";
import type { ClaimShown } from "../shown.ts";
import { agenciesWritten, officersWritten, type Written } from "./claim-sheets.ts";
import { type Part, partOf } from "./part.ts";
import type { Sheet } from "./sheet.ts";
import { FONT } from "./style.ts";
import { yearSheet } from "./year.ts";

/** Whether a line is an officer or an agency. */
type By = "officer" | "agency";

const writtenBy = (by: By): ((part: Part) => Written) => (by === "officer" ? officersWritten : agenciesWritten);

/** The workbook of a claim, or of an amendment. The same claim gives the same bytes. */
export const claimWorkbook = (claim: ClaimShown, by: By = "officer"): Promise<Uint8Array> =>
  workbook([writtenBy(by)(partOf(claim))]);

/** The workbook of a fiscal year: its summary, and the sheets of each quarter. */
export function yearWorkbook(
  year: YearDocument,
  claims: readonly ClaimShown[],
  by: By = "officer",
): Promise<Uint8Array> {
  const written = writtenBy(by);
  const quarters = claims.map((claim, index) => written(partOf(claim, suffixOf(claim, claims.slice(0, index)))));
  return workbook(quarters, yearSheet(year, quarters));
}

/** ` Q1`; of a second claim of that quarter ` Q1 2`. */
function suffixOf({ claim: { quarter } }: ClaimShown, before: readonly ClaimShown[]): string {
  const nth = before.filter(({ claim }) => claim.quarter.id === quarter.id).length + 1;
  return ` ${quarter.id.slice(-2)}${nth > 1 ? ` ${nth}` : ""}`;
}

function workbook(claims: readonly Written[], ...above: Sheet[]): Promise<Uint8Array> {
  const sheets = [...above, ...claims.flatMap((claim) => claim.sheets)];
  const last = claims.at(-1)?.part.claim;
  // A document has no clock: a workbook is of the day on which its last quarter ends.
  const made = new Date(`${last?.quarter.end ?? "2025-10-01"}T00:00:00Z`);
  const isExact = sheets.every((sheet) => sheet.isExact);
  return writeXlsx({
    sheets: sheets.map((sheet) => sheet.written(isExact)),
    namedRanges: [
      ...claims.flatMap(({ names }) => names.map(({ name, range }) => ({ name, range }))),
      ...sheets.flatMap((sheet) => sheet.printed()),
    ],
    defaultFont: FONT,
    properties: {
      title: `287(g) reimbursement claim, ${claims.map(({ part }) => part.claim.quarter.id).join(", ")}`,
      creator: last?.generator ?? "claims",
      created: made,
      modified: made,
    },
  });
}
