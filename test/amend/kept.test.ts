import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AmendmentDocument } from "../../src/document/schema.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { claims, inFolder } from "../cli/run.ts";

type Files = Readonly<Record<string, string>>;

function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function runIn(folder: string, ...commands: string[]) {
  let ended = { stdout: "", stderr: "", code: null as number | null };
  for (const command of commands) ended = await claims(command.split(" "), folder);
  return ended;
}

/** The lines of an amendment as `officer figure difference`, its codes, and its exit code. */
async function amended(folder: string, command: string) {
  const { stdout, stderr, code } = await claims([...command.split(" "), "-f", "json"], folder);
  const document = stdout === "" ? undefined : (JSON.parse(stdout) as AmendmentDocument);
  const problems: { code: string; message: string }[] = stderr === "" ? [] : JSON.parse(stderr).problems;
  return {
    code,
    lines: document?.lines.map((one) => `${one.officer_id} ${one.figure} ${one.difference}`),
    causes: document?.lines.map(({ cause }) => cause),
    said: problems.map((one) => `${one.code}: ${one.message}`).filter((one) => /^(filed|later|prior)-/.test(one)),
    document,
  };
}

const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const ROSTER = `${HEADER}\nFL0310200,1042,Ana,TFM,2025-09-15,85000.37,23000.11\nFL0310200,1043,Bo,TFM,2025-09-15,60000,0\n`;
const FILED: Files = {
  "filed/roster.csv": ROSTER,
  "filed/rates.csv": "quarter,placement_rate\nFY2026-Q1,92.5\n",
  "filed/payroll.csv": "officer_id,quarter,overtime_paid\n1042,FY2026-Q1,3456.78\n1043,FY2026-Q1,9000.00\n",
  "new/roster.csv": ROSTER.replace("85000.37", "86000.37"),
};
const FIRST = "compute filed/roster.csv --quarter FY2026-Q1 -q -o filed/q1.json";

const started = (work: (folder: string) => Promise<void>) =>
  inFolder(async (folder) => {
    put(folder, FILED);
    await runIn(folder, FIRST);
    await work(folder);
  });

