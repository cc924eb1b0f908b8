import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  divide,
  divideDown,
  dollarText,
  lesser,
  minus,
  moneyFromText,
  moneyText,
  notBelowZero,
  payText,
  plus,
  times,
  type Whole,
  wholeFromDigits,
} from "../../../src/engine/values/money.ts";
import { runs } from "../../runs.ts";

const LIMIT = Number.MAX_SAFE_INTEGER;

/** Whole numbers of either form, around the limit of a float more often than elsewhere. */
const wholes = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(LIMIT, LIMIT - 1, -LIMIT, 2n ** 53n, -(2n ** 53n), 2n ** 60n),
  fc.bigInt(-(10n ** 30n), 10n ** 30n).filter((n) => n > BigInt(LIMIT) || n < -BigInt(LIMIT)),
);

describe("plus, minus and times", () => {
  it.each([
    [1, 2, "3"],
    [LIMIT, 1, "9007199254740992"],
    [2n ** 53n, -1, "9007199254740991"],
    [2n ** 60n, 2n ** 60n, "2305843009213693952"],
  ])("%s + %s = %s", (a, b, sum) => {
    expect(String(plus(a, b))).toBe(sum);
  });

  it("are those of whole numbers, in the form that is exact", () => {
    fc.assert(
      fc.property(wholes, wholes, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)];
        for (const [got, exact] of [
          [plus(a, b), x + y],
          [minus(a, b), x - y],
          [times(a, b), x * y],
        ] as const) {
          expect(BigInt(got)).toBe(exact);
          expect(typeof got).toBe(exact <= BigInt(LIMIT) && exact >= -BigInt(LIMIT) ? "number" : "bigint");
        }
      }),
      runs(500),
    );
  });
});

describe("lesser and notBelowZero", () => {
  it("compare across the two forms", () => {
    expect(lesser<number | bigint>(2n ** 53n, 5)).toBe(5);
    expect(lesser<number | bigint>(5, 2n ** 53n)).toBe(5);
    expect(lesser(7, 7)).toBe(7);
    expect(notBelowZero(-1)).toBe(0);
    expect(notBelowZero(-(2n ** 53n) as number | bigint)).toBe(0);
    expect(notBelowZero(0)).toBe(0);
    expect(notBelowZero(1)).toBe(1);
  });
});

const DECIMAL_ROUNDING = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
} as const;
type Rounding = keyof typeof DECIMAL_ROUNDING;
const ROUNDINGS = Object.keys(DECIMAL_ROUNDING) as Rounding[];
const rounded = (n: Whole, d: Whole, rounding: Rounding): Whole =>
  rounding === "down" ? divideDown(n, d) : divide(n, d, { rounding });
const Exact = Decimal.clone({ precision: 150, toExpPos: 200 });

describe("divide", () => {
  it.each([
    [0, 4, 0, 0, 0],
    [1, 4, 0, 0, 0],
    [2, 4, 1, 0, 0],
    [3, 4, 1, 1, 0],
    [4, 4, 1, 1, 1],
    [6, 4, 2, 2, 1],
    [10, 4, 3, 2, 2],
    [14, 4, 4, 4, 3],
    [49, 100, 0, 0, 0],
    [50, 100, 1, 0, 0],
    [51, 100, 1, 1, 0],
    [150, 100, 2, 2, 1],
    [LIMIT, 2, 4503599627370496, 4503599627370496, 4503599627370495],
  ])("%i ÷ %i: half-up %i, half-even %i, down %i", (n, d, halfUp, halfEven, down) => {
    expect(ROUNDINGS.map((rounding) => rounded(n, d, rounding))).toEqual([halfUp, halfEven, down]);
    expect(ROUNDINGS.map((rounding) => rounded(BigInt(n), BigInt(d), rounding))).toEqual([halfUp, halfEven, down]);
  });

  it("asks how a half is rounded only where there is one", () => {
    const asked: string[] = [];
    const asking = (what: string) => ({
      get rounding() {
        asked.push(what);
        return "half-even" as const;
      },
    });
    expect([divide(1, 4, asking("1/4")), divide(3n, 4n, asking("3/4")), divide(8, 4, asking("8/4"))]).toEqual([
      0, 1, 2,
    ]);
    expect(asked).toEqual([]);
    expect([divide(2, 4, asking("2/4")), divide(6n, 4n, asking("6/4"))]).toEqual([0, 2]);
    expect(asked).toEqual(["2/4"]);
  });

  it("agrees with decimals, and its two ways with each other", () => {
    const ties = fc
      .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 50_000 }))
      .map(([q, d]) => [q * 2 * d + d, 2 * d]);
    const any = fc.tuple(fc.maxSafeInteger().map(Math.abs), fc.integer({ min: 1, max: 10_000_000 }));
    fc.assert(
      fc.property(fc.oneof(ties, any), fc.constantFrom(...ROUNDINGS), ([n = 0, d = 1], rounding) => {
        const expected = new Exact(n).div(d).toDecimalPlaces(0, DECIMAL_ROUNDING[rounding]).toFixed();
        expect(String(rounded(n, d, rounding))).toBe(expected);
        expect(String(rounded(BigInt(n), d, rounding))).toBe(expected);
        expect(String(rounded(n, BigInt(d), rounding))).toBe(expected);
      }),
      runs(1000),
    );
  });

  it("agrees with decimals beyond 2^53", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 40n),
        fc.bigInt(1n, 10n ** 20n),
        fc.constantFrom(...ROUNDINGS),
        (n, d, rounding) => {
          const decimal = new Exact(String(n)).div(String(d)).toDecimalPlaces(0, DECIMAL_ROUNDING[rounding]);
          expect(String(rounded(n, d, rounding))).toBe(decimal.toFixed());
        },
      ),
      runs(500),
    );
  });
});

