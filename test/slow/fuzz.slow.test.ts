import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, type Ended, inFolder } from "../cli/run.ts";
import { byteMutated, jsonMutated, minimized, numbers, tableMutated } from "./fuzz/mutate.ts";
import { sheetXml, workbook } from "./fuzz/zip.ts";

/*
 * Every reader is given files that are nearly right, by the thousand. Whatever comes: an answer with one of the program's exit
 * codes, in two seconds of work and 500 MB; and exit 0 means that each row of a roster is an officer's, or was named. What
 * fails is made small and kept in fuzz/corpus, from where it is tried each time. FUZZ=n tries n of each reader, SEED=n others.
 */
const TRIES = Number(process.env.FUZZ ?? 600);
const SEED = Number(process.env.SEED ?? 287);
const CORPUS = join(import.meta.dirname, "fuzz/corpus");
const MOST_SECONDS = 2;
const MOST_MEGABYTES = 500;

const ROSTER = `agency_id,agency_name,officer_id,officer_name,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits
FL0310200,Bay,1042,"Ruiz, Ana",TFM,2025-09-15,,,yes,100%,85000.37,23000.11
FL0310200,Bay,1043,Bo,JEM,2025-11-01,,2025-12-15,,50%,60000,18000
FL0310200,Bay,1044,Cy,TFM,9/1/2025,,2025-11-15,,,70000,0
FL0310200,Bay,1044,Cy,TFM,9/1/2025,11/16/2025,,,,72000,0
GA0480300,Lark,7,Di,WSO,2025-09-15,,,no,,50000,9000
`;
const BESIDE = {
  "roster.csv": ROSTER,
  "rates.csv":
    "agency_id,quarter,placements_provided,placements_successful,placement_rate,reference,vehicle_cost\nFL0310200,FY2026-Q1,40,37,92.5%,ICE-1,1000\nGA0480300,FY2026-Q1,,,85,,\n",
  "payroll.csv":
    "agency_id,officer_id,quarter,salary_paid,benefits_paid,overtime_paid,overtime_hours,overtime_rate\nFL0310200,1042,FY2026-Q1,20000.00,5000.00,3456.78,,\nFL0310200,1043,FY2026-Q1,,,,10,37.5\nGA0480300,7,FY2026-Q1,,,100,,\n",
  "agreements.csv":
    "agency_id,program_model,signed_on,ended_on\nFL0310200,TFM,2025-03-07,\nFL0310200,JEM,2020-03-07,2025-12-01\nGA0480300,WSO,2021-01-01,\n",
  "evidence.csv":
    "agency_id,officer_id,quarter,figure,document,sha256,pages\nFL0310200,1042,FY2026-Q1,salary,ledger.pdf,,1-2\nFL0310200,,FY2026-Q1,award,letter.pdf,,\n",
  "claims.json": `${JSON.stringify({ schema: "claims-profile/1", agency: { name: "Bay", uei: "ABCDEF123456", contact: { name: "An" } }, bill_to: { agency: "ICE" }, readings: { "rate-rounding": "floor" }, rates: "rates.csv" }, null, 2)}\n`,
  "payments.csv":
    "agency_id,quarter,paid_on,amount,reference,officer_id,figure\nFL0310200,FY2026-Q1,2026-03-02,20000.00,,,\n,,2026-03-09,-5.00,FL0310200-FY2026-Q1,,\nGA0480300,FY2026-Q1,3/9/2026,1,,7,salary\n",
} as const;

const COMPUTE = ["compute roster.csv --quarter FY2026-Q1 -f json"];
interface Reader {
  /** The file that is nearly right. */
  readonly file: string;
  readonly commands: readonly string[];
  readonly mutated: typeof byteMutated;
}
const READERS: Readonly<Record<string, Reader>> = {
  roster: { file: "roster.csv", commands: COMPUTE, mutated: tableMutated },
  rates: { file: "rates.csv", commands: COMPUTE, mutated: tableMutated },
  payroll: { file: "payroll.csv", commands: COMPUTE, mutated: tableMutated },
  agreements: { file: "agreements.csv", commands: COMPUTE, mutated: tableMutated },
  evidence: { file: "evidence.csv", commands: COMPUTE, mutated: tableMutated },
  payments: {
    file: "payments.csv",
    commands: ["status q1.json --payments payments.csv -f json"],
    mutated: tableMutated,
  },
  profile: { file: "claims.json", commands: COMPUTE, mutated: jsonMutated },
  policy: {
    file: "policy.json",
    commands: ["policy check policy.json", "compute roster.csv --quarter FY2026-Q1 --policy policy.json -f json"],
    mutated: jsonMutated,
  },
  claim: {
    file: "q1.json",
    commands: [
      "verify q1.json -f json",
      "status q1.json -f json",
      "report q1.json -f csv",
      "compute roster.csv --quarter FY2026-Q2 --prior q1.json -f json",
      "amend q1.json roster.csv -f json",
    ],
    mutated: jsonMutated,
  },
  workbook: { file: "sheet.xml", commands: ["compute roster.xlsx --quarter FY2026-Q1 -f json"], mutated: byteMutated },
};

/** Puts a mutated file where the commands find it. */
function put(folder: string, file: string, bytes: Buffer): void {
  if (file === "sheet.xml") writeFileSync(join(folder, "roster.xlsx"), workbook(bytes));
  else writeFileSync(join(folder, file), bytes);
}

