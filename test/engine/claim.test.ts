import { describe, expect, it } from "vitest";
import { type AgencyClaim, claimAgency } from "../../src/engine/agency.ts";
import { noTotals, sumTotals } from "../../src/engine/rules/total.ts";
import { type AgencyText, agency, day, type RosterRow, terms } from "./build.ts";
import { figures } from "./figures.ts";

const partQuarter = ({ officers }: AgencyClaim): string[] =>
  officers.filter(({ partQuarterActuals }) => partQuarterActuals).map(({ officer }) => officer.id);

const claimOf = (one: AgencyText) => claimAgency(agency(one, "FY2026-Q1"), terms("FY2026-Q1"));

describe("pay of a quarter of which only a part was eligible", () => {
  const partly = (row: RosterRow) => partQuarter(claimOf({ roster: [row] }));
  const from = (trained_on: string) => ({ trained_on, annual_salary: "60000.00" });

  it.each<[string, RosterRow, string[]]>([
    ["salary", { ...from("2025-10-02"), salary_paid: "0.01" }, ["A1"]],
    ["benefits", { ...from("2025-10-02"), benefits_paid: "0.01" }, ["A1"]],
    ["overtime", { ...from("2025-10-02"), overtime_paid: "0.01" }, ["A1"]],
    ["overtime on the last day alone", { ...from("2025-12-31"), overtime_paid: "0.01" }, ["A1"]],
    ["other funding alone", { ...from("2025-10-02"), other_funding: "0.01" }, []],
    ["nothing paid", { ...from("2025-10-02"), overtime_paid: "0.00" }, []],
    ["nothing known", from("2025-10-02"), []],
    ["eligible every day", { ...from("2025-10-01"), overtime_paid: "0.01" }, []],
    ["eligible on no day", { ...from("2026-01-01"), overtime_paid: "0.01" }, []],
  ])("%s", (_, row, officers) => {
    expect(partly(row)).toEqual(officers);
  });

  it("is found from hours × rate too", () => {
    const payroll = [{ quarter: "FY2026-Q1", overtime_rows: [{ hours: "1", rate: "40.00" }] }];
    expect(partQuarter(claimOf({ roster: [from("2025-10-02")], payroll }))).toEqual(["A1"]);
  });
});

describe("a programme that starts within a quarter", () => {
  const inForce = { ...terms("FY2026-Q1"), programmeStart: day("2025-11-01") };
  const claim = (row: RosterRow) => {
    const [officer] = claimAgency(agency({ roster: [row] }, "FY2026-Q1"), inForce).officers;
    return officer && figures(officer);
  };
  const trained = { trained_on: "2025-09-15", annual_salary: "92000.00", equipment_cost: "100.00" };

  it("reimburses the days from its start: 61 × 250", () => {
    expect(claim(trained)).toMatchObject({ eligible_days: "61", salary: "15250.00", equipment: "100.00" });
  });

  it("reimburses its first day", () => {
    const row = { ...trained, end_date: "2025-11-01" };
    expect(claim(row)).toMatchObject({ eligible_days: "1", salary: "250.00", equipment: "100.00" });
  });

  it("reimburses nothing of an officer who left the day before, equipment neither", () => {
    const row = { ...trained, end_date: "2025-10-31", overtime_paid: "10.00" };
    expect(claim(row)).toMatchObject({ eligible_days: "0", overtime_cap_room: "0.00", total: "0.00" });
  });
});

describe("the model of an officer", () => {
  const model = (roster: RosterRow[]) => claimOf({ roster }).officers.map((claim) => claim.model);
  const trained = { trained_on: "2025-09-15" };

  it.each<[string, RosterRow[], string]>([
    ["is that of its row", [{ ...trained, model: "WSO" }], "WSO"],
    [
      "is that of the last row with an eligible day",
      [
        { ...trained, model: "JEM", end_date: "2025-12-31" },
        { ...trained, start_date: "2026-01-01" },
      ],
      "JEM",
    ],
    [
      "is that of the last row where none has one",
      [
        { trained_on: "", model: "TFM", end_date: "2025-12-31" },
        { trained_on: "", model: "WSO", start_date: "2026-01-01" },
      ],
      "WSO",
    ],
  ])("%s", (_, roster, expected) => {
    expect(model(roster)).toEqual([expected]);
  });
});

describe("an agency without officers", () => {
  it("claims nothing, and no vehicles", () => {
    const claim = claimOf({ roster: [], rates: [{ quarter: "FY2026-Q1", rate: "95", vehicle_cost: "100.00" }] });
    expect(claim.totals).toEqual(noTotals());
    expect(claim.reasons.map(({ code }) => code)).toEqual(["vehicles-no-task-force"]);
  });
});

describe("sumTotals", () => {
  it("adds every line", () => {
    const one = { ...noTotals(), officers: 2, awardOfficers: 1, salary: 100, total: Number.MAX_SAFE_INTEGER };
    expect(sumTotals([one, one])).toEqual({
      ...noTotals(),
      officers: 4,
      awardOfficers: 2,
      salary: 200,
      total: 18014398509481982n,
    });
    expect(sumTotals([])).toEqual(noTotals());
  });
});
