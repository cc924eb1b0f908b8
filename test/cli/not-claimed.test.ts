import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const ROSTER = `agency_id,officer_id,officer_name,program_model,trained_on,time_share,annual_salary,annual_benefits
FL0310200,1,"=Ruiz, Ana",TFM,2025-09-15,50%,80000,0
FL0310200,2,Lee,JEM,,,80000,0
`;
const PAYROLL = `officer_id,quarter,salary_paid,overtime_paid,other_funding
1,FY2026-Q1,20000.00,25000.00,1000.00
2,FY2026-Q1,20000.00,70.00,
`;
const ARGS = ["compute", "roster.csv", "--quarter", "FY2026-Q1"] as const;

const inCounty = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder((folder) => {
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    writeFileSync(join(folder, "payroll.csv"), PAYROLL);
    return work(folder);
  });

it("a claim document has no fewer bytes an officer than is reckoned with before it is made", () =>
  inFolder(async (folder) => {
    const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
    const bytesOf = async (officers: number): Promise<number> => {
      const rows = Array.from({ length: officers }, (_, index) => `F,${index},JEM,2025-09-15,1,0`);
      writeFileSync(join(folder, "roster.csv"), `${[header, ...rows].join("\n")}\n`);
      return (await claims([...ARGS, "-f", "json", "-q"], folder)).stdout.length;
    };
    expect((await bytesOf(9)) - (await bytesOf(8))).toBeGreaterThanOrEqual(1150);
  }));

describe("what was paid and is not claimed", () => {
  it("stands in the claim with the code of its reason, and in CSV alone", () =>
    inCounty(async (folder) => {
      const { stdout } = await claims([...ARGS, "-f", "csv", "--not-claimed", "-q"], folder);
      expect(stdout).toBe(
        [
          "agency_id,agency_name,quarter,officer_id,officer_name,figure,amount,reason,message",
          `FL0310200,,FY2026-Q1,1,"'=Ruiz, Ana",salary,10000.00,other-time,for time on other duty`,
          `FL0310200,,FY2026-Q1,1,"'=Ruiz, Ana",overtime,5000.00,overtime-over-cap,"$5,000.00 of overtime is over the cap"`,
          `FL0310200,,FY2026-Q1,1,"'=Ruiz, Ana",other_funding,1000.00,other-funding,paid by other funding`,
          "FL0310200,,FY2026-Q1,2,Lee,salary,20000.00,not-trained,not trained: no training date",
          "FL0310200,,FY2026-Q1,2,Lee,overtime,70.00,overtime-no-eligible-day,$70.00 of overtime is not claimed: no eligible day in the quarter",
          "",
        ].join("\n"),
      );
      await claims([...ARGS, "-o", "q1.json", "-q"], folder);
      const document = JSON.parse(readFileSync(join(folder, "q1.json"), "utf8"));
      expect(document.claims[0].not_claimed[0]).toEqual({
        officer_id: "1",
        figure: "salary",
        amount: "10000.00",
        reason: "other-time",
      });
      // 45,070.00 + 20,000.00 were paid: 29,000.00 claimed, 36,070.00 not.
      expect(document.totals.total).toBe("29000.00");
      expect((await claims(["report", "q1.json", "-f", "csv", "--not-claimed", "-q"], folder)).stdout).toBe(stdout);
      expect((await claims(["verify", "q1.json"], folder)).code).toBe(0);
      const { code, stderr } = await claims([...ARGS, "--not-claimed", "-o", "x.json"], folder);
      expect([code, stderr]).toEqual([
        2,
        "claims: error: --not-claimed is for csv\n  give -f csv, or -o with the ending .csv\n",
      ]);
    }));

  it("is compared by verify, and missing where it was taken out, but not in a claim of 1.0.0", () =>
    inCounty(async (folder) => {
      await claims([...ARGS, "-o", "q1.json", "-q"], folder);
      const text = readFileSync(join(folder, "q1.json"), "utf8");
      writeFileSync(join(folder, "altered.json"), text.replace('"amount": "5000.00"', '"amount": "6000.00"'));
      const { stdout } = await claims(["verify", "altered.json", "-f", "json"], folder);
      expect(JSON.parse(stdout).differences).toEqual([
        { path: "claims[0].not_claimed[1].amount", filed: "6000.00", recomputed: "5000.00" },
      ]);
      const { claims: found, ...rest } = JSON.parse(text);
      const [{ not_claimed: _, ...less }] = found;
      writeFileSync(join(folder, "less.json"), JSON.stringify({ ...rest, claims: [less] }));
      const missing = await claims(["verify", "less.json", "-f", "json"], folder);
      expect([missing.code, JSON.parse(missing.stdout).differences[0]]).toMatchObject([
        4,
        { path: "claims[0].not_claimed", filed: null },
      ]);
      expect((await claims(["verify", "fixtures/filed/1.0.0/q1.json"], folder)).code).toBe(0);
    }));
});
