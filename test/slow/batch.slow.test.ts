import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PROGRAM, programShell } from "../cli/program.ts";
import { rosterText, writeRosters } from "../cli/rosters.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const PAGE = readFileSync(`${ROOT}docs/batch.md`, "utf8");

/** The code blocks under a heading. */
function recipes(heading: string): string[] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

let folder = "";
const run = (command: string) => programShell(`export PATH="$PWD/bin:$PATH"; unset -f claims; ${command}`, folder);
const index = (path: string): string[] => readFileSync(join(folder, path), "utf8").trimEnd().split("\n");
const has = (command: string): boolean => programShell(`command -v ${command}`, "/").code === 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-batch-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/claims"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(folder, "bin/claims"), 0o755);
  writeRosters(join(folder, "rosters"), 5);
  const rates = [1, 2, 3, 4, 5].map((n) => `FL000000${n},FY2026-Q1,92.5,ICE-${n}\n`);
  writeFileSync(join(folder, "rates.csv"), `agency_id,quarter,rate,reference\n${rates.join("")}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const spoil = (): void =>
  writeFileSync(join(folder, "rosters/A0000003.csv"), rosterText(3).replace("2025-09-15", "2025-13-15"));

describe("the recipes of docs/batch.md", () => {
  it("a script: the failed agencies are listed, the others are done", () => {
    writeFileSync(join(folder, "script"), recipes("A script")[0] ?? "");
    expect(run("bash script")).toEqual({ stdout: "", stderr: "", code: 0 });
    spoil();
    expect(run("bash script; cat failed.txt")).toEqual({ stdout: "FL0000003\n", stderr: "", code: 0 });
    rmSync(join(folder, "rates.csv"));
    const { stderr, code } = run("bash script");
    expect([code, stderr]).toEqual([1, "claims: error: cannot read rates.csv: there is no such file\n"]);
  });

  it.skipIf(!has("make"))("make: nothing to do the second time; a changed roster changes its claim only", () => {
    writeFileSync(join(folder, "Makefile"), recipes("Make")[0] ?? "");
    expect(run("make").code).toBe(0);
    expect(run("make").stdout).toContain("is up to date");
    writeFileSync(join(folder, "rosters/A0000002.csv"), rosterText(2, 3));
    expect(run("touch -d '1 minute' rosters/A0000002.csv; make").code).toBe(0);
    expect(index("q1/index.csv").map((line) => line.split(",")[4])).toEqual([
      "status",
      "unchanged",
      "written",
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
    spoil();
    expect(run("touch -d '2 minutes' rosters/A0000003.csv; make").code).toBe(0);
  });

  it("cron: says nothing when all is well, and what is wrong otherwise", () => {
    const command = (recipes("Cron")[0] ?? "").replace("30 2 * * * cd /srv/claims && ", "");
    expect(command).toMatch(/^claims /);
    expect(run(command)).toEqual({ stdout: "", stderr: "", code: 0 });
    spoil();
    const { stderr, code } = run(command);
    expect(code).toBe(3);
    expect(stderr).toContain("A0000003.csv:2:6: error");
  });

  const [withXargs = "", withParallel = ""] = recipes("Shards");
  const shards = [
    ["xargs", withXargs.replace("-n 250", "-n 2")],
    ["parallel", withParallel.replace("-N 250", "-N 2")],
  ] as const;
  for (const [tool, command] of shards)
    it.skipIf(!has(tool))(`shards with ${tool}: their indexes add up to that of one run`, () => {
      expect(run("claims compute rosters --rates rates.csv --quarter FY2026-Q1 -q --out-dir whole").code).toBe(0);
      const { code, stderr } = run(command);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(readdirSync(join(folder, "shards"))).toHaveLength(3);
      const merged = run(recipes("One index of many")[0] ?? "");
      expect(merged).toEqual({ stdout: "190000.00\n", stderr: "", code: 0 });
      expect(index("index.csv")).toEqual(index("whole/index.csv"));
    });
});
