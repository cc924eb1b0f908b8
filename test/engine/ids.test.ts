import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { READING_IDS, RULE_IDS, RULES } from "../../src/engine/values/ids.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { CASES } from "./all-cases.ts";

const ROOT = join(import.meta.dirname, "../..");
const headings = new Set(
  [...readFileSync(join(ROOT, "docs/rules.md"), "utf8").matchAll(/^### (.*)$/gm)].map(([, heading]) => heading),
);
const filesIn = (folder: string): string[] => readdirSync(join(ROOT, "src/engine", folder)).sort();

describe("a rule is a file of its name, a sentence, cases and a heading", () => {
  it.each(RULE_IDS)("%s", (id) => {
    expect(existsSync(join(ROOT, "src/engine", `rules/${id}.ts`))).toBe(true);
    expect(RULES[id].says).toMatch(/^\S.{10,}[^.]$/);
    expect(CASES[id]?.length).toBeGreaterThan(0);
    expect(headings).toContain(id);
  });

  it("and no other file is a rule", () => {
    expect(filesIn("rules")).toEqual(RULE_IDS.map((id) => `${id}.ts`).sort());
  });
});

describe("a reading is a file of its name, a question, cases and a heading", () => {
  it.each(READING_IDS)("%s", (id) => {
    expect(POLICY_287G.readings[id].question).toMatch(/\?$/);
    expect(CASES[id]?.length).toBeGreaterThan(0);
    expect(headings).toContain(`Reading ${id}`);
  });

  it("and no other file is a reading", () => {
    expect(filesIn("readings")).toEqual(READING_IDS.map((id) => `${id}.ts`).sort());
  });
});

it("cases are of rules and readings only", () => {
  expect(Object.keys(CASES).sort()).toEqual([...new Set<string>([...RULE_IDS, ...READING_IDS])].sort());
});
