import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { commandsOf, onTerminal, rewritten } from "./console.ts";

const DOCS = new URL("../../docs", import.meta.url).pathname;
const GUIDE = join(DOCS, "guide");
const pages = readdirSync(GUIDE).map((name) => ({ name, path: join(GUIDE, name) }));
const text = (path: string): string => readFileSync(path, "utf8");
const hasTerminals = spawnSync("script", ["-qec", "true", "/dev/null"], { input: "" }).status === 0;

describe("the guide", () => {
  it.skipIf(!hasTerminals).each(pages)("$name shows what its commands show (PAGES=write writes it)", ({ path }) => {
    const now = rewritten(text(path));
    if (process.env.PAGES === "write") writeFileSync(path, now);
    else expect(text(path)).toBe(now);
  });

  it("shows every command of the table", () => {
    const shown = pages.flatMap(({ path }) => commandsOf(text(path)));
    const named = pages.map(({ path }) => text(path)).join("\n");
    const missing = COMMANDS.filter(({ name }) => !shown.some((command) => command.includes(`claims ${name}`)));
    expect(missing.filter(({ name }) => !named.includes(`\`claims ${name}`))).toEqual([]);
  });

  it("links to what is there, and the index to every page", () => {
    const index = join(DOCS, "README.md");
    for (const path of [index, ...pages.map((page) => page.path)])
      for (const [, link = ""] of text(path).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
        expect([path, link, existsSync(join(dirname(path), link))]).toEqual([path, link, true]);
    for (const { name } of pages) expect(text(index)).toContain(`(guide/${name})`);
  });
});

it.skipIf(!hasTerminals)("a terminal that does not know its width is one of 80 columns", () => {
  const [known = ""] = onTerminal(["claims policy show"]);
  expect(known).toContain("Readings (the default first;");
  expect(onTerminal(["claims policy show"], 0)).toEqual([known]);
});
