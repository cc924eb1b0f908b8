import { type Fraction, fractionFromDecimal } from "../../src/engine/values/fraction.ts";

/** An exact quotient, for the checking of formulas. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const TOKEN = /\s*(\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|min\(|max\(|[()+−×÷/,])/y;

/** The value of a formula of plain arithmetic, in which a date is its number, undefined where the text is none. */
export function evaluate(formula: string): Rational | undefined {
  const tokens = tokensOf(formula);
  if (!tokens) return undefined;
  const value = sum(tokens);
  return tokens.length === 0 ? value : undefined;
}

function tokensOf(formula: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (!match) return undefined;
    tokens.push(match[1] ?? "");
  }
  return tokens;
}

function sum(tokens: string[]): Rational {
  let value = product(tokens);
  while (tokens[0] === "+" || tokens[0] === "−") {
    const sign = tokens.shift() === "+" ? 1n : -1n;
    const term = product(tokens);
    value = { n: value.n * term.d + sign * term.n * value.d, d: value.d * term.d };
  }
  return value;
}

function product(tokens: string[]): Rational {
  let value = atom(tokens);
  while (tokens[0] === "×" || tokens[0] === "÷" || tokens[0] === "/") {
    const times = tokens.shift() === "×";
    const factor = atom(tokens);
    value = times ? { n: value.n * factor.n, d: value.d * factor.d } : { n: value.n * factor.d, d: value.d * factor.n };
  }
  return value;
}

function atom(tokens: string[]): Rational {
  const token = tokens.shift() ?? "";
  if (token === "(") return closed(tokens, sum(tokens));
  if (token === "min(" || token === "max(") {
    const values = [sum(tokens)];
    while (tokens[0] === ",") {
      tokens.shift();
      values.push(sum(tokens));
    }
    const sign = token === "min(" ? 1 : -1;
    return closed(
      tokens,
      values.reduce((best, one) => (sign * compare(one, best) < 0 ? one : best)),
    );
  }
  if (token.includes("-")) return { n: BigInt(Date.parse(token) / 86_400_000), d: 1n };
  return rational(fractionFromDecimal(token));
}

function closed(tokens: string[], value: Rational): Rational {
  if (tokens.shift() !== ")") throw new Error("a bracket is not closed");
  return value;
}

const rational = ({ n, d }: Fraction): Rational => ({ n: BigInt(n), d: BigInt(d) });

/** Below zero, zero or above zero as a is below, equal to or above b. */
function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The value as a quotient in lowest terms, for a comparison by text. */
export function lowest({ n, d }: Rational): string {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? "0/1" : `${n / a}/${d / a}`;
}

/** A value of zero or more rounded to a multiple of 1/units. */
export function rounded({ n, d }: Rational, units: bigint, rounding: "half-up" | "half-even" | "down"): Rational {
  const floor = (n * units) / d;
  const twice = 2n * (n * units - floor * d);
  const up = rounding !== "down" && (twice > d || (twice === d && (rounding === "half-up" || floor % 2n === 1n)));
  return { n: floor + (up ? 1n : 0n), d: units };
}
