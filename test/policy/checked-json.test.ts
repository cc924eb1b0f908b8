import { describe, expect, it } from "vitest";
import { checkedJson } from "../../src/policy/checked-json.ts";
import * as z from "../../src/zod.ts";

const schema = z.strictObject({ amount: z.int(), note: z.string().optional() });

describe("checkedJson", () => {
  it("is what a text holds, or what is wrong in it", () => {
    expect(checkedJson('{ "amount": 5 }', schema, "the file")).toEqual({ amount: 5 });
    expect(checkedJson('{ "amount": 5.5 }', schema, "the file")).toEqual({
      faults: [{ line: 1, column: 13, message: "amount: is 5.5, not a whole number", remedy: null }],
    });
  });

  it("says what more is wrong than a schema knows, each in its place", () => {
    const more = (content: unknown) => [
      { path: ["amount"], says: `is ${JSON.stringify(content)}`, remedy: "write less" },
    ];
    expect(checkedJson('{ "note": 1,\n  "amount": 5 }', schema, "the file", more)).toEqual({
      faults: [
        { line: 1, column: 11, message: "note: is 1, not text", remedy: null },
        { line: 2, column: 13, message: 'amount: is {"note":1,"amount":5}', remedy: "write less" },
      ],
    });
  });

  it("counts the characters of the first line from after a mark of byte order, as an editor does", () => {
    for (const text of ['{ "amount": 5.5 }', '{ "amount": five }', '{ "amount": 5, "sum": 5 }'])
      expect(checkedJson(`\uFEFF${text}`, schema, "the file")).toEqual(checkedJson(text, schema, "the file"));
    expect(checkedJson('\uFEFF{ "amount": five }', schema, "the file")).toEqual({
      faults: [{ line: 1, column: 13, message: "amount is five, which is not JSON", remedy: null }],
    });
  });

  it("says what may stand in an object that may be left out, in one of a list, and in one by a name of its own", () => {
    const by = z.strictObject({ name: z.string(), title: z.string().optional() });
    const whole = z.strictObject({ by: by.optional(), all: z.array(by).optional(), each: z.record(z.string(), by) });
    const found = checkedJson(
      '{ "by": { "nam": "A" }, "all": [{ "name": "A", "titel": "" }], "each": { "B": { "name": "B", "x": 1 } } }',
      whole,
      "the file",
    );
    const remedy = "allowed here: name, title";
    expect(found).toEqual({
      faults: [
        { line: 1, column: 9, message: 'by: has no "name"', remedy: null },
        { line: 1, column: 11, message: 'by: unknown key "nam", did you mean name?', remedy },
        { line: 1, column: 48, message: 'all[0]: unknown key "titel", did you mean title?', remedy },
        { line: 1, column: 94, message: 'each.B: unknown key "x"', remedy },
      ],
    });
  });

  it("takes no fault of the program for one of the file", () => {
    const more = (): never => {
      throw new TypeError("a slip");
    };
    expect(() => checkedJson('{ "amount": 5 }', schema, "the file", more)).toThrow(new TypeError("a slip"));
  });
});
