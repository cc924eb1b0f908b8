import { type Fraction, fractionFromDecimal, ONE } from "../../engine/values/fraction.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { CellReader } from "./words.ts";

/** A percentage as a share of 1: `92%`, `92.5 %`, or a plain number from above 1 to 100, or 0. */
export const share: CellReader<Fraction> = (text) => {
  if (text === "100%") return ONE;
  const percent = percentText(text);
  if (percent instanceof Refusal) return percent;
  return Number(percent) === 100 ? ONE : fractionOf100(fractionFromDecimal(percent));
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
      : new Refusal("bad-percent", "is not a percentage", "write a percentage, such as 92.5%");
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
