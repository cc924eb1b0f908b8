import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, shell } from "../cli/run.ts";
import { claimLines, file, read } from "../ingest/read.ts";

const ROSTER =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,7,JEM,2025-09-15,60000,0\nFL0310200,8,JEM,2025-09-15,60000,0\nGA0480300,7,JEM,2025-09-15,60000,0\n";
const PAYROLL = "agency_id,officer_id,quarter,overtime_paid,overtime_hours,overtime_rate\n";
/** 3.5 hours at 10.15 are 35.525: 35.53 with half-up, 35.52 with half-even. */
const payroll = (paid: string) => `${PAYROLL}FL0310200,7,FY2026-Q1,${paid},3.5,10.15\nGA0480300,7,FY2026-Q1,1.00,,\n`;

const run = (paid: string, rejects = false) =>
  read([file("roster", ROSTER), file("payroll", payroll(paid))], { rejects });

describe("hours × rate against overtime paid", () => {
  it("agrees by the cent", () => {
    const { problems, claims } = run("35.53");
    expect(problems.hasErrors).toBe(false);
    expect(claims[0]?.totals.overtime).toBe(3553);
  });

  it("stops its agency alone, at the cell", () => {
    const { problems, ...done } = run("35.52");
    const error = problems.all.find(({ severity }) => severity === "error");
    expect(error).toMatchObject({
      code: "overtime-disagrees",
      line: 2,
      column: 4,
      agency: "FL0310200",
      message: "overtime_paid 35.52 disagrees with 3.5 hours × 10.15: 35.53",
      remedy: "correct one of them, or give only one of them",
    });
    expect(claimLines({ problems, ...done })).toEqual(["GA0480300  7 15001.00"]);
  });

  it("leaves out its officer alone with --rejects", () => {
    const done = run("35.52", true);
    expect(claimLines(done)).toEqual(["FL0310200  8 15000.00", "GA0480300  7 15001.00"]);
    expect(done.leftOut).toEqual([{ agency: "FL0310200", problems: 1, rows: 1 }]);
  });

  it("rounds as the policy does where nothing was chosen", () => {
    inFolder((folder) => {
      const policy = JSON.parse(readFileSync(new URL("../../src/policy/287g.json", import.meta.url), "utf8"));
      for (const one of policy.readings.rounding) one.value = "half-even";
      writeFileSync(join(folder, "policy.json"), JSON.stringify({ ...policy, id: "half-even" }));
      writeFileSync(join(folder, "r.csv"), ROSTER);
      const compute = (paid: string, more: string) => {
        writeFileSync(join(folder, "p.csv"), payroll(paid));
        return shell(`claims compute r.csv --quarter FY2026-Q1 --payroll p.csv -q -f csv --by agency ${more}`, folder);
      };
      expect(compute("35.52", "--policy policy.json")).toMatchObject({ code: 0, stderr: "" });
      expect(compute("35.53", "--policy policy.json").stderr).toContain(
        "overtime_paid 35.53 disagrees with 3.5 hours × 10.15: 35.52",
      );
      expect(compute("35.53", "--policy policy.json --reading rounding=half-up").code).toBe(0);
      expect(compute("35.53", "").code).toBe(0);
    });
  });
});
