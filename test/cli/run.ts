import { spawn } from "node:child_process";
import fs, { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { createInterface } from "node:readline";
import type { Duplex } from "node:stream";
import { text } from "node:stream/consumers";
import { isMainThread } from "node:worker_threads";
import { run } from "../../src/cli/program.ts";
import { dayFromText } from "../../src/engine/values/calendar.ts";

/*
 * Commands as a user gives them, run in the process of the test: to start the program takes twenty times as long. What only a
 * process has (signals, pipes that close, terminals, the bundle) is tested with ./program.ts.
 */
const ROOT = join(import.meta.dirname, "../..");

/** The day that tests take for today. */
export const TODAY = "2026-10-15";

/** What a command printed and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** A folder of its own with the fixtures in it, gone when the work in it is done. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "claims-test-"));
  try {
    cpSync(join(ROOT, "fixtures"), join(folder, "fixtures"), { recursive: true });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command line without the program's name. Neither stream is a terminal. */
export async function claims(args: readonly string[], cwd: string, stdin = "", today = TODAY): Promise<Ended> {
  const { written, code } = await inPlace(args, cwd, stdin, today);
  return {
    stdout: textOf(written.filter(({ to }) => to === 1)),
    stderr: textOf(written.filter(({ to }) => to === 2)),
    code,
  };
}

/** Runs a command line as `claims` does. @returns what a screen would show of both streams, and the exit code */
export async function onScreen(args: readonly string[], cwd: string) {
  const { written, code } = await inPlace(args, cwd, "", TODAY);
  return { text: textOf(written), code };
}

interface Written {
  readonly to: number;
  readonly bytes: Buffer;
}

const textOf = (written: readonly Written[]): string => Buffer.concat(written.map(({ bytes }) => bytes)).toString();

/** Runs a command line in a folder, with what stands in for the standard streams, and the environment that tests have. */
async function inPlace(args: readonly string[], cwd: string, stdin: string, today: string) {
  const { FORCE_COLOR } = process.env;
  const leave = enter(cwd);
  const streams = standIn(stdin);
  delete process.env.FORCE_COLOR;
  try {
    return { code: await run(args, { today: () => dayFromText(today) ?? 0 }), written: streams.written };
  } finally {
    if (FORCE_COLOR !== undefined) process.env.FORCE_COLOR = FORCE_COLOR;
    streams.end();
    leave();
  }
}

/** Goes into a folder. Mutants run in a thread, which may not: what the program looks up is then looked up there. @returns the way back */
function enter(folder: string): () => void {
  const before = process.cwd();
  if (isMainThread) {
    process.chdir(folder);
    return () => process.chdir(before);
  }
  const { cwd } = process;
  const { openSync, readFileSync, renameSync, rmSync, statSync, lstatSync, realpathSync, readdirSync, mkdirSync } = fs;
  const functions = {
    openSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    lstatSync,
    realpathSync,
    readdirSync,
    mkdirSync,
  };
  const inside = (path: unknown) => (typeof path === "string" && !isAbsolute(path) ? join(folder, path) : path);
  const moved = Object.entries(functions).map(([name, original]) => {
    const paths = name === "renameSync" ? 2 : 1;
    const there = (...args: unknown[]): unknown =>
      (original as (...args: unknown[]) => unknown)(...args.slice(0, paths).map(inside), ...args.slice(paths));
    return [name, there];
  });
  put(Object.fromEntries(moved));
  process.cwd = () => folder;
  return () => {
    put(functions);
    process.cwd = cwd;
  };
}

/** Puts itself in the place of the standard streams, which the program reads and writes by their numbers. */
function standIn(stdin: string) {
  const { fstatSync, openSync, readSync, writeSync } = fs;
  const written: Written[] = [];
  const input = Buffer.from(stdin);
  let read = 0;
  put({
    fstatSync: (of: number, ...rest: []) => (of > 2 ? fstatSync(of, ...rest) : fs.statSync("/dev/null", ...rest)),
    openSync(path: string, ...rest: [string]): number {
      if (path === "/dev/fd/0") throw new Error("it is not the test's own");
      return openSync(path, ...rest);
    },
    readSync(from: number, into: Uint8Array, ...rest: []): number {
      if (from !== 0) return readSync(from, into, ...rest);
      const length = input.copy(into, 0, read);
      read += length;
      return length;
    },
    writeSync(to: number, bytes: Uint8Array, ...rest: [number?]): number {
      if (to !== 1 && to !== 2) return writeSync(to, bytes, ...rest);
      const left = Buffer.from(bytes.subarray(rest[0]));
      written.push({ to, bytes: left });
      return left.length;
    },
  });
  return { written, end: () => put({ fstatSync, openSync, readSync, writeSync }) };
}

/** Replaces functions of node:fs, for those too who imported them by name. */
function put(functions: object): void {
  Object.assign(fs, functions);
  syncBuiltinESMExports();
}

/**
 * `claims` in a shell: it tells folder, standard input where an argument asks for it, and arguments to the process of the test,
 * waits for the exit code, and prints what was printed.
 */
const RELAY = `
trap '' PIPE
claims() {
  local input='' printed
  [[ " $* " == *' - '* ]] && IFS= read -r -d '' input
  printf '%s\\0' "$PWD" "$input" "$@" > "$RELAYED/call"
  echo >&3
  read -r code <&4
  IFS= read -r -d '' printed < "$RELAYED/stdout"; printf %s "$printed" 2> /dev/null
  IFS= read -r -d '' printed < "$RELAYED/stderr"; printf %s "$printed" >&2
  return "$code"
}
`;

/** Runs a command in a real shell, in which `claims` runs in the process of the test. */
export async function shell(command: string, cwd: string): Promise<Ended> {
  const relayed = mkdtempSync(join(tmpdir(), "claims-relay-"));
  try {
    const bash = spawn("bash", ["--norc", "-c", RELAY + command], {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", RELAYED: relayed },
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    const [, stdout, stderr, calls, codes] = bash.stdio;
    const code = new Promise<number | null>((done) => bash.on("close", done));
    const printed = Promise.all([text(stdout as Duplex), text(stderr as Duplex)]);
    for await (const _ of createInterface({ input: calls as Duplex }))
      (codes as Duplex).write(`${await answer(relayed)}\n`);
    const [out, err] = await printed;
    return { stdout: out, stderr: err, code: await code };
  } finally {
    rmSync(relayed, { recursive: true });
  }
}

/** Runs the call that a shell left in a folder, and leaves what was printed there. @returns the exit code */
async function answer(folder: string): Promise<number | null> {
  const [cwd = "", stdin = "", ...args] = readFileSync(join(folder, "call"), "utf8").split("\0").slice(0, -1);
  const { stdout, stderr, code } = await claims(args, cwd, stdin);
  writeFileSync(join(folder, "stdout"), stdout);
  writeFileSync(join(folder, "stderr"), stderr);
  return code;
}
