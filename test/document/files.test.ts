import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimSources, claimsOf, PassedOver, readClaims } from "../../src/document/files.ts";
import { BadClaim, LARGEST_CLAIM } from "../../src/document/read.ts";
import { UnreadableFile } from "../../src/files/read.ts";
import { Problems } from "../../src/problems/problems.ts";
import { claimText, type Files, withFiles } from "./files.ts";

const claim = (agency: string): string =>
  claimText(
    {
      "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\n${agency},1042,TFM,2025-09-15,40000,0\n`,
    },
    "FY2026-Q1",
  );
const [BAY, COBB] = [claim("FL0310200"), claim("GA0480300")];
const line = (text: string): string => `${JSON.stringify(JSON.parse(text))}\n`;
const YEAR = '{"schema": "claims-year/1"}';

/** Works in a folder of files, which may have folders themselves. */
const inside = <T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> =>
  withFiles({}, async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return work(folder);
  });

/** The claims that paths stand for, as `name file agency`, and what was said of the rest. */
const read = (files: Files, ...paths: string[]) =>
  inside(files, async (folder) => {
    const problems = new Problems();
    const claims = await readClaims(
      paths.map((path) => join(folder, path)),
      problems,
    );
    return {
      claims: claims.map(({ name, file, from, document }) => {
        expect(from).toBe(join(folder, from.slice(folder.length)));
        return [name, file, from.slice(folder.length + 1), document.claims[0]?.agency_id].join(" ");
      }),
      said: problems.all.map(({ severity, code, where, line, column, message, remedy }) =>
        [severity, code, where, line, column, message, remedy].filter((one) => one !== null).join(" | "),
      ),
    };
  });

describe("claims in files", () => {
  it("are those of a folder, of files, of lines, by names that tell them apart", async () => {
    const files = { "a/q1.json": BAY, "a/q2.ndjson": line(BAY) + line(COBB), "b/q1.json": COBB, "b/x.txt": BAY };
    expect(await read(files, "a", "b/q1.json")).toEqual({
      claims: [
        "a/q1.json a/q1.json a/q1.json FL0310200",
        "q2.ndjson:1 q2.ndjson a/q2.ndjson FL0310200",
        "q2.ndjson:2 q2.ndjson a/q2.ndjson GA0480300",
        "b/q1.json b/q1.json b/q1.json GA0480300",
      ],
      said: [],
    });
  });

  it("of a file with one line have its name", async () => {
    expect((await read({ "q1.ndjson": line(BAY) }, "q1.ndjson")).claims).toEqual([
      "q1.ndjson q1.ndjson q1.ndjson FL0310200",
    ]);
  });

  it("that are refused are errors at their places, and the others count", async () => {
    const bad = {
      "q1.ndjson": `${line(BAY)}{"schema": }\n${line(COBB)}`,
      "q2.json": COBB.replace("claims/1", "claims/2"),
    };
    expect(await read(bad, "q1.ndjson", "q2.json")).toEqual({
      claims: ["q1.ndjson:1 q1.ndjson q1.ndjson FL0310200", "q1.ndjson:3 q1.ndjson q1.ndjson GA0480300"],
      said: [
        "error | claim-not-json | q1.ndjson:2 | 1 | 12 | schema needs a value | take the file as it was written; a claim is never edited by hand",
        'error | unknown-schema | q2.json | the file has the schema "claims/2", which is none of claims/1, claims-amendment/1 | a newer release wrote it: use that release',
      ],
    });
  });

  it("of a folder pass over what is no claim, but not what a newer release wrote", async () => {
    const files = { "a/1.json": '{"a": 1}', "a/2.json": '{"schema": "x/1"}', "a/3.json": YEAR, "a/q1.json": BAY };
    const passed = (many: string) => `notice | not-claims | passed over ${many}`;
    const year =
      "warning | year-passed-over | 3.json | the claims of a year in one file are passed over: none of them counts here | give each quarter's claim as it was filed";
    expect(await read(files, "a")).toEqual({
      claims: ["q1.json q1.json a/q1.json FL0310200"],
      said: [passed("2 files that are not claims"), year],
    });
    expect((await read({ "a/1.json": "{}", "a/q1.json": BAY }, "a")).said).toEqual([
      passed("1 file that is not a claim"),
    ]);
    const newer = { "a/1.json": '{"schema": "claims-amendment/12"}', "a/2.json": "{" };
    expect((await read(newer, "a")).said.map((one) => one.split(" | ").slice(0, 3).join(" "))).toEqual([
      "error unknown-schema 1.json",
      "error claim-not-json 2.json",
    ]);
  });

  it("that are named are errors where they are no claims", async () => {
    const files = { "1.json": "{}", "2.json": YEAR };
    expect((await read(files, "1.json", "2.json")).said).toEqual([
      "error | unknown-schema | 1.json | the file is JSON, but not a claim: it names no schema | give a claim written with -f json",
      'error | unknown-schema | 2.json | the file has the schema "claims-year/1", which is none of claims/1, claims-amendment/1 | it holds several claims: write each with --quarter, and --prior with those before it',
    ]);
  });

  it("say nothing of files that are no claims where there are none", () => {
    const problems = new Problems();
    new PassedOver().say(problems);
    expect(problems.all).toEqual([]);
  });

  it("may not be there, or not to be read", async () => {
    await inside({ "a.json": BAY }, async (folder) => {
      symlinkSync("loop.json", join(folder, "loop.json"));
      const reading = (name: string) => claimsOf({ path: join(folder, name), name, named: true });
      await expect(reading("a.json/b.json")).rejects.toThrow("b.json: there is no such file");
      await expect(reading("loop.json")).rejects.toThrow("loop.json: its links go round in circles");
      await expect(reading("loop.json")).rejects.toThrow(UnreadableFile);
      expect(() => claimSources([join(folder, "*.ndjson")])).toThrow(UnreadableFile);
      await expect(readClaims([join(folder, "loop.json")], new Problems())).rejects.toThrow(UnreadableFile);
    });
  });

  it("are too large by the file, or in NDJSON by the line", async () => {
    await inside({ "a.json": BAY, "b.NDJSON": `${line(BAY)}${line(COBB)}!` }, async (folder) => {
      const sized = (name: string, bytes: number) => {
        truncateSync(join(folder, name), bytes);
        return claimsOf({ path: join(folder, name), name, named: true });
      };
      expect(await sized("a.json", LARGEST_CLAIM)).toHaveLength(1);
      await expect(sized("a.json", LARGEST_CLAIM + 1)).rejects.toThrow(
        "the file is 129 MB long; a claim may have at most 128 MB",
      );
      const problems = new Problems();
      expect(await readClaims([join(folder, "a.json")], problems)).toEqual([]);
      expect(problems.all.map(({ code, where, remedy }) => [code, where, remedy])).toEqual([
        ["claim-too-large", "a.json", "write one claim an agency"],
      ]);
      const lines = await sized("b.NDJSON", LARGEST_CLAIM + line(BAY).length + line(COBB).length + 1);
      expect(lines.map(({ name }) => name)).toEqual(["b.NDJSON:1", "b.NDJSON:2", "b.NDJSON:3"]);
      await expect(lines[2]?.read()).rejects.toThrow(BadClaim);
    });
  });
});
