import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { documentOf } from "../../src/run/document.ts";
import { runs } from "../runs.ts";
import { file, read } from "./read.ts";

/*
 * Any table of valid inputs, written in any mix of delimiter, line end, quoting, encoding and header spelling, gives the same
 * claim, byte for byte, but for the hash of the file and the warnings.
 */

/** Each column with spellings of its header. */
const HEADERS = {
  agency_id: ["agency_id", "ORI", "Agency", "NCIC"],
  officer_id: ["officer_id", "Employee ID", "badge-number", "FILE NUMBER"],
  officer_name: ["officer_name", "Name", "OFFICER"],
  program_model: ["program_model", "Model", "Program  Model"],
  trained_on: ["trained_on", "Training Date", "certified-on"],
  end_date: ["end_date", "Assigned To"],
  eligible: ["eligible", " Eligible "],
  time_share: ["time_share", "Allocation"],
  annual_salary: ["annual_salary", "Base Salary", "SALARY"],
  annual_benefits: ["annual_benefits", "Fringe"],
  overtime_paid: ["overtime_paid", "OT", "Overtime"],
} as const;

/** A letter that Windows-1252 has, then one of ASCII, so that its bytes are never UTF-8 by chance. */
const special = fc
  .tuple(fc.constantFrom("ñ", "é", "–", "“", "€", "Š"), fc.constantFrom("a", "o", "."))
  .map(([a, b]) => a + b);
const word = fc.oneof(fc.constantFrom("Ruiz", "O'Brien", "=1+1", 'the "Kid"', "x, y", "x; y", "x\ty", "x\ny"), special);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `N${words.join(" ")}`);

const cents = fc.integer({ min: 0, max: 20_000_000 }).map((n) => (n / 100).toFixed(2));
const officer = fc.record({
  officer_name: fc.oneof(fc.constant(""), name),
  program_model: fc.constantFrom("TFM", "JEM", "WSO"),
  trained_on: fc.constantFrom("", "2025-09-15", "2025-11-01", "2026-02-01"),
  end_date: fc.constantFrom("", "2025-11-15"),
  eligible: fc.constantFrom("", "yes", "no"),
  time_share: fc.constantFrom("", "100%", "62.5%"),
  annual_salary: cents,
  annual_benefits: cents,
  overtime_paid: fc.oneof(fc.constant(""), cents),
});
const roster = fc
  .array(officer, { minLength: 1, maxLength: 6 })
  .map((officers) =>
    officers.map((one, i) => ({ agency_id: i % 3 === 2 ? "GA0480300" : "FL0310200", officer_id: `0${i + 1}`, ...one })),
  );

const ENCODINGS = {
  utf8: (text: string) => Buffer.from(text),
  "utf8 with a mark": (text: string) => Buffer.from(`\uFEFF${text}`),
  "utf8 with two": (text: string) => Buffer.from(`\uFEFF\uFEFF${text}`),
  "utf16 le": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "utf16 be": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "windows-1252": (text: string) => iconv.encode(text, "windows-1252"),
};

const way = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  ends: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 4 }),
  lastEnd: fc.boolean(),
  quotes: fc.array(fc.constantFrom("needed", "always", "spaced"), { minLength: 1, maxLength: 7 }),
  encoding: fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])),
  spelling: fc.nat(),
});
type Way = typeof way extends fc.Arbitrary<infer T> ? T : never;

function written(rows: readonly Readonly<Record<string, string>>[], how: Way): Buffer {
  const { delimiter, ends, quotes, spelling } = how;
  const needs = (cell: string): boolean => [delimiter, '"', "\n", "\r"].some((one) => cell.includes(one));
  const cellText = (cell: string, i: number): string => {
    const style = quotes[i % quotes.length] ?? "needed";
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    return style === "spaced" ? ` ${quoted} ` : style === "always" || needs(cell) ? quoted : cell;
  };
  const header = Object.values(HEADERS).map((names) => names[spelling % names.length] ?? "");
  const lines = [header, ...rows.map((row) => Object.keys(HEADERS).map((column) => row[column] ?? ""))].map((cells) =>
    cells.map(cellText).join(delimiter),
  );
  const text = lines.map(
    (line, i) => line + (i < lines.length - 1 || how.lastEnd ? (ends[i % ends.length] ?? "") : ""),
  );
  return ENCODINGS[how.encoding](text.join(""));
}

const PLAIN: Way = { delimiter: ",", ends: ["\n"], lastEnd: true, quotes: ["needed"], encoding: "utf8", spelling: 0 };

function claimOf(bytes: Buffer): string {
  const run = read([file("roster", bytes), file("rates", "agency_id,quarter,rate\nFL0310200,FY2026-Q1,92.5\n")]);
  expect(run.problems.all.filter(({ severity }) => severity === "error")).toEqual([]);
  const { inputs, warnings: _, ...claim } = documentOf(run);
  return JSON.stringify({ ...claim, inputs: inputs.map(({ sha256: _, ...input }) => input) });
}

it("a table gives the same claim however it is written", () => {
  fc.assert(
    fc.property(roster, way, (rows, how) => {
      expect(claimOf(written(rows, how))).toBe(claimOf(written(rows, PLAIN)));
    }),
    runs(1000),
  );
});
