import type { Step } from "../derivation.ts";
import { compare, exactText, type Fraction, fraction } from "../values/fraction.ts";
import { divide, divideDown, HALF_UP, type Whole } from "../values/money.ts";
import type { Band, Terms } from "../values/terms.ts";

/**
 * Reading rate-rounding: the award band of a placement rate in percent. `floor`: whole percents, the fraction dropped;
 * `nearest`: half up; `exact`: a rate strictly between two bands is in none.
 * @returns undefined where the rate is in no band
 */
export function bandOf(rate: Fraction, { bands, readings }: Terms): Band | undefined {
  const reading = readings["rate-rounding"];
  if (reading === "exact")
    return bands.find(({ from, to }) => compare(rate, fraction(from, 1)) >= 0 && compare(rate, fraction(to, 1)) <= 0);
  const percent = wholePercent(rate, reading);
  return bands.find(({ from, to }) => percent >= from && percent <= to);
}

const wholePercent = ({ n, d }: Fraction, reading: "floor" | "nearest"): Whole =>
  reading === "floor" ? divideDown(n, d) : divide(n, d, HALF_UP);

/** The band as documents name it: `90-100`. */
export const bandText = ({ from, to }: Band): string => `${from}-${to}`;

/** Writes how a rate that is no whole percent was brought to a band. */
export function explainBand(rate: Fraction, band: Band | undefined, { readings }: Terms, steps: Step[]): void {
  const value = exactText(rate);
  if (/^\d+$/.test(value)) return;
  const reading = readings["rate-rounding"];
  const step = { rule: "placement-rate", reading: "rate-rounding", formula: value, exact: value } as const;
  if (reading !== "exact") {
    const rounding = reading === "floor" ? "whole percent, down" : "whole percent, half up";
    steps.push({ ...step, rounding, value: String(wholePercent(rate, reading)) });
  } else if (!band) steps.push({ ...step, note: "strictly between two bands, or below them all", value });
}
