import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { complete } from "../../src/cli/completion.ts";
import { quarterOfId } from "../../src/engine/rules/fiscal-quarter.ts";
import { dayText } from "../../src/engine/values/calendar.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { PROGRAM } from "./program.ts";
import { claims, inFolder } from "./run.ts";

/** Runs a shell with the completion script of that shell in claims.completion, and `claims` on its path. */
function inShell(shell: string, args: readonly string[], script: string): Promise<string[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "claims.completion"), (await claims(["completion", shell], folder)).stdout);
    mkdirSync(join(folder, ".bin"));
    writeFileSync(join(folder, ".bin/claims"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${folder}/.bin:${process.env.PATH}`, HOME: folder, LC_ALL: "C.UTF-8" };
    const { stdout, stderr, status } = spawnSync(shell, [...args, "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    expect([stderr, status]).toEqual(["", 0]);
    return stdout.split("\n").filter((line) => line !== "");
  });
}

/** Words as bash splits them, `=` apart. */
const bash = (...words: string[]): Promise<string[]> =>
  inShell(
    "bash",
    ["--norc"],
    `source claims.completion; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _claims; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
const fish = async (line: string): Promise<string[]> =>
  (await inShell("fish", ["--no-config"], `source claims.completion; complete -C '${line}'`)).map(
    (one) => one.split("\t")[0] ?? "",
  );
/** The script in a real zsh, with what would show the words replaced by what prints them. */
const zsh = (...words: string[]): Promise<string[]> =>
  inShell(
    "zsh",
    ["-f"],
    `compdef() { }; compadd() { shift; print -l -- "$@" | grep -- "^$words[CURRENT]" }; _files() { print FILE }; _describe() { print -l -- \${(P)2%%:*} | grep -- "^$words[CURRENT]" }
     source ./claims.completion; words=(${words.map((word) => `'${word}'`).join(" ")}); CURRENT=${words.length}; _claims`,
  );

const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit"]).status === 0;

describe("completion", () => {
  it("bash: commands, flags, readings, formats, quarters, shells, and files by default", async () => {
    expect(await bash("claims", "re")).toEqual(["readings", "report"]);
    expect(await bash("claims", "compute", "--no-")).toEqual([
      "--no-rates",
      "--no-payroll",
      "--no-agreements",
      "--no-evidence",
      "--no-profile",
      "--no-color",
    ]);
    expect(await bash("claims", "compute", "--reading", "rate-rounding", "=", "n")).toEqual(["nearest"]);
    expect(await bash("claims", "compute", "--reading", "rate-rounding", "=")).toEqual(["floor", "nearest", "exact"]);
    expect(await bash("claims", "compute", "--quarter", "FY2026")).toEqual([1, 2, 3, 4].map((n) => `FY2026-Q${n}`));
    expect(await bash("claims", "compute", "--quarter", "=", "FY2026-Q4")).toEqual(["FY2026-Q4"]);
    expect(await bash("claims", "compute", "--reading", "=", "rate-rounding", "=", "f")).toEqual(["floor"]);
    expect(await bash("claims", "compute", "my roster.csv", "--by", "")).toEqual(["officer", "agency"]);
    expect(await bash("claims", "readings", "-f", "")).toEqual(["table", "json", "csv"]);
    expect(await bash("claims", "completion", "")).toEqual(["bash", "zsh", "fish", "powershell"]);
    expect(await bash("claims", "policy", "s")).toEqual(["show"]);
    expect(await bash("claims", "wizard", "--")).toEqual(["--plain", "--no-color", "--help"]);
    expect(await bash("claims", "compute", "--rates", "fix")).toEqual([]);
    expect(await inShell("bash", ["--norc"], "source claims.completion; complete -p claims")).toEqual([
      "complete -o default -F _claims claims",
    ]);
  });

  it.skipIf(!has("fish"))("fish: the same", async () => {
    expect(await fish("claims re")).toContain("readings");
    expect(await fish("claims compute --no-")).toEqual([
      "--no-rates",
      "--no-payroll",
      "--no-agreements",
      "--no-evidence",
      "--no-profile",
      "--no-color",
    ]);
    expect(await fish("claims compute --reading rate-rounding=n")).toEqual(["rate-rounding=nearest"]);
    expect(await fish("claims compute --quarter FY2026-Q4")).toEqual(["FY2026-Q4"]);
    expect(await fish("claims compute --quarter=FY2026-Q4")).toEqual(["--quarter=FY2026-Q4"]);
    expect(await fish("claims completion z")).toEqual(["zsh"]);
    expect(await fish("claims compute fix")).toEqual(["fixtures/"]);
  });

  it.skipIf(!has("zsh"))("zsh: the same", async () => {
    expect(await zsh("claims", "re")).toEqual(["readings", "report"]);
    expect(await zsh("claims", "compute", "--no-")).toEqual([
      "--no-rates",
      "--no-payroll",
      "--no-agreements",
      "--no-evidence",
      "--no-profile",
      "--no-color",
    ]);
    expect(await zsh("claims", "compute", "--reading", "rate-rounding=n")).toEqual(["rate-rounding=nearest"]);
    expect(await zsh("claims", "readings", "-f", "")).toEqual(["table", "json", "csv"]);
    expect(await zsh("claims", "policy", "s")).toEqual(["show"]);
    expect(await zsh("claims", "policy", "check", "")).toEqual(["FILE"]);
    expect(await zsh("claims", "compute", "--rates", "")).toEqual(["FILE"]);
  });

  it("bash: of each command its own formats, from the programme's first year on", async () => {
    for (const { name, formats } of COMMANDS.filter(({ flags }) => flags.includes("format")))
      expect([name, complete("bash", [name, "--format", ""]).split("\n")]).toEqual([name, [...(formats ?? []), ""]]);
    expect(await bash("claims", "amend", "-f", "")).toEqual([
      "table",
      "json",
      "csv",
      "markdown",
      "html",
      "xlsx",
      "pdf",
    ]);
    expect((await bash("claims", "forecast", "--year", ""))[0]).toBe(quarterOfId("FY2026-Q1")?.year.id);
    expect(POLICY_287G.parameters["programme-start"][0]?.value).toBe(dayText(quarterOfId("FY2026-Q1")?.start ?? 0));
  });

  it("powershell: the same, each with what it does; an empty word is two quotes", async () => {
    const { stdout } = await inFolder((folder) => claims(["completion", "powershell"], folder));
    expect(stdout).toContain("Register-ArgumentCompleter -Native -CommandName claims");
    const powershell = (...words: string[]): string[] => complete("powershell", words).split("\n").slice(0, -1);
    expect(powershell("compute", "--by", "''")).toEqual(["officer\tofficer", "agency\tagency"]);
    expect(powershell("policy", "''")).toEqual(["show\tshow", "check\tcheck"]);
    expect(powershell("compute", "--no-r")).toEqual(["--no-rates\tno placement rates, so no award"]);
    for (const command of ["check", "verify", "policy"])
      expect(powershell(command, "-f", "''")).toEqual(["table\ttable", "json\tjson"]);
  });
});
