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

  it("takes no fault of the program for one of the file", () => {
    const more = (): never => {
      throw new TypeError("a slip");
    };
    expect(() => checkedJson('{ "amount": 5 }', schema, "the file", more)).toThrow(new TypeError("a slip"));
  });
});
