import { dayFromText } from "../../../engine/values/calendar.ts";
import { spreadsheetSafe } from "../../csv-text.ts";
import type { StyleName } from "./style.ts";

/** What stands in a cell. With a formula, the value is what the engine found. */
export interface Cell {
  readonly value: string | number | null;
  readonly style: StyleName;
  readonly formula?: string;
}

/** The most that a cell may hold. */
const LONGEST = 32_767;
/** Words that a reader of workbooks takes for an error value. */
const ERROR_VALUE = /^#[A-Z_/0-9]+[!?]?$/;
/** What a workbook reads as one character, such as `_x0041_`. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Characters that no XML may hold. */
const NOT_XML = /[\uFFFE\uFFFF]/g;

/** Text that is nothing but text: no formula, no error value, no escape. */
export function text(value: string | null | undefined, style: StyleName = "text"): Cell {
  if (value === null || value === undefined || value === "") return { value: null, style };
  const safe = spreadsheetSafe(value).replace(NOT_XML, "\uFFFD").replace(ESCAPE, "_x005F_");
  const shown = ERROR_VALUE.test(safe) ? `'${safe}` : safe;
  return { value: shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown, style };
}

/** Digits that a spreadsheet's numbers hold. */
const EXACT_DIGITS = 15;

/** An amount of a document; text where a spreadsheet's numbers would not hold it. */
export const amount = (value: string | undefined, style: StyleName = "amount"): Cell =>
  value === undefined ? { value: null, style } : { value: numberOf(value), style };

/** A decimal of a document as a number, or as it stands where it has more digits than a spreadsheet holds. */
export function numberOf(value: string): number | string {
  return value.replace(/^-|\./g, "").replace(/^0+/, "").length > EXACT_DIGITS ? value : Number(value);
}

/** 1970-01-01 as spreadsheets number the days. */
const EPOCH = 25_569;

/** A day as spreadsheets number them. */
export const serial = (day: number): number => day + EPOCH;

export function date(value: string | null, style: StyleName = "inputDate"): Cell {
  const day = value === null ? undefined : dayFromText(value);
  return { value: day === undefined ? null : serial(day), style };
}

/** A formula, with the value that the engine found. */
export const formula = (text: string, value: string | number, style: StyleName = "amount"): Cell => ({
  value,
  style,
  formula: text,
});

/** The same of an amount as a document writes it. */
export const amountBy = (text: string, value: string, style: StyleName = "amount"): Cell =>
  formula(text, numberOf(value), style);
