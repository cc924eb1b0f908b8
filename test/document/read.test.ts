import { describe, expect, it } from "vitest";
import { BadClaim, checkClaimSize, readClaim } from "../../src/document/read.ts";
import { claimText } from "./files.ts";

const TEXT = claimText(
  {
    "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1042,TFM,2025-09-15,85000.37,23000.11
FL0310200,1043,TFM,2025-09-15,60000,16000
`,
    "rates.csv": "quarter,placement_rate\nFY2026-Q1,92.5%\n",
  },
  "FY2026-Q1",
);

/** Why a text is refused, each fault with its place in the file. */
async function faults(text: string | Buffer): Promise<string[]> {
  try {
    await readClaim("claim.json", Buffer.from(text));
  } catch (error) {
    if (!(error instanceof BadClaim)) throw error;
    return error.faults.map(({ line, column, message }) => (line === null ? message : `${line}:${column} ${message}`));
  }
  return [];
}

/** The line, from 1, and the character on which a text first stands. */
function placeOf(text: string): string {
  const before = TEXT.slice(0, TEXT.indexOf(text)).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const change = (from: string, to: string): Promise<string[]> => {
  expect(TEXT).toContain(from);
  return faults(TEXT.replace(from, to));
};

const AN_AMOUNT = 'not an amount of zero or more, as text with two decimals, such as "21250.09"';

describe("a claim file", () => {
  it("is read as it was written", async () => {
    const { document, amendment } = await readClaim("claim.json", Buffer.from(TEXT));
    expect(`${JSON.stringify(document, null, 2)}\n`).toBe(TEXT);
    expect(amendment).toBeNull();
    expect(await faults(`\uFEFF${TEXT}`)).toEqual([]);
  });

  it.each([
    ['"21250.09"', "21250.09", `claims[0].officers[0].salary is 21250.09, ${AN_AMOUNT}`],
    ['"21250.09"', '"-21250.09"', `claims[0].officers[0].salary is "-21250.09", ${AN_AMOUNT}`],
    ['"21250.09"', '"NaN"', `claims[0].officers[0].salary is "NaN", ${AN_AMOUNT}`],
    ['"21250.09"', '"21250.1"', `claims[0].officers[0].salary is "21250.1", ${AN_AMOUNT}`],
    ['"21250.09"', '"21,250.09"', `claims[0].officers[0].salary is "21,250.09", ${AN_AMOUNT}`],
    ['"21250.09"', "null", `claims[0].officers[0].salary is null, ${AN_AMOUNT}`],
    ['"21250.09"', "NaN", "claims[0].officers[0].salary is NaN, which is not JSON"],
  ])("is refused where an amount %s is %s", async (from, to, says) => {
    expect(await change(from, to)).toEqual([`${placeOf(from)} ${says}`]);
  });

  it.each([
    ['"line": 2', '"line": -2', "2", "claims[0].officers[0].rows[0].line is -2, not a whole number of zero or more"],
    [
      '"2025-09-15"',
      '"2025-02-30"',
      "",
      'claims[0].officers[0].rows[0].trained_on is "2025-02-30", not a date as text, such as "2025-10-01"',
    ],
    ['"FY2026-Q1"', '"FY2026-Q5"', "", 'quarter.id is "FY2026-Q5", not a fiscal quarter, such as "FY2026-Q1"'],
    ['"1043"', '"1042"', "", 'claims[0].officers[1].officer_id is "1042" a second time'],
    ['"warnings": [', '"constructor": [], "warnings": [', "same line", "constructor is a field that no claim has"],
  ])("is refused where %s is %s", async (from, to, offset, says) => {
    const [found = ""] = await change(from, to);
    expect(found.replace(/^\d+:\d+ /, "")).toBe(says);
    const [line, column] = placeOf(from).split(":").map(Number);
    if (offset === "") expect(found.split(" ")[0]).toBe(`${line}:${column}`);
    else expect(Number(found.split(":")[0])).toBe(line);
  });

  it("is refused where a field is missing, a name stands twice, or the prototype is named", async () => {
    expect(await change('      "agency_id": "FL0310200",\n', "")).toEqual([
      expect.stringMatching(/^\d+:\d+ claims\[0\]\.agency_id is missing$/),
    ]);
    expect(await change('"line": 2,', '"line": 2, "line": 3,')).toEqual([
      expect.stringMatching(/^\d+:\d+ claims\[0\]\.officers\[0\]\.rows\[0\] has the name "line" twice$/),
    ]);
    expect(await change('"line": 2,', '"line": 2, "__proto__": {},')).toEqual([
      expect.stringMatching(
        /^\d+:\d+ claims\[0\]\.officers\[0\]\.rows\[0\] has the name __proto__, which no document has$/,
      ),
    ]);
  });

  it("is refused wherever it is cut off", async () => {
    for (let end = 0; end < TEXT.length - 2; end += 37)
      expect(await faults(TEXT.slice(0, end)), `cut at ${end}`).toHaveLength(1);
  });

  it("is refused where it is of another kind", async () => {
    expect(await change('"claims/1"', '"claims/2"')).toEqual([
      'the file has the schema "claims/2", which is none of claims/1, claims-amendment/1',
    ]);
    expect(await faults("[]")).toEqual(["the file is JSON, but not a claim: it names no schema"]);
    expect(await faults(Buffer.from([0xff, 0xfe, 0x41]))).toEqual(["the file is not UTF-8 text, so it is not a claim"]);
    expect(() => checkClaimSize(200_000_000)).toThrow("is 191 MB long; a claim may have at most 128 MB");
  });

  it("counts faults beyond the first twenty", async () => {
    const numbers = TEXT.replace(/"(\d+\.\d\d)"/g, "$1");
    const found = await faults(numbers);
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatch(/^and \d+ more$/);
  });
});
