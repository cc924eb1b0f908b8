import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROGRAM, program } from "../cli/program.ts";
import { writeRosters } from "../cli/rosters.ts";

const ARGS = ["compute", "in", "--quarter", "FY2026-Q1", "--no-rates", "--out-dir", "out", "-q"];
const MOMENTS = 60;
/** So many that the writing of their claims is most of the run. */
const ROSTERS = 400;

/** Every file of a folder by its name; in the index what was written this time and what was there is alike. */
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      readFileSync(join(folder, name), "utf8").replaceAll(/,(?:written|unchanged),/g, ",done,"),
    ]),
  );

/** Runs the program and ends it at a moment. */
function killed(cwd: string, signal: NodeJS.Signals, afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, [PROGRAM, ...ARGS], { cwd, stdio: "ignore" });
    const timer = setTimeout(() => run.kill(signal), afterMs);
    run.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

it(`leaves whole files when it is killed at any of ${MOMENTS} moments, and the same bytes when it is run again`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "claims-kill-"));
  try {
    const out = join(folder, "out");
    writeRosters(join(folder, "in"), ROSTERS, 4);
    const began = performance.now();
    program(ARGS, folder);
    const took = performance.now() - began;
    const whole = bytesOf(out);
    let interrupted = 0;
    for (let moment = 0; moment < MOMENTS; moment++) {
      rmSync(out, { recursive: true, force: true });
      await killed(folder, moment % 3 === 2 ? "SIGINT" : "SIGKILL", Math.random() * took);
      const left = existsSync(out) ? bytesOf(out) : {};
      const files = Object.entries(left).filter(([name]) => name.endsWith(".json"));
      expect(files).toEqual(files.map(([name]) => [name, whole[name]]));
      if (files.length > 0 && files.length < ROSTERS) interrupted += 1;
      expect(program(ARGS, folder)).toEqual({ stdout: "", stderr: "", code: 0 });
      expect(bytesOf(out)).toEqual(whole);
    }
    expect(interrupted).toBeGreaterThan(10);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
