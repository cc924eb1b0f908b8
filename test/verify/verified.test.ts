import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

type Files = Readonly<Record<string, string>>;

function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Runs commands in a folder. @returns the last one */
async function last(folder: string, ...commands: string[]) {
  let ended = { stdout: "", stderr: "", code: null as number | null };
  for (const command of commands) ended = await claims(command.split(" "), folder);
  return ended;
}

/** What verify says of each claim: its name, status and the paths that differ. */
async function verified(folder: string, command: string): Promise<string[]> {
  const { stdout } = await claims([...`verify ${command} -f json`.split(" "), "-q"], folder);
  const documents = stdout.startsWith("{\n") ? [stdout] : stdout.trim().split("\n");
  return documents.map((text) => {
    const { claim, status, differences } = JSON.parse(text);
    return [claim, status, ...differences.map(({ path }: { path: string }) => path)].join(" ");
  });
}

const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const roster = (agency: string, ...ids: string[]): string =>
  `${HEADER}\n${ids.map((id) => `${agency},${id},Officer ${id},TFM,2025-09-15,85000.37,23000.11\n`).join("")}`;

/** A folder of rosters with one rates and one payroll file, which have rows of others too, good and bad. */
const COUNTY: Files = {
  "rosters/bay.csv": roster("FL0310200", "1042", "1043"),
  "rosters/cobb.csv": roster("GA0480300", "7", "8"),
  "rosters/polk.csv": roster("FL0530000", "1"),
  "rates.csv":
    "agency_id,quarter,placement_rate\nFL0310200,FY2026-Q1,92.5\nGA0480300,FY2026-Q1,81\nTX0000001,FY2026-Q1,70\n",
  "payroll.csv":
    "agency_id,officer_id,quarter,overtime_paid,salary_paid\nFL0310200,1042,FY2026-Q1,3456.78,\nGA0480300,7,FY2026-Q1,100.00,20000.00\nGA0480300,99,FY2026-Q1,-1,x\nTX0000001,5,FY2026-Q1,5.00,\nGA0480300,7,FY2025-Q4,1.00,\n",
};
/** A row of another agency, to stand under rows of the first. */
const OTHERS = roster("GA0480300", "7").split("\n").slice(1);
const RUN = "compute rosters --quarter FY2026-Q1 --rates rates.csv --payroll payroll.csv -q";

