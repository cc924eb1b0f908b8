import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeRosters } from "./rosters.ts";
import { claims, inFolder } from "./run.ts";

const QUARTER = ["--quarter", "FY2026-Q1", "-f", "json"];

describe("rosters of a folder", () => {
  it("are the same as named one by one, in any order, and as a pattern", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      const named = ["in/A0000001.csv", "in/A0000002.csv", "in/A0000003.csv"];
      const whole = await claims(["compute", "in", ...QUARTER], folder);
      expect(whole.code).toBe(0);
      expect(JSON.parse(whole.stdout).totals).toMatchObject({ agencies: 3, officers: 6, total: "108000.00" });
      for (const args of [
        named,
        [...named].reverse(),
        ["in/*.csv"],
        ["./in/"],
        ["in/*2.csv", "in/*1.csv", "in/*3.csv"],
      ])
        expect(await claims(["compute", ...args, ...QUARTER], folder)).toEqual(whole);
    });
  });

  it("are not rates, payroll, index or what claims wrote", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      for (const name of ["rates.csv", "PAYROLL.csv", "index.csv"]) writeFileSync(join(folder, "in", name), "x\n");
      for (const by of ["officer", "agency"])
        await claims(
          ["compute", "in/A0000001.csv", "--no-rates", "--no-payroll", "-o", `in/${by}.csv`, "--by", by],
          folder,
        );
      await claims(["readings", "in/A0000001.csv", "--no-rates", "--no-payroll", "-o", "in/worth.csv"], folder);
      const { stdout, stderr, code } = await claims(
        ["compute", "in", "--quarter", "FY2026-Q1", "-f", "ndjson"],
        folder,
      );
      const totals = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).totals.total);
      expect([code, totals]).toEqual([0, ["36000.00", "36000.00"]]);
      expect(stderr).toContain("passed over in/agency.csv, in/officer.csv, in/worth.csv: written by claims");
      expect(stderr).toContain("in/rates.csv is not read");
      expect(stderr).toContain("--payroll in/PAYROLL.csv takes it, --no-payroll leaves it");
    });
  });

  it("are read once where one is given twice, whatever it is called", async () => {
    await inFolder(async (folder) => {
      symlinkSync("roster.csv", join(folder, "fixtures/same.csv"));
      const once = await claims(["compute", "fixtures/roster.csv", "-f", "json"], folder);
      const twice = await claims(["compute", "fixtures/roster.csv", "./fixtures/roster.csv", "-f", "json"], folder);
      expect(twice.stdout).toBe(once.stdout);
      expect(twice.stderr).toContain("was given more than once, and read once");
      const linked = await claims(["compute", "fixtures/same.csv", "fixtures/roster.csv", "-f", "json"], folder);
      expect(linked.stdout).toBe(once.stdout);
    });
  });

  it("that is empty, or a pattern that nothing matches, is an error with its name", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "empty"));
      mkdirSync(join(folder, "rates-only"));
      copyFileSync(join(folder, "fixtures/rates.csv"), join(folder, "rates-only/rates.csv"));
      for (const path of ["empty", "no-*.csv", "rates-only", "gone.csv"]) {
        const { stdout, stderr, code } = await claims(["compute", path], folder);
        expect([path, code, stdout]).toEqual([path, 1, ""]);
        expect(stderr).toContain(`cannot read ${path}: `);
      }
    });
  });

  it("reports an agency that is in two of them", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      copyFileSync(join(folder, "in/A0000001.csv"), join(folder, "in/copy.csv"));
      const { stdout, stderr, code } = await claims(["compute", "in", ...QUARTER.slice(0, 2), "-f", "ndjson"], folder);
      expect(code).toBe(3);
      expect(JSON.parse(stdout).claims[0].agency_id).toBe("FL0000002");
      expect(stderr).toContain("agency FL0000001 is in two rosters: A0000001.csv, line 2, and here");
    });
  });
});
