import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import { zipEntries } from "../../files/zip.ts";
import type { ProblemCode } from "../../problems/catalogue.ts";

/** A sheet of a workbook as CSV text, a line for each of its rows, and what a person should know of it. */
export interface SheetText {
  readonly text: string;
  /** The sheet that was read, and the names of all that are visible. */
  readonly sheet: string;
  readonly visible: readonly string[];
  /** The beginnings of visible sheets that are not read, where nobody chose one. */
  readonly unread: readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[];
  /** Cells with a formula that has no value, by line and column, both from 1. */
  readonly unvalued: readonly { readonly line: number; readonly column: number; readonly formula: string }[];
  /** Hidden rows that hold something. */
  readonly hidden: readonly number[];
  /** Ranges of merged cells, such as A5:C5, by their first line. */
  readonly merged: readonly { readonly line: number; readonly range: string }[];
}

/** Why there is no sheet; the program, of which this is a file apart, makes a refusal of it. */
export interface NoSheet {
  readonly code: ProblemCode;
  readonly says: string;
  readonly remedy: string;
}

/** What a workbook may unpack to. */
const MOST_BYTES = 512 * 2 ** 20;

/**
 * A sheet of a workbook: the one of that name, else the first that is visible. Values are the cells' own, not their pictures:
 * dates from serials, percents and zeros in front by the format.
 */
export async function sheetText(bytes: Buffer, asked: string | undefined): Promise<SheetText | NoSheet> {
  let size = 0;
  for (const entry of zipEntries(bytes)) size += entry.size;
  if (size > MOST_BYTES)
    return {
      code: "input-too-large",
      says: `unpacks to ${Math.ceil(size / 2 ** 20)} MB`,
      remedy: "save the sheet as CSV",
    };
  try {
    const names: string[] = [];
    const chosen = (info: { name: string; hidden?: boolean; veryHidden?: boolean }): boolean => {
      if (info.hidden || info.veryHidden) return info.name === asked;
      names.push(info.name);
      return asked === undefined || info.name === asked;
    };
    const workbook = await readXlsx(bytes, { readStyles: true, sheets: chosen });
    const [sheet, ...others] = workbook.sheets;
    if (!sheet) return noSheet(asked, names);
    const unread = others.map(({ name, rows }) => ({ sheet: name, rows: rows.slice(0, BEGINNING).map(textsOf) }));
    return { ...textOfSheet(sheet, workbook.dateSystem === "1904"), visible: names, unread };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      code: "broken-workbook",
      says: `is a workbook that cannot be read: ${why}`,
      remedy: "open it in Excel, save it again",
    };
  }
}

/** A header has so many rows above it at most. */
const BEGINNING = 21;
const textsOf = (row: readonly CellValue[]): string[] => row.map((value) => String(value ?? "").trim());

const noSheet = (asked: string | undefined, names: readonly string[]): NoSheet =>
  asked === undefined
    ? {
        code: "no-sheet",
        says: "is a workbook without a visible sheet",
        remedy: "show the sheet with the rows, or name it with --sheet",
      }
    : { code: "no-sheet", says: `has no sheet "${asked}"`, remedy: `its sheets: ${names.join(", ")}` };

function textOfSheet(sheet: Sheet, from1904: boolean): Omit<SheetText, "visible" | "unread"> {
  const { cells, rows, rowDefs, merges = [] } = sheet;
  const unvalued: SheetText["unvalued"][number][] = [];
  const lines = rows.map((row, r) =>
    row
      .map((value, c) => {
        const cell = cells?.get(`${r},${c}`);
        if (cell?.formula !== undefined && (value === null || value === undefined))
          unvalued.push({ line: r + 1, column: c + 1, formula: cell.formula });
        return quoted(cellText(value, cell, from1904));
      })
      .join(","),
  );
  const isFilled = (r: number): boolean => (rows[r] ?? []).some((value) => value !== null && value !== "");
  const hidden = [...(rowDefs ?? [])].flatMap(([r, def]) => (def.hidden === true && isFilled(r) ? [r + 1] : []));
  const merged = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    line: startRow + 1,
    range: `${letters(startCol)}${startRow + 1}:${letters(endCol)}${endRow + 1}`,
  }));
  return { text: `${lines.join("\n")}\n`, sheet: sheet.name, unvalued, hidden: hidden.sort((a, b) => a - b), merged };
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A cell's value as a person would type it; a line end in it is a space, so that a line is a row. */
function cellText(value: CellValue | undefined, cell: Cell | undefined, from1904: boolean): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value, cell?.style?.numFmt ?? "", from1904);
  if (typeof value === "number") return numberText(value, cell?.style?.numFmt ?? "");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(typeof value === "object" ? (cell?.formulaResult ?? "") : value).replace(/[\r\n]+/g, " ");
}

/** The digits that a spreadsheet keeps. */
const DIGITS = 15;

function numberText(value: number, format: string): string {
  if (!Number.isFinite(value)) return String(value);
  const plain = decimalText(value);
  if (/^0+$/.test(format) && /^\d+$/.test(plain)) return plain.padStart(format.length, "0");
  return /%/.test(format) ? `${shifted(plain, 2)}%` : plain;
}

/** A number of a cell in plain decimal digits, as many of them as a spreadsheet keeps; one with more before its point as Excel shows it, its last digits being lost. */
function decimalText(value: number): string {
  if (Math.abs(value) >= 10 ** DIGITS) return value.toExponential(DIGITS - 1).toUpperCase();
  const [mantissa = "", exponent = "0"] = value.toExponential(DIGITS - 1).split("e");
  const digits = mantissa.replace(/\.?0+$/, "");
  return shifted(digits, Number(exponent));
}

/** Decimal digits with the point moved to the right. */
function shifted(text: string, places: number): string {
  const negative = text.startsWith("-");
  const [whole = "", part = ""] = text.replace("-", "").split(".");
  const digits = whole + part;
  const at = whole.length + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - at), "0").padEnd(Math.max(digits.length, at), "0");
  const point = Math.max(at, 1);
  const fraction = padded.slice(point).replace(/0+$/, "");
  const integer = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  return `${negative ? "-" : ""}${integer}${fraction === "" ? "" : `.${fraction}`}`;
}

const DAY_MS = 86_400_000;

/** A day, with its time where it has one; a duration such as 36:30 is hours. */
function dateText(value: Date, format: string, from1904: boolean): string {
  if (/\[h+\]/i.test(format)) return decimalText((serialOf(value, from1904) * DAY_MS) / 3_600_000);
  const [day = "", time = ""] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}

/** Days since the workbook's first, as the cell holds them. */
function serialOf(value: Date, from1904: boolean): number {
  const day = (year: number, month: number, date: number): number =>
    (value.getTime() - Date.UTC(year, month, date)) / DAY_MS;
  if (from1904) return day(1904, 0, 1);
  // Excel takes 1900 for a leap year.
  return value.getTime() < Date.UTC(1900, 2, 1) ? day(1899, 11, 31) : day(1899, 11, 30);
}
