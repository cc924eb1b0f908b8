import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PROGRAM } from "../cli/program.ts";

/** Files made to be too much: each ends within seconds and a gigabyte, says little, and nothing of it acts on a terminal. */

const FOLDER = mkdtempSync(join(tmpdir(), "claims-slow-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const HEADER =
  "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits,overtime_paid";
const row = (id: number | string, name = `"Ruiz, Ana ${id}"`, model = "TFM"): string =>
  `FL0310200,A,${id},${name},${model},2025-09-15,,,yes,100%,60000.10,20000.25,0.50`;
const roster = (rows: readonly string[]): string => `${HEADER}\n${rows.join("\n")}\n`;
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const MILLION = 1_000_000;
const MEGABYTES = 1024;
const SECONDS = 40; // on a busy machine; a few on a quiet one

const FILES: Readonly<Record<string, () => string | Buffer>> = {
  "a name of 5 MB": () => roster([row(1, "x".repeat(5 * MILLION)), row(2)]),
  "an agency id of 5 MB, twice": () => roster(times(2, (i) => row(i).replace("FL0310200", "F".repeat(5 * MILLION)))),
  "cells of 5 MB of spaces, quotes and digits": () =>
    roster([
      row(
        `a${" ".repeat(5 * MILLION)}b`,
        `${" ".repeat(2 * MILLION)}${'"'.repeat(2 * MILLION)}`,
        "1".repeat(5 * MILLION),
      ),
    ]),
  "an unknown column with a cell of 5 MB": () => `${HEADER},note\n${row(1)},${"x".repeat(5 * MILLION)}\n`,
  "10,000 columns, each bad": () =>
    `${times(10_000, (i) => `c${i}`).join()}\n${times(100, () => times(10_000, () => "x").join()).join("\n")}\n`,
  "10,000 columns beside the known ones": () =>
    `${HEADER},${times(10_000, (i) => `c${i}`).join()}\n${times(100, (i) => `${row(i, "a", "TFX")},${times(10_000, () => "x").join()}`).join("\n")}\n`,
  "a million blank lines": () => `${HEADER}\n${"\n".repeat(MILLION)}${row(1)}\n${"\n".repeat(MILLION)}`,
  "a million rows of commas": () => `${HEADER}\n${`${",".repeat(12)}\n`.repeat(MILLION)}${row(1)}\n`,
  "a million quotes that open": () => `${HEADER}\n${'FL0310200,A,"1\n'.repeat(MILLION)}`,
  "a million doubled quotes": () => `${HEADER}\nFL0310200,A,"${'""\n'.repeat(MILLION)}`,
  "a million bad rows": () => roster(times(MILLION, (i) => row(i, '"Ruiz, Ana"', "TFX"))),
  "a million officers of one name": () => roster(times(MILLION, (i) => row(i, '"Ruiz, Ana"'))),
  "one line of 50 MB": () => "x".repeat(50 * MILLION),
  "bytes at random": () => Buffer.from(times(5 * MILLION, (i) => (i * 7919 + (i >> 3)) % 256)),
  "escapes, bidi marks and formulas everywhere": () =>
    roster(
      times(100, (i) => row(`\x1b[2J${i}\u202e`, `"=cmd|' /C calc'!A${i}\x9b31m"`).replace(",A,", ",＝1+1\u200b,")),
    ),
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]/;

describe("a hostile roster", () => {
  for (const [name, content] of Object.entries(FILES))
    for (const flags of [[], ["--rejects", join(FOLDER, "rejects.csv"), "--force"]])
      it(`${name}${flags.length > 0 ? ", with --rejects" : ""}`, () => {
        const path = join(FOLDER, "roster.csv");
        writeFileSync(path, content());
        const by = name.startsWith("a million") ? ["--by", "agency"] : [];
        const began = Date.now();
        const args = [PROGRAM, "compute", path, "--quarter", "FY2026-Q1", "-f", "csv", ...by, ...flags];
        const { stdout, stderr, status } = spawnSync(
          "bash",
          ["-c", 'ulimit -v unlimited; /usr/bin/time -f "peak %M" "$0" "$@"', process.execPath, ...args],
          { encoding: "utf8", maxBuffer: 1 << 30 },
        );
        const peak = Number(/peak (\d+)\n$/.exec(stderr)?.[1]) / 1024;
        expect([0, 3]).toContain(status);
        expect(Date.now() - began).toBeLessThan(SECONDS * 1000);
        expect(peak).toBeLessThan(MEGABYTES);
        expect(stderr.length).toBeLessThan(100_000);
        expect(stderr).not.toMatch(OBEYED);
        expect(stdout).not.toMatch(OBEYED);
        expect(stdout).not.toMatch(/(^|,)"?[=@＝]/m);
      });
});