/** What is wrong with how commands took a file; undefined where nothing is. */
async function fault(folder: string, { file, commands }: Reader, bytes: Buffer): Promise<string | undefined> {
  put(folder, file, bytes);
  for (const command of commands) {
    const began = process.cpuUsage();
    let ended: Ended;
    try {
      ended = await claims(command.split(" "), folder);
    } catch (error) {
      return `${command}: ${(error as Error).stack}`;
    }
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    if (seconds > MOST_SECONDS) return `${command}: ${seconds.toFixed(1)} s`;
    if (![0, 1, 2, 3, 4].includes(ended.code ?? -1)) return `${command}: exit ${ended.code}`;
    if (ended.code !== 0 && ended.stderr === "" && ended.stdout === "")
      return `${command}: exit ${ended.code} without a word`;
    const lost = file === "roster.csv" && ended.code === 0 ? lostRow(bytes, ended) : undefined;
    if (lost !== undefined) return `${command}: line ${lost} is in no claim, and not named`;
  }
  return undefined;
}

/** The first row that is neither an officer's nor named, as a reader that knows nothing of rosters sees them. */
function lostRow(bytes: Buffer, { stdout, stderr }: Ended): number | undefined {
  const known = new Set<number>();
  for (const { officers } of JSON.parse(stdout).claims)
    for (const { rows } of officers) for (const { line } of rows) known.add(line);
  const first = Math.min(...known);
  const problems: { line: number | null; message: string; remedy: string | null }[] =
    stderr === "" ? [] : JSON.parse(stderr).problems;
  for (const { line, message } of problems) {
    if (line !== null) known.add(line);
    for (const [, from, to] of message.matchAll(/(\d+)(?:(?: to |-|–)(\d+))?/g))
      for (let one = Number(from); one <= Number(to ?? from) && one < 10_000; one++) known.add(one);
  }
  const lost = linesOf(bytes.toString("utf8")).filter((line) => line >= first && !known.has(line));
  const counted = problems.flatMap(({ message }) => /and (\d+) more/.exec(message)?.[1] ?? []);
  return lost[counted.reduce((sum, count) => sum + Number(count), 0)];
}

/** The lines on which rows begin that are not blank: quotes are minded, and nothing else. */
function linesOf(text: string): number[] {
  const lines: number[] = [];
  let [line, begun, filled, inside] = [1, 1, false, false];
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? "\n";
    const ends = character === "\n" || (character === "\r" && text[at + 1] !== "\n");
    if (character === '"') inside = !inside;
    if (ends && !inside) {
      if (filled) lines.push(begun);
      begun = line + 1;
      filled = false;
    } else if (!/[\s,;"]/.test(character)) filled = true;
    if (ends) line += 1;
  }
  return lines;
}

const withFiles = <T>(work: (folder: string, seeds: Readonly<Record<string, Buffer>>) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    for (const [name, text] of Object.entries(BESIDE)) writeFileSync(join(folder, name), text);
    await claims([..."compute roster.csv --quarter FY2026-Q1 -q -o q1.json".split(" ")], folder);
    writeFileSync(join(folder, "policy.json"), (await claims(["policy", "show", "-f", "json"], folder)).stdout);
    const rows = ROSTER.trim()
      .split("\n")
      .map((line) => line.replace('"Ruiz, Ana"', "Ana").split(","));
    writeFileSync(join(folder, "sheet.xml"), sheetXml(rows));
    const names = Object.values(READERS).map(({ file }) => file);
    return work(folder, Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])));
  });

describe.each(Object.entries(READERS))("the reader of a %s", (name, reader) => {
  const kept = join(CORPUS, name);

  it("takes what it once failed at", () =>
    withFiles(async (folder) => {
      for (const file of existsSync(kept) ? readdirSync(kept).sort() : [])
        expect([file, await fault(folder, reader, readFileSync(join(kept, file)))]).toEqual([file, undefined]);
    }));

  it(`takes ${TRIES} files that are nearly right`, () =>
    withFiles(async (folder, seeds) => {
      const seed = seeds[reader.file] as Buffer;
      expect(await fault(folder, reader, seed)).toBeUndefined();
      const below = numbers(SEED + name.length);
      const before = process.resourceUsage().maxRSS;
      for (let tried = 0; tried < TRIES; tried++) {
        let bytes = seed;
        for (let times = 1 + below(3); times > 0; times--) {
          const mutated = below(3) === 0 ? byteMutated : reader.mutated;
          bytes = mutated === jsonMutated && !isJson(bytes) ? bytes : mutated(bytes, below);
        }
        const wrong = await fault(folder, reader, bytes);
        if (wrong === undefined) continue;
        const least = await minimized(bytes, async (less) => (await fault(folder, reader, less)) !== undefined);
        mkdirSync(kept, { recursive: true });
        const file = createHash("sha256").update(least).digest("hex").slice(0, 12);
        writeFileSync(join(kept, file), least);
        throw new Error(`${wrong}\nkept as fuzz/corpus/${name}/${file} (SEED=${SEED}, try ${tried})`);
      }
      expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(MOST_MEGABYTES);
    }));
});

function isJson(bytes: Buffer): boolean {
  try {
    return typeof JSON.parse(bytes.toString("utf8")) === "object";
  } catch {
    return false;
  }
}
