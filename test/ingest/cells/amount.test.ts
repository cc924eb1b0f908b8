import { describe, expect, it } from "vitest";
import { moneyText, payText } from "../../../src/engine/values/money.ts";
import { annualAmount, count, hoursOrRate, paidAmount } from "../../../src/ingest/cells/amount.ts";
import type { CellReader } from "../../../src/ingest/cells/words.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

/** The amount of a cell, or what is said of it and what to write. */
const told = <T>(reader: CellReader<T>, textOf: (value: T) => string, cell: string): string => {
  const value = reader(cell);
  return value instanceof Refusal ? `${value.says}: ${value.remedy}` : textOf(value);
};

const NO_AMOUNT = "is not an amount: write dollars and cents in digits, such as 85,000.37";
const NEGATIVE = "is negative: amounts are zero or more: take what was paid back off the amount that it corrects";
const SCIENTIFIC = "is in scientific notation: write all its digits, as they stand in the source";
const COMMA =
  "has a comma where none divides thousands: write it without the comma where it divides thousands, else with a decimal point";

describe("an annual amount", () => {
  it.each([
    // As it is written.
    ["5", "5.00"],
    ["85", "85.00"],
    ["3.5", "3.50"],
    ["3.4567", "3.4567"],
    ["90909.09", "90909.09"],
    ["99999999999", "99999999999.00"],
    ["999999999999", "999999999999.00"],
    ["00000000000085000", "85000.00"],
    ["0000000000000000000085,000", COMMA],
    ["1,000,000.5", "1000000.50"],
    ["$999,999,999,999,999", "999999999999999.00"],
    ["$1,000,000,000,000,000", "is too large to be an amount: check the cell: it has more than 15 digits"],
    ["85000.37255", "has more than 4 decimals: write at most 4 decimals, such as 85000.3725"],
    // Not where a point, a comma or a mark may stand.
    ["", NO_AMOUNT],
    [".", NO_AMOUNT],
    [".1.2", NO_AMOUNT],
    ["1.2.3", NO_AMOUNT],
    ["5$", NO_AMOUNT],
    ["85,000,37", NO_AMOUNT],
    ["85,000 or so", NO_AMOUNT],
    ["10-20", NO_AMOUNT],
    ["85000 (1)", NO_AMOUNT],
    // Below zero.
    ["-85000", NEGATIVE],
    ["(85,000.00)", NEGATIVE],
    ["$-85000", NEGATIVE],
    ["85000-", NEGATIVE],
    ["\u2212 85000", NEGATIVE],
    // Scientific notation.
    ["1e5", SCIENTIFIC],
    ["12E4", SCIENTIFIC],
    ["1.25e+05", SCIENTIFIC],
    ["8.5E-2", SCIENTIFIC],
    ["$8.5e4", SCIENTIFIC],
    ["e5", NO_AMOUNT],
    ["1.e5", NO_AMOUNT],
    ["1.5e", NO_AMOUNT],
    ["1e5 a year", NO_AMOUNT],
    ["some 1e5", NO_AMOUNT],
    ["1x5e5", NO_AMOUNT],
    // A comma for a point.
    ["85000,37", "has a decimal comma: write it as 85000.37, with a decimal point"],
    ["85.000,3", "has a decimal comma: write it as 85000.3, with a decimal point"],
    ["1 085 000,37", "has a decimal comma: write it as 1085000.37, with a decimal point"],
    ["85000,370", COMMA],
    ["85000,3725", COMMA],
    ["9999999999999999,5", COMMA],
    ["85000,37255", NO_AMOUNT],
  ])("%j: %s", (cell, text) => expect(told(annualAmount, payText, cell)).toBe(text));

  it.each([
    ["85.000", true],
    ["$85.000", true],
    ["$ 8.500", true],
    ["850.000", true],
    ["0.500", false],
    ["085.000", false],
    ["8500.000", false],
    ["85.0000", false],
    ["1,085.000", false],
  ])("%j, whose point may divide thousands: %s", (cell, ambiguous) =>
    expect(told(annualAmount, () => "read", cell)).toBe(
      ambiguous
        ? "could be dollars with three decimals, or thousands: write it without the point where it divides thousands, else with two or four decimals"
        : "read",
    ),
  );
});

it("hours and rates have four decimals, and three are sure", () => {
  expect(["85.000", "7.3333", "1,040.25"].map((cell) => told(hoursOrRate, payText, cell))).toEqual([
    "85.00",
    "7.3333",
    "1040.25",
  ]);
});

it("a paid amount has cents", () => {
  expect(["85", "9.5", "0.07", "3456.785"].map((cell) => told(paidAmount, moneyText, cell))).toEqual([
    "85.00",
    "9.50",
    "0.07",
    "has more than 2 decimals: write dollars and cents, such as 3456.78",
  ]);
});

describe("a count", () => {
  const NO_COUNT = "is not a whole number: write a whole number, such as 40";
  it.each([
    ["40", "40"],
    ["12,040", "12040"],
    ["1,000,000", "1000000"],
    ["999999999999999", "999999999999999"],
    ["1000000000000000", NO_COUNT],
    ["1234,567", NO_COUNT],
    ["1,040,5", NO_COUNT],
    ["1,040 placements", NO_COUNT],
    ["40 of 50", NO_COUNT],
    ["some 40", NO_COUNT],
    ["", NO_COUNT],
  ])("%j: %s", (cell, text) => expect(told(count, String, cell)).toBe(text));
});
