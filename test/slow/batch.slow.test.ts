import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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
      const [merge = "", total = ""] = recipes("One folder of many");
      expect(run(`${merge.trimEnd()} -q`).code).toBe(0);
      expect(run(total)).toEqual({ stdout: "190000.00\n", stderr: "", code: 0 });
      expect(index("q1/index.csv")).toEqual(index("whole/index.csv"));
    });

  describe("eight shards are to the byte what one run is", () => {
    const files = (name: string): Record<string, string> =>
      Object.fromEntries(
        readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
          .filter((one) => statSync(join(folder, name, one)).isFile())
          .map((one) => [one, readFileSync(join(folder, name, one), "latin1")]),
      );

    beforeEach(() => {
      writeRosters(join(folder, "rosters"), 20);
      const rates = Array.from({ length: 20 }, (_, i) => `FL${String(i + 1).padStart(7, "0")},FY2026-Q1,92.5,ICE\n`);
      writeFileSync(join(folder, "rates.csv"), `agency_id,quarter,rate,reference\n${rates.join("")}`);
      for (const name of ["shard.sh", "slurm.sh"]) copyFileSync(`${ROOT}docs/batch/${name}`, join(folder, name));
      spoil();
      expect(run("claims compute rosters --rates rates.csv --quarter FY2026-Q1 -q --out-dir whole").code).toBe(3);
    });

    function expectWhole(): void {
      expect(readdirSync(join(folder, "shards"))).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
      expect(run(recipes("One folder of many")[0] ?? "").code).toBe(3);
      const whole = files("whole");
      expect(Object.keys(whole)).toHaveLength(22);
      expect(Object.keys(whole)).toContain("problems/FL0000003.txt");
      expect(files("q1")).toEqual(whole);
    }

    it("as tasks of an array", () => {
      expect(run(recipes("Array jobs")[0] ?? "").stderr).toContain("A0000003.csv: 1 error");
      expectWhole();
    });

    it("and an agency that two shards claimed is told", () => {
      const [header, one, two] = rosterText(1).split("\n");
      writeFileSync(join(folder, "rosters/A0000001.csv"), `${header}\n${one}\n`);
      writeFileSync(join(folder, "rosters/A0000001b.csv"), `${header}\n${two}\n`);
      expect(run(recipes("Array jobs")[0] ?? "").code).toBe(0);
      const { stderr, code } = run(recipes("One folder of many")[0] ?? "");
      expect([code, stderr]).toEqual([3, expect.stringContaining("FL0000001 has two claims for FY2026-Q1")]);
    });

    it("as pods of an indexed Job", () => {
      const job = readFileSync(`${ROOT}docs/batch/kubernetes.yaml`, "utf8");
      const [, , script = ""] = JSON.parse(/^ +command: (\[.*\])$/m.exec(job)?.[1] ?? "[]");
      const [, completions] = /^ +completions: (\d+)$/m.exec(job) ?? [];
      expect([completions, script]).toEqual(["8", 'exec bash shard.sh "$JOB_COMPLETION_INDEX" 8']);
      for (let pod = 0; pod < 8; pod++)
        expect(run(`export QUARTER=FY2026-Q1 JOB_COMPLETION_INDEX=${pod}; (${script})`).code).toBe(pod === 2 ? 3 : 0);
      expectWhole();
    });
  });
});
