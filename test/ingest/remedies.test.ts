import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Problem } from "../../src/problems/problems.ts";
import { EXAMPLES } from "../problems/examples.ts";
import { file, RATES, read } from "./read.ts";

/*
 * Every remedy of the examples and of the corpus that names the value to write for a cell is followed: the cell is then accepted, and
 * two values that are named for it give the same claim.
 */
const FOLDER = new URL("files/", import.meta.url).pathname;

const ROSTERS: readonly (readonly [name: string, text: string])[] = [
  ...readdirSync(FOLDER)
    .filter((name) => /\.(csv|txt)$/.test(name) && !/^(rates|payroll|expected)/.test(name))
    .map((name) => [name, readFileSync(FOLDER + name, "utf8")] as const),
  ...EXAMPLES.flatMap(({ code, files: { "roster.csv": roster } }) =>
    typeof roster === "string" ? [[code, roster] as const] : [],
  ),
];

const readOf = (text: string) => read([file("roster", text), RATES]);

/** The values that a remedy says to write for the cell. */
const named = ({ remedy }: Problem): string[] =>
  (/^write it as ([\d./-]+)(?: or ([\d./-]+))?(?:[;,]|$)/.exec(remedy ?? "") ?? [])
    .slice(1)
    .filter((one) => one !== undefined);

/** A text with a cell that a message quotes written in another way. */
function rewritten(text: string, { line, message }: Problem, value: string): string {
  const was = /"([^"]+)" (?:has|is) /.exec(message)?.[1] ?? "";
  const lines = text.split(/(?<=\n)/);
  const old = lines[(line ?? 0) - 1] ?? "";
  expect([message, was !== "" && old.includes(was)]).toEqual([message, true]);
  lines[(line ?? 0) - 1] = old.replaceAll(was, value);
  return lines.join("");
}

it("a remedy that names a value is right", () => {
  let followed = 0;
  for (const [name, text] of ROSTERS)
    for (const problem of readOf(text).problems.all) {
      const claims = named(problem).map((value) => {
        const run = readOf(rewritten(text, problem, value));
        const left = run.problems.all.filter(
          ({ severity, line, column }) => severity === "error" && line === problem.line && column === problem.column,
        );
        expect([name, value, left.map(({ code }) => code)]).toEqual([name, value, []]);
        followed += 1;
        return JSON.stringify(
          run.claims.map(({ agency, totals }) => [agency.id, totals]),
          (_, one) => (typeof one === "bigint" ? String(one) : one),
        );
      });
      expect([name, new Set(claims).size]).toEqual([name, Math.min(1, claims.length)]);
    }
  expect(followed).toBeGreaterThanOrEqual(20);
});
