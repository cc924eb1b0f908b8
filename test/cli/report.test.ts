import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const FORMATS = ["table", "json", "csv", "html", "xlsx", "pdf"] as const;
const outputs = (name: string): string[] =>
  FORMATS.flatMap((format) => ["-o", `${name}.${format === "table" ? "txt" : format}`]);

const sameBytes = (folder: string, one: string, other: string): void => {
  for (const ending of ["txt", "json", "csv", "html", "xlsx", "pdf"]) {
    const [before, after] = [one, other].map((name) => readFileSync(join(folder, `${name}.${ending}`)));
    expect([ending, after?.equals(before as Buffer)]).toEqual([ending, true]);
  }
};

describe("claims report", () => {
  it.each([
    ["one agency", ["fixtures/roster.csv"]],
    ["several agencies", ["fixtures/multi-agency/roster.csv"]],
    ["payroll of an earlier quarter", ["fixtures/second-quarter/roster.csv"]],
    ["other readings", ["fixtures/roster.csv", "--reading", "overtime-cap=accrued", "--reading", "rounding=half-even"]],
    ["no names", ["fixtures/roster.csv", "--redact"]],
  ])("gives the very bytes that compute gave: %s", (_, args) =>
    inFolder(async (folder) => {
      await claims(["compute", ...args, "-q", ...outputs("now")], folder);
      expect((await claims(["report", "now.json", "-q", ...outputs("again")], folder)).code).toBe(0);
      sameBytes(folder, "now", "again");
    }),
  );

  it("says what was left out", () =>
    inFolder(async (folder) => {
      const broken = readFileSync(join(folder, "fixtures/roster.csv"), "utf8").replace("85000.37", "many");
      writeFileSync(join(folder, "fixtures/roster.csv"), broken);
      const args = ["compute", "fixtures/roster.csv", "--rejects", "rejects.csv", "-q", ...outputs("now")];
      await claims(args, folder);
      await claims(["report", "now.json", "-q", ...outputs("again")], folder);
      sameBytes(folder, "now", "again");
      expect(readFileSync(join(folder, "again.txt"), "utf8")).toContain("1 row left out for errors");
    }));

  it("gives an amendment as amend gave it", () =>
    inFolder(async (folder) => {
      const filed = "fixtures/filed/1.0.0";
      const amended = ["-o", "amended.json", "-o", "amended.txt", "-o", "amended.xlsx", "-o", "amended.pdf"];
      await claims(["amend", `${filed}/q1.json`, `${filed}/corrected.csv`, "-q", ...amended], folder);
      await claims(["report", "amended.json", "-q", "-o", "again.txt", "-o", "again.xlsx", "-o", "again.pdf"], folder);
      for (const ending of ["txt", "xlsx", "pdf"]) {
        const [before, after] = ["amended", "again"].map((name) => readFileSync(join(folder, `${name}.${ending}`)));
        expect([ending, after?.equals(before as Buffer)]).toEqual([ending, true]);
      }
    }));

  it("shows what the first release filed", () =>
    inFolder(async (folder) => {
      const { stdout, code } = await claims(["report", "fixtures/filed/1.0.0/q1.json"], folder);
      expect([code, stdout.includes("163,617.80")]).toEqual([0, true]);
    }));

  it("leaves out names where it is told to", () =>
    inFolder(async (folder) => {
      await claims(["compute", "fixtures/roster.csv", "-q", "-o", "q1.json"], folder);
      const { stdout } = await claims(["report", "q1.json", "--redact", "-f", "csv"], folder);
      expect(stdout).toContain("FL0310200,Palmetto Bay County Sheriff's Office,FY2026-Q1,1043,,TFM,");
    }));

  it("shows one claim of a file with several", () =>
    inFolder(async (folder) => {
      await claims(["compute", "fixtures/multi-agency/roster.csv", "-q", "-o", "all.ndjson"], folder);
      const one = await claims(
        ["report", "all.ndjson", "--agency", "TX1090000", "--by", "agency", "-f", "csv"],
        folder,
      );
      expect(one.stdout.split("\n")).toHaveLength(3);
      const none = await claims(["report", "all.ndjson"], folder);
      expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("all.ndjson holds 3 claims")]);
    }));
});