describe("moneyText and moneyFromText", () => {
  it.each([
    [0, "0.00"],
    [1, "0.01"],
    [10, "0.10"],
    [100, "1.00"],
    [99999, "999.99"],
    [100000, "1000.00"],
    [200705, "2007.05"],
    [2125009, "21250.09"],
    [100000000, "1000000.00"],
    [1234500607, "12345006.07"],
    [-1250, "-12.50"],
    [-1, "-0.01"],
    [LIMIT, "90071992547409.91"],
    [2n ** 53n, "90071992547409.92"],
    [-(2n ** 53n), "-90071992547409.92"],
  ])("%s cents are %s", (cents, text) => {
    expect(moneyText(cents)).toBe(text);
    expect(moneyFromText(text)).toBe(cents);
  });

  it.each([
    "",
    "1",
    "1.0",
    "1.000",
    ".50",
    "1,000.00",
    "$1.00",
    "1e2.00",
    " 1.00",
    "1.00\n",
    "--1.00",
    "+1.00",
    "٣.00",
  ])("refuses %j", (text) => {
    expect(() => moneyFromText(text)).toThrow(RangeError);
  });

  it("go back and forth", () => {
    fc.assert(
      fc.property(wholes, (cents) => {
        expect(moneyFromText(moneyText(cents))).toBe(cents);
      }),
      runs(500),
    );
  });
});

describe("dollarText", () => {
  it.each([
    [0, "$0.00"],
    [99999, "$999.99"],
    [100000, "$1,000.00"],
    [2125009, "$21,250.09"],
    [123456789, "$1,234,567.89"],
    [-1250, "−$12.50"],
    [2n ** 53n, "$90,071,992,547,409.92"],
  ])("%s cents are %s", (cents, text) => {
    expect(dollarText(cents)).toBe(text);
  });
});

describe("wholeFromDigits and payText", () => {
  it.each([
    ["85000.37", 850003700, "85000.37"],
    ["85000", 850000000, "85000.00"],
    ["85000.3", 850003000, "85000.30"],
    ["85000.3725", 850003725, "85000.3725"],
    ["85000.372", 850003720, "85000.372"],
    ["85000.0001", 850000001, "85000.0001"],
    ["0.0001", 1, "0.0001"],
    ["0", 0, "0.00"],
    ["007.50", 75000, "7.50"],
  ])("%s is %i ten-thousandths, written %s", (text, whole, written) => {
    expect(wholeFromDigits(text, 4)).toBe(whole);
    expect(payText(whole)).toBe(written);
  });

  it.each([
    ["1.001", 2],
    ["1.00000", 4],
    ["", 2],
    [".5", 2],
    ["5.", 2],
    ["1 000", 2],
    ["1e3", 2],
    ["NaN", 2],
  ])("refuses %j with %i decimals", (text, decimals) => {
    expect(wholeFromDigits(text, decimals)).toBeUndefined();
  });

  it("keeps amounts beyond 2^53 exact", () => {
    expect(wholeFromDigits("90071992547409.93", 2)).toBe(9007199254740993n);
    expect(wholeFromDigits("-90071992547409.93", 2)).toBe(-9007199254740993n);
  });
});
