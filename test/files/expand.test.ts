import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandPaths } from "../../src/files/expand.ts";
import { UnreadableFile } from "../../src/files/read.ts";

const folder = mkdtempSync(join(tmpdir(), "claims-expand-"));

beforeAll(() => {
  for (const name of ["filed", "filed/2026", "filed/2026/deep", "filed/old.json", "empty"])
    mkdirSync(join(folder, name));
  for (const name of ["b.json", "a.JSON", "notes.txt", ".hidden.json", "2026/q1.json", "2026/deep/q2.json", "[1].json"])
    writeFileSync(join(folder, "filed", name), "");
  symlinkSync(join(folder, "filed/2026"), join(folder, "filed/link"));
  symlinkSync(join(folder, "filed"), join(folder, "filed/2026/round"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const expand = (...paths: string[]): string[] =>
  expandPaths(
    paths.map((path) => (path === "-" ? path : join(folder, path))),
    ["json"],
  ).map(({ path, named }) => `${path.replace(`${folder}/`, "")}${named ? "" : "*"}`);

describe("paths", () => {
  it("name a file, the files of a folder with the ending, or those that a pattern matches, never going round in links", () => {
    expect(expand("filed/notes.txt")).toEqual(["filed/notes.txt"]);
    expect(expand("filed")).toEqual(["filed/[1].json*", "filed/a.JSON*", "filed/b.json*"]);
    expect(expand("filed/*.json")).toEqual(["filed/[1].json*", "filed/b.json*"]);
    expect(expand("filed/?.json")).toEqual(["filed/b.json*"]);
    expect(expand("filed/*/q?.json")).toEqual(["filed/2026/q1.json*", "filed/link/q1.json*"]);
    expect(expand("filed/**/q*.json")).toEqual(["filed/2026/q1.json*", "filed/2026/deep/q2.json*"]);
    expect(expand("-")).toEqual(["-"]);
  });

  it("match many stars, which end, and any character with ?", () => {
    const name = `${"a".repeat(200)}.json`;
    writeFileSync(join(folder, "empty", name), "");
    expect(() => expand(`empty/${"*a".repeat(40)}*b`)).toThrow("no file has a name like that");
    expect(() => expand(`empty/${"**/".repeat(40)}b`)).toThrow("no file has a name like that");
    expect(expand(`empty/${"*a".repeat(40)}*.json`)).toEqual([`empty/${name}*`]);
    rmSync(join(folder, "empty", name));
    expect(expand("filed/**/**/*[1]?json")).toEqual(["filed/[1].json*"]);
  });

  it("name each file once, as named where one of them names it", () => {
    expect(expand("filed/b.json", "filed")).toEqual(["filed/b.json", "filed/[1].json*", "filed/a.JSON*"]);
    expect(expand("filed/*.json", "filed/b.json", "filed/b.json")).toEqual(["filed/[1].json*", "filed/b.json"]);
  });

  it("that name nothing are errors", () => {
    expect(() => expand("empty")).toThrow(UnreadableFile);
    expect(() => expand("filed/*.csv")).toThrow("no file has a name like that");
    expect(() => expand("nowhere/*.json")).toThrow("there is no such file");
    expect(expand("missing.json")).toEqual(["missing.json"]);
  });
});
