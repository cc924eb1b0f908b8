import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROGRAM } from "./program.ts";

const ROOT = join(import.meta.dirname, "../..");
const LOADED = `process.on("exit", () => console.error("loaded " + Object.keys(require.cache).join(" ")));`;

/** The files of the program that a command line loads. */
function loadedBy(...args: string[]): string[] {
  const preload = `data:text/javascript,import{createRequire}from"node:module";const require=createRequire(${JSON.stringify(PROGRAM)});${LOADED}`;
  const { stderr } = spawnSync(process.execPath, ["--import", preload, PROGRAM, ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return (/^loaded (.*)$/m.exec(stderr)?.[1] ?? "").split(" ").map((path) => basename(path));
}

describe("what a command loads", () => {
  it.each([
    [["compute", "fixtures/roster.csv", "-q"]],
    [["compute", "fixtures/roster.csv", "-q", "-f", "json"]],
    [["check", "fixtures/roster.csv"]],
    [["explain", "fixtures/roster.csv", "-q"]],
    [["--help"]],
  ])("%j: the program alone, no schemas, workbooks, forms or questions", (args) => {
    expect(loadedBy(...args)).toEqual(["claims.js", "claims.cjs"]);
  });

  it("verify: the schemas too", () => {
    expect(loadedBy("verify", "fixtures/filed/1.0.0/q1-amendment.json")).toEqual([
      "claims.js",
      "claims.cjs",
      "zod.cjs",
    ]);
  });
});
