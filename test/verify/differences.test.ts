import { describe, expect, it } from "vitest";
import { differencesOf } from "../../src/verify/differences.ts";

/** The differences of two documents, as `path: filed → recomputed`. */
const between = (filed: unknown, recomputed: unknown, skip: readonly string[] = [], unknown: readonly string[] = []) =>
  differencesOf(filed, recomputed, [], new Set(skip), new Set(unknown)).map(
    (one) => `${one.path}: ${JSON.stringify(one.filed)} → ${JSON.stringify(one.recomputed)}`,
  );

const officers = (...ids: string[]) => ({ officers: ids.map((officer_id) => ({ officer_id, total: "1.00" })) });

describe("two documents", () => {
  it.each<[string, unknown, unknown, string[]]>([
    ["a value", { total: "1.00" }, { total: "2.00" }, ['total: "1.00" → "2.00"']],
    ["a text and a number", { days: "92" }, { days: 92 }, ['days: "92" → 92']],
    ["a field of the first alone", { path: "a.csv" }, {}, ['path: "a.csv" → null']],
    ["a field of the second alone", {}, { path: "a.csv" }, ['path: null → "a.csv"']],
    ["a field named as what every object has", {}, { constructor: "x" }, ['constructor: null → "x"']],
    ["such a field of the first alone", { constructor: "x" }, {}, ['constructor: "x" → null']],
    ["null and an object", { incomplete: null }, { incomplete: {} }, ["incomplete: null → {}"]],
    ["an object and null", { incomplete: {} }, { incomplete: null }, ["incomplete: {} → null"]],
    ["an object and a text", { incomplete: {} }, { incomplete: "" }, ['incomplete: {} → ""']],
    ["an array and an object", { rows: [] }, { rows: {} }, ["rows: [] → {}"]],
    ["an object and an array", { rows: {} }, { rows: [] }, ["rows: {} → []"]],
    ["an element", { rows: [{ line: 2 }, { line: 3 }] }, { rows: [{ line: 2 }, { line: 4 }] }, ["rows[1].line: 3 → 4"]],
    ["an element of the first alone", { rows: [2, 3] }, { rows: [2] }, ["rows[1]: 3 → null"]],
    ["an element of the second alone", { rows: [2] }, { rows: [2, 3] }, ["rows[1]: null → 3"]],
    [
      "fields beside and below one another",
      { a: { b: "1", c: "2" }, d: "3" },
      { a: { b: "x", c: "y" }, d: "z" },
      ['a.b: "1" → "x"', 'a.c: "2" → "y"', 'd: "3" → "z"'],
    ],
  ])("differ in %s", (_, filed, recomputed, found) => {
    expect(between(filed, recomputed)).toEqual(found);
  });

  it.each<[string, string[], string[], string[]]>([
    ["one that is gone", ["1", "2", "3"], ["1", "3"], ['officers[1].officer_id: "2" → null']],
    ["one that was added", ["1", "3"], ["1", "2", "3"], ['officers: null → "2"']],
    ["all of them", ["1"], ["2"], ['officers[0].officer_id: "1" → null', 'officers: null → "2"']],
    ["their order", ["1", "2", "3"], ["1", "3", "2"], ['officers, the order: "2" → "3"']],
    [
      "their order, where one is gone and one was added before them",
      ["9", "1", "2"],
      ["8", "2", "1"],
      ['officers[0].officer_id: "9" → null', 'officers: null → "8"', 'officers, the order: "1" → "2"'],
    ],
  ])("are told apart by the ids of officers: %s", (_, filed, recomputed, found) => {
    expect(between(officers(...filed), officers(...recomputed))).toEqual(found);
  });

  it("are compared officer by officer, wherever they stand", () => {
    const [filed, recomputed] = [officers("1", "2"), officers("2", "1")];
    recomputed.officers = recomputed.officers.map((one) => ({ ...one, total: `${one.officer_id}.00` }));
    expect(between(filed, recomputed)).toEqual([
      'officers[1].total: "1.00" → "2.00"',
      'officers, the order: "1" → "2"',
    ]);
  });

  it("are compared agency by agency, and in nothing else by an id", () => {
    const claims = (...ids: string[]) => ({ claims: ids.map((agency_id) => ({ agency_id })) });
    expect(between(claims("FL0310200", "GA0480300"), claims("GA0480300"))).toEqual([
      'claims[0].agency_id: "FL0310200" → null',
    ]);
    const agencies = (...ids: string[]) => ({ agencies: ids.map((agency_id) => ({ agency_id })) });
    expect(between(agencies("FL0310200", "GA0480300"), agencies("GA0480300"))).toEqual([
      'agencies[0].agency_id: "FL0310200" → "GA0480300"',
      'agencies[1]: {"agency_id":"GA0480300"} → null',
    ]);
  });

  it("have paths from where they begin", () => {
    const found = differencesOf({ total: "1.00" }, { total: "2.00" }, ["claim", "totals"], new Set());
    expect(found).toEqual([{ path: "claim.totals.total", filed: "1.00", recomputed: "2.00" }]);
  });

  it("are not compared in what is skipped, wherever it stands", () => {
    const [filed, recomputed] = [{ cause: "a", line: { cause: "a", now: "1" } }, { line: { cause: "b", now: "2" } }];
    expect(between(filed, recomputed, ["cause"])).toEqual(['line.now: "1" → "2"']);
  });

  it("are compared in what a release may not have known only where the first has it", () => {
    const known = (filed: unknown, recomputed: unknown) => between(filed, recomputed, [], ["hours"]);
    expect(known({}, { hours: "8.00" })).toEqual([]);
    expect(known({ hours: "8.00" }, { hours: "9.00" })).toEqual(['hours: "8.00" → "9.00"']);
    expect(known({ hours: "8.00" }, {})).toEqual(['hours: "8.00" → null']);
  });
});
