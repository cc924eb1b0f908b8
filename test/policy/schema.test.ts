import { describe, expect, it } from "vitest";
import { READING_IDS, READINGS, type ReadingId } from "../../src/engine/values/ids.ts";
import { POLICY_287G, policyText } from "../../src/policy/policy.ts";
import { readPolicy } from "../../src/policy/read.ts";

/** The built-in policy with one parameter or reading replaced. */
const withParameters = (parameters: object): string =>
  JSON.stringify({ ...POLICY_287G, parameters: { ...POLICY_287G.parameters, ...parameters } });
const withDefault = (id: ReadingId, value: string): string => {
  const entry = { ...POLICY_287G.readings[id].default[0], value };
  const reading = { ...POLICY_287G.readings[id], default: [entry] };
  return JSON.stringify({ ...POLICY_287G, readings: { ...POLICY_287G.readings, [id]: reading } });
};

const faults = (text: string): string[] => {
  const read = readPolicy(text);
  if (!("faults" in read)) return [];
  return read.faults.map(
    ({ line, column, message, remedy }) => `${line}:${column} ${message}${remedy ? ` | ${remedy}` : ""}`,
  );
};
const messages = (text: string): string[] =>
  faults(text).map((fault) => fault.replace(/^\S+ /, "").replace(/ \|.*/, ""));

const TEXT = policyText(POLICY_287G);
/** The built-in policy as text with some of it replaced. */
const edited = (from: string | RegExp, to: string): string => {
  const text = TEXT.replace(from, to);
  expect(text).not.toBe(TEXT);
  return text;
};

describe("readPolicy", () => {
  it("reads the built-in policy as it is", () => {
    expect(readPolicy(TEXT)).toEqual(POLICY_287G);
  });

  it.each(READING_IDS)("takes each value of reading %s that the engine knows as a default, and no other", (id) => {
    for (const value of READINGS[id]) expect(faults(withDefault(id, value))).toEqual([]);
    expect(faults(withDefault(id, "another"))).toEqual([
      expect.stringContaining(`default[0].value: is "another" | one of ${READINGS[id].join(", ")}`),
    ]);
  });

  it.each<[string, object, string]>([
    [
      "an unknown parameter",
      { "overtime-cap": [] },
      'parameters: unknown key "overtime-cap", did you mean overtime-cap-share?',
    ],
    [
      "a date that does not exist",
      at("programme-start", "2025-02-29"),
      'parameters["programme-start"][0].value: is "2025-02-29": a date is written as 2025-10-01',
    ],
    [
      "an amount without cents",
      at("equipment-allowance", "7500"),
      'parameters["equipment-allowance"][0].value: is "7500": an amount with two decimals, as text',
    ],
    [
      "an amount as a number",
      at("vehicle-allowance", 100000),
      'parameters["vehicle-allowance"][0].value: is 100000, not text',
    ],
    [
      "a share with a sign",
      at("overtime-cap-share", "25 %"),
      'parameters["overtime-cap-share"][0].value: is "25 %": a percentage as text, such as 25',
    ],
    ["no value at all", { "award-bands": [] }, 'parameters["award-bands"]: has no value at all'],
    [
      "a band of half percents",
      bands([70.5, 100]),
      'parameters["award-bands"][0].value[0].from: is 70.5, not a whole number',
    ],
    [
      "bands that overlap",
      bands([90, 100], [80, 90]),
      'parameters["award-bands"][0].value[0]: band 90-100 overlaps band 80-90',
    ],
    [
      "bands that leave a gap",
      bands([90, 100], [70, 85]),
      'parameters["award-bands"][0].value[0]: bands 70-85 and 90-100 leave out 86-89',
    ],
    ["bands that end below 100", bands([90, 99]), 'parameters["award-bands"][0].value[0]: the highest band ends at 99'],
    [
      "a band the wrong way",
      bands([100, 90]),
      'parameters["award-bands"][0].value[0]: band 100-90 ends before it begins',
    ],
    [
      "a source that is not there",
      { "vehicle-allowance": [{ from: "2025-10-01", value: "1.00", source: "FOP-2025-9" }] },
      'parameters["vehicle-allowance"][0].source: there is no source "FOP-2025-9", did you mean FOP-2025-09?',
    ],
    [
      "dates out of order",
      { "overtime-cap-share": share("2026-10-01", "2025-10-01") },
      'parameters["overtime-cap-share"][1].from: 2025-10-01 comes after 2026-10-01: the dates are out of order',
    ],
    [
      "a date twice",
      { "overtime-cap-share": share("2025-10-01", "2025-10-01") },
      'parameters["overtime-cap-share"][1].from: 2025-10-01 is there twice',
    ],
  ])("refuses %s", (_, parameters, message) => {
    expect(messages(withParameters(parameters))[0]).toBe(message);
    expect(messages(withParameters(parameters)).every((one) => one.startsWith(message.split(":")[0] ?? ""))).toBe(true);
  });

  it("takes bands of whole percents in any order, with a lowest of any height", () => {
    expect(faults(withParameters(bands([50, 79], [80, 100])))).toEqual([]);
  });

  it("tells line and character of every fault in one pass, and the keys that are allowed", () => {
    const text = edited('"id": "287g"', '"id": 287,\n  "titel": 1').replace('"to": 89', '"to": 90');
    expect(faults(text)).toEqual([
      "3:9 id: is 287, not text",
      '4:3 the policy: unknown key "titel", did you mean title? | allowed here: schema, id, title, sources, parameters, readings',
      expect.stringMatching(
        /^51:11 parameters\["award-bands"\]\[0\]\.value\[0\]: band 90-100 overlaps band 80-90 \| let it begin at 91/,
      ),
    ]);
  });

  it("names the object in which a key is missing", () => {
    expect(messages(edited(/ {2}"title".*\n/, ""))).toEqual(['the policy has no "title"']);
  });

  it("says that a text is not JSON, and where", () => {
    expect(faults('{\n  "id": mine }')).toEqual(["2:9 id is mine, which is not JSON"]);
    expect(faults('{ "id": "a", "id": "b" }')).toEqual(['1:14 the policy has the name "id" twice']);
    expect(faults("null")).toEqual(["1:1 the policy: is null, not an object"]);
  });
});

function at(parameter: string, value: unknown): object {
  return { [parameter]: [{ from: "2025-10-01", value, source: "DHS-2025-09-02" }] };
}

function bands(...places: [number, number][]): object {
  return at(
    "award-bands",
    places.map(([from, to]) => ({ from, to, award: "1.00" })),
  );
}

function share(...days: string[]): object[] {
  return days.map((from) => ({ from, value: "25", source: "DHS-2025-09-02" }));
}
