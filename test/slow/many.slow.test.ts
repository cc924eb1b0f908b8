import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { programShell } from "../cli/program.ts";
import { writeRosters } from "../cli/rosters.ts";
import { inFolder } from "../cli/run.ts";

it("10,000 rosters with a limit of 256 open files", async () => {
  await inFolder((folder) => {
    writeRosters(join(folder, "in"), 10_000, 1);
    const run = "claims compute in --quarter FY2026-Q1 --no-rates --out-dir out -q";
    expect(programShell(`ulimit -n 256; ${run} && cd out && sha256sum -c --quiet SHA256SUMS`, folder)).toEqual({
      stdout: "",
      stderr: "",
      code: 0,
    });
    expect(readdirSync(join(folder, "out"))).toHaveLength(10_002);
    const lines = readFileSync(join(folder, "out/index.csv"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(10_001);
    expect(new Set(lines.slice(1).map((line) => line.split(",")[13]))).toEqual(new Set(["18000.00"]));
  });
});

it("500,000 officers are too many for one document, which is said before they are computed", async () => {
  await inFolder((folder) => {
    const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
    const rows = Array.from({ length: 500_000 }, (_, index) => `FL0310200,${index + 1},TFM,2025-09-15,60000,1`);
    writeFileSync(join(folder, "roster.csv"), `${header}\n${rows.join("\n")}\n`);
    const run = "claims compute roster.csv --quarter FY2026-Q1 --no-rates -q";
    const tooMany = programShell(`${run} -o q1.json`, folder);
    expect(tooMany.stderr).toContain("the json is longer than 536 MB, the most that it may have");
    expect([tooMany.code, existsSync(join(folder, "q1.json"))]).toEqual([1, false]);
    expect(programShell(`${run} --by agency -f csv`, folder).stdout).toContain(",500000,");
  });
});
