import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { backing } from "../../src/engine/evidence.ts";
import { minus, moneyText, plus } from "../../src/engine/values/money.ts";
import { runs } from "../runs.ts";
import { asked } from "./arbitrary.ts";
import { type AgencyText, agency, type EvidenceText, terms } from "./build.ts";

const QUARTER = "FY2026-Q1";
/** 15,000.00 of salary, 5,000.00 of benefits, 700.00 of overtime, 1,000.00 of award; and for B2 15,000.00 and the award. */
const OFFICERS: AgencyText = {
  roster: [
    { trained_on: "2025-09-15", annual_salary: "60000.00", annual_benefits: "20000.00", overtime_paid: "700.00" },
    { officer: "B2", trained_on: "2025-09-15", annual_salary: "60000.00" },
  ],
  rates: [{ quarter: QUARTER, rate: "95", vehicle_cost: "300.00" }],
};
const row = (document: string, named: Partial<EvidenceText> = {}): EvidenceText => ({
  quarter: QUARTER,
  document,
  ...named,
});
const found = (evidence: readonly EvidenceText[], other: Partial<AgencyText> = {}) => {
  const text = { ...OFFICERS, ...other, evidence };
  return backing(claimAgency(agency(text, QUARTER), terms(QUARTER)), QUARTER);
};
const shown = (evidence: readonly EvidenceText[], other: Partial<AgencyText> = {}) => {
  const { covered, uncovered, rows = [] } = found(evidence, other) ?? {};
  return [covered ?? 0, uncovered ?? 0, ...rows.map(({ amount }) => amount)].map(moneyText);
};

describe("the dollars that a paper stands behind, of 38,000.00", () => {
  it.each([
    ["nothing without a row", [], ["0.00", "38000.00"]],
    ["an officer's figure", [row("a", { officer: "A1", figure: "salary" })], ["15000.00", "23000.00", "15000.00"]],
    ["every figure of an officer", [row("a", { officer: "B2" })], ["16000.00", "22000.00", "16000.00"]],
    ["a figure of everybody", [row("a", { figure: "award" })], ["2000.00", "36000.00", "2000.00"]],
    ["the vehicles", [row("a", { figure: "vehicles" })], ["300.00", "37700.00", "300.00"]],
    ["everything", [row("a")], ["38000.00", "0.00", "38000.00"]],
    [
      "a dollar once, however many papers",
      [row("a", { officer: "A1" }), row("b", { figure: "salary" }), row("c", { officer: "A1", figure: "salary" })],
      ["36700.00", "1300.00", "21700.00", "30000.00", "15000.00"],
    ],
    ["nobody", [row("a", { officer: "Z9" })], ["0.00", "38000.00", "0.00"]],
    ["another quarter", [row("a", { quarter: "FY2026-Q2" })], ["0.00", "38000.00"]],
  ] as const)("%s", (_, evidence, expected) => expect(shown(evidence)).toEqual(expected));

  it("other funding comes off lines with a paper first: 15,000.00 less 3,000.00", () => {
    const roster = [{ ...(OFFICERS.roster[0] as object), trained_on: "2025-09-15", other_funding: "3000.00" }];
    expect(shown([row("a", { figure: "salary" })], { roster })).toEqual(["12000.00", "7000.00", "15000.00"]);
    expect(shown([row("a", { figure: "overtime" })], { roster })).toEqual(["0.00", "19000.00", "700.00"]);
  });

  it("is not told where the run has no evidence", () => {
    const claim = claimAgency(agency(OFFICERS, QUARTER), terms(QUARTER));
    expect(backing(claim, QUARTER)).toBeUndefined();
  });
});

it("covered and uncovered are the total of any claim, and lines without a paper are no less than what is uncovered", () => {
  fc.assert(
    fc.property(asked(), ({ agency: text, quarterId, readings }) => {
      const claim = claimAgency(agency({ evidence: [], ...text }, quarterId), terms(quarterId, readings));
      const one = backing(claim, quarterId);
      if (!one) return;
      expect(plus(one.covered, one.uncovered)).toBe(claim.totals.total);
      expect(one.uncovered >= 0 && one.covered >= 0).toBe(true);
      const without = one.without.reduce((sum, { amount }) => plus(sum, amount), minus(0, 0));
      expect(without >= one.uncovered).toBe(true);
    }),
    runs(300),
  );
});
