import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const first = async (args: readonly string[], folder = "/"): Promise<string> =>
  (await claims(args, folder)).stderr.split("\n")[0] ?? "";

describe("what was meant", () => {
  it.each([
    ["validate", "check"],
    ["diff", "amend"],
    ["new", "init"],
    ["version", "--version"],
    ["compte", "compute"],
  ])("by the command %s is %s", async (word, meant) => {
    expect(await first([word])).toBe(`claims: error: unknown command "${word}", did you mean ${meant}?`);
  });

  it.each([
    ["--color", "--no-color"],
    ["--out", "--output"],
    ["--json", "-f json"],
    ["--csv", "-f csv"],
    ["--start", "--quarter"],
    ["--officer", "claims explain --officer"],
    ["--quater", "--quarter"],
  ])("by the flag %s is %s", async (word, meant) => {
    expect(await first(["compute", "roster.csv", word])).toBe(
      `claims: error: compute has no flag "${word}", did you mean ${meant}?`,
    );
  });

  it("is not guessed of what is near nothing", async () => {
    expect(await first(["xyzzy"])).toBe('claims: error: unknown command "xyzzy"');
    expect(await first(["compute", "roster.csv", "--frobnicate"])).toBe(
      'claims: error: compute has no flag "--frobnicate"',
    );
  });
});

describe("a file of another kind", () => {
  it("says what it is and which flag it is for, whatever it was given as", () =>
    inFolder(async (folder) => {
      for (const name of ["roster.csv", "rates.csv"]) copyFileSync(join(folder, "fixtures", name), join(folder, name));
      writeFileSync(join(folder, "pay.csv"), "officer_id,quarter,overtime_paid\n1042,FY2026-Q1,5.00\n");
      writeFileSync(join(folder, "ice.csv"), "ORI,SUPPORT TYPE,SIGNED\nFL0310200,TFM,2/26/2025\n");
      await claims(["compute", "roster.csv", "-q", "-o", "q1.json"], folder);
      const { code, stderr } = await claims(
        ["compute", "roster.csv", "rates.csv", "pay.csv", "ice.csv", "q1.json", "-q"],
        folder,
      );
      expect(code).toBe(3);
      for (const line of [
        "rates.csv: error: by its header it is rates, not a roster\n  give it with --rates rates.csv",
        "pay.csv: error: by its header it is payroll, not a roster\n  give it with --payroll pay.csv",
        "ice.csv: error: by its header it is agreements, not a roster\n  give it with --agreements ice.csv",
        "q1.json: error: it is a claim, not a roster",
      ])
        expect(stderr).toContain(line);
      const swapped = await claims(
        ["compute", "roster.csv", "--rates", "pay.csv", "--quarter", "FY2026-Q1", "-q"],
        folder,
      );
      expect(swapped.stderr).toContain("pay.csv: error: by its header it is payroll, not rates");
    }));
});
