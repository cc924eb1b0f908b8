import { describe, expect, it } from "vitest";
import { fiscalQuarter } from "../../src/engine/rules/fiscal-quarter.ts";
import type { Agency } from "../../src/engine/values/records.ts";
import { POLICY_287G, type Policy } from "../../src/policy/policy.ts";
import { type ForecastBand, type ForecastOf, forecast } from "../../src/whatif/forecast.ts";
import { type AgencyText, agency } from "../engine/build.ts";

const { year } = fiscalQuarter(2026, 1);
const TRAINED = { trained_on: "2025-09-15" };

/** The forecast of agencies with what their rosters say of the first quarter. */
const forecastOf = (texts: readonly AgencyText[], more: Partial<ForecastOf> = {}) => {
  const agencies = texts.map((text): Agency => agency(text, "FY2026-Q1"));
  return forecast({ policy: POLICY_287G, year, readings: {}, agencies, leftOut: [], ...more });
};
type Figure = Exclude<keyof ForecastBand["quarters"][number], "id">;
const line = (bands: readonly ForecastBand[], figure: Figure, band = 0) =>
  bands[band]?.quarters.map((quarter) => quarter[figure]);

describe("forecast", () => {
  it("has each figure of each quarter, its sum, and what it is of", () => {
    const roster = [
      { ...TRAINED, officer: "1", annual_salary: "60000.00", annual_benefits: "20000.00", overtime_paid: "700.00" },
      { ...TRAINED, officer: "2", model: "JEM" as const, annual_salary: "48000.00", other_funding: "100.00" },
    ];
    const { bands, assumptions, ...rest } = forecastOf([{ roster }, { roster: roster.slice(0, 1) }], {
      leftOut: ["TX1010000"],
    });
    expect(rest).toEqual({
      ...{ schema: "claims-forecast/1", year: "FY2026", policy: "287g", agencies: 2, officers: 3 },
      left_out: ["TX1010000"],
    });
    expect(assumptions).toEqual([
      "the roster as it stands: its raises, departures and training dates, and no others",
      "a quarter that payroll names: what payroll paid; any other: annual salary and benefits",
      "overtime_paid and other_funding of the roster in every quarter that payroll does not name; blank is none",
      "the same band in every quarter",
      "no once-ever allowances: equipment and vehicles are claimed on receipts",
    ]);
    const figures = { salary: "42000.00", benefits: "10000.00", overtime: "1400.00", other_funding: "100.00" };
    const ids = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"];
    expect(bands.map(({ band, total }) => [band, total])).toEqual([
      ["90-100", "221200.00"],
      ["80-89", "219200.00"],
      ["70-79", "217200.00"],
      [null, "213200.00"],
    ]);
    expect(bands[2]?.quarters).toEqual(ids.map((id) => ({ id, ...figures, award: "1000.00", total: "54300.00" })));
    expect(bands[3]?.quarters).toEqual(ids.map((id) => ({ id, ...figures, award: "0.00", total: "53300.00" })));
  });

  it("has the bands of the year's last quarter, highest first, in whatever order the policy has them", () => {
    const bandsOf = (...awards: [number, number, string][]) => awards.map(([from, to, award]) => ({ from, to, award }));
    const source = "DHS-2025-09-02";
    const policy: Policy = {
      ...POLICY_287G,
      id: "ours",
      parameters: {
        ...POLICY_287G.parameters,
        "award-bands": [
          { from: "2025-10-01", value: bandsOf([60, 100, "10.00"]), source },
          { from: "2026-07-01", value: bandsOf([50, 79, "20.00"], [95, 100, "40.00"], [80, 94, "30.00"]), source },
        ],
      },
    };
    const { bands, policy: id } = forecastOf([{ roster: [TRAINED] }], { policy });
    expect(id).toBe("ours");
    expect(bands.map(({ band, total }) => [band, total])).toEqual([
      ["95-100", "70.00"],
      ["80-94", "60.00"],
      ["50-79", "20.00"],
      [null, "0.00"],
    ]);
    expect(line(bands, "award", 2)).toEqual(["0.00", "0.00", "0.00", "20.00"]);
  });

  it("draws the cap of each officer down over the year, and begins each band anew", () => {
    const roster = [
      { ...TRAINED, officer: "1", annual_salary: "60000.00", overtime_paid: "6000.00" },
      { ...TRAINED, officer: "2", annual_salary: "40000.00", overtime_paid: "4000.00" },
    ];
    const { bands } = forecastOf([{ roster }, { roster: roster.slice(1) }]);
    for (const band of [0, 1, 2, 3])
      expect(line(bands, "overtime", band)).toEqual(["14000.00", "14000.00", "7000.00", "0.00"]);
  });

  it("takes with a chosen reading what it gives", () => {
    const roster = [{ ...TRAINED, annual_salary: "60000.00", overtime_paid: "6000.00" }];
    const { bands } = forecastOf([{ roster }], { readings: { "overtime-cap": "quarter", "quarter-share": "days" } });
    expect(line(bands, "salary")).toEqual(["15123.29", "14794.52", "14958.90", "15123.29"]);
    expect(line(bands, "overtime")).toEqual(["3780.82", "3698.63", "3739.72", "3780.82"]); // a fourth, rounded down
  });

  it("takes no rate, no receipts and no prior claim of what is known", () => {
    const roster = [{ ...TRAINED, annual_salary: "60000.00", overtime_paid: "6000.00", equipment_cost: "5000.00" }];
    const bare = forecastOf([{ roster: [{ ...TRAINED, annual_salary: "60000.00", overtime_paid: "6000.00" }] }]);
    const text: AgencyText = {
      roster,
      rates: [
        { quarter: "FY2026-Q1", rate: "75", vehicle_cost: "30000.00" },
        { quarter: "FY2026-Q4", rate: "50" },
      ],
      prior: [{ quarter: "FY2026-Q1", officers: { A1: { salary: "15000.00", overtime: "15000.00" } } }],
    };
    expect(forecastOf([text])).toEqual(bare);
    expect(line(bare.bands, "overtime")).toEqual(["6000.00", "6000.00", "3000.00", "0.00"]);
  });

  it("takes what payroll paid in the quarters that it names, and of the others what the roster says but for pay", () => {
    const pay = { annual_salary: "60000.00", annual_benefits: "20000.00" };
    const text: AgencyText = {
      roster: [
        // What the roster says was paid in its quarter is expected of no other.
        { ...TRAINED, ...pay, officer: "1", salary_paid: "10000.00", benefits_paid: "1000.00", overtime_paid: "50.00" },
        { ...TRAINED, ...pay, officer: "2" },
      ],
      payroll: [
        { officer: "1", quarter: "FY2026-Q2", salary_paid: "14000.00", overtime_paid: "70.00" },
        { officer: "2", quarter: "FY2026-Q3", benefits_paid: "4000.00", other_funding: "9.00" },
      ],
    };
    const { bands } = forecastOf([text]);
    expect(line(bands, "salary")).toEqual(["30000.00", "29000.00", "30000.00", "30000.00"]);
    expect(line(bands, "benefits")).toEqual(["10000.00", "10000.00", "9000.00", "10000.00"]);
    expect(line(bands, "overtime")).toEqual(["50.00", "70.00", "0.00", "50.00"]);
    expect(line(bands, "other_funding")).toEqual(["0.00", "0.00", "9.00", "0.00"]);
  });

  it("takes what payroll paid in a quarter before that of the roster, and of the roster's own no pay", () => {
    const pay = { annual_salary: "60000.00", salary_paid: "10000.00", overtime_paid: "50.00" };
    const payroll = [{ quarter: "FY2026-Q1", salary_paid: "14000.00", overtime_paid: "70.00" }];
    const { bands } = forecastOf([], {
      agencies: [agency({ roster: [{ ...TRAINED, ...pay }], payroll }, "FY2026-Q2")],
    });
    expect(line(bands, "salary")).toEqual(["14000.00", "15000.00", "15000.00", "15000.00"]);
    expect(line(bands, "overtime")).toEqual(["70.00", "50.00", "50.00", "50.00"]);
  });

  it("of no agency is of nobody, with every band", () => {
    const { agencies, officers, bands } = forecastOf([]);
    expect([agencies, officers, bands.map(({ total }) => total)]).toEqual([0, 0, ["0.00", "0.00", "0.00", "0.00"]]);
  });
});
