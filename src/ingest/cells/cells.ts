import { type Day, dayOf, dayText } from "../../engine/values/calendar.ts";
import { type Fraction, fractionFromDecimal, ONE } from "../../engine/values/fraction.ts";
import { MODELS, type ProgramModel } from "../../engine/values/ids.ts";
import { type Whole, wholeFromDigits } from "../../engine/values/money.ts";
import { nearest } from "../../problems/nearest.ts";
import { Refusal } from "../../problems/refusal.ts";

/** Reads one trimmed cell that is not blank. */
export type CellReader<T> = (text: string) => T | Refusal;

const WHOLE_DIGITS = 15;
const POWERS = [1, 10, 100, 1_000, 10_000];

/** A cell without the spaces and no-break spaces around it. */
export function trimmed(cell: string): string {
  const last = cell.length - 1;
  if (
    last < 0 ||
    (cell.charCodeAt(0) > 32 && cell.charCodeAt(0) < 127 && cell.charCodeAt(last) > 32 && cell.charCodeAt(last) < 127)
  )
    return cell;
  return cell.trim();
}

/** The most characters that a name or an id may have. */
export const LONG = 200;

/** Names and other text. */
export const shortText: CellReader<string> = (text) => (text.length <= LONG ? text : tooLong(text));

export const tooLong = (text: string): Refusal =>
  new Refusal(
    "text-too-long",
    `is ${text.length} characters long`,
    `write at most ${LONG}; a quote may be missing at the end of the cell`,
  );

const PLUS = 43;

/** An id of an officer or an agency: text, kept as it is. */
export const identifier: CellReader<string> = (text) => {
  if (text.length > LONG) return tooLong(text);
  const shortened = text.charCodeAt(text.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(text);
  if (!shortened) return text;
  return new Refusal(
    "shortened-id",
    "is what Excel makes of a long number, whose last digits are lost",
    "export the column from its source as text; in Excel, import it with Data > From Text/CSV and the type Text",
  );
};

/** An annual amount, hours or a rate of pay: dollars with at most 4 decimals, in ten-thousandths. */
export const annualAmount: CellReader<Whole> = (text) => amount(text, 4);

/** A paid amount: dollars with at most 2 decimals, in cents. */
export const paidAmount: CellReader<Whole> = (text) => amount(text, 2);

function amount(text: string, decimals: number): Whole | Refusal {
  const plain = plainUnits(text, decimals);
  if (plain >= 0) return plain;
  if (/^\$?\s*-$/.test(text)) return 0; // Excel's accounting format writes zero as a dash
  const bare = text.replace(/^\$\s*/, "");
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  if (!/^\d+(\.\d+)?$/.test(digits)) return notAnAmount(text, bare);
  const wholeDigits = (digits.split(".")[0] ?? "").replace(/^0+/, "").length;
  if (wholeDigits > WHOLE_DIGITS)
    return new Refusal(
      "amount-too-large",
      "is too large to be an amount",
      "check the cell: it has more than 15 digits",
    );
  return wholeFromDigits(digits, decimals) ?? tooManyDecimals(decimals);
}

/** Plain digits with at most one point, as units; -1 for any other text, or one that needs more than a safe integer. */
function plainUnits(text: string, decimals: number): number {
  const length = text.length;
  if (length === 0 || length > WHOLE_DIGITS - decimals) return -1;
  let units = 0;
  let point = -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) units = units * 10 + (code - 48);
    else if (code === 46 && point < 0) point = i;
    else return -1;
  }
  if (point === 0 || point === length - 1) return -1;
  const places = point < 0 ? 0 : length - point - 1;
  return places > decimals ? -1 : units * (POWERS[decimals - places] ?? 1);
}

const tooManyDecimals = (decimals: number): Refusal =>
  new Refusal(
    "too-many-decimals",
    `has more than ${decimals} decimals`,
    decimals === 2 ? "write dollars and cents, such as 3456.78" : "write at most 4 decimals, such as 85000.3725",
  );

