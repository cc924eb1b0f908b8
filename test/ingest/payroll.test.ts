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

  it("of many rows of one officer grows with the rows", () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `7,FY2026-Q1,${i}.25\n`).join("");
    const began = performance.now();
    expect(overtime(`officer_id,quarter,overtime_paid\n${rows}`)).toBe(44_999_250_000);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
