import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Ended } from "./run.ts";

/** The built program. */
export const PROGRAM = join(import.meta.dirname, "../../bin/claims.js");

const PLAIN_ENV = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC" };
const MOST_OUTPUT = 1 << 28;

/** Runs the built program as a user would. */
export function program(args: readonly string[], cwd: string, stdin = "", env: NodeJS.ProcessEnv = {}): Ended {
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    input: stdin,
    encoding: "utf8",
    env: { ...PLAIN_ENV, ...env },
    maxBuffer: MOST_OUTPUT,
  });
  return { stdout, stderr, code: status };
}

/** Runs a shell command in which `claims` is the built program. */
export function programShell(command: string, cwd: string, stdin = ""): Ended {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", `claims() { "${process.execPath}" "${PROGRAM}" "$@"; }\n${command}`],
    { cwd, input: stdin, encoding: "utf8", env: PLAIN_ENV, maxBuffer: MOST_OUTPUT },
  );
  return { stdout, stderr, code: status };
}
