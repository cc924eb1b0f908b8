import { describe, expect, it } from "vitest";
import { READINGS } from "../../src/engine/values/ids.ts";
import { chosenReadings, UnknownReading } from "../../src/policy/readings.ts";
import { didYouMean, nearest } from "../../src/problems/nearest.ts";

const IDS = "(rate-rounding, award-headcount, quarter-share, partial-quarter, overtime-cap, salary-models, rounding)";

describe("chosenReadings", () => {
  it("reads every value of every reading", () => {
    for (const [id, values] of Object.entries(READINGS))
      for (const value of values) expect(chosenReadings([`${id}=${value}`])).toEqual({ [id]: value });
  });

  it("reads several, with blanks around them, and the same one twice", () => {
    expect(chosenReadings(["rounding=half-even", " overtime-cap = accrued ", "rounding=half-even"])).toEqual({
      rounding: "half-even",
      "overtime-cap": "accrued",
    });
    expect(chosenReadings([])).toEqual({});
  });

  it.each([
    ["rate-roundin=floor", `unknown reading "rate-roundin", did you mean rate-rounding? ${IDS}`],
    ["Rounding=half-up", `unknown reading "Rounding", did you mean rounding? ${IDS}`],
    ["overtime=annual", `unknown reading "overtime", did you mean overtime-cap? ${IDS}`],
    ["xyz=1", `unknown reading "xyz" ${IDS}`],
    ["=floor", `unknown reading "" ${IDS}`],
    ["rounding=half-evn", 'unknown value "half-evn" of reading rounding, did you mean half-even? (half-up, half-even)'],
    [
      "rate-rounding=flor",
      'unknown value "flor" of reading rate-rounding, did you mean floor? (floor, nearest, exact)',
    ],
    ["quarter-share=Days", 'unknown value "Days" of reading quarter-share, did you mean days? (equal, days)'],
    ["salary-models=xyz", 'unknown value "xyz" of reading salary-models (all, task-force)'],
    ["salary-models", "reading salary-models needs a value (all, task-force)"],
    ["rounding=constructor", 'unknown value "constructor" of reading rounding (half-up, half-even)'],
  ])("refuses %j", (text, message) => {
    expect(() => chosenReadings([text])).toThrow(new UnknownReading(message));
  });

  it("refuses one reading with two values", () => {
    expect(() => chosenReadings(["rounding=half-up", "rounding=half-even"])).toThrow(
      new UnknownReading("reading rounding is given two values, half-up and half-even"),
    );
  });

  it("refuses a text with more than one value", () => {
    expect(() => chosenReadings(["rounding=half-up=half-even"])).toThrow(UnknownReading);
  });
});

describe("nearest", () => {
  it.each([
    ["flor", ["floor", "nearest", "exact"], "floor"],
    ["FLOOR", ["floor", "nearest", "exact"], "floor"],
    ["x", ["floor", "nearest", "exact"], undefined],
    ["annual", [], undefined],
    ["ab", ["xb", "ay"], "xb"],
  ])("of %j among %j is %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it("is offered, or nothing is", () => {
    expect(didYouMean("flor", ["floor"])).toBe(", did you mean floor?");
    expect(didYouMean("zzzzz", ["floor"])).toBe("");
  });
});
