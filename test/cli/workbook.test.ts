import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { programShell } from "./program.ts";
import { claims, inFolder } from "./run.ts";

const ROSTER = "fixtures/roster.csv";

/** Every cell of a workbook, as text, by its sheet. */
async function cellsOf(path: string): Promise<ReadonlyMap<string, string>> {
  const { sheets } = await readXlsx(readFileSync(path));
  return new Map(sheets.map(({ name, rows }) => [name, JSON.stringify(rows)]));
}

describe("claims compute -o claim.xlsx", () => {
  it("writes the claim, with the hash of its JSON", () =>
    inFolder(async (folder) => {
      const { code, stderr } = await claims(["compute", ROSTER, "-o", "q1.json", "-o", "q1.xlsx"], folder);
      expect([code, stderr.match(/wrote .*/g)]).toEqual([0, ["wrote q1.json", "wrote q1.xlsx"]]);
      const cells = await cellsOf(join(folder, "q1.xlsx"));
      const sha256 = createHash("sha256")
        .update(readFileSync(join(folder, "q1.json")))
        .digest("hex");
      expect(cells.get("Claim")).toContain(sha256);
      expect(cells.get("Claim")).toContain("407993.55");
      expect(cells.get("Claim")).toContain("of salary and benefits rests on annual figures alone (20 officers)");
      expect(cells.get("Officers")).toContain("Okafor, Daniel");
      expect(cells.get("Rates and readings")).toContain('"last-day",410993.55,3000');
      expect(cells.get("Inputs")).toContain("roster: roster.csv, 26 rows, SHA-256 of the file: ");
    }));

  it("gives the same bytes to a pipe, by the program as it is installed", () =>
    inFolder(async (folder) => {
      await claims(["compute", ROSTER, "-q", "-o", "q1.xlsx"], folder);
      const { code } = programShell(`claims compute ${ROSTER} -q -f xlsx >piped.xlsx`, folder);
      expect(code).toBe(0);
      const [one, piped] = ["q1.xlsx", "piped.xlsx"].map((name) => readFileSync(join(folder, name)));
      expect(piped?.equals(one as Buffer)).toBe(true);
    }));

  it("has on the form what the profile says of the agency and of whom it bills", () =>
    inFolder(async (folder) => {
      const agency = { id: "FL0310200", uei: "ABCDEF123456", official: { name: "R. Alvarez", title: "Sheriff" } };
      const profile = { agency, bill_to: { agency: "U.S. Immigration and Customs Enforcement" } };
      writeFileSync(join(folder, "fixtures/claims.json"), JSON.stringify(profile));
      await claims(["compute", ROSTER, "-q", "--invoice", "2026-007", "-o", "q1.xlsx"], folder);
      const form = (await cellsOf(join(folder, "q1.xlsx"))).get("Claim") ?? "";
      expect(form).toContain('["Request number","2026-007",null,"Date of the request",null]');
      expect(form).toContain('["Billed to","U.S. Immigration and Customs Enforcement",null,"Agreement",null]');
      expect(form).toContain('["Agency, ORI","FL0310200",null,"UEI","ABCDEF123456"]');
      expect(form).toContain('["Certified by, for the agency","R. Alvarez","Sheriff",null,null]');
    }));

  it("shows no name where they are redacted", () =>
    inFolder(async (folder) => {
      await claims(["compute", ROSTER, "-q", "--redact", "-o", "q1.xlsx"], folder);
      const cells = await cellsOf(join(folder, "q1.xlsx"));
      expect([...cells.values()].join("")).not.toMatch(/Okafor/);
    }));

  it("says on the form what was left out", () =>
    inFolder(async (folder) => {
      const broken = readFileSync(join(folder, ROSTER), "utf8").replace("85000.37", "many");
      writeFileSync(join(folder, ROSTER), broken);
      const args = ["compute", ROSTER, "--rejects", "rejects.csv", "-q", "-o", "q1.xlsx"];
      expect((await claims(args, folder)).code).toBe(3);
      expect((await cellsOf(join(folder, "q1.xlsx"))).get("Claim")).toMatch(
        /Incomplete: 1 row left out for errors, some of FL0310200\..*Total, incomplete/,
      );
    }));

  it("writes one an agency into a folder", () =>
    inFolder(async (folder) => {
      const args = ["compute", "fixtures/multi-agency/roster.csv", "-q", "-f", "xlsx", "--out-dir", "out"];
      expect((await claims(args, folder)).code).toBe(0);
      const files = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".xlsx"));
      expect(files).toEqual(["GA0480300_FY2026-Q1.xlsx", "TN0330000_FY2026-Q1.xlsx", "TX1090000_FY2026-Q1.xlsx"]);
      expect((await cellsOf(join(folder, "out", files[2] ?? ""))).get("Claim")).toContain("173455.12");
    }));

  it("writes a year with the sheets of its quarters", () =>
    inFolder(async (folder) => {
      const args = ["compute", "fixtures/second-quarter/roster.csv", "--year", "FY2026", "-q"];
      await claims([...args, "-o", "year.xlsx"], folder);
      await claims([...args, "--by", "agency", "-o", "agencies.xlsx"], folder);
      const cells = await cellsOf(join(folder, "year.xlsx"));
      expect([...cells.keys()].filter((name) => /^(Year|Claim|Officers)/.test(name))).toEqual([
        "Year",
        "Claim Q1",
        "Officers Q1",
        "Claim Q2",
        "Officers Q2",
      ]);
      expect(cells.get("Year")).toContain("854400.02");
      const byAgency = await cellsOf(join(folder, "agencies.xlsx"));
      expect([...byAgency.keys()].some((name) => name.startsWith("Officers"))).toBe(false);
      expect(byAgency.get("Year")).toContain("854400.02");
    }));
});

it("claims amend -o amended.xlsx writes each difference with its cause", () =>
  inFolder(async (folder) => {
    await claims(["compute", ROSTER, "-q", "-o", "fixtures/q1.json"], folder);
    const changed = readFileSync(join(folder, ROSTER), "utf8").replace("85000.37", "87000.37");
    writeFileSync(join(folder, ROSTER), changed);
    const args = ["amend", "fixtures/q1.json", ROSTER, "-q", "-o", "amended.xlsx", "-o", "amended.json"];
    expect((await claims(args, folder)).code).toBe(0);
    const cells = await cellsOf(join(folder, "amended.xlsx"));
    expect(cells.get("Amendment")).toMatch(/"1042","Salary",21250.09,21750.09,500,"annual_salary /);
    expect(cells.get("Claim")).toContain('"Difference, asked for or given back",500');
  }));
