import { describe, expect, it } from "vitest";
import type { AgencyDocument } from "../../src/document/schema.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { documentOf } from "../../src/run/document.ts";
import { type FullYearOfficer, fullYear } from "../../src/whatif/full-year.ts";
import { compute, filesOf } from "../document/files.ts";
import { type AgencyText, type RosterRow, terms } from "../engine/build.ts";

const QUARTERS = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"];
const TRAINED = { trained_on: "2025-09-15" };
const PAY = { ...TRAINED, annual_salary: "85000.37", annual_benefits: "23000.11" };

/** The claims of the four quarters, each of its own roster where there are several. */
const claimsOf = (texts: readonly AgencyText[], readings: Partial<Readings> = {}): AgencyDocument[] =>
  QUARTERS.map((id, index) => {
    const { claims } = documentOf(compute(filesOf(texts[index] ?? (texts[0] as AgencyText)), id, readings));
    return claims[0] as AgencyDocument;
  });
const held = (texts: readonly AgencyText[], readings: Partial<Readings> = {}): FullYearOfficer[] =>
  fullYear(
    claimsOf(texts, readings),
    QUARTERS.map((id) => terms(id, readings)),
  );
const ids = (found: readonly FullYearOfficer[]): string[] => found.map(({ officer_id }) => officer_id);

describe("fullYear", () => {
  it("holds four claimed quarters against the annual amounts", () => {
    // 21,250.09 and 5,750.03 a quarter.
    expect(held([{ roster: [PAY] }])).toEqual([
      {
        officer_id: "A1",
        ...{ annual_salary: "85000.37", salary: "85000.36", salary_difference: "-0.01" },
        ...{ annual_benefits: "23000.11", benefits: "23000.12", benefits_difference: "0.01" },
      },
    ]);
  });

  it("takes of the annual amounts what the time share leaves, rounded as the claims are", () => {
    const roster = [{ ...TRAINED, annual_salary: "60000.01", annual_benefits: "10000.03", time_share: "0.50" }];
    const of = (readings: Partial<Readings>) =>
      held([{ roster }], readings).map((one) => [one.annual_salary, one.annual_benefits]);
    expect(of({})).toEqual([["30000.01", "5000.02"]]);
    expect(of({ rounding: "half-even" })).toEqual([["30000.00", "5000.02"]]);
  });

  it("has what payroll paid where that is less", () => {
    const payroll = [{ quarter: "FY2026-Q3", salary_paid: "20000.00", benefits_paid: "5000.00" }];
    expect(held([{ roster: [PAY], payroll }])).toMatchObject([
      { salary: "83750.27", salary_difference: "-1250.10", benefits: "22250.09", benefits_difference: "-750.02" },
    ]);
  });

  it("has the officers in the order of the last claim", () => {
    const rows = ["C", "A", "B"].map((officer) => ({ ...PAY, officer }));
    const before = { roster: [...rows].reverse() };
    expect(ids(held([before, before, before, { roster: rows }]))).toEqual(["C", "A", "B"]);
  });

  const other = { ...PAY, officer: "B2" };
  it.each<[string, RosterRow[]]>([
    ["was trained on the second day", [{ ...PAY, trained_on: "2025-10-02" }]],
    ["left before the last day", [{ ...PAY, end_date: "2026-09-29" }]],
    [
      "was away for a day",
      [
        { ...PAY, end_date: "2026-02-10" },
        { ...PAY, start_date: "2026-02-12" },
      ],
    ],
    ["had a raise", raised({ annual_salary: "85000.38" })],
    ["had better benefits", raised({ annual_benefits: "23000.12" })],
    ["worked less", raised({ time_share: "0.90" })],
  ])("leaves out an officer who %s", (_, roster) => {
    expect(ids(held([{ roster: [...roster, other] }]))).toEqual(["B2"]);
  });

  it.each<[string, RosterRow[]]>([
    ["whose row was parted", raised({})],
    ["who came long before and leaves on the last day", [{ ...PAY, start_date: "2020-01-01", end_date: "2026-09-30" }]],
    ["who had a raise after the year", raised({ annual_salary: "90000.00" }, "2026-09-30", "2026-10-01")],
    ["who had a raise before the year", raised({ annual_salary: "85000.37" }, "2025-09-30", "2025-10-01", "80000.00")],
  ])("has an officer %s", (_, roster) => {
    expect(held([{ roster }])).toMatchObject([{ annual_salary: "85000.37", salary: "85000.36" }]);
  });

  it.each([0, 1, 2, 3])("leaves out an officer who is not in claim %i of the four", (without) => {
    const all = { roster: [PAY, other] };
    const found = held(QUARTERS.map((_, index) => (index === without ? { roster: [other] } : all)));
    expect(ids(found)).toEqual(["B2"]);
  });

  it("leaves out an officer whose pay is another in one of the claims", () => {
    const corrected = { roster: [{ ...PAY, annual_salary: "86000.00" }, other] };
    for (const index of [0, 1, 2, 3])
      expect(ids(held(QUARTERS.map((_, at) => (at === index ? corrected : { roster: [PAY, other] }))))).toEqual(["B2"]);
  });

  it("leaves out an officer of whom filed claims have days and no rows", () => {
    const claims = claimsOf([{ roster: [PAY, other] }]);
    for (const { officers } of claims) Object.assign(officers[0] ?? {}, { rows: [] });
    const found = fullYear(
      claims,
      QUARTERS.map((id) => terms(id)),
    );
    expect(ids(found)).toEqual(["B2"]);
  });

  it("leaves out officers whose pay is not claimed", () => {
    const roster = [PAY, { ...PAY, officer: "B2", model: "JEM" as const }];
    expect(ids(held([{ roster }]))).toEqual(["A1", "B2"]);
    expect(ids(held([{ roster }], { "salary-models": "task-force" }))).toEqual(["A1"]);
  });

  it("takes for claimed what the last quarter's readings claim", () => {
    const roster = [PAY, { ...PAY, officer: "B2", model: "JEM" as const }];
    const later = (index: number): Partial<Readings> => (index < 3 ? {} : { "salary-models": "task-force" });
    const claims = QUARTERS.map((id, index) => documentOf(compute(filesOf({ roster }), id, later(index))).claims[0]);
    const found = fullYear(
      claims as AgencyDocument[],
      QUARTERS.map((id, index) => terms(id, later(index))),
    );
    expect(ids(found)).toEqual(["A1"]);
  });

  it("reckons with the agreements of each claim", () => {
    const signed = (day: string): AgencyText => ({ roster: [PAY], agreements: [{ model: "TFM", signed_on: day }] });
    expect(ids(held([signed("2025-10-01")]))).toEqual(["A1"]);
    expect(ids(held([signed("2025-10-02")]))).toEqual([]);
  });

  it("is of nobody where no claim has an officer", () => {
    expect(
      fullYear(
        [],
        QUARTERS.map((id) => terms(id)),
      ),
    ).toEqual([]);
  });
});

/** Two rows of an officer, one after the other, the second with changes. */
function raised(change: Partial<RosterRow>, end = "2026-03-31", start = "2026-04-01", salary = PAY.annual_salary) {
  return [
    { ...PAY, end_date: end, annual_salary: salary },
    { ...PAY, start_date: start, ...change },
  ];
}
