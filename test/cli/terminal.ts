import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { PROGRAM, programShell } from "./program.ts";

export const [ENTER, UP, DOWN, INTERRUPT] = ["\r", "\x1b[A", "\x1b[B", "\x03"];

type Action = string | { readonly write: string; readonly text: string } | { readonly close: true };
export type Steps = readonly (readonly [waits: string, actions: readonly Action[]])[];

/** A folder of its own with the roster of the fixtures in it, gone afterwards. */
export async function withRoster(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "claims-wizard-"));
  try {
    cpSync(join(import.meta.dirname, "../../fixtures/roster.csv"), join(folder, "officers.csv"));
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drives the wizard on a real pseudo-terminal. */
export function wizard(folder: string, steps: Steps, env: NodeJS.ProcessEnv = {}, flags: readonly string[] = []) {
  const args = [
    join(import.meta.dirname, "wizard.py"),
    folder,
    JSON.stringify(steps),
    process.execPath,
    PROGRAM,
    "wizard",
    ...flags,
  ];
  const { NO_COLOR, FORCE_COLOR, ...others } = process.env;
  const child = spawn("python3", args, {
    env: { ...others, XDG_STATE_HOME: join(folder, "state"), TERM: "xterm-256color", ...env },
  });
  let screen = "";
  child.stdout.on("data", (chunk) => {
    screen += chunk;
  });
  return new Promise<{ screen: string; code: number | null }>((done) =>
    child.on("close", (code) => done({ screen: screen.replaceAll("\r", ""), code })),
  );
}

/** The command that the wizard printed, for bash. */
const commandOf = (screen: string): string => screen.match(/^claims compute (?:.*\\\n)*.*$/m)?.[0] ?? "";

/** Runs the command that the wizard printed in a real bash, into other files, and compares what both wrote. */
export function sameAgain(folder: string, screen: string, ...outputs: string[]): void {
  expect(screen.split("The same in one command")[0]).not.toMatch(/ --[a-z]/);
  const again = outputs.reduce((command, name) => command.replace(`-o ${name}`, `-o again-${name}`), commandOf(screen));
  expect(again.match(/again-/g)?.length).toBe(outputs.length);
  expect(programShell(again, folder).code).toBe(0);
  for (const name of outputs)
    expect(readFileSync(join(folder, `again-${name}`), "utf8")).toBe(readFileSync(join(folder, name), "utf8"));
}

export const totalOf = (folder: string, name: string): string =>
  JSON.parse(readFileSync(join(folder, name), "utf8")).totals.total;
export const drafts = (folder: string): string[] =>
  existsSync(join(folder, "state/claims")) ? readdirSync(join(folder, "state/claims")) : [];

export const type = (text: string): string[] => [text, ENTER];
/** Typed, because which quarters are offered depends on the day. */
export const Q1: Steps = [
  ["Which one", ["Another quarter", ENTER]],
  ["The quarter, such as", type("FY2026-Q1")],
];
/** From the payroll on, where there is none, to what is written. */
export const NO_PAYROLL: Steps = [
  ["Payroll", []],
  ["None", [ENTER]],
];
export const REVIEWED: Steps = [["Go on to writing", [ENTER]]];
export const NOT_KEPT: Steps = [["same each quarter", [ENTER]]];
export const WRITE_JSON: Steps = [
  ["Write it as", ["Something", ENTER]],
  ["Write it as", ["json", ENTER]],
  ["File", type("q1.json")],
  ["something else too", [ENTER]],
  ["Write it?", [ENTER]],
];

export const GOOD =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,1,TFM,2025-09-15,60000,18000\n";
