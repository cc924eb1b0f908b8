import { type Money, moneyFromText, plus, ZERO } from "../../engine/values/money.ts";

/** An amount of a document with thousands separators: `21,250.09`. */
export function grouped(amount: string): string {
  const point = amount.indexOf(".");
  const whole = point < 0 ? amount : amount.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + amount.slice(whole.length);
}

/** An amount as a person writes it: `$21,250.09`. */
export const dollars = (amount: string): string =>
  amount.startsWith("-") ? `−$${grouped(amount.slice(1))}` : `$${grouped(amount)}`;

export const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);

/** The exact sum of amounts of a document, in cents. */
export const sumOf = (amounts: Iterable<string>): Money => {
  let sum: Money = ZERO;
  for (const amount of amounts) sum = plus(sum, moneyFromText(amount));
  return sum;
};

/** An amount with its sign, as a difference is written. */
export const signed = (amount: string): string =>
  amount.startsWith("-") ? `−${grouped(amount.slice(1))}` : `+${grouped(amount)}`;
