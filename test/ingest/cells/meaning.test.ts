import { describe, expect, it } from "vitest";
import { rowMeaning } from "../../../src/ingest/cells/meaning.ts";

const NOTHING_KNOWN: ReadonlyMap<number, string> = new Map();
const isAlike = (one: readonly string[], other: readonly string[], known = NOTHING_KNOWN): boolean =>
  rowMeaning(one, known) === rowMeaning(other, known);

describe("two cells mean the same", () => {
  it.each([
    ["500", "$500.00"],
    ["0", "-"],
    ["0.00", "$ -"],
    ["12", "012"],
    ["2025-10-01", "10/1/2025"],
    ["2025-10-01", "2025-10-01 00:00"],
    ["FY2026-Q1", "FFY26-1"],
    ["FY2026-Q1", "Oct-Dec 2025"],
    ["Ruiz, Ana", "RUIZ, ANA"],
    ["Unit 5b", "UNIT 5B"],
    ["Ruiz", " Ruiz\u00a0"],
    ['="7"', "7"],
    ["", " "],
  ])("%j and %j", (one, other) => expect([isAlike([one], [other]), isAlike([other], [one])]).toEqual([true, true]));
});

describe("two cells mean something else", () => {
  it.each([
    ["500", "500.01"],
    ["0", ""],
    ["2025-10-01", "2025-10-02"],
    ["FY2026-Q1", "FY2026-Q2"],
    ["Ruiz", "Ruis"],
    ["Ruiz-Gomez", "Ruiz-Lopez"],
    ["Weiß", "Weiss"],
    ["Weiß 2", "Weiss 2"],
    ["Unit 5", "Unit 6"],
  ])("%j and %j", (one, other) => expect([isAlike([one], [other]), isAlike([other], [one])]).toEqual([false, false]));
});

describe("rows", () => {
  it("may lack blank cells at their end, not at their beginning", () => {
    expect(isAlike(["7", "500"], ["7", "500", "", " "])).toBe(true);
    expect(isAlike(["7", "500"], ["", "7", "500"])).toBe(false);
    expect(isAlike(["7", "", "500"], ["7", "500"])).toBe(false);
  });

  it("are alike where what is known of their cells is, whatever those say", () => {
    const known = new Map([[0, "one agency"]]);
    expect(isAlike(["FL0310200", "500"], ["", "500.00"], known)).toBe(true);
    expect(isAlike(["FL0310200", "500"], ["", "501"], known)).toBe(false);
  });
});
