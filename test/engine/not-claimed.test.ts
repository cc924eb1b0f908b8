import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { type NotClaimed, notClaimedOf } from "../../src/engine/not-claimed.ts";
import { actualsOf, salaryPaid } from "../../src/engine/rules/actuals.ts";
import { type Money, minus, moneyText, plus } from "../../src/engine/values/money.ts";
import { runs } from "../runs.ts";
import { asked } from "./arbitrary.ts";
import { type AgencyText, agency, type RosterRow, terms } from "./build.ts";

const QUARTER = "FY2026-Q1";
const rows = (roster: Partial<RosterRow>, other: Partial<AgencyText> = {}, readings = {}) => {
  const text = { roster: [{ trained_on: "2025-09-15", annual_salary: "80000.00", ...roster }], ...other };
  const at = terms(QUARTER, readings);
  return notClaimedOf(claimAgency(agency(text, QUARTER), at), at).map(shown);
};
const shown = ({ figure, amount, reason }: NotClaimed) => `${figure} ${moneyText(amount)} ${reason.code}`;

describe("what is paid and not claimed, by hand: 80,000 a year is 20,000 a quarter", () => {
  it.each([
    ["nothing, where payroll paid the share", { salary_paid: "20000.00" }, []],
    ["pay above the share", { salary_paid: "20000.01" }, ["salary 0.01 above-share"]],
    ["half of the time on other duty", { time_share: "0.5", salary_paid: "20000.00" }, ["salary 10000.00 other-time"]],
    [
      "other duty, and above the share",
      { time_share: "0.5", salary_paid: "20500.00" },
      ["salary 10000.00 other-time", "salary 500.00 above-share"],
    ],
    [
      "46 of 92 days: what was paid for the others is above their share",
      { trained_on: "2025-11-16", salary_paid: "20000.00" },
      ["salary 10000.00 above-share"],
    ],
    [
      "no eligible day",
      { trained_on: "", salary_paid: "20000.00", overtime_paid: "7.00" },
      ["salary 20000.00 not-trained", "overtime 7.00 overtime-no-eligible-day"],
    ],
    ["overtime over the cap", { overtime_paid: "20000.01" }, ["overtime 0.01 overtime-over-cap"]],
    ["other funding", { other_funding: "3000.00" }, ["other_funding 3000.00 other-funding"]],
    ["receipts over the allowance", { equipment_cost: "8000.00" }, ["equipment 500.00 equipment-over-allowance"]],
  ])("%s", (_, roster, expected) => expect(rows(roster)).toEqual(expected));

  it("salary of another model, under salary-models=task-force", () => {
    expect(rows({ model: "JEM", salary_paid: "20000.00" }, {}, { "salary-models": "task-force" })).toEqual([
      "salary 20000.00 salary-not-task-force",
    ]);
  });

  it("vehicles over the allowance", () => {
    const rates = [{ quarter: QUARTER, rate: "50", vehicle_cost: "100000.07" }];
    expect(rows({}, { rates })).toEqual(["vehicles 0.07 vehicles-over-allowance"]);
  });
});

describe("of any claim", () => {
  it("claimed and not claimed are what was paid, or estimated, officer by officer", () => {
    fc.assert(
      fc.property(asked(), ({ agency: text, quarterId, readings }) => {
        const at = terms(quarterId, readings);
        const claim = claimAgency(agency(text, quarterId), at);
        const left = notClaimedOf(claim, at);
        for (const officer of claim.officers) {
          const actuals = actualsOf(officer.officer, quarterId);
          const paid = [
            salaryPaid(actuals, at) ?? officer.salary,
            actuals?.benefitsPaid ?? officer.benefits,
            officer.overtimePaid,
          ].reduce(plus);
          const claimed = minus(
            [officer.salary, officer.benefits, officer.overtime].reduce(plus),
            officer.otherFunding,
          );
          const own = left.filter((one) => one.officer === officer && one.figure !== "equipment");
          expect(own.every(({ amount, reason }) => amount > 0 && reason.message !== "not claimed")).toBe(true);
          expect(moneyText(own.reduce((sum: Money, { amount }) => plus(sum, amount), claimed))).toBe(moneyText(paid));
        }
        const keys = left.map(({ officer, figure, reason }) => `${officer?.officer.id} ${figure} ${reason.code}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs(400),
    );
  });
});