describe("amend", () => {
  it("keeps the filed claim's rates and payroll where the corrected roster is in another folder", () =>
    started(async (folder) => {
      expect(await amended(folder, "amend filed/q1.json new/roster.csv")).toMatchObject({
        code: 0,
        lines: ["1042 salary 250.00"],
        said: ["filed-inputs-kept: rates.csv, payroll.csv as for q1.json"],
      });
    }));

  it("is of the filed claim's quarter: with another both claims would stand", () =>
    started(async (folder) => {
      const other = await amended(folder, "amend filed/q1.json new/roster.csv --quarter FY2026-Q2");
      expect([other.code, other.document]).toEqual([2, undefined]);
      expect((await amended(folder, "amend filed/q1.json new/roster.csv --quarter FY26-Q1")).code).toBe(0);
    }));

  it("finds them in --inputs", () =>
    started(async (folder) => {
      put(folder, { "moved/q1.json": readFileSync(join(folder, "filed/q1.json"), "utf8") });
      const { lines } = await amended(folder, "amend moved/q1.json new/roster.csv --inputs filed");
      expect(lines).toEqual(["1042 salary 250.00"]);
    }));

  it("takes others, or none, where a flag says so", () =>
    started(async (folder) => {
      put(folder, { "new/rates.csv": "quarter,placement_rate\nFY2026-Q1,81\n" });
      const amend = "amend filed/q1.json filed/roster.csv";
      expect((await amended(folder, `${amend} --rates new/rates.csv`)).lines).toEqual([
        "1042 award -250.00",
        "1043 award -250.00",
      ]);
      expect((await amended(folder, `${amend} --no-rates`)).lines).toEqual([
        "1042 award -1000.00",
        "1043 award -1000.00",
      ]);
      expect((await amended(folder, `${amend} --no-payroll`)).lines).toEqual([
        "1042 overtime -3456.78",
        "1043 overtime -9000.00",
      ]);
      // Rates that lie beside the new roster are not the filed claim's.
      expect((await amended(folder, "amend filed/q1.json new/roster.csv")).lines).toEqual(["1042 salary 250.00"]);
    }));

  it("is refused where they are gone or have changed", () =>
    started(async (folder) => {
      rmSync(join(folder, "filed/rates.csv"));
      put(folder, { "filed/payroll.csv": `${FILED["filed/payroll.csv"]}1043,FY2026-Q1,1.00\n` });
      expect(await amended(folder, "amend filed/q1.json new/roster.csv")).toMatchObject({
        code: 1,
        document: undefined,
        said: [
          "filed-input-missing: rates of q1.json, rates.csv, was not found",
          "filed-input-missing: payroll of q1.json, payroll.csv, has changed since",
        ],
      });
      const given = "amend filed/q1.json new/roster.csv --no-rates --payroll filed/payroll.csv";
      expect((await amended(folder, given)).code).toBe(0);
    }));

  it("has neither where the filed claim had neither", () =>
    inFolder(async (folder) => {
      put(folder, { ...FILED, "new/rates.csv": FILED["filed/rates.csv"] ?? "" });
      await runIn(folder, `${FIRST} --no-rates --no-payroll`);
      expect((await amended(folder, "amend filed/q1.json new/roster.csv")).lines).toEqual(["1042 salary 250.00"]);
    }));

  it("names two files of one name apart, and verifies wherever it lies", () =>
    started(async (folder) => {
      const { causes } = await amended(folder, "amend filed/q1.json new/roster.csv");
      expect(causes).toEqual([
        'annual_salary "85000.37" (filed/roster.csv:2:6) is now "86000.37" (new/roster.csv:2:6)',
      ]);
      await runIn(folder, "amend filed/q1.json new/roster.csv -q -o new/a.json");
      const verify = async () => (await runIn(folder, "verify new/a.json --inputs filed -q -f json")).stdout;
      expect(JSON.parse(await verify())).toMatchObject({ status: "verified", differences: [] });
      const path = join(folder, "new/a.json");
      const text = readFileSync(path, "utf8");
      for (const [from, to, ok] of [
        ["filed/roster.csv:2:6", "Q1, as sent/roster.csv:2:6", true],
        ["filed/roster.csv:2:6", "filed/roster.csv:2:7", false],
        ["annual_salary ", "annual_benefits ", false],
        ['\\"86000.37\\"', '\\"86000.36\\"', false],
      ] as const) {
        writeFileSync(path, text.replace(from, to));
        const { status, differences } = JSON.parse(await verify());
        expect([from, status, differences.map((one: { path: string }) => one.path)]).toEqual(
          ok ? [from, "verified", []] : [from, "differs", ["lines[0].cause"]],
        );
      }
    }));

  it("made without the filed inputs verifies beside them too", () =>
    started(async (folder) => {
      const filed = readFileSync(join(folder, "filed/q1.json"), "utf8");
      put(folder, { "moved/q1.json": filed, "moved/rates.csv": FILED["filed/rates.csv"] ?? "" });
      put(folder, { "moved/payroll.csv": FILED["filed/payroll.csv"] ?? "" });
      await runIn(folder, "amend moved/q1.json new/roster.csv -q -o new/a.json");
      expect(readFileSync(join(folder, "new/a.json"), "utf8")).toContain("as the claim states it");
      const { stdout } = await runIn(folder, "verify new/a.json --inputs filed -q -f json");
      expect(JSON.parse(stdout)).toMatchObject({ status: "verified", differences: [] });
    }));

  describe("of a claim that draws on another", () => {
    const second = "compute filed/roster.csv --quarter FY2026-Q2 --no-rates --no-payroll --prior filed/q1.json -q";
    it("keeps its prior claims, and is refused where one is gone", () =>
      started(async (folder) => {
        await runIn(folder, `${second} -o filed/q2.json`);
        const amend = "amend filed/q2.json new/roster.csv";
        const kept = await amended(folder, amend);
        expect([kept.code, kept.lines]).toEqual([0, ["1042 salary 250.00"]]);
        expect(kept.document?.claim.claims[0]?.officers[0]?.overtime_cap_room).toBe("18043.31"); // 21,500.09 − 3,456.78
        put(folder, { "away/q1.json": readFileSync(join(folder, "filed/q1.json"), "utf8") });
        rmSync(join(folder, "filed/q1.json"));
        expect(await amended(folder, amend)).toMatchObject({
          code: 1,
          said: ["filed-input-missing: the prior claim of q2.json, q1.json, was not found"],
        });
        expect((await amended(folder, `${amend} --inputs away`)).lines).toEqual(["1042 salary 250.00"]);
        expect((await amended(folder, `${amend} --prior away`)).lines).toEqual(["1042 salary 250.00"]);
      }));

    it("is refused where its prior claim, by its hash, is none", () =>
      started(async (folder) => {
        await runIn(folder, `${second} -o filed/q2.json`);
        const [none, text] = ['{"not": "a claim"}\n', readFileSync(join(folder, "filed/q2.json"), "utf8")];
        const hash = /"path": "q1.json",\s+"sha256": "(\w+)"/.exec(text)?.[1] ?? "";
        put(folder, { "filed/q1.json": none, "filed/q2.json": text.replaceAll(hash, sha256(Buffer.from(none))) });
        const { stderr, code } = await claims(["amend", "filed/q2.json", "new/roster.csv", "-q"], folder);
        expect([code, stderr]).toEqual([
          1,
          "claims: error: cannot read q1.json: the file is JSON, but not a claim: it names no schema\n",
        ]);
      }));

    it("names the later claims that rest on it, beside it or given", () =>
      started(async (folder) => {
        const other = second.replace("filed/q1.json", "filed/q1.json --agency FL0310200").replace("Q2", "Q3");
        put(folder, { "later/readme.txt": "" });
        await runIn(folder, `${second} -o filed/q2.json`, `${other} -o later/q3.json`);
        const later = (names: string, verb: string, it: string) =>
          `later-claim-rests-on-it: ${names} ${verb} what q1.json claimed: amend ${it} too`;
        const amend = "amend filed/q1.json new/roster.csv";
        const beside = await amended(folder, amend);
        expect(beside.said.slice(1)).toEqual([later("q2.json", "counts", "it")]);
        const both = await amended(folder, `${amend} --prior later`);
        expect([both.code, both.said.slice(1)]).toEqual([0, [later("q3.json, q2.json", "count", "them")]]);
        // What lies beside changes no byte of the amendment.
        rmSync(join(folder, "filed/q2.json"));
        const alone = await amended(folder, amend);
        expect([alone.said.length, alone.document]).toEqual([1, beside.document]);
      }));

    it("of an amendment they are those of the claim that it amends too", () =>
      started(async (folder) => {
        await runIn(folder, `${second} -o filed/q2.json`, "amend filed/q1.json new/roster.csv -q -o filed/a.json");
        put(folder, { "new/roster.csv": ROSTER.replace("85000.37", "87000.37") });
        const again = await amended(folder, "amend filed/a.json new/roster.csv --inputs new");
        expect(again.said.filter((one) => one.startsWith("later"))).toEqual([
          "later-claim-rests-on-it: q2.json counts what a.json claimed: amend it too",
        ]);
      }));
  });
});
