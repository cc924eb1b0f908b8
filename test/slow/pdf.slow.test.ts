import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

const FILED = "fixtures/filed/1.0.0";
const HEADER = "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";

const said = (tool: string, ...args: readonly string[]): string => execFileSync(tool, args, { encoding: "utf8" });
const textOf = (path: string): string => said("pdftotext", "-layout", path, "-");
const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ",");

interface Officer {
  readonly officer_id: string;
  readonly salary: string;
  readonly benefits: string;
  readonly overtime: string;
  readonly total: string;
}

describe.each([
  ["one agency", ["compute", "fixtures/roster.csv"], 4],
  ["several agencies", ["compute", "fixtures/multi-agency/roster.csv"], 8],
  ["a quarter after another", ["compute", "fixtures/second-quarter/roster.csv"], 3],
  ["an amendment", ["amend", `${FILED}/q1.json`, `${FILED}/corrected.csv`], 3],
  ["a year", ["compute", `${FILED}/roster.csv`, "--year", "FY2026"], 6],
] as const)("the form of %s", (_, args, pages) => {
  it("is whole, tagged and the same each time, and has the figures of the claim", () =>
    inFolder(async (folder) => {
      const path = join(folder, "claim.pdf");
      for (const name of ["claim.pdf", "again.pdf", "claim.json"]) await claims([...args, "-q", "-o", name], folder);
      expect(readFileSync(path).equals(readFileSync(join(folder, "again.pdf")))).toBe(true);
      expect(said("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
      const info = said("pdfinfo", path);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Form: +AcroForm/);
      expect(Number(/Pages: +(\d+)/.exec(info)?.[1])).toBeGreaterThanOrEqual(pages);
      const text = textOf(path);
      const found = JSON.parse(readFileSync(join(folder, "claim.json"), "utf8"));
      const documents = found.quarters ?? [found.claim ?? found];
      for (const { claims: agencies } of documents)
        for (const { officers, totals } of agencies) {
          expect(text).toMatch(new RegExp(`Total +${grouped(totals.total).replaceAll(".", "\\.")}`));
          for (const one of officers as Officer[]) {
            const line = text
              .split("\n")
              .find((row) => new RegExp(`^ *${one.officer_id} .*${grouped(one.total)}`).test(row));
            expect([one.officer_id, line !== undefined]).toEqual([one.officer_id, true]);
            for (const figure of ["salary", "benefits", "overtime"] as const)
              expect(line).toContain(grouped(one[figure]));
          }
        }
      const count = Number(/Pages: +(\d+)/.exec(info)?.[1]);
      for (let page = 1; page <= count; page++) expect(text).toContain(`page ${page} of ${count}`);
    }));
});

it("has headings, tables and their headers in the tree of a reader of screens", () =>
  inFolder(async (folder) => {
    await claims(["compute", "fixtures/roster.csv", "-q", "-o", "claim.pdf"], folder);
    const tree = said("pdfinfo", "-struct-text", join(folder, "claim.pdf"));
    expect(tree.match(/^ +Table/gm)?.length).toBeGreaterThanOrEqual(4);
    expect(tree).toMatch(/H1[\s\S]*?"287\(g\) reimbursement claim"/);
    expect(tree).toMatch(/TH[\s\S]*?"Salary"[\s\S]*?TD[\s\S]*?"21,250\.09"/);
    expect(said("pdfinfo", "-struct", join(folder, "claim.pdf"))).toContain("/Scope /Column");
  }));

it("keeps names as they are as far as its typeface goes, and says what it lacks", () =>
  inFolder(async (folder) => {
    const names = ["<script>alert(1)</script>", "=1+1", "Nguyễn Thị Ánh", "Dvořák Łukasz", "王小明", "x".repeat(200)];
    const rows = names.map((name, index) => `FL0310200,Bay,${index + 1},${name},TFM,2025-09-15,80000,20000`);
    writeFileSync(join(folder, "roster.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    await claims(["compute", "roster.csv", "--quarter", "FY2026-Q1", "-q", "-o", "claim.pdf"], folder);
    const text = textOf(join(folder, "claim.pdf"));
    for (const name of names.slice(0, 4)) expect(text.normalize("NFC")).toContain(name);
    expect(text).toContain("\ufffd\ufffd\ufffd");
    expect(text).toContain("\ufffd stands for 3 characters that the typeface of this form does not have");
    // A name is never cut: it goes on below.
    expect(text).not.toContain("…");
    expect(text.match(/x{10,}/g)?.join("")).toBe("x".repeat(200));
  }));

it("has what the profile says, and fields for the rest", () =>
  inFolder(async (folder) => {
    const profile = {
      agency: { uei: "ABC123DEF456", official: { name: "J. Poe", title: "Sheriff" }, agreement_number: "287g-FL-7" },
      bill_to: { agency: "ICE", office: "Miami Field Office" },
    };
    writeFileSync(join(folder, "claims.json"), JSON.stringify(profile));
    await claims(["compute", "fixtures/roster.csv", "--profile", "claims.json", "-q", "-o", "claim.pdf"], folder);
    const text = textOf(join(folder, "claim.pdf"));
    for (const value of ["ABC123DEF456", "287g-FL-7", "Miami Field Office", "FL0310200-FY2026-Q1"])
      expect(text).toContain(value);
    const fields = said("qpdf", "--json", "--json-key=acroform", join(folder, "claim.pdf"));
    const { acroform } = JSON.parse(fields) as { acroform: { fields: { alternativename: string; value: string }[] } };
    const named = new Map(acroform.fields.map(({ alternativename, value }) => [alternativename, value]));
    expect(named.get("Certified by, for the agency: Name")).toBe("u:J. Poe");
    expect([named.has("EIN"), named.has("UEI"), named.has("Prepared by: Signature")]).toEqual([true, false, true]);
  }));

it("heads nothing at the foot of a page that stands on the next", () =>
  inFolder(async (folder) => {
    for (let officers = 12; officers < 26; officers++) {
      const rows = Array.from(
        { length: officers },
        (_, i) => `FL0310200,Bay,${i + 1},A ${i},TFM,2025-11-15,80000,20000`,
      );
      writeFileSync(join(folder, "roster.csv"), [HEADER, ...rows].join("\n"));
      await claims(["compute", "roster.csv", "--quarter", "FY2026-Q1", "-q", "-o", "claim.pdf", "--force"], folder);
      for (const page of textOf(join(folder, "claim.pdf")).split("\f")) {
        const lines = page
          .split("\n")
          .filter((line) => line.trim() !== "" && !/SHA-256 of the JSON|page \d/.test(line));
        expect(lines.at(-1) ?? "").not.toMatch(
          /^ *(Inputs|Readings used|Before you file|Paid and not claimed|File +As)/,
        );
      }
    }
  }));
