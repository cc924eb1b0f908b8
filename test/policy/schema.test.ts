import { describe, expect, it } from "vitest";
import { READING_VALUES, type ReadingId } from "../../src/engine/derivation.ts";
import { POLICY_287G, policyText } from "../../src/policy/policy.ts";
import { readPolicy } from "../../src/policy/schema.ts";

const READINGS = Object.keys(READING_VALUES) as ReadingId[];

/** The built-in policy with one parameter or reading replaced. */
const withParameters = (parameters: object): string =>
  JSON.stringify({ ...POLICY_287G, parameters: { ...POLICY_287G.parameters, ...parameters } });
const withDefault = (id: ReadingId, value: string): string => {
  const entry = { ...POLICY_287G.readings[id].default[0], value };
  const reading = { ...POLICY_287G.readings[id], default: [entry] };
  return JSON.stringify({ ...POLICY_287G, readings: { ...POLICY_287G.readings, [id]: reading } });
};

const mistakes = (text: string): readonly string[] => {
  const read = readPolicy(text);
  return "mistakes" in read ? read.mistakes : [];
};

describe("readPolicy", () => {
  it("reads the built-in policy as it is", () => {
    expect(readPolicy(policyText(POLICY_287G))).toEqual(POLICY_287G);
  });

  it.each(READINGS)("takes each value of reading %s that the engine knows as a default, and no other", (id) => {
    for (const value of READING_VALUES[id]) expect(mistakes(withDefault(id, value))).toEqual([]);
    expect(mistakes(withDefault(id, "another"))).toEqual([
      expect.stringMatching(new RegExp(`^readings\\.${id}\\.default\\.0\\.value: .*${READING_VALUES[id][0]}`)),
    ]);
  });

  it.each<[string, object, string]>([
    ["an unknown parameter", { "overtime-cap": [] }, 'parameters: Unrecognized key: "overtime-cap"'],
    ["a date that does not exist", at("programme-start", "2025-02-29"), "parameters.programme-start.0.value: "],
    ["an amount without cents", at("equipment-allowance", "7500"), "parameters.equipment-allowance.0.value: "],
    ["an amount as a number", at("vehicle-allowance", 100000), "parameters.vehicle-allowance.0.value: "],
    ["a share with a sign", at("overtime-cap-share", "25 %"), "parameters.overtime-cap-share.0.value: "],
    ["no value at all", { "award-bands": [] }, "parameters.award-bands: "],
  ])("refuses %s", (_, parameters, where) => {
    const [mistake, ...others] = mistakes(withParameters(parameters));
    expect(mistake?.slice(0, where.length)).toBe(where);
    expect(others).toEqual([]);
  });

  it("says that a text is not JSON", () => {
    expect(mistakes("{")[0]).toMatch(/^is not JSON: /);
  });
});

function at(parameter: string, value: unknown): object {
  return { [parameter]: [{ from: "2025-10-01", value, source: "DHS-2025-09-02" }] };
}
