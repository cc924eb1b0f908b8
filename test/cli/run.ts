import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
const PROGRAM = join(ROOT, "bin/claims.js");
const ON_A_DAY = join(ROOT, "test/cli/on-a-day.cjs");

/** What a command printed and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** A folder of its own with the fixtures in it, gone when the work in it is done. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "claims-test-"));
  try {
    cpSync(join(ROOT, "fixtures"), join(folder, "fixtures"), { recursive: true });
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PLAIN_ENV = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC" };

/** Runs the built program as a user would. */
export function claims(args: readonly string[], cwd: string, stdin = "", env: NodeJS.ProcessEnv = {}): Ended {
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    input: stdin,
    encoding: "utf8",
    env: { ...PLAIN_ENV, ...env },
    maxBuffer: 1 << 28,
  });
  return { stdout, stderr, code: status };
}

/** Runs a shell command in which `claims` is the built program. @param today the day that it takes for today, such as 2026-10-15 */
export function shell(command: string, cwd: string, stdin = "", today = ""): Ended {
  const program = today ? `"${ON_A_DAY}" ${today}` : `"${PROGRAM}"`;
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", `claims() { "${process.execPath}" ${program} "$@"; }\n${command}`],
    {
      cwd,
      input: stdin,
      encoding: "utf8",
      env: PLAIN_ENV,
      maxBuffer: 1 << 28,
    },
  );
  return { stdout, stderr, code: status };
}
