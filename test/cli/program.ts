import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Ended, TODAY } from "./run.ts";

/** The built program on the day that it is, and on another. */
export const PROGRAM = join(import.meta.dirname, "../../bin/claims.js");
const ON_A_DAY = join(import.meta.dirname, "on-a-day.cjs");

const PLAIN_ENV = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", COLUMNS: "200" };
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

/** Runs a shell command in which `claims` is the built program, on the day of the tests. */
export function programShell(command: string, cwd: string, stdin = ""): Ended {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    // Bash takes a standard input that is a socket for a remote shell, and would read the startup file of whoever runs the tests.
    ["--norc", "-c", `claims() { "${process.execPath}" "${ON_A_DAY}" ${TODAY} "$@"; }\n${command}`],
    { cwd, input: stdin, encoding: "utf8", env: PLAIN_ENV, maxBuffer: MOST_OUTPUT },
  );
  return { stdout, stderr, code: status };
}
