import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { fiscalQuarter } from "../../src/engine/rules/fiscal-quarter.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { quartersNamed, quartersOfYear, type YearDocument, yearDocument, yearTotals } from "../../src/whatif/year.ts";
import { compute, type Files, read } from "../document/files.ts";
import { terms } from "../engine/build.ts";

const { year } = fiscalQuarter(2026, 1);
const IDS = quartersOfYear(year).map(({ id }) => id);

const HEADER = "agency_id,agency_name,officer_id,program_model,trained_on,annual_salary,annual_benefits,equipment_cost";
const ROWS = {
  fl1: "FL0310200,Bay,1,TFM,2025-09-15,60000,20000,5000",
  fl2: "FL0310200,Bay,2,TFM,2026-07-01,60000,0,",
  fl3: "FL0310200,Bay,3,TFM,,60000,0,",
  ga1: "GA0480300,,1,JEM,2025-09-15,48000,8000,",
};
const RATES = "agency_id,quarter,placement_rate\nFL0310200,FY2026-Q1,95%\nFL0310200,FY2026-Q2,60%\n";
const roster = (...rows: string[]): Files => ({
  "roster.csv": `${[HEADER, ...rows].join("\n")}\n`,
  "rates.csv": RATES,
});

/** The claims of quarters by their numbers, each without those before it. */
const documentsOf = (files: Files, ...numbers: number[]): ClaimDocument[] =>
  numbers.map((number) => documentOf(compute(files, `FY2026-Q${number}`)));
const yearOf = (documents: readonly ClaimDocument[], ...agencies: string[]): YearDocument =>
  yearDocument({ year, documents, agencies: new Set(agencies), terms: IDS.map((id) => terms(id)) });

describe("quartersNamed", () => {
  it.each<[string, Files, string[]]>([
    ["neither", {}, []],
    ["rates", { "rates.csv": "quarter,placement_rate\nFY2026-Q3,80%\nFY2026-Q1,80%\nFY2025-Q4,80%\n" }, ["Q1", "Q3"]],
    ["payroll", { "payroll.csv": "officer_id,quarter,overtime_paid\n1,FY2026-Q4,1\n1,FY2026-Q2,1\n" }, ["Q2", "Q4"]],
    [
      "both",
      {
        "rates.csv": "quarter,placement_rate\nFY2026-Q2,80%\nFY2026-Q1,80%\n",
        "payroll.csv": "officer_id,quarter,overtime_paid\n1,FY2026-Q2,1\n1,FY2027-Q3,1\n",
      },
      ["Q1", "Q2"],
    ],
  ])("are those of the year that are in %s, in order", (_, files, expected) => {
    const one = `${HEADER}\n${ROWS.fl1}\n`;
    const inputs = read({ "roster.csv": one, ...files }, "FY2026-Q1", new Problems());
    expect(quartersNamed(inputs, year).map(({ id }) => id)).toEqual(expected.map((id) => `FY2026-${id}`));
  });

  it("are of the agencies of the run, one of them or all", () => {
    const inputs = read(
      {
        "roster.csv": `${[HEADER, ROWS.fl1, ROWS.ga1].join("\n")}\n`,
        "rates.csv": "agency_id,quarter,placement_rate\nGA0480300,FY2026-Q4,80%\n",
        "payroll.csv": "agency_id,officer_id,quarter,overtime_paid\nFL0310200,1,FY2026-Q2,1\n",
      },
      "FY2026-Q1",
      new Problems(),
    );
    expect(quartersNamed(inputs, year).map(({ id }) => id)).toEqual(["FY2026-Q2", "FY2026-Q4"]);
  });
});

describe("yearDocument", () => {
  it("is in order of quarters and agencies, and names the quarters that it leaves out", () => {
    const both = roster(ROWS.ga1, ROWS.fl1);
    const found = yearOf(documentsOf(both, 3, 1), "FL0310200", "GA0480300");
    expect([found.schema, found.year, found.left_out]).toEqual(["claims-year/1", "FY2026", ["FY2026-Q2", "FY2026-Q4"]]);
    expect(found.quarters.map(({ quarter }) => quarter.id)).toEqual(["FY2026-Q1", "FY2026-Q3"]);
    expect(found.agencies.map(({ agency_id, agency_name, totals }) => [agency_id, agency_name, totals.total])).toEqual([
      ["FL0310200", "Bay", "51000.00"], // 2 × (15,000 + 5,000 + 5,000) + 1,000
      ["GA0480300", null, "28000.00"],
    ]);
    expect(found.totals).toMatchObject({ agencies: 2, officers: 2, total: "79000.00" });
  });

  it("is in order of agencies where they were filed in another", () => {
    const apart = [...documentsOf(roster(ROWS.ga1), 1), ...documentsOf(roster(ROWS.fl1), 2)];
    const { agencies } = yearOf(apart, "GA0480300", "FL0310200");
    expect(agencies.map(({ agency_id, totals }) => [agency_id, totals.total])).toEqual([
      ["FL0310200", "25000.00"],
      ["GA0480300", "14000.00"],
    ]);
  });

  it("counts an officer once, by agency, and those alone who were claimed or had an award in a quarter", () => {
    const { agencies, totals } = yearOf(
      documentsOf(roster(ROWS.fl1, ROWS.fl2, ROWS.fl3, ROWS.ga1), 1, 2, 4),
      "FL0310200",
      "GA0480300",
    );
    const counts = [totals, ...agencies.map((one) => one.totals)].map((one) => [
      one.officers,
      one.claimed_officers,
      one.award_officers,
    ]);
    expect(counts).toEqual([
      [4, 3, 1],
      [3, 2, 1],
      [1, 1, 0],
    ]);
    expect(totals).toEqual({
      ...{ agencies: 2, officers: 4, claimed_officers: 3, award_officers: 1 },
      ...{ salary: "96000.00", benefits: "21000.00", estimated: "117000.00", overtime: "0.00" },
      ...{ overtime_over_cap: "0.00", other_funding: "0.00", award: "1000.00", equipment: "15000.00" },
      ...{ vehicles: "0.00", total: "133000.00" },
    });
  });

  it("has the agencies of the run alone, by the name that the last claim has", () => {
    const [first, last] = [roster(ROWS.fl1, ROWS.ga1), roster(ROWS.fl1.replace("Bay", "Palmetto Bay"), ROWS.ga1)];
    const found = yearOf([...documentsOf(last, 4), ...documentsOf(first, 1, 2)], "FL0310200", "TX1010000");
    expect(found.agencies.map(({ agency_id, agency_name }) => [agency_id, agency_name])).toEqual([
      ["FL0310200", "Palmetto Bay"],
    ]);
    expect(found.quarters).toHaveLength(3);
    expect(found.totals).toMatchObject({ agencies: 1, officers: 1, total: "76000.00" });
  });

  it("holds quarters against the annual amounts where there are all four", () => {
    const held = (...numbers: number[]): string[][] =>
      yearOf(documentsOf(roster(ROWS.fl1, ROWS.fl2), ...numbers), "FL0310200").agencies.map((one) =>
        one.full_year.map(({ officer_id }) => officer_id),
      );
    expect(held(4, 2, 3, 1)).toEqual([["1"]]);
    expect(held(1, 2, 3)).toEqual([[]]);
  });

  it("of no claim is of nobody", () => {
    const found = yearOf([], "FL0310200");
    expect([found.agencies, found.left_out]).toEqual([[], IDS]);
    expect(found.totals).toMatchObject({ agencies: 0, officers: 0, claimed_officers: 0, total: "0.00" });
    expect(yearTotals([]).total).toBe("0.00");
  });
});
