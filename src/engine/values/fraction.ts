import { Decimal } from "decimal.js";
import { type Money, plus, times, type Whole } from "./money.ts";

/** An exact quotient of whole numbers, denominator above zero. Not kept in lowest terms. */
export interface Fraction {
  readonly n: Whole;
  readonly d: Whole;
}

export const ONE: Fraction = { n: 1, d: 1 };
export const NONE: Fraction = { n: 0, d: 1 };

/** Enough digits that every decimal an input can hold, and every product of them, is exact. */
const Exact = Decimal.clone({ precision: 120, toExpNeg: -200, toExpPos: 200 });

export const fraction = (n: Whole, d: Whole): Fraction => ({ n, d });

/** Annual pay, or a part of it, as dollars. */
export const payDollars = ({ n, d }: Fraction): Fraction => ({ n, d: times(d, 10_000) });

/** An amount as dollars. */
export const ofMoney = (amount: Money): Fraction => ({ n: amount, d: 100 });

/** Dollars as cents, exact. */
export const inCents = ({ n, d }: Fraction): Fraction =>
  typeof d === "number" && d % 100 === 0 ? { n, d: d / 100 } : { n: times(n, 100), d };

/** a × b, exact. */
export const product = (a: Fraction, b: Fraction): Fraction =>
  a === ONE ? b : b === ONE ? a : { n: times(a.n, b.n), d: times(a.d, b.d) };

/** a + b, exact. */
export function sum(a: Fraction, b: Fraction): Fraction {
  if (a.n === 0) return b;
  if (a.d === b.d) return { n: plus(a.n, b.n), d: a.d };
  return { n: plus(times(a.n, b.d), times(b.n, a.d)), d: times(a.d, b.d) };
}

/** Below zero, zero or above zero as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = times(a.n, b.d);
  const right = times(b.n, a.d);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The fraction of a plain decimal such as `92.5`.
 * @throws RangeError unless the text is digits with at most one point
 */
export function fractionFromDecimal(text: string): Fraction {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new RangeError(`"${text}" is not a plain decimal number`);
  const point = text.indexOf(".");
  const digits = BigInt(text.replace(".", ""));
  const scale = 10n ** BigInt(point < 0 ? 0 : text.length - point - 1);
  return lowest({ n: digits, d: scale });
}

function lowest({ n, d }: Fraction): Fraction {
  if (d === 1) return { n, d };
  let [a, b] = [BigInt(n), BigInt(d)];
  while (b !== 0n) [a, b] = [b, a % b];
  if (a === 0n) return NONE;
  return { n: plus(BigInt(n) / a, 0), d: plus(BigInt(d) / a, 0) };
}

/** The exact value as a person writes it: a decimal where it ends (`21250.0925`), else a quotient (`7/3`). */
export function exactText(value: Fraction): string {
  const { n, d } = lowest(value);
  if (d === 1) return String(n);
  return ends(BigInt(d)) ? new Exact(String(n)).div(String(d)).toFixed() : `${n}/${d}`;
}

/** Dollars as exactText, with two decimals at least. */
export function dollarsText(dollars: Fraction): string {
  const text = exactText(dollars);
  return text.includes("/") || /\.\d\d/.test(text) ? text : text.includes(".") ? `${text}0` : `${text}.00`;
}

/** A quotient such as `518502257/36800` as a decimal that goes on: `14089.735244…`. */
export function exactDecimal(quotient: string): string {
  const [n = "0", d = "1"] = quotient.split("/");
  return `${new Exact(n).div(d).toDecimalPlaces(6, Decimal.ROUND_DOWN).toFixed()}…`;
}

/** The value as a decimal, rounded half up to that many decimals where it does not end. */
export function decimalText(value: Fraction, decimals: number): string {
  const { n, d } = lowest(value);
  const quotient = new Exact(String(n)).div(String(d));
  return ends(BigInt(d)) ? quotient.toFixed() : quotient.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed();
}

function ends(d: bigint): boolean {
  let rest = d;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest === 1n;
}
