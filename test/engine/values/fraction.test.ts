import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  decimalText,
  exactText,
  type Fraction,
  fraction,
  fractionFromDecimal,
  NONE,
  ONE,
  product,
  sum,
} from "../../../src/engine/values/fraction.ts";
import { runs } from "../../runs.ts";
import { evaluate, lowest } from "../arithmetic.ts";

const wholes = fc.oneof(fc.nat(10_000), fc.maxSafeInteger().map(Math.abs), fc.bigInt(2n ** 53n, 10n ** 30n));
const fractions = fc.tuple(wholes, wholes).map(([n, d]): Fraction => fraction(n, d === 0 ? 1 : d));

const value = ({ n, d }: Fraction): string => lowest({ n: BigInt(n), d: BigInt(d) });
const quotient = (n: bigint, d: bigint): string => lowest({ n, d });

describe("product, sum and compare", () => {
  it.each([
    [fraction(1, 4), fraction(46, 92), "1/8", "3/4", -1],
    [fraction(61, 92), ONE, "61/92", "153/92", -1],
    [ONE, fraction(7, 3), "7/3", "10/3", -1],
    [fraction(2, 4), fraction(1, 2), "1/4", "1/1", 0],
    [fraction(0, 5), fraction(1, 3), "0/1", "1/3", -1],
    [fraction(5, 7), fraction(2, 3), "10/21", "29/21", 1],
  ])("%o and %o: product %s, sum %s, order %i", (a, b, multiplied, added, order) => {
    expect(value(product(a, b))).toBe(multiplied);
    expect(value(sum(a, b))).toBe(added);
    expect(compare(a, b)).toBe(order);
  });

  it("are exact for all sizes", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const [an, ad, bn, bd] = [a.n, a.d, b.n, b.d].map(BigInt) as [bigint, bigint, bigint, bigint];
        expect(value(product(a, b))).toBe(quotient(an * bn, ad * bd));
        expect(value(sum(a, b))).toBe(quotient(an * bd + bn * ad, ad * bd));
        expect(compare(a, b)).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
        expect(compare(a, fraction(times(a.n, 3n), times(a.d, 3n)))).toBe(0);
      }),
      runs(500),
    );
  });

  it("a sum that begins with none is the sum of the rest", () => {
    expect(value([fraction(1, 2), fraction(1, 3), fraction(1, 6)].reduce(sum, NONE))).toBe("1/1");
  });
});

const times = (a: number | bigint, b: bigint): bigint => BigInt(a) * b;

describe("fractionFromDecimal", () => {
  it.each([
    ["92.5", "185/2"],
    ["100", "100/1"],
    ["79.999", "79999/1000"],
    ["0.333", "333/1000"],
    ["0", "0/1"],
    ["0.000", "0/1"],
    ["007.50", "15/2"],
    ["123456789012345678901234567890.5", "246913578024691357802469135781/2"],
  ])("%s is %s", (text, expected) => {
    const { n, d } = fractionFromDecimal(text);
    expect(`${n}/${d}`).toBe(expected);
  });

  it.each(["", ".5", "5.", "-1", "+1", "1e2", "1,5", "1.2.3", " 1", "½", "NaN"])("refuses %j", (text) => {
    expect(() => fractionFromDecimal(text)).toThrow(RangeError);
  });
});

describe("exactText and decimalText", () => {
  it.each([
    [fraction(850003700, 40000), "21250.0925", "21250.0925"],
    [fraction(7, 3), "7/3", "2.333333"],
    [fraction(200, 3), "200/3", "66.666667"],
    [fraction(1700, 19), "1700/19", "89.473684"],
    [fraction(15750, 1), "15750", "15750"],
    [fraction(46, 92), "0.5", "0.5"],
    [fraction(1, 1024), "0.0009765625", "0.0009765625"],
    [fraction(0, 7), "0", "0"],
    [fraction(10n ** 30n, 1n), "1000000000000000000000000000000", "1000000000000000000000000000000"],
  ])("%o is %s, or %s", (given, exact, decimal) => {
    expect(exactText(given)).toBe(exact);
    expect(decimalText(given, 6)).toBe(decimal);
  });

  it("exactText is the value itself", () => {
    fc.assert(
      fc.property(fractions, (given) => {
        const back = evaluate(exactText(given));
        expect(back && lowest(back)).toBe(value(given));
      }),
      runs(500),
    );
  });
});
