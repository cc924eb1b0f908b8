import { readdirSync, readFileSync } from "node:fs";
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
