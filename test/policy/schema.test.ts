import { describe, expect, it } from "vitest";
import { type ParameterId, READING_IDS, READINGS, type ReadingId } from "../../src/engine/values/ids.ts";
import { POLICY_287G, policyText } from "../../src/policy/policy.ts";
import { readPolicy } from "../../src/policy/read.ts";
import { RELEASES } from "../../src/policy/released.ts";

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
/** The faults without their places. */
const texts = (text: string): string[] => faults(text).map((fault) => fault.replace(/^\S+ /, ""));
const messages = (text: string): string[] => texts(text).map((fault) => fault.replace(/ \|.*/, ""));

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

  it("reads that of each release", () => {
    for (const { policy } of RELEASES) expect(readPolicy(policyText(policy))).toEqual(policy);
  });

  it("passes over a mark of byte order before it, and leaves one within a text as it is", () => {
    expect(readPolicy(`\uFEFF${TEXT}`)).toEqual(POLICY_287G);
    const title = "Of 287\uFEFF(g)";
    expect(readPolicy(policyText({ ...POLICY_287G, title }))).toEqual({ ...POLICY_287G, title });
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
    expect(faults(withParameters(bands([100, 100], [1, 99], [0, 0])))).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ["a band of one percent that overlaps", bands([80, 100], [80, 80]), ["[1]: band 80 overlaps band 80-100 | 101"]],
    [
      "bands within another",
      bands([0, 100], [20, 30], [50, 100], [60, 70]),
      [
        "[1]: band 20-30 overlaps band 0-100 | 101",
        "[2]: band 50-100 overlaps band 0-100 | 101",
        "[3]: band 60-70 overlaps band 0-100 | 101",
      ],
    ],
    ["bands that leave out one percent", bands([81, 100], [70, 79]), ["[0]: bands 70-79 and 81-100 leave out 80 | 80"]],
    ["bands one of which is one percent", bands([90, 100], [88, 88]), ["[0]: bands 88 and 90-100 leave out 89 | 89"]],
    ["bands that end below 100", bands([90, 99], [80, 89]), ["[0]: the highest band ends at 99 | let it end at 100"]],
    ["bands below 0", bands([-1, 100]), ["[0].from: is -1: the least is 0"]],
    ["bands above 100", bands([90, 101]), ["[0].to: is 101: the most is 100"]],
    ["bands that are no list", at("award-bands", "90-100"), [": is text, not a list"]],
    [
      "a percent as text",
      at("award-bands", [band(70, 79), band(50, 59), { ...band(90, 100), from: "90" }]),
      ["[2].from: is text, not a number"],
    ],
    ["the last percent as text", withBand({ to: "100" }), ["[0].to: is text, not a number"]],
    ["a band that is no object", at("award-bands", [null, band(70, 79)]), ["[0]: is null, not an object"]],
    ["bands without an award", at("award-bands", [{ from: 90, to: 100 }]), ['[0]: has no "award"']],
  ])("refuses %s, and says that alone", (_, parameters, expected) => {
    const said = expected.map((one) => one.replace(/(?<=\| )(\d+)$/, "let it begin at $1, the next whole percent"));
    expect(texts(withParameters(parameters))).toEqual(said.map((one) => `parameters["award-bands"][0].value${one}`));
  });

  it.each<[ParameterId, readonly string[], readonly string[], string]>([
    [
      "equipment-allowance",
      ["0.00", "7500.50", "1234567.89"],
      ["7500.5", "7500.500", ".50", "-1.00", "$1.00", "1,000.00", "1.00 "],
      "an amount with two decimals, as text",
    ],
    [
      "overtime-cap-share",
      ["0", "25", "12.5", "100"],
      ["25.", ".5", "-5", "+5", "1e2", "25%", " 25"],
      "a percentage as text, such as 25",
    ],
    [
      "authorization-years",
      ["1", "9", "10", "99"],
      ["0", "02", "100", "2.5", "-2", "two", "2 "],
      "a whole number of years, as text, such as 2",
    ],
    [
      "programme-start",
      ["1900-01-01", "2028-02-29", "2199-12-31"],
      ["1899-12-31", "2200-01-01", "0000-01-01"],
      "a day from 1900-01-01 to 2199-12-31",
    ],
    ["programme-start", [], ["2026-02-29", "2025-1-1", "10/1/2025", ""], "a date is written as 2025-10-01"],
  ])("takes of %s %j and not %j", (parameter, good, bad, expected) => {
    for (const value of good) expect(faults(withParameters(at(parameter, value)))).toEqual([]);
    for (const value of bad)
      expect(messages(withParameters(at(parameter, value)))).toEqual([
        `parameters["${parameter}"][0].value: is ${JSON.stringify(value)}: ${expected}`,
      ]);
  });

  it("takes dated values in the order of their dates, of parameters and of readings", () => {
    expect(faults(withParameters({ "overtime-cap-share": share("2025-10-01", "2026-10-01") }))).toEqual([]);
    expect(faults(withDefaults("2025-10-01", "2026-10-01"))).toEqual([]);
    expect(faults(withDefaults("2026-10-01", "2025-10-01"))).toEqual([
      "1:3844 readings.rounding.default[1].from: 2025-10-01 comes after 2026-10-01: the dates are out of order" +
        " | put the earliest date first, each date once",
    ]);
  });

  it.each<[string, object, string]>([
    ["a date as a number", { from: 20_261_001 }, "[1].from: is 20261001, not text"],
    ["no date", { from: undefined }, '[1]: has no "from"'],
    ["a source as a number", { source: 7 }, "[1].source: is 7, not text"],
    ["no source", { source: undefined }, '[1]: has no "source"'],
    ["a mistyped key", { form: "2026-10-01" }, '[1]: unknown key "form", did you mean from?'],
  ])("refuses %s of a dated value, and says that alone", (_, change, expected) => {
    const [first, second] = share("2025-10-01", "2026-10-01");
    const list = [first, { ...second, ...change }];
    for (const id of ["overtime-cap-share", "authorization-years"])
      expect(messages(withParameters({ [id]: list.map((one) => ({ ...one, value: "25" })) }))).toEqual([
        `parameters["${id}"]${expected}`,
      ]);
  });

  it.each<[string, string]>([
    ["form", 'parameters["overtime-cap-share"][0]: unknown key "form", did you mean from? | from, value, source'],
    ["awrd", 'parameters["award-bands"][0].value[0]: unknown key "awrd", did you mean award? | from, to, award'],
    ["titel", 'sources["VOZ-2025"]: unknown key "titel", did you mean title? | title, date'],
    ["half-evn", 'readings.rounding.values: unknown key "half-evn", did you mean half-even? | half-up, half-even'],
    ["xyz", 'parameters["authorization-years"][0]: unknown key "xyz" | from, value, source'],
  ])("says which keys are allowed in the place of %j", (key, expected) => {
    const inside: Readonly<Record<string, RegExp>> = {
      form: /(?<="overtime-cap-share": \[\s*\{)/,
      awrd: /(?<="award-bands": \[\s*\{[^{]*\{)/,
      titel: /(?<="VOZ-2025": \{)/,
      "half-evn": /(?<="half-up": "up",)/,
      xyz: /(?<="authorization-years": \[\s*\{)/,
    };
    expect(texts(edited(inside[key] ?? "", `"${key}": "x",`))).toEqual([expected.replace("| ", "| allowed here: ")]);
  });

  it.each<[string, unknown, string]>([
    ["null", null, "is null"],
    ["a list", [], "is a list"],
    ["an object", {}, "is an object"],
    ["a number", 5, "is 5"],
    ["true", true, "is true"],
  ])("says of %s in the place of a text what it is", (_, value, expected) => {
    expect(messages(JSON.stringify({ ...POLICY_287G, title: value }))).toEqual([`title: ${expected}, not text`]);
  });

  it.each(["parameters", "readings", "sources"] as const)(
    "says of null or text in the place of %s what it is",
    (key) => {
      const said = (value: unknown): string | undefined =>
        messages(JSON.stringify({ ...POLICY_287G, [key]: value }))[0];
      expect(said(null)).toBe(`${key}: is null, not an object`);
      expect(said("none")).toBe(`${key}: is text, not an object`);
    },
  );

  it("says that an empty id is no value, and of a long value its first sixty characters", () => {
    expect(messages(JSON.stringify({ ...POLICY_287G, id: "" }))).toEqual(["id: has no value at all"]);
    const value = "7".repeat(80);
    expect(messages(withParameters(at("vehicle-allowance", value)))).toEqual([
      `parameters["vehicle-allowance"][0].value: is "${"7".repeat(59)}: an amount with two decimals, as text`,
    ]);
  });

  it("says which sources there are, forty of them, among which the one meant is looked for", () => {
    const of = (sources: object): string =>
      JSON.stringify({ ...POLICY_287G, sources: { ...POLICY_287G.sources, ...sources } }).replace(
        '"source":"FOP-2025-09"',
        '"source":"SOURCE-X7"',
      );
    const names = Object.keys(POLICY_287G.sources);
    const more = Array.from({ length: 36 }, (_, index) => `S${index}`);
    const text = of(Object.fromEntries([...more, "SOURCE-X8"].map((name) => [name, { title: "", date: "" }])));
    const path = 'parameters["equipment-allowance"][0].source: there is no source "SOURCE-X7"';
    expect(texts(text)).toEqual([
      `${path} | the sources of the file: ${[...names, ...more.slice(0, 34)].join(", ")} and 3 more`,
    ]);
    expect(messages(of({ "SOURCE-X8": { title: "", date: "" } }))).toEqual([`${path}, did you mean SOURCE-X8?`]);
    const none = faults(JSON.stringify({ ...POLICY_287G, sources: {} }));
    expect(none).toHaveLength(13);
    for (const fault of none) expect(fault).toMatch(/: there is no source "[^"]*" \| the sources of the file: none$/);
  });

  it("tells the faults in the order of the text, in whatever order they were found, on many lines or on one", () => {
    const wrong = edited('"source": "FOP-2025-09"', '"source": "FOP"')
      .replace('"to": 89', '"to": 85')
      .replace('"question": "Where', '"questin": "Where');
    const expected = [
      'parameters["award-bands"][0].value[0]: bands 80-85 and 90-100 leave out 86-89',
      'parameters["equipment-allowance"][0].source: there is no source "FOP"',
      'readings.rounding: has no "question"',
      'readings.rounding: unknown key "questin", did you mean question?',
    ];
    expect(messages(wrong)).toEqual(expected);
    expect(messages(wrong.replace(/\n\s*/g, ""))).toEqual(expected);
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
    places.map(([from, to]) => band(from, to)),
  );
}

function band(from: number, to: number): object {
  return { from, to, award: "1.00" };
}

/** Bands with a gap, were the first as it should be. */
function withBand(change: object): object {
  return at("award-bands", [{ ...band(90, 100), ...change }, band(70, 79)]);
}

/** The built-in policy with two defaults of reading rounding. */
function withDefaults(...days: string[]): string {
  const [entry] = POLICY_287G.readings.rounding.default;
  const rounding = { ...POLICY_287G.readings.rounding, default: days.map((from) => ({ ...entry, from })) };
  return JSON.stringify({ ...POLICY_287G, readings: { ...POLICY_287G.readings, rounding } });
}

function share(...days: string[]): object[] {
  return days.map((from) => ({ from, value: "25", source: "DHS-2025-09-02" }));
}
