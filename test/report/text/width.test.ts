import { describe, expect, it } from "vitest";
import { hanging, wrap } from "../../../src/report/text/width.ts";

describe("wrapping", () => {
  it("fills each line and indents those after the first", () => {
    expect(wrap("one two three four", 9, "  ")).toBe("one two\n  three\n  four");
    expect(wrap("one two three four", 10, "  ")).toBe("one two\n  three four");
  });

  it("takes a wide character for two columns", () => {
    expect(wrap("李明 王小明", 11, "")).toBe("李明 王小明");
    expect(wrap("李明 王小明", 10, "")).toBe("李明\n王小明");
  });

  it("keeps together what a no-break space joins, and words that are too long", () => {
    expect(wrap("up to 25\u00a0% of", 7, "")).toBe("up to\n25\u00a0% of");
    expect(wrap("a 0123456789 b", 4, "")).toBe("a\n0123456789\nb");
  });

  it("changes no character, even of two that could be one", () => {
    expect(wrap("e\u0301te\u0301", 20, "")).toBe("e\u0301te\u0301");
  });

  it("counts an emoji as the places of carets do, character by character", () => {
    expect(wrap("👮🏽‍♀️ Ana", 8, "")).toBe("👮🏽‍♀️\nAna");
    expect(wrap("👮🏽‍♀️ Ana", 9, "")).toBe("👮🏽‍♀️ Ana");
  });
});

describe("a text after a lead", () => {
  it("goes on under its beginning", () => {
    expect(hanging("  $1.00  ", "of overtime", 15)).toBe("  $1.00  of\n         overtime");
    expect(hanging("  ", "one two", 6, 2)).toBe("  one\n    two");
  });

  it("is at most 110 columns wide", () => {
    const lines = hanging("  ", "word ".repeat(60).trim(), Number.POSITIVE_INFINITY).split("\n");
    expect(lines.map((line) => line.length)).toEqual([106, 106, 91]);
  });
});
