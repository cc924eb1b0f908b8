import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { claims, inFolder } from "../cli/run.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

describe("README.md", () => {
  it("opens with the two commands", async () => {
    expect(README.split("\n").slice(2, 6).join("\n")).toBe(
      "```sh\nnpm ci && npx claims compute fixtures/roster.csv   # the claim of the example roster\nnpm ci && npm test                                 # the tests\n```",
    );
  });

  it("shows lines of the table that the command prints", async () => {
    const { stdout } = await inFolder((folder) => claims(["compute", "fixtures/roster.csv", "-q"], folder));
    const printed = stdout.split("\n");
    const sample = /```\n(FL0310200[\s\S]*?)```/.exec(README)?.[1]?.trimEnd().split("\n") ?? [];
    expect(sample.length).toBeGreaterThan(15);
    expect(sample.filter((line) => line !== " …" && !printed.includes(line))).toEqual([]);
  });

  it("lists every command", async () => {
    const listed = [...README.matchAll(/^\| `claims ([a-z]+)/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it("is short, and shows a page and a form that are there", () => {
    expect(README.split("\n").length).toBeLessThan(121);
    for (const [, path = ""] of README.matchAll(/\((docs\/pictures\/[^)]+)\)/g))
      expect(existsSync(new URL(`../../${path}`, import.meta.url))).toBe(true);
  });

  it("shows inputs that the program takes", async () => {
    const samples = [...README.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, text]) => text ?? "");
    expect(samples.length).toBe(1);
  });
});
