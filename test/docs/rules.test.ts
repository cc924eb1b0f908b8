import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/engine/values/ids.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { GENERATED, rewritten } from "./rules-page.ts";

const PATH = new URL("../../docs/rules.md", import.meta.url).pathname;

describe("docs/rules.md", () => {
  const page = readFileSync(PATH, "utf8");

  it("has the values, rules, readings and sources of the policy (PAGES=write writes them)", () => {
    if (process.env.PAGES === "write") writeFileSync(PATH, rewritten(page));
    else expect(page).toBe(rewritten(page));
  });

  it("has a place for every generated part", () => {
    const marks = [...page.matchAll(/<!-- generated: (\w+) -->/g)].map(([, name]) => name);
    expect(marks.sort()).toEqual(Object.keys(GENERATED).sort());
  });

  it("names no source that the policy does not have", () => {
    const keys = Object.values(RULES).flatMap(({ sources }) => sources);
    expect(keys.filter((key) => !(key in POLICY_287G.sources))).toEqual([]);
  });
});
