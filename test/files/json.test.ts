import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonFault, offsetOf, parseStrict, pathText, placeIn } from "../../src/files/json.ts";
import { runs } from "../runs.ts";

function faultOf(text: string): string {
  try {
    parseStrict(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { line, column } = placeIn(text, error.offset);
    return `${line}:${column} ${pathText(error.path)}: ${error.message}`;
  }
  return "none";
}

describe("reading JSON strictly", () => {
  it("gives what JSON.parse gives", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!text.includes("__proto__"));
        expect(parseStrict(text)).toEqual(JSON.parse(text));
      }),
      runs(1000),
    );
  });

  it("gives what JSON.parse gives, indented", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        fc.pre(!JSON.stringify(value).includes("__proto__"));
        const text = JSON.stringify(value, null, 2);
        expect(parseStrict(text)).toEqual(JSON.parse(text));
      }),
      runs(500),
    );
  });

  it("refuses what JSON.parse refuses, and the other way about", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(200), fc.constantFrom("", ",", "]", "}", '"', "x", "0", "-", ".", "\\", "\u0001"))
      .map(
        ([text, at, inserted]) =>
          `${text.slice(0, at % (text.length + 1))}${inserted}${text.slice((at % (text.length + 1)) + 1)}`,
      );
    fc.assert(
      fc.property(broken, (text) => {
        let parsed = true;
        try {
          JSON.parse(text);
        } catch {
          parsed = false;
        }
        const fault = faultOf(text);
        if (/twice|__proto__/.test(fault)) return;
        expect(fault === "none").toBe(parsed);
      }),
      runs(3000),
    );
  });

  it.each([
    ["", "1:1 : ends too early: the file is truncated"],
    ['{"a": 1,\n "a": 2}', '2:2 : has the name "a" twice'],
    ['{"x": [{"b": 1}, {"c": 1, "c": 2}]}', '1:27 x[1]: has the name "c" twice'],
    ['{"a": NaN}', "1:7 a: is NaN, which is not JSON"],
    ['{"a": -Infinity}', "1:7 a: is -Infinity, which is not JSON"],
    ['{"__proto__": {}}', "1:2 : has the name __proto__, which no document has"],
    ['{"a": {"b": "c', "1:13 a.b: ends inside a text: the file is truncated"],
    ['{"a": [1, 2', "1:12 a: ends too early: the file is truncated"],
    ['{"a": 01}', '1:8 : needs "," or "}"'],
    ["[1,]", "1:4 [1]: needs a value"],
    ["[1] 2", "1:5 : goes on after its end"],
    ["{'a': 1}", '1:2 : needs a name in quotes or "}"'],
    ['["\t"]', "1:2 [0]: has a text with a character that JSON does not allow"],
  ])("says where %j is wrong", (text, says) => {
    expect(faultOf(text)).toBe(says);
  });

  it("does not run out of stack", () => {
    expect(faultOf("[".repeat(1_000_000))).toContain("is nested too deeply");
  });

  it("finds where a value begins", () => {
    const text = '{\n  "a": [\n    { "b": "1.00" },\n    { "b": "2.00", "c d": 3 }\n  ]\n}\n';
    const at = (path: readonly (string | number)[]) => placeIn(text, offsetOf(text, path));
    expect(at(["a", 1, "b"])).toEqual({ line: 4, column: 12 });
    expect(at(["a", 1, "c d"])).toEqual({ line: 4, column: 27 });
    expect(at(["a", 1, "missing"])).toEqual({ line: 4, column: 5 });
    expect(at([])).toEqual({ line: 1, column: 1 });
  });
});