function notAnAmount(text: string, bare: string): Refusal {
  if (/^(-|\u2212|\().*\d/.test(text) || /^-|-$/.test(bare))
    return new Refusal(
      "negative-amount",
      "is negative",
      "amounts are zero or more; leave the cell blank where it is not known",
    );
  if (/^\d+([.]\d+)?e[+-]?\d+$/i.test(bare))
    return new Refusal("not-an-amount", "is in scientific notation", "write the digits out, such as 100000");
  const comma = /^(\d{1,3}(?:[. \u00A0\u202F]\d{3})+|\d+),(\d{1,4})$/.exec(bare);
  if (comma)
    return new Refusal(
      "decimal-comma",
      "has a decimal comma",
      `write it as ${comma[1]?.replace(/\D/g, "")}.${comma[2]}, with a decimal point`,
    );
  return new Refusal("not-an-amount", "is not an amount", "write it as 85000.37 or 85,000.37");
}

/** A calendar day: `2025-10-01`, `10/1/2025` or `10/01/2025` (month first). */
export const date: CellReader<Day> = (text) => {
  const iso = isoDay(text);
  if (iso !== undefined) return iso;
  const us = SLASHES.exec(text);
  if (!us) return notADate(text);
  const [month, day, year] = [Number(us[1]), Number(us[2]), Number(us[3])];
  const read = dayOf(year, month, day);
  if (read !== undefined) return read;
  const dayFirst = dayOf(year, day, month);
  return dayFirst === undefined ? notADate(text) : new DayFirstRefusal(writeDate(dayFirst));
};

const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A date that is none with the month first, but one with the day first: a column of them is said once. */
export class DayFirstRefusal extends Refusal {
  constructor(remedy: string) {
    super("day-first-dates", "has the day first", remedy);
  }
}

/** How a date of two numbers and a year can be read. */
export function dateOrder(text: string): "month-first" | "day-first" | "either" | undefined {
  const parts = SLASHES.exec(text);
  if (!parts) return undefined;
  const [a, b, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [monthFirst, dayFirst] = [dayOf(year, a, b) !== undefined, dayOf(year, b, a) !== undefined];
  if (monthFirst && dayFirst) return a === b ? undefined : "either";
  return monthFirst ? "month-first" : dayFirst ? "day-first" : undefined;
}

function isoDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  let digits = 0;
  for (const i of ISO_DIGITS) {
    const code = text.charCodeAt(i) - 48;
    if (code < 0 || code > 9) return undefined;
    digits = digits * 10 + code;
  }
  return dayOf(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
}
const ISO_DIGITS = [0, 1, 2, 3, 5, 6, 8, 9];

const writeDate = (day: Day): string => {
  const [year, month, date] = dayText(day).split("-").map(Number);
  return `write it as ${dayText(day)} or ${month}/${date}/${year}`;
};

/** How dates leave Excel so that they can be read. */
export const EXPORT_DATES = "export dates as 2025-10-01: in Excel choose the format yyyy-mm-dd before saving as CSV";

function notADate(text: string): Refusal {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = Math.floor(Number(text)) - 25_569; // Excel counts from 1899-12-30
    return new Refusal("excel-date", "is an Excel serial number, not a date", `${writeDate(day)}; ${EXPORT_DATES}`);
  }
  const short = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2})$/.exec(text);
  if (short) {
    const day = dayOf(2000 + Number(short[3]), Number(short[1]), Number(short[2]));
    return new Refusal("two-digit-year", "has a two-digit year", day === undefined ? WRITE_DATE : writeDate(day));
  }
  return new Refusal("not-a-date", "is not a date", meantDate(text));
}

const WRITE_DATE = "write it as 2025-10-01 or 10/1/2025";

/** The date that was probably meant: parts in another order, or with the time of day behind it. */
function meantDate(text: string): string {
  const parts = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})(?:[T ].*)?$/.exec(text)?.slice(1).map(Number);
  if (!parts) return WRITE_DATE;
  const [a = 0, b = 0, c = 0] = parts;
  const day = a > 31 ? (dayOf(a, b, c) ?? dayOf(a, c, b)) : (dayOf(c, a, b) ?? dayOf(c, b, a));
  return day === undefined ? `there is no such day; ${WRITE_DATE}` : writeDate(day);
}

