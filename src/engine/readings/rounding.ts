import type { Step } from "../derivation.ts";
import { dollarsText, type Fraction, inCents } from "../values/fraction.ts";
import { divide, type Halves, type Money, moneyText } from "../values/money.ts";

/**
 * Reading rounding: dollars rounded to the cent, a half as the reading says.
 * @param dollars exact, zero or more @returns cents
 */
export function toCent(dollars: Fraction, halves: Halves): Money {
  const { n, d } = inCents(dollars);
  return divide(n, d, halves);
}

/** What a step says of an exact amount and the cents that it was rounded to. */
export function roundedStep(
  dollars: Fraction,
  cents: Money,
  { rounding }: Halves,
): Pick<Step, "reading" | "exact" | "rounding" | "value"> {
  const [exact, value] = [dollarsText(dollars), moneyText(cents)];
  return exact === value ? { exact, value } : { reading: "rounding", exact, rounding, value };
}
