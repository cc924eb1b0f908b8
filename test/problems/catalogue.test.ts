import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { PROBLEM_CODES } from "../../src/problems/catalogue.ts";
import { onScreen } from "../cli/run.ts";
import { EXAMPLES, type Example } from "./examples.ts";

/*
 * docs/errors.md: one example of every code, from real runs. PAGES=write writes it; otherwise it must be what came.
 */
const ROOT = new URL("../..", import.meta.url).pathname;
const PAGE = `${ROOT}docs/errors.md`;

interface Shown {
  readonly screen: string;
  /** Each code that was said, with its severity. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Runs the lines of a command, the last with more flags, in a folder of its own. @returns what came of the last */
async function runIn(files: Example["files"], lines: readonly string[], more: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "claims-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  try {
    let shown = "";
    for (const [i, line] of lines.entries()) {
      const args = [...line.split(" ").slice(1), ...(i === lines.length - 1 ? more : [])];
      const { text, code } = await onScreen(args, folder);
      shown = `${text}exit ${code}\n`;
    }
    return shown;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function show({ files, command }: Example): Promise<Shown> {
  const lines = command.split("\n");
  const text = await runIn(files, lines, []);
  return { screen: text, codes: codesIn(await runIn(files, lines, / -f /.test(command) ? [] : ["-f", "json"])) };
}

function codesIn(output: string): Map<string, string> {
  const problems = [...output.matchAll(/\{\n\s+"severity": "(\w+)",\n\s+"code": "([\w-]+)"/g)];
  return new Map(problems.map(([, severity = "", code = ""]) => [code, severity]));
}

const shown = new Map<Example, Shown>();

beforeAll(async () => {
  for (const example of EXAMPLES) shown.set(example, await show(example));
});

const MOST_LINES = 16;

const fence = (text: string): string => `\`\`\`\`text\n${text.replace(/\n?$/, "\n")}\`\`\`\`\n`;

function fileText(name: string, content: string | Buffer): string {
  if (typeof content !== "string") {
    const bytes = content.toString("hex", 0, 24).replace(/../g, "$& ").trim();
    return `${name}, its first bytes:\n\n${fence(`${bytes} …`)}`;
  }
  const lines = content.split("\n");
  return `${name}:\n\n${fence(lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"].join("\n") : content)}`;
}

const SEVERITIES = { error: "Errors", warning: "Warnings", notice: "Notices" } as const;

function page(): string {
  const parts = [
    "# What claims says\n",
    "One example of every error, warning and notice, by its code (`-f json` gives it). This page is written by a test from",
    "real runs (`npm run pages`).\n",
  ];
  const severityOf = (example: Example): string => shown.get(example)?.codes.get(example.code) ?? "error";
  for (const [severity, title] of Object.entries(SEVERITIES)) {
    parts.push(`## ${title}\n`);
    const own = EXAMPLES.filter((example) => severityOf(example) === severity);
    for (const example of own.sort((a, b) => (a.code < b.code ? -1 : 1))) parts.push(section(example));
  }
  return `${parts.join("\n")}`;
}

function section(example: Example): string {
  const { code, files, command } = example;
  const contents = Object.entries(files).map(([name, content]) => fileText(name, content));
  const screen = `${command.replace(/^/gm, "$ ")}\n${shown.get(example)?.screen ?? ""}`;
  return [`### ${code}\n`, ...contents, fence(screen)].join("\n");
}

/** Where the format itself is in question, or a command has none, there is no JSON. */
const NOT_AS_JSON = new Set([
  "unknown-format",
  "unknown-ending",
  "starter-exists",
  "unknown-shell",
  "unknown-schema",
  "flag-without-value",
  "no-terminal",
]);

it("every example shows its code", () => {
  const missing = EXAMPLES.filter((example) => {
    const { codes, screen } = shown.get(example) ?? { codes: new Map(), screen: "" };
    return !codes.has(example.code) && !(NOT_AS_JSON.has(example.code) && screen.includes("error: "));
  });
  expect(missing.map(({ code }) => code)).toEqual([]);
});

/** It takes a file of more than 128 MB. */
const WITHOUT_EXAMPLE = ["claim-too-large"];

it("every code of the catalogue has an example, and every example a code of it", () => {
  const codes = EXAMPLES.map(({ code }) => code).sort();
  expect(codes).toEqual(PROBLEM_CODES.filter((code) => !WITHOUT_EXAMPLE.includes(code)).sort());
});

it("docs/errors.md is what came of the examples", () => {
  if (process.env.PAGES === "write") writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, "utf8")).toBe(page());
});
