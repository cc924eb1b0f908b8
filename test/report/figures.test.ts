import { describe, expect, it } from "vitest";
import { FIGURES } from "../../src/engine/values/ids.ts";
import { CSV_HEADERS } from "../../src/report/claim/csv.ts";
import {
  AGENCY_COLUMNS,
  FORECAST_COLUMNS,
  figureExplained,
  figureLayout,
  figureName,
  figuresShown,
  OFFICER_COLUMNS,
  SUMS,
  YEAR_COLUMNS,
} from "../../src/report/figures.ts";
import { INDEX_FIELDS } from "../../src/report/index-csv.ts";

describe("figures have the same order and title wherever they are read", () => {
  it.each([
    [
      "officers",
      figureLayout(OFFICER_COLUMNS, OFFICER_COLUMNS.figures),
      "Salary, Benefits, Overtime, Over cap, Other funds, Equipment, Award, Total",
    ],
    [
      "agencies",
      figureLayout(AGENCY_COLUMNS, AGENCY_COLUMNS.figures),
      "Officers, Salary, Benefits, Overtime, Award, Total",
    ],
    [
      "a year",
      figureLayout(YEAR_COLUMNS, YEAR_COLUMNS.figures),
      "Claimed, Awarded, Salary, Benefits, Overtime, Over cap, Other funds, Award, Equipment, Vehicles, Total",
    ],
    [
      "a forecast",
      figureLayout(FORECAST_COLUMNS, FORECAST_COLUMNS.figures, "long"),
      "Salary, Benefits, Overtime, Other funding, Award, Total",
    ],
  ])("%s", (_, columns, titles) => {
    expect(columns.map(({ title }) => title).join(", ")).toBe(titles);
  });

  it("those that are rare only where they are not zero", () => {
    expect(figuresShown(OFFICER_COLUMNS, () => true)).toEqual(["salary", "benefits", "overtime", "award", "total"]);
    expect(figuresShown(YEAR_COLUMNS, (figure) => figure !== "vehicles")).toContain("vehicles");
    expect(figuresShown(YEAR_COLUMNS, () => true)).toContain("overtime_over_cap");
  });

  it("narrow pages of a year go without counts first, without other funding last", () => {
    const goes = figureLayout(YEAR_COLUMNS, YEAR_COLUMNS.figures).filter((column) => column.goes !== undefined);
    const inOrder = goes.sort((a, b) => (a.goes ?? 0) - (b.goes ?? 0)).map(({ title }) => title);
    expect(inOrder).toEqual(["Claimed", "Awarded", "Over cap", "Equipment", "Vehicles", "Other funds"]);
  });

  it("sums, one below the other", () => {
    expect(SUMS.map(figureName).join(", ")).toBe(
      "Salary, Benefits, Overtime, Other funding, Award, Equipment, Vehicles, Total",
    );
  });

  it("what explain says of each", () => {
    expect(FIGURES.map(figureExplained)).toEqual([
      "Eligible days",
      "Salary",
      "Benefits",
      "Resting on estimates",
      "Room under the overtime cap",
      "Overtime",
      "Overtime over the cap, not claimed",
      "Other funding, taken off",
      "Award",
      "Equipment",
      "Total",
    ]);
  });
});

describe("the headers of CSV, which programs rely on", () => {
  it.each([
    [
      "officers",
      CSV_HEADERS.officer,
      "agency_id,agency_name,quarter,officer_id,officer_name,program_model,eligible_days,basis,salary,benefits,overtime_paid,overtime_cap_room,overtime,overtime_over_cap,other_funding,award,equipment,total,reasons",
    ],
    [
      "agencies",
      CSV_HEADERS.agency,
      "agency_id,agency_name,quarter,officers,claimed_officers,award_officers,salary,benefits,estimated,overtime,overtime_over_cap,other_funding,award,equipment,vehicles,total",
    ],
    [
      "index.csv",
      INDEX_FIELDS,
      "agency_id,agency_name,file,sha256,status,officers,salary,benefits,overtime,other_funding,award,equipment,vehicles,total,problems",
    ],
  ])("%s", (_, fields, header) => {
    expect(fields.join(",")).toBe(header);
  });
});
