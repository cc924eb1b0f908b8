import { describe, expect, it } from "vitest";
import { file, read } from "./read.ts";

const ROSTER = file(
  "roster",
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,7,JEM,2025-09-15,600000,0\n",
);
const overtime = (payroll: string) => read([ROSTER, file("payroll", payroll)]).claims[0]?.officers[0]?.overtimePaid;

describe("payroll", () => {
  it("adds up the rows of an officer and quarter, whether or not they name the one agency", () => {
    expect(
      overtime(
        "agency_id,officer_id,quarter,overtime_paid\n,7,FY2026-Q1,100.10\nFL0310200,7,FY2026-Q1,20.02\nFL0310200,7,FY2026-Q2,5\n,7,FY2026-Q1,3\n",
      ),
    ).toBe(12_312);
  });

  it.each([
    ["an amount", "FL0310200,7,FY2026-Q1,500,1/2/2026", "FL0310200,7,FY2026-Q1,$500.00,1/2/2026", true],
    ["a quarter", "FL0310200,7,FY2026-Q1,500,", "FL0310200,7,FFY26-1,500", true],
    ["zero as Excel's accounting format writes it", "FL0310200,7,FY2026-Q1,0,8", "FL0310200,7,FY2026-Q1,$ -,8", true],
    ["a date", "FL0310200,7,FY2026-Q1,500,1/2/2026", "FL0310200,7,FY2026-Q1,500,2026-01-02", true],
    ["the agency, named once", ",7,FY2026-Q1,500,", "FL0310200,7,FY2026-Q1,500,", true],
    ["an id", "FL0310200,7,FY2026-Q1,500,", 'FL0310200,"=""7""",FY2026-Q1,500,', true],
    ["another amount", "FL0310200,7,FY2026-Q1,500,", "FL0310200,7,FY2026-Q1,500.10,", false],
    ["another pay date", "FL0310200,7,FY2026-Q1,500,1/2/2026", "FL0310200,7,FY2026-Q1,500,1/16/2026", false],
    ["another quarter", "FL0310200,7,FY2026-Q1,500,", "FL0310200,7,FY2026-Q2,500,", false],
  ])("warns of a row that says again what another says: %s", (_, one, other, alike) => {
    const payroll = `agency_id,officer_id,quarter,overtime_paid,pay_date\n${one}\n${other}\n`;
    const { problems } = read([ROSTER, file("payroll", payroll)]);
    const said = problems.all.filter(({ code }) => code === "payroll-rows-alike");
    expect(said.map(({ line }) => line)).toEqual(alike ? [3] : []);
  });

  it("of many rows of one officer ends: its time grows with the rows, not with their square", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `7,FY2026-Q1,${i}.25\n`).join("");
    expect(overtime(`officer_id,quarter,overtime_paid\n${rows}`)).toBe(499_997_500_000);
  });
});
