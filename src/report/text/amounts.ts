import { type Money, moneyFromText, plus, ZERO } from "../../engine/values/money.ts";

/** An amount or a count of a document with thousands separators: `21,250.09`. */
export function grouped(amount: string | number): string {
  const text = String(amount);
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + text.slice(whole.length);
}

/** An amount as a person writes it: `$21,250.09`. */
export const dollars = (amount: string): string =>
  amount.startsWith("-") ? `−$${grouped(amount.slice(1))}` : `$${grouped(amount)}`;

/** An amount with its sign, as a difference is written: `+250.00`. @param unit stands after the sign */
export const signed = (amount: string, unit = ""): string =>
  amount.startsWith("-") ? `−${unit}${grouped(amount.slice(1))}` : `+${unit}${grouped(amount)}`;

export const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);

/** The exact sum of amounts of a document, in cents. */
export const sumOf = (amounts: readonly string[]): Money =>
  amounts.reduce<Money>((sum, amount) => plus(sum, moneyFromText(amount)), ZERO);
