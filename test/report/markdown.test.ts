import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

const HEADER = "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";

it("has the claim's figures, and no name in it is a mark, a link or a tag", async () => {
  await inFolder(async (folder) => {
    const rows = [
      "FL0310200,Bay | Sheriff,1042,<script>alert(1)</script>,TFM,2025-09-15,85000.37,23000.11",
      'FL0310200,Bay | Sheriff,1043,"[x](http://e.example) *b* `c` @all",TFM,,64250.00,17300.00',
    ];
    writeFileSync(join(folder, "roster.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    writeFileSync(join(folder, "rates.csv"), "quarter,rate\nFY2026-Q1,92.5%\n");
    const args = ["compute", "roster.csv", "--quarter", "FY2026-Q1", "-q"];
    const { stdout, code } = await claims([...args, "-f", "markdown"], folder);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 13)).toEqual([
      "# 287(g) reimbursement claim, FY2026-Q1",
      "",
      "## FL0310200 Bay \\| Sheriff",
      "",
      "**$28,000.12** for FY2026-Q1: October 1 to December 31, 2025, 92 days, 1 of 2 officers claimed. $27,000.12 of it rests on estimates. Placement rate 92.5 %: band 90-100 %, $1,000.00 for each counted officer, indicated.",
      "",
      "| Officer | Name | Model | Days | Salary | Benefits | Overtime | Award | Total | Reasons |",
      "| --- | --- | --- | --- | --: | --: | --: | --: | --: | --- |",
      "| 1042 | \\<script\\>alert(1)\\</script\\> | TFM | 92 | 21,250.09 | 5,750.03 | 0.00 | 1,000.00 | 28,000.12 |  |",
      "| 1043 | \\[x\\](http://e.example) \\*b\\* \\`c\\` \\@all | TFM | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | not trained: no training date |",
      "| Total |  |  |  | 21,250.09 | 5,750.03 | 0.00 | 1,000.00 | 28,000.12 |  |",
      "",
      "### Before you file",
    ]);
    expect(stdout).toContain("- quarter-share=equal: days +221.92\n");
    await claims([...args, "-o", "q1.json", "-o", "q1.md"], folder);
    const reported = await claims(["report", "q1.json", "-f", "markdown"], folder);
    expect(reported.stdout).toBe(stdout);
    const { createHash } = await import("node:crypto");
    const { readFileSync } = await import("node:fs");
    const digest = createHash("sha256")
      .update(readFileSync(join(folder, "q1.json")))
      .digest("hex");
    expect(lines.at(-2)).toBe(`Policy 287g, claims 1.1.0. SHA-256 of the JSON of this claim: \`${digest}\``);
    const byAgency = await claims([...args, "-f", "markdown", "--by", "agency"], folder);
    expect(byAgency.stdout).toContain(
      "| FL0310200 | Bay \\| Sheriff | 2 | 21,250.09 | 5,750.03 | 0.00 | 1,000.00 | 28,000.12 |\n",
    );
    expect(byAgency.stdout).not.toContain("| 1042 |");
  });
});

it("has the figures of an amendment and of a year; an amendment's lines are CSV too", async () => {
  await inFolder(async (folder) => {
    const filed = "fixtures/filed/1.0.0";
    const amend = ["amend", `${filed}/q1.json`, `${filed}/corrected.csv`, "-q", "-f"] as const;
    const amended = (await claims([...amend, "markdown"], folder)).stdout;
    expect(amended).toContain("Amends q1.json: filed $163,617.80, now $166,624.32, **+$3,006.52**.");
    expect(amended).toContain("| 1043 | Benefits | 3,282.07 | 3,927.72 | +645.65 | trained\\_on ");
    const [header, first] = (await claims([...amend, "csv"], folder)).stdout.split("\n");
    expect(header).toBe("agency_id,officer_id,figure,filed,now,difference,cause");
    expect(first).toMatch(/^FL0310200,1043,salary,12001\.09,14361\.96,2360\.87,/);
    const year = ["compute", `${filed}/roster.csv`, "--year", "FY2026", "-q", "-f", "markdown"];
    expect((await claims(year, folder)).stdout).toContain(
      "| FY2026 | 4 | 3 | 121,663.89 | 32,998.53 | 25,596.65 | 1,749.91 | 750.00 | 4,250.00 | 12,500.00 | 100,000.00 | 296,259.07 |",
    );
  });
});

it("has the total of several agencies, and their sums", () =>
  inFolder(async (folder) => {
    const args = ["compute", "fixtures/multi-agency/roster.csv", "-q", "-f", "markdown"];
    const { stdout } = await claims(args, folder);
    expect(stdout.split("\n").slice(2, 10)).toEqual([
      "**$265,335.51** for 3 agencies, 7 of 8 officers claimed. $129,008.77 of it rests on estimates.",
      "",
      "| Agency | Name | Officers | Salary | Benefits | Overtime | Award | Total |",
      "| --- | --- | --: | --: | --: | --: | --: | --: |",
      "| GA0480300 | Larkspur County Sheriff | 2 | 23,139.30 | 6,479.00 | 915.00 | 0.00 | 30,533.30 |",
      "| TN0330000 | Copper Hollow Sheriff's Office | 3 | 33,020.00 | 9,245.60 | 4,081.50 | 0.00 | 61,347.09 |",
      "| TX1090000 | Juniper Flats Police Department | 3 | 44,628.80 | 12,496.07 | 1,730.25 | 1,000.00 | 173,455.12 |",
      "| Total |  | 8 | 100,788.10 | 28,220.67 | 6,726.75 | 1,000.00 | 265,335.51 |",
    ]);
  }));
