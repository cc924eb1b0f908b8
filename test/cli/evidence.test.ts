import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/files/sha256.ts";
import { claims, inFolder } from "./run.ts";

const ROSTER = `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1,TFM,2025-09-15,80000,20000
FL0310200,2,JEM,2025-09-15,78000,0
`;
const EVIDENCE = `agency_id,officer_id,quarter,figure,document,pages
FL0310200,1,FY2026-Q1,Salary,ledger.pdf,1-3
FL0310200,,FY2026-Q1,benefits,ledger.pdf,
FL0310200,2,FY2026-Q2,salary,later.pdf,
`;
const Q1 = ["compute", "roster.csv", "--quarter", "FY2026-Q1"] as const;
const LEDGER = "the ledger of the quarter\n";

const inCounty = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder((folder) => {
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    writeFileSync(join(folder, "evidence.csv"), EVIDENCE);
    mkdirSync(join(folder, "papers"));
    for (const name of ["ledger.pdf", "later.pdf"]) writeFileSync(join(folder, "papers", name), LEDGER);
    return work(folder);
  });

const json = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await claims([...args, "-f", "json", "-q"], folder)).stdout);

describe("evidence", () => {
  it("is refused as an output, forced or not", () =>
    inCounty(async (folder) => {
      for (const output of [
        ["-o", "papers/ledger.pdf"],
        ["-o", "papers/ledger.pdf", "--force"],
      ]) {
        const { stderr, code } = await claims([...Q1, "--no-rates", "--evidence-dir", "papers", ...output], folder);
        expect([code, stderr]).toEqual([2, expect.stringContaining("papers/ledger.pdf is read by this run")]);
        expect(readFileSync(join(folder, "papers", "ledger.pdf"), "utf8")).toBe(LEDGER);
      }
    }));

  it("says how many dollars have a document, and which to fetch first", () =>
    inCounty(async (folder) => {
      const { stdout } = await claims([...Q1, "-q"], folder);
      expect(stdout).toContain("$19,500.00  of $44,500.00 has no document. Fetch first: 2 salary $19,500.00.");
      const [{ evidence }] = (await json(folder, ...Q1)).claims;
      expect(evidence).toEqual({
        covered: "25000.00",
        uncovered: "19500.00",
        lines: [
          { line: 2, officer_id: "1", figure: "salary", document: "ledger.pdf", pages: "1-3", amount: "20000.00" },
          { line: 3, officer_id: null, figure: "benefits", document: "ledger.pdf", amount: "5000.00" },
        ],
      });
      expect((await json(folder, ...Q1, "--no-evidence")).claims[0].evidence).toBeUndefined();
    }));

  it("of a folder goes into the claim with its hashes, which verify looks at again", () =>
    inCounty(async (folder) => {
      await claims([...Q1, "--evidence-dir", "papers", "-o", "q1.json", "-q"], folder);
      const { claims: found } = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
      expect(found[0].evidence.lines[0].sha256).toBe(sha256(Buffer.from(LEDGER)));
      const there = await json(folder, "verify", "q1.json", "--inputs", "papers");
      expect([there.status, there.evidence]).toEqual(["verified", [{ path: "ledger.pdf", status: "same" }]]);
      const gone = await claims(["verify", "q1.json"], folder);
      expect([gone.code, gone.stdout]).toEqual([
        0,
        "q1.json: verified, $44,500.00: agrees with its inputs, roster.csv, evidence.csv\n  of its 1 document of evidence\n  ledger.pdf  not found\n",
      ]);
      writeFileSync(join(folder, "papers/ledger.pdf"), "another\n");
      const changed = await json(folder, "verify", "q1.json", "--inputs", "papers");
      expect([changed.status, changed.differences[0].path]).toEqual(["differs", 'evidence["ledger.pdf"].sha256']);
    }));

  it("must lie in the folder, and is looked for nowhere else", () =>
    inCounty(async (folder) => {
      copyFileSync(join(folder, "papers/ledger.pdf"), join(folder, "outside.pdf"));
      writeFileSync(join(folder, "evidence.csv"), EVIDENCE.replace("Salary,ledger.pdf", "Salary,../outside.pdf"));
      const { code, stderr } = await claims([...Q1, "--evidence-dir", "papers", "-q"], folder);
      expect([code, stderr.includes('the document "../outside.pdf" is not in papers')]).toEqual([3, true]);
      expect((await claims([...Q1, "--evidence-dir", "nowhere", "-q"], folder)).code).toBe(3);
    }));

  it("alone of a claim can be recomputed, and an altered dollar is found", () =>
    inCounty(async (folder) => {
      await claims([...Q1, "-o", "q1.json", "-q"], folder);
      mkdirSync(join(folder, "alone"));
      const text = readFileSync(join(folder, "q1.json"), "utf8");
      writeFileSync(join(folder, "alone/q1.json"), text.replace('"covered": "25000.00"', '"covered": "26000.00"'));
      const { differences } = await json(folder, "verify", "alone/q1.json", "--without-inputs");
      expect(differences).toEqual([{ path: "claims[0].evidence.covered", filed: "26000.00", recomputed: "25000.00" }]);
    }));

  it("and what is not claimed cannot be taken out of a claim of this release", () =>
    inCounty(async (folder) => {
      const overtime = ROSTER.replace("benefits\n", "benefits,overtime_paid\n").replace("20000\n", "20000,50000\n");
      writeFileSync(join(folder, "roster.csv"), overtime.replace(",0\n", ",0,0\n"));
      const whole = await json(folder, ...Q1, "--no-rates");
      const verdict = async (claim: unknown) => {
        writeFileSync(join(folder, "q1.json"), JSON.stringify(claim));
        const { stdout, code } = await claims(["verify", "q1.json"], folder);
        return [code, stdout.includes("differs")];
      };
      expect(await verdict(whole)).toEqual([0, false]);
      for (const part of ["not_claimed", "evidence"]) {
        const less = structuredClone(whole);
        expect(less.claims[0][part]).toBeDefined();
        delete less.claims[0][part];
        expect([part, ...(await verdict(less))]).toEqual([part, 4, true]);
      }
      delete whole.policy.values["authorization-years"];
      expect(await verdict(whole)).toEqual([4, true]);
    }));
});
