import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { sumTotals } from "../../src/engine/rules/total.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { agency, terms } from "./build.ts";

const QUARTER = "FY2026-Q1";

/** Agencies that share a number of equipped task force officers, each with one vehicle. */
function claimTogether(officers: number, agencies: number): { equipment: string; vehicles: string; total: string } {
  const claims = Array.from({ length: agencies }, (_, index) => {
    const own = Math.floor(officers / agencies) + (index < officers % agencies ? 1 : 0);
    const roster = Array.from({ length: own }, (_, officer) => ({
      officer: `${index}-${officer}`,
      trained_on: "2025-09-15",
      equipment_cost: "7500.00",
    }));
    const rates = [{ quarter: QUARTER, vehicle_cost: "100000.00" }];
    return claimAgency(agency({ roster, rates }, QUARTER), terms(QUARTER), "totals").totals;
  });
  const sum = sumTotals(claims);
  expect(sum.officers).toBe(officers);
  return { equipment: moneyText(sum.equipment), vehicles: moneyText(sum.vehicles), total: moneyText(sum.total) };
}

describe("published figures", () => {
  it("Florida: 974 officers and 27 agreements (published 10,005,665)", () => {
    expect(claimTogether(974, 27)).toEqual({
      equipment: "7305000.00",
      vehicles: "2700000.00",
      total: "10005000.00",
    });
  });

  it("Texas: 3,676 officers and 10 agreements (published 28,570,240)", () => {
    expect(claimTogether(3676, 10)).toEqual({
      equipment: "27570000.00",
      vehicles: "1000000.00",
      total: "28570000.00",
    });
  });

  it("one agency: 16 officers and one vehicle allowance (published 220,000)", () => {
    expect(claimTogether(16, 1)).toEqual({ equipment: "120000.00", vehicles: "100000.00", total: "220000.00" });
  });

  it("25 % of 68,809 is 17,202.25 of overtime a year", () => {
    const roster = [{ trained_on: "2025-09-15", annual_salary: "68809.00", overtime_paid: "17202.26" }];
    const { totals } = claimAgency(agency({ roster }, QUARTER), terms(QUARTER));
    expect([totals.overtime, totals.overCap].map(moneyText)).toEqual(["17202.25", "0.01"]);
  });
});