describe("verify agrees with compute", () => {
  it("of a folder of rosters with one rates and one payroll file, an agency a file", () =>
    inFolder(async (folder) => {
      put(folder, COUNTY);
      expect((await last(folder, `${RUN} --out-dir q1`)).code).toBe(0);
      expect(await verified(folder, "q1 --inputs . --inputs rosters")).toEqual([
        "FL0310200_FY2026-Q1.json verified",
        "FL0530000_FY2026-Q1.json verified",
        "GA0480300_FY2026-Q1.json verified",
      ]);
    }));

  it("of one file of several agencies, a claim an agency", () =>
    inFolder(async (folder) => {
      put(folder, { ...COUNTY, "rosters/bay.csv": "", "all.csv": [roster("FL0310200", "1042"), ...OTHERS].join("") });
      await last(
        folder,
        `${RUN.replace("rosters", "all.csv")} --out-dir q1`,
        `${RUN.replace("rosters", "all.csv")} -o q1.json`,
      );
      expect(await verified(folder, "q1 q1.json --inputs .")).toEqual([
        "FL0310200_FY2026-Q1.json verified",
        "GA0480300_FY2026-Q1.json verified",
        "q1.json verified",
      ]);
    }));

  it("of agencies that were left out whole for errors, and in part", () =>
    inFolder(async (folder) => {
      const rows = "GA0480300,8,Officer 8,TFM,2025-09-15,x,0\nTX0000001,5,Officer 5,TFM,x,1,0\n";
      put(folder, { ...COUNTY, "all.csv": [roster("FL0310200", "1042"), ...OTHERS, rows].join("") });
      const run = RUN.replace("rosters", "all.csv");
      const bad = ["GA0480300", "TX0000001"];
      for (const [flags, agencies] of [
        ["", ["FL0310200"]],
        [" --rejects r.csv", ["FL0310200", ...bad]],
      ] as const) {
        expect((await last(folder, `${run}${flags} -o q1.json --force`)).code).toBe(3);
        const document = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
        expect(document.claims.map((claim: { agency_id: string }) => claim.agency_id)).toEqual(agencies);
        expect(document.incomplete.agencies).toEqual(bad.map((agency_id) => ({ agency_id, problems: 1 })));
        expect(await verified(folder, "q1.json --inputs .")).toEqual(["q1.json verified"]);
      }
    }));

  it("of the same as one document, and as NDJSON with a line an agency", () =>
    inFolder(async (folder) => {
      put(folder, COUNTY);
      await last(folder, `${RUN} -o q1.json`, `${RUN} -o q1.ndjson`);
      expect(await verified(folder, "q1.json --inputs rosters")).toEqual(["q1.json verified"]);
      expect(await verified(folder, "q1.ndjson --inputs rosters")).toEqual([
        "q1.ndjson:1 verified",
        "q1.ndjson:2 verified",
        "q1.ndjson:3 verified",
      ]);
      put(folder, { "q1.ndjson": readFileSync(join(folder, "q1.ndjson"), "utf8").replace('"3456.78"', '"3456.79"') });
      const [first = "", ...others] = await verified(folder, "q1.ndjson --inputs rosters");
      expect(first).toMatch(/^q1.ndjson:1 differs claims\[0\]/);
      expect(others).toEqual(["q1.ndjson:2 verified", "q1.ndjson:3 verified"]);
    }));

  it("whatever the warnings say, and nothing else", () =>
    inFolder(async (folder) => {
      put(folder, COUNTY);
      await last(folder, `${RUN} -o q1.json`);
      const document = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
      expect(document.warnings.length).toBeGreaterThan(0);
      const changed = async (change: object): Promise<string[]> => {
        put(folder, { "changed.json": JSON.stringify({ ...document, ...change }) });
        return verified(folder, "changed.json --inputs rosters");
      };
      expect(await changed({ warnings: [] })).toEqual(["changed.json verified"]);
      expect(await changed({ incomplete: { agencies: [], rows: 0 } })).toEqual(["changed.json differs incomplete"]);
      expect(await changed({ options: { ...document.options, prior: ["x"] } })).toEqual([
        "changed.json differs options.prior[0]",
      ]);
      const [, , , rates, payroll] = document.inputs;
      expect(await changed({ inputs: [...document.inputs, payroll] })).toEqual(["changed.json differs inputs[5]"]);
      expect(await changed({ inputs: [...document.inputs, rates] })).toEqual(["changed.json differs inputs[5]"]);
      expect(await changed({ inputs: [document.inputs[0], ...document.inputs] })).toEqual([
        expect.stringMatching(/^changed.json differs inputs\[/),
      ]);
    }));

  it("of a doubled input where the inputs are gone", () =>
    inFolder(async (folder) => {
      put(folder, COUNTY);
      await last(folder, `${RUN} -o q1.json`);
      const document = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
      put(folder, {
        "away/q1.json": JSON.stringify({ ...document, inputs: [...document.inputs, document.inputs[4]] }),
      });
      expect(await verified(folder, "away/q1.json --without-inputs")).toEqual(["q1.json differs inputs[5]"]);
    }));

  it("of claims made with --rejects", () =>
    inFolder(async (folder) => {
      put(folder, { ...COUNTY, "payroll.csv": COUNTY["payroll.csv"]?.replace("3456.78", "(1.00)") ?? "" });
      const made = await last(folder, `${RUN} --rejects r.csv -o q1.json`);
      expect(made.code).toBe(3);
      const { incomplete } = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
      expect(incomplete).toEqual({ agencies: [{ agency_id: "FL0310200", problems: 1 }], rows: 1 });
      expect(await verified(folder, "q1.json --inputs rosters")).toEqual(["q1.json verified"]);
    }));
});

describe("NDJSON", () => {
  const paid = (quarter: string): string => COUNTY["payroll.csv"]?.replaceAll("FY2026-Q1", quarter) ?? "";

  it("counts as prior claims, which are found again by their line", () =>
    inFolder(async (folder) => {
      put(folder, { ...COUNTY, "payroll2.csv": paid("FY2026-Q2") });
      const second = RUN.replace("Q1", "Q2").replace("payroll.csv", "payroll2.csv");
      await last(folder, `${RUN} -o q1.ndjson`, `${second} --prior q1.ndjson -o q2.json`);
      const { options, claims: agencies } = JSON.parse(readFileSync(join(folder, "q2.json"), "utf8"));
      expect(options.prior).toEqual(["q1.ndjson"]);
      expect(agencies[0].officers[0]).toMatchObject({ overtime_cap_room: "17793.31", overtime: "3456.78" }); // 21,250.09 − 3,456.78
      expect(await verified(folder, "q2.json --inputs rosters")).toEqual(["q2.json verified"]);
    }));

  it("has the claim that is amended under its agency", () =>
    inFolder(async (folder) => {
      put(folder, { ...COUNTY, "new.csv": roster("FL0310200", "1042", "1043").replace("85000.37", "86000.37") });
      await last(folder, `${RUN} -o q1.ndjson`);
      const several = await claims("amend q1.ndjson new.csv".split(" "), folder);
      expect([several.code, several.stderr]).toEqual([2, expect.stringContaining("q1.ndjson holds 3 claims")]);
      const amended = await last(folder, "amend q1.ndjson new.csv --agency FL0310200 --inputs rosters -q -o a.json");
      expect(amended.code).toBe(0);
      const { lines, filed } = JSON.parse(readFileSync(join(folder, "a.json"), "utf8"));
      expect(filed.path).toBe("q1.ndjson");
      expect(lines.map(({ figure, difference }: Record<string, string>) => `${figure} ${difference}`)).toEqual([
        "salary 250.00",
      ]);
      expect(await verified(folder, "a.json --inputs rosters")).toEqual(["a.json verified"]);
    }));

  it("with a line that is no claim is refused at its line", () =>
    inFolder(async (folder) => {
      put(folder, COUNTY);
      await last(folder, `${RUN} -o q1.ndjson`);
      put(folder, { "q1.ndjson": `${readFileSync(join(folder, "q1.ndjson"), "utf8")}{"schema": }\n` });
      const { stderr, code } = await claims("verify q1.ndjson --inputs rosters".split(" "), folder);
      expect([code, stderr]).toEqual([3, expect.stringContaining("q1.ndjson:4")]);
    }));
});
