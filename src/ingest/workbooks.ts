import { Refusal } from "../problems/refusal.ts";
import { isWorkbook } from "./text/bytes.ts";
import type { Role } from "./text/rows.ts";
import type { SheetText } from "./text/workbook.ts";

/** The sheet of a workbook, or why there is none. */
export type OpenedSheet = SheetText | Refusal;

/**
 * The sheet of a file that is a workbook; undefined for any other. What reads workbooks is loaded for the first of them.
 * @param asked the sheet of rosters, and of others where they have one of that name
 */
export async function sheetOf(role: Role, bytes: Buffer, asked: string | undefined): Promise<OpenedSheet | undefined> {
  if (!isWorkbook(bytes)) return undefined;
  const { sheetText } = await import("./text/workbook.ts");
  const sheet = await sheetText(bytes, asked);
  if ("says" in sheet && sheet.code === "no-sheet" && asked !== undefined && role !== "roster")
    return sheetOf(role, bytes, undefined);
  return "says" in sheet ? new Refusal(sheet.code, sheet.says, sheet.remedy) : sheet;
}
