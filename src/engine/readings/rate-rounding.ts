import { compare, type Fraction, fraction } from "../values/fraction.ts";
import { divide, divideDown, HALF_UP, type Whole } from "../values/money.ts";
import type { Band, Terms } from "../values/terms.ts";

/**
 * Reading rate-rounding: the award band of a placement rate in percent.
 * @returns undefined where the rate is in no band
 */
export function bandOf(rate: Fraction, { bands, readings }: Terms): Band | undefined {
  const reading = readings["rate-rounding"];
  if (reading === "exact")
    return bands.find(({ from, to }) => compare(rate, fraction(from, 1)) >= 0 && compare(rate, fraction(to, 1)) <= 0);
  const percent = wholePercent(rate, reading);
  return bands.find(({ from, to }) => percent >= from && percent <= to);
}

/** The rate as a whole percent, the nearest or the one below. */
export const wholePercent = ({ n, d }: Fraction, reading: "floor" | "nearest"): Whole =>
  reading === "floor" ? divideDown(n, d) : divide(n, d, HALF_UP);

/** The band as documents name it: `90-100`. */
export const bandText = ({ from, to }: Band): string => `${from}-${to}`;
