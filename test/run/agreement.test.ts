import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Given } from "../../src/cli/flags.ts";
import { load } from "../../src/cli/running/load.ts";
import { fiscalQuarter } from "../../src/engine/rules/fiscal-quarter.ts";
import { POLICY_287G, type Policy, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { checkAgreement } from "../../src/run/agreement.ts";
import { quarter } from "../engine/build.ts";
import { claimLines, file, read } from "../ingest/read.ts";

const ROSTER =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,7,JEM,2025-09-15,60000,0\nFL0310200,8,JEM,2025-09-15,60000,0\nGA0480300,7,JEM,2025-09-15,60000,0\n";
const PAYROLL = "agency_id,officer_id,quarter,overtime_paid,overtime_hours,overtime_rate\n";
/** 3.5 hours at 10.15 are 35.525: 35.53 with half-up, 35.52 with half-even. */
const payroll = (paid: string) => `${PAYROLL}FL0310200,7,FY2026-Q1,${paid},3.5,10.15\nGA0480300,7,FY2026-Q1,1.00,,\n`;

const run = (paid: string, rejects = false) =>
  read([file("roster", ROSTER), file("payroll", payroll(paid))], { rejects });

describe("regular hours × rate", () => {
  const HOURS = "officer_id,quarter,salary_paid,regular_hours,regular_rate\n";
  const run = (...rows: string[]) =>
    read([file("roster", ROSTER.split("\n").slice(0, 2).join("\n")), file("payroll", `${HOURS}${rows.join("\n")}\n`)]);

  it("is the salary paid, each row rounded to the cent, and the line actual", () => {
    // 100.5 × 40.87 = 4107.435 and 3.5 × 10.15 = 35.525, both up; with 1000.00 given as paid 5142.97.
    const { claims, problems } = run("7,FY2026-Q1,,100.5,40.87", "7,FY2026-Q1,,3.5,10.15", "7,FY2026-Q1,1000.00,,");
    expect(problems.hasErrors).toBe(false);
    const [officer] = claims[0]?.officers ?? [];
    expect([officer?.salary, officer?.basis]).toEqual([514297, "partial"]);
  });

  it("agrees with salary paid by the cent, or stops its agency", () => {
    expect(run("7,FY2026-Q1,4107.44,100.5,40.87").problems.hasErrors).toBe(false);
    const [error] = run("7,FY2026-Q1,4107.43,100.5,40.87").problems.all.filter(({ severity }) => severity === "error");
    expect(error).toMatchObject({
      code: "salary-disagrees",
      line: 2,
      column: 3,
      message: "salary_paid 4107.43 disagrees with 100.5 hours × 40.87: 4107.44",
    });
  });
});

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

  it("is not asked where one of the three is not there", () => {
    const paid = (header: string, row: string) => {
      const { problems, claims } = read([file("roster", ROSTER), file("payroll", `${header}\n${row}\n`)]);
      const overtime = claims.find(({ agency }) => agency.id === "FL0310200")?.totals.overtime;
      return [problems.hasErrors, overtime];
    };
    expect(paid(PAYROLL.trimEnd(), "FL0310200,7,FY2026-Q1,35.52,3.5,")).toEqual([false, 3552]);
    expect(paid(PAYROLL.trimEnd(), "FL0310200,7,FY2026-Q1,35.52,,10.15")).toEqual([false, 3552]);
    expect(paid(PAYROLL.trimEnd(), "FL0310200,7,FY2026-Q1,,3.5,10.15")).toEqual([false, 3553]);
    const hours = "agency_id,officer_id,quarter,overtime_paid,overtime_hours";
    expect(paid(hours, "FL0310200,7,FY2026-Q1,35.52,3.5")).toEqual([false, 3552]);
  });

  it("stands in any column, and is said as it was typed", () => {
    const header = "overtime_rate,agency_id,officer_id,quarter,overtime_hours,overtime_paid";
    const { problems } = read([
      file("roster", ROSTER),
      file("payroll", `${header}\n 10.150 ,FL0310200,7,FY2026-Q1, 3.50 ,35.52\n`),
    ]);
    const [error] = problems.all.filter(({ severity }) => severity === "error");
    expect(error).toMatchObject({
      line: 2,
      column: 6,
      message: "overtime_paid 35.52 disagrees with 3.50 hours × 10.150: 35.53",
    });
  });

  it("rounds each row by the terms of its quarter", () => {
    const { rounding } = POLICY_287G.readings;
    const from = { from: "2026-01-01", value: "half-even" };
    const changed = { ...rounding, default: rounding.default.flatMap((one) => [one, { ...one, ...from }]) };
    const policy = { ...POLICY_287G, readings: { ...POLICY_287G.readings, rounding: changed } } as Policy;
    const errors = (first: string, second: string) => {
      const rows = `FL0310200,7,FY2026-Q1,${first},3.5,10.15\nFL0310200,7,FY2026-Q2,${second},3.5,10.15\n`;
      const { inputs } = read([file("roster", ROSTER), file("payroll", PAYROLL + rows)], { quarter: 2 });
      const problems = new Problems();
      checkAgreement(inputs, termsFor(policy, quarter("FY2026-Q2")), problems);
      return problems.all.map(({ line }) => line);
    };
    expect(errors("35.53", "35.52")).toEqual([]);
    expect(errors("35.52", "35.53")).toEqual([2, 3]);
  });

  it("leaves out its officer alone with --rejects", () => {
    const done = run("35.52", true);
    expect(claimLines(done)).toEqual(["FL0310200  8 15000.00", "GA0480300  7 15001.00"]);
    expect(done.leftOut).toEqual([{ agency: "FL0310200", problems: 1, rows: 1 }]);
  });

  it("rounds as the policy does where nothing was chosen", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claims-agreement-"));
    const policy = JSON.parse(readFileSync(new URL("../../src/policy/287g.json", import.meta.url), "utf8"));
    for (const one of policy.readings.rounding.default) one.value = "half-even";
    writeFileSync(join(folder, "policy.json"), JSON.stringify({ ...policy, id: "half-even" }));
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    const errors = async (paid: string, given: Partial<Given>) => {
      writeFileSync(join(folder, "payroll.csv"), payroll(paid));
      const problems = new Problems();
      await load([join(folder, "roster.csv")], { quarter: fiscalQuarter(2026, 1), today: () => 0, ...given }, problems);
      return problems.all.filter(({ severity }) => severity === "error").map(({ message }) => message);
    };
    const halfEven = { policy: join(folder, "policy.json") };
    expect(await errors("35.52", halfEven)).toEqual([]);
    expect(await errors("35.53", halfEven)).toEqual(["overtime_paid 35.53 disagrees with 3.5 hours × 10.15: 35.52"]);
    expect(await errors("35.53", { ...halfEven, reading: { rounding: "half-up" } })).toEqual([]);
    expect(await errors("35.53", {})).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
