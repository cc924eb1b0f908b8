import { describe, expect, it } from "vitest";
import { exactText, ONE } from "../../../src/engine/values/fraction.ts";
import { percentDecimals, rate, share } from "../../../src/ingest/cells/percent.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

/** The percentage of a cell, or what is said of it and what to write. */
const told = (cell: string): string => {
  const value = rate(cell);
  return value instanceof Refusal ? `${value.says}: ${value.remedy}` : exactText(value);
};

const BELOW = "is below 0 %: write a percentage from 0 to 100, such as 92.5%";
const ABOVE = "is above 100 %: write a percentage from 0 to 100, such as 92.5%";
const NONE = "is not a percentage: write a percentage, such as 92.5%";

describe("a rate", () => {
  it.each([
    ["100", "100"],
    ["100%", "100"],
    ["92.5\u202f%", "92.5"],
    ["0", "0"],
    ["0.0", "0"],
    ["0.5%", "0.5"],
    ["1.01", "1.01"],
    ["100.000000000001", ABOVE],
    ["-5%", BELOW],
    ["\u22125", BELOW],
    ["(5%)", BELOW],
    ["5-", NONE],
    ["5 (of 6)", NONE],
    ["about 5%", NONE],
    ["5%%", NONE],
    ["5 % of all", NONE],
    ["5.", NONE],
    [".5", NONE],
    ["0.925", "could be 0.925 % or 92.5 %: write 0.925% or 92.5%, whichever is meant"],
    ["0.10", "could be 0.10 % or 10 %: write 0.10% or 10%, whichever is meant"],
    ["1", "could be 1 % or 100 %: write 1% or 100%, whichever is meant"],
    ["0.0001", "could be 0.0001 % or 0.01 %: write 0.0001% or 0.01%, whichever is meant"],
  ])("%j: %s", (cell, text) => expect(told(cell)).toBe(text));
});

describe("a share", () => {
  it.each([["100%"], ["100"], ["100.0 %"], ["100.000"]])("of %s is the whole, which no derivation shows", (cell) =>
    expect(share(cell)).toBe(ONE),
  );

  it.each([
    ["99.999999999999%", "0.99999999999999"],
    ["0.000000000001%", "0.00000000000001"],
    ["33.34 %", "0.3334"],
  ])("of %s is exact", (cell, text) => {
    const value = share(cell);
    expect(value instanceof Refusal ? value.says : exactText(value)).toBe(text);
  });
});

it("the decimals of a percentage are those typed", () => {
  expect(["92", "92%", "92.5%", "92.50 %", "92.333"].map(percentDecimals)).toEqual([0, 0, 1, 2, 3]);
});
