import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const ROSTER =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,1,TFM,2025-09-15,60000,18000\n";

/** The quarter of a claim that nothing names, and what is said, when the day is another than today. */
function on(day: string) {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "r.csv"), ROSTER);
    const { stdout, stderr, code } = await claims(["compute", "r.csv", "-f", "json"], folder, "", day);
    return { code, quarter: stdout && JSON.parse(stdout).quarter.id, stderr };
  });
}

describe("where nothing names the quarter, it is the one that ended last", () => {
  it.each([
    ["2026-12-30", "FY2026-Q4"],
    ["2026-12-31", "FY2027-Q1"],
    ["2027-02-01", "FY2027-Q1"],
    ["2027-03-31", "FY2027-Q2"],
  ])("on %s %s", async (day, quarter) => {
    const ended = await on(day);
    expect([ended.code, ended.quarter]).toEqual([0, quarter]);
    expect(ended.stderr).toContain(`quarter ${quarter}: the quarter that ended last`);
  });

  it("and before the programme's first quarter has ended there is none", async () => {
    const { code, stderr } = await on("2025-12-30");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no quarter of the programme has ended yet")]);
  });
});
