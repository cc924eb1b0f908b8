import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BYTE_FILES } from "./byte-files.ts";
import { claimLines, file, problemLine, RATES, read } from "./read.ts";

/*
 * Files as people have them, each with what must come of it. A block of files/expected.txt is the name of a file, what it is,
 * and then the claim (an agency a line, each officer with the total) and every problem (severity, line:cell, code).
 * The files whose bytes matter are spelled out in byte-files.ts. PAGES=write writes what came; read it before it is committed.
 *
 * Unless a file says otherwise officers 1042 and 1043 are the worked cases 1 and 2: 31,456.90 and 21,359.04.
 */
const FOLDER = new URL("files/", import.meta.url).pathname;
const EXPECTED = `${FOLDER}expected.txt`;

const contents = new Map<string, Buffer>([
  ...readdirSync(FOLDER)
    .filter((name) => name !== "expected.txt" && !name.startsWith("."))
    .map((name) => [name, readFileSync(FOLDER + name)] as const),
  ...Object.entries(BYTE_FILES),
]);

/** The blocks of the page: heading (the name, and what the file is) and the lines below it. */
const blocks = new Map(
  readFileSync(EXPECTED, "utf8")
    .split(/\n\n+/)
    .map((block) => block.trim().split("\n"))
    .map(([heading = "", ...lines]) => [
      heading.split(": ")[0] ?? "",
      { heading, lines: lines.map((line) => line.trim()) },
    ]),
);

function filesOf(name: string, bytes: Buffer) {
  const roster = (other: string) => file("roster", contents.get(other) ?? "");
  if (name.startsWith("rates-")) return [roster("plain.csv"), file("rates", bytes, name)];
  if (name.startsWith("payroll-")) return [roster("roster-for-payroll.csv"), RATES, file("payroll", bytes, name)];
  return [file("roster", bytes, name), RATES];
}

function outcome(name: string, bytes: Buffer): string[] {
  const run = read(filesOf(name, bytes));
  const own = run.problems.all.filter((problem) => !OF_THE_TEST.has(problem.code));
  const lines = own.map((problem) => problemLine(problem).replace(`${name} `, "").replace(` ${name}`, ""));
  return [...claimLines(run), ...lines.sort(byPlace)];
}

/** What the rates of the test and the second worked case bring with them in every file. */
const OF_THE_TEST = new Set(["rates-of-unknown-agencies", "no-rate", "part-quarter-actuals"]);

const byPlace = (a: string, b: string): number => Number.parseFloat(placeOf(a)) - Number.parseFloat(placeOf(b)) || 0;
const placeOf = (line: string): string => (/ (\d+(?::\d+)?) /.exec(line)?.[1] ?? "0").replace(":", ".");

describe("files as people have them", () => {
  if (process.env.PAGES === "write") {
    const page = [...contents].map(([name, bytes]) =>
      [blocks.get(name)?.heading ?? name, ...outcome(name, bytes).map((line) => `  ${line}`)].join("\n"),
    );
    writeFileSync(EXPECTED, `${page.join("\n\n")}\n`);
  }

  it("every file has its block, and every block its file", () => {
    expect([...blocks.keys()].sort()).toEqual([...contents.keys()].sort());
    expect(contents.size).toBeGreaterThanOrEqual(80);
  });

  for (const [name, bytes] of contents)
    it(blocks.get(name)?.heading ?? name, () => {
      expect(outcome(name, bytes)).toEqual(blocks.get(name)?.lines);
    });
});
