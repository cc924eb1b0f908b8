/**
 * Exact money. An amount is a whole number of cents; annual pay is a whole number of ten-thousandths of a dollar.
 * Whole numbers are kept as `number` while they are safe integers and as `bigint` beyond, so that the usual amounts are
 * fast and no amount is ever inexact. Nothing here divides into a float.
 */

/** An exact whole number: a safe integer, or a bigint where it would not be one. */
export type Whole = number | bigint;

declare const unit: unique symbol;
/** An amount in cents. */
export type Money = Whole & { readonly [unit]?: "cents" };
/** Annual pay in ten-thousandths of a dollar (the four decimals that an annual amount may have). */
export type AnnualPay = Whole & { readonly [unit]?: "ten-thousandths" };

export const ZERO: Money = 0;
/** Ten-thousandths of a dollar in a cent. */
export const PAY_PER_CENT = 100;

const settle = (exact: bigint): Whole =>
  exact >= BigInt(Number.MIN_SAFE_INTEGER) && exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;

/** a + b, exact. */
export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return settle(BigInt(a) + BigInt(b));
}

/** a − b, exact. */
export function minus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return settle(BigInt(a) - BigInt(b));
}

/** a × b, exact. */
export function times(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return settle(BigInt(a) * BigInt(b));
}

/** The lesser of two amounts. */
export const lesser = <T extends Whole>(a: T, b: T): T => (a <= b ? a : b);

/** The amount, or zero where it is below zero. */
export const notBelowZero = <T extends Whole>(a: T): T => (a < 0 ? (0 as T) : a);

/** How a half is rounded. The readings of a claim say it, and are asked only where there is a half. */
export interface Halves {
  readonly rounding: "half-up" | "half-even";
}

export const HALF_UP: Halves = { rounding: "half-up" };

/**
 * numerator ÷ denominator as a whole number, rounded to the nearest, a half as named.
 * @param numerator zero or more
 * @param denominator above zero
 */
export function divide(numerator: Whole, denominator: Whole, halves: Halves): Whole {
  if (typeof numerator === "number" && typeof denominator === "number") {
    const rest = numerator % denominator;
    const floor = (numerator - rest) / denominator;
    return roundsUp(floor % 2 !== 0, rest, denominator - rest, halves) ? floor + 1 : floor;
  }
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  const rest = n % d;
  const floor = n / d;
  return settle(roundsUp(floor % 2n !== 0n, rest, d - rest, halves) ? floor + 1n : floor);
}

function roundsUp(odd: boolean, below: Whole, above: Whole, halves: Halves): boolean {
  if (below !== above) return below > above;
  return odd || halves.rounding === "half-up";
}

/** As divide, rounded down: where a rule says "up to". */
export function divideDown(numerator: Whole, denominator: Whole): Whole {
  if (typeof numerator === "number" && typeof denominator === "number")
    return (numerator - (numerator % denominator)) / denominator;
  return settle(BigInt(numerator) / BigInt(denominator));
}

/** Cents as plain text with two decimals: `21250.09`, `-12.50`. The form of every document. */
export const moneyText = (amount: Money): string => decimalText(amount, 2);

/** Cents as a person writes them: `$21,250.09`. */
export const dollarText = (amount: Money): string =>
  `${amount < 0 ? "−" : ""}$${moneyText(amount < 0 ? minus(0, amount) : amount).replace(/\B(?=(\d{3})+\.)/g, ",")}`;

/** Annual pay as plain text with two to four decimals: `85000.37`, `85000.3725`. */
export function payText(pay: AnnualPay): string {
  if (typeof pay === "number" && pay % PAY_PER_CENT === 0) return moneyText(pay / PAY_PER_CENT);
  const text = decimalText(pay, 4);
  return text.endsWith("00") ? text.slice(0, -2) : text.endsWith("0") ? text.slice(0, -1) : text;
}

function decimalText(amount: Whole, decimals: 2 | 4): string {
  const sign = amount < 0 ? "-" : "";
  const digits = String(amount < 0 ? -amount : amount).padStart(decimals + 1, "0");
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * A whole number of units from plain digits such as `85000.37`, without rounding.
 * @param text digits with at most one point, an optional leading minus; no other character
 * @param decimals decimals of the unit: 2 for cents, 4 for annual pay
 * @returns undefined where the text has another form or more decimals than the unit
 */
export function wholeFromDigits(text: string, decimals: number): Whole | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match || (match[3]?.length ?? 0) > decimals) return undefined;
  return settle(BigInt(`${match[2]}${(match[3] ?? "").padEnd(decimals, "0")}`) * (match[1] ? -1n : 1n));
}

/** Cents from the text of a document (`21250.09`). @throws RangeError on any other form. */
export function moneyFromText(text: string): Money {
  const amount = /\.\d\d$/.test(text) ? wholeFromDigits(text, 2) : undefined;
  if (amount === undefined) throw new RangeError(`"${text}" is not an amount with two decimals`);
  return amount;
}
