import { describe, expect, it } from "vitest";
import type { AmendmentLine } from "../../src/document/schema.ts";
import { causeDifferences } from "../../src/verify/causes.ts";

const lines = (...causes: string[]): AmendmentLine[] =>
  causes.map((cause) => ({
    ...{ agency_id: "FL0310200", officer_id: "1042", figure: "salary", cause },
    ...{ filed: "21250.09", now: "22750.09", difference: "1500.00" },
  }));

const PATHS = ["roster.csv", "now/roster.csv", "now/2025 (final).csv"].map((path) => ({ path }));

/** Whether a cause is taken for one that comes out again. */
const isSame = (filed: string, again: string): boolean =>
  causeDifferences(lines(filed), [lines(again)], PATHS).length === 0;

describe("the cause of a line", () => {
  it("is right where any way gives it, and else differs from what the first gives", () => {
    const filed = lines("a", "b", "c");
    expect(causeDifferences(filed, [lines("a", "x", "c"), lines("x", "b", "y")], PATHS)).toEqual([]);
    expect(causeDifferences(filed, [lines("a", "x", "z"), lines("x", "b", "y")], PATHS)).toEqual([
      { path: "lines[2].cause", filed: "c", recomputed: "z" },
    ]);
  });

  it("of a line that does not come out again differs", () => {
    expect(causeDifferences(lines("a", "b"), [lines("a"), []], PATHS)).toEqual([
      { path: "lines[1].cause", filed: "b", recomputed: null },
    ]);
  });

  it.each<[string, string, boolean]>([
    ['"1" (filed/roster.csv:2:8)', '"1" (roster.csv:2:8)', true],
    ['"1" (roster.csv:2:8)', '"1" (a/b c/roster.csv:2:8)', true],
    [
      '"1" (filed/roster.csv:2:8) and "2" (filed/roster.csv:3:8)',
      '"1" (roster.csv:2:8) and "2" (roster.csv:3:8)',
      true,
    ],
    ['"1" (filed/2025 (final).csv:2:8)', '"1" (2025 (final).csv:2:8)', true],
    ['"1" (filed/roster.csv:2:8)', '"1" (roster.csv:2:9)', false],
    ['"1" (filed/roster.csv:2:8)', '"2" (roster.csv:2:8)', false],
    ['"1" (filed/roster.csv:2:8)', '"1" (rosterXcsv:2:8)', false],
    // Only a place is one: a text of a cell, or what stands in brackets without a line, is not.
    ['"(a/roster.csv" (roster.csv:2:8)', '"(roster.csv" (roster.csv:2:8)', false],
    ["1 (filed/roster.csv was there)", "1 (roster.csv was there)", false],
    ["1 (filed/roster.csv: was there)", "1 (roster.csv: was there)", false],
    ['a row was added (a"b/roster.csv:2)', "a row was added (roster.csv:2)", false],
    ["filed/roster.csv:2", "roster.csv:2", false],
  ])("%s, where it was %s, is the same: %s", (filed, again, same) => {
    expect(isSame(filed, again)).toBe(same);
  });
});
