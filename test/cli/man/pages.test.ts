import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandFlag, flagsOf, flagTerm } from "../../../src/cli/commands.ts";
import { manPages } from "../../../src/cli/man/pages.ts";
import { line, literal, prose, term } from "../../../src/cli/man/roff.ts";

const ROOT = new URL("../../..", import.meta.url).pathname;
const { man, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** A page as `man` shows it, 80 columns wide, and what it complains of. */
function rendered(path: string): { readonly text: string; readonly stderr: string } {
  const { stdout, stderr } = spawnSync("man", ["--warnings", "-E", "UTF-8", "-l", path], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, MANWIDTH: "80", LC_ALL: "C.UTF-8" },
  });
  return { text: stdout, stderr };
}
const hasMan = spawnSync("man", ["--version"]).status === 0;

const SECTIONS = ["NAME", "SYNOPSIS", "EXAMPLES", "DESCRIPTION", "OPTIONS", "FILES", "EXIT STATUS", "SEE ALSO"];

describe("the man pages", () => {
  const pages = [...manPages(version)];

  it("are those that the package installs, as built", () => {
    expect(man).toEqual(pages.map(([name]) => `dist/man/${name}`));
    expect(readdirSync(join(ROOT, "dist/man")).sort()).toEqual(pages.map(([name]) => name).sort());
    for (const [name, text] of pages) expect(readFileSync(join(ROOT, "dist/man", name), "utf8")).toBe(text);
  });

  it.skipIf(!hasMan).each(pages.map(([name]) => name))("%s renders in 80 columns without a warning", (name) => {
    const { text, stderr } = rendered(join(ROOT, "dist/man", name));
    expect(stderr).toBe("");
    const lines = text.split("\n");
    expect(lines.filter((one) => one.length > 80)).toEqual([]);
    const command = COMMANDS.find((one) => name === `claims-${one.name}.1`);
    const files = name === "claims.1" || command?.args.includes("roster");
    expect(lines.filter((one) => /^[A-Z ]+$/.test(one) && one !== "")).toEqual(
      SECTIONS.filter((section) => section !== "FILES" || files),
    );
    const shown = lines.map((one) => one.trim());
    for (const flag of command ? flagsOf(command) : []) expect(shown.some((one) => typed(one, flag))).toBe(true);
    const whole = shown.join(" ").replace(/ +/g, " ");
    for (const [example] of command?.examples ?? []) expect(whole).toContain(example);
    for (const other of COMMANDS) if (other !== command) expect(whole).toContain(`claims-${other.name}(1)`);
  });
});

/** Whether a line is the head of an option, as it is typed. */
const typed = (text: string, flag: CommandFlag): boolean => text.startsWith(flagTerm(flag));

describe("roff", () => {
  it("escapes what it would obey", () => {
    expect(literal("--out-dir C:\\x")).toBe("\\-\\-out\\-dir C:\\ex");
    expect(prose("once-ever, the claim's \\fB `-f json`")).toBe("once-ever, the claim\\(aqs \\efB \\fB\\-f json\\fR");
    expect(literal('~^`"…')).toBe("\\(ti\\(ha\\(ga\\(dq\\[u2026]");
    expect(term("-f, --format FORMAT")).toBe("\\fB\\-f, \\-\\-format \\fR\\fIFORMAT\\fR");
    expect(line(".claims.lock")).toBe("\\&.claims.lock");
    expect(line("'tis")).toBe("\\&'tis");
  });
});
