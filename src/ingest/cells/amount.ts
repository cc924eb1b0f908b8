import { type Whole, wholeFromDigits } from "../../engine/values/money.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { CellReader } from "./words.ts";

const WHOLE_DIGITS = 15;
const POWERS = [1, 10, 100, 1_000, 10_000];

/** An annual amount: dollars with at most 4 decimals, in ten-thousandths. `85.000` may be 85 or 85,000. */
export const annualAmount: CellReader<Whole> = (text) =>
  text.charCodeAt(text.length - 4) === POINT && POINT_AND_THREE.test(text) ? ambiguousPoint : amount(text, 4);

const POINT = 46;

const POINT_AND_THREE = /^\$?\s*[1-9]\d{0,2}\.\d{3}$/;
const ambiguousPoint = new Refusal(
  "ambiguous-point",
  "could be dollars with three decimals, or thousands",
  "write it without the point where it divides thousands, else with two or four decimals",
);

/** Hours or a rate of pay: at most 4 decimals, in ten-thousandths. */
export const hoursOrRate: CellReader<Whole> = (text) => amount(text, 4);

/** A paid amount: dollars with at most 2 decimals, in cents. */
export const paidAmount: CellReader<Whole> = (text) => amount(text, 2);

function amount(text: string, decimals: number): Whole | Refusal {
  const plain = plainUnits(text, decimals);
  if (plain >= 0) return plain;
  if (/^\$?\s*-$/.test(text)) return 0; // Excel's accounting format writes zero as a dash
  const bare = text.replace(/^\$\s*/, "");
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  if (!/^\d+(\.\d+)?$/.test(digits)) return notAnAmount(text, bare, decimals);
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
  if (length > WHOLE_DIGITS - decimals) return -1;
  let units = 0;
  let point = -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) units = units * 10 + (code - 48);
    else if (code === POINT && point < 0) point = i;
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

function notAnAmount(text: string, bare: string, decimals: number): Refusal {
  if (/^(-|\u2212|\().*\d/.test(text) || /^-|-$/.test(bare))
    return new Refusal(
      "negative-amount",
      "is negative",
      "amounts are zero or more: take what was paid back off the amount that it corrects",
    );
  if (/^\d+([.]\d+)?e[+-]?\d+$/i.test(bare))
    return new Refusal(
      "not-an-amount",
      "is in scientific notation",
      "write all its digits, as they stand in the source",
    );
  const comma = /^(\d{1,3}(?:[. \u00A0\u202F]\d{3})+|\d+),(\d{1,4})$/.exec(bare);
  if (comma) return decimalComma(comma[1] ?? "", comma[2] ?? "", decimals);
  return new Refusal("not-an-amount", "is not an amount", "write dollars and cents in digits, such as 85,000.37");
}

/** A comma where the point should be. Before three digits, or more than an amount has, it may be a slip for thousands. */
function decimalComma(dollars: string, fraction: string, decimals: number): Refusal {
  const written = `${dollars.replace(/\D/g, "")}.${fraction}`;
  const isSure = fraction.length <= 2 && !(amount(written, decimals) instanceof Refusal);
  return isSure
    ? new Refusal("decimal-comma", "has a decimal comma", `write it as ${written}, with a decimal point`)
    : unsureComma;
}

const unsureComma = new Refusal(
  "decimal-comma",
  "has a comma where none divides thousands",
  "write it without the comma where it divides thousands, else with a decimal point",
);

/** A count of people: a whole number, thousands separated or not. */
export const count: CellReader<Whole> = (text) => {
  const digits = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
  if (/^\d{1,15}$/.test(digits)) return Number(digits);
  return new Refusal("not-a-count", "is not a whole number", "write a whole number, such as 40");
};
