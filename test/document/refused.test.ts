import { describe, expect, it } from "vitest";
import { amendment } from "../../src/amend/amend.ts";
import {
  BadClaim,
  type ClaimFault,
  checkClaimSize,
  isOfClaim,
  LARGEST_CLAIM,
  readClaim,
} from "../../src/document/read.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { claimText, compute } from "./files.ts";

const Q1 = "FY2026-Q1";
const files = (salary: string) => ({
  "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1042,TFM,2025-09-15,${salary},23000.11
FL0310200,1043,TFM,2025-09-15,60000,16000
GA0480300,1042,TFM,2025-09-15,60000,16000
`,
});
const TEXT = claimText(files("85000.37"), Q1);
const filed = await readClaim("q1.json", Buffer.from(TEXT));
const AMENDMENT = JSON.stringify(
  amendment({ file: filed, policy: POLICY_287G, inputs: undefined }, compute(files("91000.37"), Q1)),
  null,
  2,
);
const AS_WRITTEN = "take the file as it was written; a claim is never edited by hand";

/** Why a text is refused. */
async function refusal(text: string | Buffer): Promise<BadClaim> {
  try {
    await readClaim("claim.json", Buffer.from(text));
  } catch (error) {
    if (error instanceof BadClaim) return error;
    throw error;
  }
  throw new Error("it is not refused");
}

const faults = async (text: string | Buffer): Promise<readonly ClaimFault[]> => (await refusal(text)).faults;
const nowhere = { line: null, column: null };

describe("a claim file that is read", () => {
  it("is known by its name, its file and its hash", async () => {
    const { document, ...file } = filed;
    expect(file).toEqual({ name: "q1.json", file: "q1.json", sha256: sha256(Buffer.from(TEXT)), amendment: null });
    expect(await readClaim("q1.ndjson:2", Buffer.from(TEXT), "q1.ndjson")).toEqual({
      ...filed,
      ...{ name: "q1.ndjson:2", file: "q1.ndjson" },
    });
    const amended = await readClaim("a.ndjson:2", Buffer.from(`\uFEFF${AMENDMENT}`), "a.ndjson");
    expect(amended).toEqual({
      ...{ name: "a.ndjson:2", file: "a.ndjson", sha256: sha256(Buffer.from(`\uFEFF${AMENDMENT}`)) },
      ...{ document: JSON.parse(AMENDMENT).claim, amendment: JSON.parse(AMENDMENT) },
    });
  });
});

describe("a claim file that is refused", () => {
  it("says what it is", async () => {
    const other = await refusal('{"schema": "claims-readings/1"}');
    expect([other.message, other.schema]).toEqual([other.faults[0]?.message, "claims-readings/1"]);
    expect((await refusal("{}")).schema).toBeUndefined();
    expect((await refusal("{")).schema).toBeUndefined();
    expect(new BadClaim([]).message).toBe("no claim");
  });

  it("has a size above the largest", async () => {
    expect(LARGEST_CLAIM).toBe(134_217_728);
    expect(() => checkClaimSize(LARGEST_CLAIM)).not.toThrow();
    const error = await refusal(Buffer.alloc(LARGEST_CLAIM + 1));
    expect(error.faults).toEqual([
      {
        ...nowhere,
        code: "claim-too-large",
        message: "the file is 129 MB long; a claim may have at most 128 MB",
        remedy: "write one claim an agency",
      },
    ]);
  });

  const NO_SCHEMA = ["the file is JSON, but not a claim: it names no schema", "give a claim written with -f json"];
  const KNOWN = "which is none of claims/1, claims-amendment/1";
  const GIVE = "give a claim written with -f json, or an amendment";
  it.each([
    ["null", ...NO_SCHEMA],
    ["1", ...NO_SCHEMA],
    ['"claims/1"', ...NO_SCHEMA],
    ["[]", ...NO_SCHEMA],
    ["{}", ...NO_SCHEMA],
    ['{"schema": 1}', ...NO_SCHEMA],
    [
      '{"schema": "claims/10"}',
      `the file has the schema "claims/10", ${KNOWN}`,
      "a newer release wrote it: use that release",
    ],
    ['{"schema": "claims/1 "}', `the file has the schema "claims/1 ", ${KNOWN}`, GIVE],
    [`{"schema": "${"x".repeat(61)}"}`, `the file has the schema "${"x".repeat(60)}", ${KNOWN}`, GIVE],
    [
      '{"schema": "claims-year/1"}',
      `the file has the schema "claims-year/1", ${KNOWN}`,
      "it holds several claims: write each with --quarter, and --prior with those before it",
    ],
  ])("is %s", async (text, message, remedy) => {
    expect(await faults(text)).toEqual([{ ...nowhere, code: "unknown-schema", message, remedy }]);
  });

  it.each([
    ["claims/1", true],
    ["claims-amendment/12", true],
    ["claims/", false],
    ["claims/x", false],
    ["my-claims/1", false],
    ["claims/1.5", false],
    ["claims-year/1", false],
  ])("may be of a claim of another release: %s is %s", (schema, is) => {
    expect(isOfClaim(schema)).toBe(is);
  });

  it("is no text, no JSON, or JSON with a fault at its place", async () => {
    const remedy = AS_WRITTEN;
    expect(await faults(Buffer.from([0x22, 0xff, 0x22]))).toEqual([
      { ...nowhere, code: "claim-not-json", message: "the file is not UTF-8 text, so it is not a claim", remedy },
    ]);
    expect(await faults("\n  x")).toEqual([
      { line: 2, column: 3, code: "claim-not-json", message: expect.stringMatching(/^the file /), remedy },
    ]);
    expect(await faults('{\n "a": {"b": x}}')).toEqual([
      { line: 2, column: 13, code: "claim-not-json", message: expect.stringMatching(/^a\.b /), remedy },
    ]);
  });

  const place = (text: string, of: string): Pick<ClaimFault, "line" | "column"> => {
    const before = text.slice(0, text.indexOf(of)).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  it.each<[string, string, string, string, string]>([
    [
      "has a field that no claim has",
      '"days": 92',
      '"days": 92, "hours": 1',
      "1\n",
      "quarter.hours is a field that no claim has",
    ],
    [
      "has another kind of value",
      '"warnings": [',
      '"warnings": 1, "x": [',
      "1, ",
      "warnings is 1, not expected array, received number",
    ],
    [
      "has a value that is too long to be shown",
      '"agency_id": "FL0310200"',
      `"agency_id": {"a": "${"y".repeat(40)}"}`,
      '{"a"',
      `claims[0].agency_id is {"a":"${"y".repeat(33)}…, not expected string, received object`,
    ],
    [
      "has a value that is just not too long",
      '"agency_id": "FL0310200"',
      `"agency_id": {"a": "${"y".repeat(32)}"}`,
      '{"a"',
      `claims[0].agency_id is {"a":"${"y".repeat(32)}"}, not expected string, received object`,
    ],
    [
      "has none of the values that there are",
      '"program_model": "TFM"',
      '"program_model": "XYZ"',
      '"XYZ"',
      'claims[0].officers[0].program_model is "XYZ", not expected one of "TFM"|"JEM"|"WSO"',
    ],
  ])("%s", async (_, from, to, at, message) => {
    const text = TEXT.replace(from, to);
    expect(text).not.toBe(TEXT);
    const found = await faults(text);
    expect(found[0]).toEqual({ ...place(text, at), code: "bad-claim", message, remedy: AS_WRITTEN });
  });

  it("lacks a field, and is shown where it would stand", async () => {
    const text = TEXT.replace('"days": 92', '"day": 92');
    expect((await faults(text)).map(({ message, line }) => [message, line])).toEqual([
      ["quarter.days is missing", place(text, '{\n    "id": "FY2026-Q1"').line],
      ["quarter.day is a field that no claim has", place(text, '"day": 92').line],
    ]);
  });

  it("has more faults than are told", async () => {
    const rows = (count: number): string => {
      const document = JSON.parse(TEXT);
      document.warnings = Array.from({ length: count }, () => 1);
      return JSON.stringify(document);
    };
    expect(await faults(rows(20))).toHaveLength(20);
    const found = await faults(rows(22));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toEqual({ ...nowhere, code: "bad-claim", message: "and 2 more", remedy: null });
  });

  it.each<[string, string, string, string]>([
    [
      "an agency",
      '"agency_id": "GA0480300"',
      '"agency_id": "FL0310200"',
      'claims[1].agency_id is "FL0310200" a second time',
    ],
    [
      "an officer of an agency",
      '"officer_id": "1043"',
      '"officer_id": "1042"',
      'claims[0].officers[1].officer_id is "1042" a second time',
    ],
  ])("has %s a second time", async (_, from, to, says) => {
    for (const [whole, at] of [
      [TEXT, ""],
      [AMENDMENT, "claim."],
    ] as const) {
      const index = whole.lastIndexOf(from);
      const text = `${whole.slice(0, index)}${to}${whole.slice(index + from.length)}`;
      const { line, column } = place(text, text.slice(index + to.indexOf(": ") + 2));
      expect(await faults(text)).toEqual([
        { code: "bad-claim", message: `${at}${says}`, remedy: AS_WRITTEN, line, column },
      ]);
    }
  });
});
