import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BYTE_FILES } from "../ingest/byte-files.ts";
import { claimLines, file, RATES, read } from "../ingest/read.ts";

/*
 * Any mutated byte of a valid file gives the same claim, a different valid input, or an error with its place; never a crash,
 * and never an officer who is gone without a word.
 */
const MUTATIONS = 20_000;
const FOLDER = new URL("../ingest/files/", import.meta.url).pathname;
const SEEDS = [
  readFileSync(`${FOLDER}plain.csv`),
  readFileSync(`${FOLDER}semicolon-quoted-commas.csv`),
  readFileSync(`${FOLDER}quoted-newline.csv`),
  readFileSync(`${FOLDER}raise.csv`),
  readFileSync(`${FOLDER}all-quoted.csv`),
  BYTE_FILES["utf16-le"] ?? Buffer.alloc(0),
  BYTE_FILES["windows-1252-names"] ?? Buffer.alloc(0),
  BYTE_FILES["mixed-crlf-then-cr"] ?? Buffer.alloc(0),
];

/** A generator of numbers below a bound that gives the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LIKELY = [...'",;\t\n\r =-+.0159eE%$/()\0']
  .map((character) => character.charCodeAt(0))
  .concat(0x80, 0xc3, 0xff, 0x1b);

function mutated(bytes: Buffer, below: (bound: number) => number): Buffer {
  const at = below(bytes.length);
  const byte = below(2) === 0 ? (LIKELY[below(LIKELY.length)] ?? 0) : below(256);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (below(4)) {
    case 0:
      return Buffer.concat([before, after.subarray(1)]);
    case 1:
      return Buffer.concat([before, Buffer.from([byte]), after]);
    case 2:
      return Buffer.concat([before, after.subarray(1 + below(20))]);
    default:
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
  }
}

function outcome(bytes: Buffer): "same" | "other" | "errors" {
  const run = read([file("roster", bytes), RATES]);
  const errors = run.problems.all.filter(({ severity }) => severity === "error");
  const lines = bytes.toString("latin1").split(/[\r\n]/).length;
  for (const { where, line, message, code } of errors) {
    expect(where, message).not.toBeNull();
    if (line !== null) expect(line, code).toBeLessThanOrEqual(lines);
  }
  if (errors.length > 0) return "errors";
  expect(run.claims.length).toBeGreaterThan(0);
  return "other";
}

it("20,000 mutations of valid files", () => {
  const counts = { same: 0, other: 0, errors: 0 };
  const below = numbers(287);
  const claims = SEEDS.map((seed) => claimLines(read([file("roster", seed), RATES])).join());
  for (let i = 0; i < MUTATIONS; i++) {
    const number = i % SEEDS.length;
    const bytes = mutated(SEEDS[number] ?? Buffer.alloc(0), below);
    try {
      const came = outcome(bytes);
      const same = came === "other" && claimLines(read([file("roster", bytes), RATES])).join() === claims[number];
      counts[same ? "same" : came] += 1;
    } catch (error) {
      throw new Error(`mutation ${i}: ${JSON.stringify(bytes.toString("latin1"))}`, { cause: error });
    }
  }
  expect(counts.same).toBeGreaterThan(1000);
  expect(counts.errors).toBeGreaterThan(5000);
  expect(counts.other).toBeGreaterThan(1000);
}, 600_000);