/** A percentage as a share of 1: `92%`, `92.5 %`, or a plain number from above 1 to 100, or 0. */
export const share: CellReader<Fraction> = (text) => {
  if (text === "100%" || text === "100") return ONE;
  const percent = percentText(text);
  if (percent instanceof Refusal) return percent;
  const value = fractionFromDecimal(percent);
  return Number(percent) === 100 ? ONE : fractionOf100(value);
};

const fractionOf100 = ({ n, d }: Fraction): Fraction => ({ n, d: typeof d === "number" ? d * 100 : d * 100n });

/** A placement rate in percent. */
export const rate: CellReader<Fraction> = (text) => {
  const percent = percentText(text);
  return percent instanceof Refusal ? percent : fractionFromDecimal(percent);
};

/** The decimals of a percentage as typed. */
export const percentDecimals = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

function percentText(text: string): string | Refusal {
  const match = /^(\d{1,9}(?:\.\d{1,12})?)[\s\u00A0\u202F]*(%?)$/.exec(text);
  if (!match)
    return /^[-\u2212(]/.test(text)
      ? new Refusal("bad-percent", "is below 0 %", "write a percentage from 0 to 100, such as 92.5%")
      : new Refusal("bad-percent", "is not a percentage", "write it as 92.5% or 92.5");
  const number = match[1] ?? "";
  if (Number(number) > 100)
    return new Refusal("bad-percent", "is above 100 %", "write a percentage from 0 to 100, such as 92.5%");
  if (match[2] === "" && Number(number) > 0 && Number(number) <= 1) return ambiguousPercent(number);
  return number;
}

function ambiguousPercent(number: string): Refusal {
  const hundredfold = trimZeros((Number(number) * 100).toFixed(10));
  return new Refusal(
    "ambiguous-percent",
    `could be ${number} % or ${hundredfold} %`,
    `write ${number}% or ${hundredfold}%, whichever is meant`,
  );
}

const trimZeros = (text: string): string => text.replace(/\.?0+$/, "");

/** A count of people: a whole number, thousands separated or not. */
export const count: CellReader<Whole> = (text) => {
  const digits = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
  if (/^\d{1,15}$/.test(digits)) return Number(digits);
  return new Refusal("not-a-count", "is not a whole number", "write it as 40");
};

/** Yes or no. */
export const yesNo: CellReader<boolean> = (text) => {
  switch (text.toLowerCase()) {
    case "yes":
    case "y":
    case "true":
    case "1":
      return true;
    case "no":
    case "n":
    case "false":
    case "0":
      return false;
  }
  return new Refusal("not-yes-or-no", "is neither yes nor no", "write yes or no; blank counts as yes");
};

const MODEL_NAMES: ReadonlyMap<string, ProgramModel> = new Map([
  ["taskforcemodel", "TFM"],
  ["taskforceofficer", "TFM"],
  ["taskforce", "TFM"],
  ["jailenforcementmodel", "JEM"],
  ["jailenforcement", "JEM"],
  ["warrantserviceofficer", "WSO"],
  ["warrantserviceofficermodel", "WSO"],
  ["warrantservice", "WSO"],
]);

/** A program model: TFM, JEM, WSO, or its full name. */
export const programModel: CellReader<ProgramModel> = (text) => {
  const upper = text.toUpperCase();
  const code = MODELS.find((one) => one === upper);
  if (code) return code;
  const model = MODEL_NAMES.get(text.toLowerCase().replace(/[^a-z]/g, ""));
  if (model) return model;
  const near = nearest(text, MODELS);
  return new Refusal(
    "unknown-model",
    "is not a program model",
    `write TFM (task force), JEM (jail enforcement) or WSO (warrant service officer)${near ? `; the nearest is ${near}` : ""}`,
  );
};
