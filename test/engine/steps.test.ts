import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import type { InputRef, Step } from "../../src/engine/derivation.ts";
import type { FigureId, Readings } from "../../src/engine/values/ids.ts";
import { type AgencyText, type AgreementRow, agency, day, type RateRow, type RosterRow, terms } from "./build.ts";

const cellOf = ({ of, field, lines, quarter }: InputRef): string =>
  `${of}.${field}:${lines.join(",")}${quarter === undefined ? "" : `@${quarter}`}`;

/** A step in a line: rule, reading, (policy); the cells and prior claims; how the value came about, or why there is none. */
function lineOf({ rule, reading, policy, inputs = [], prior = [], formula, value, note }: Step): string {
  const head = [rule, reading, policy && `(${policy})`].filter((part) => part).join(" ");
  const read = [...inputs.map(cellOf), ...prior.map(({ figure, quarter }) => `${figure} of ${quarter}`)];
  return `${head} [${read.join(" ")}] ${formula} = ${value}${note === undefined ? "" : `; ${note}`}`;
}

const stepsOf = (
  one: AgencyText,
  figure: FigureId | "vehicles",
  quarter = "FY2026-Q1",
  readings: Partial<Readings> = {},
) => {
  const claim = claimAgency(agency(one, quarter), terms(quarter, readings), "derivations");
  return (figure === "vehicles" ? claim.vehicleSteps : (claim.derivations[0]?.[figure] ?? [])).map(lineOf);
};

const row = (more: Partial<RosterRow> = {}): RosterRow => ({
  trained_on: "2024-01-10",
  annual_salary: "60000",
  ...more,
});
const of = (...agreements: AgreementRow[]): AgencyText => ({ roster: [row()], agreements });
const at = (rate: Omit<RateRow, "quarter">, more: Partial<RosterRow> = {}): AgencyText => ({
  roster: [row(more)],
  rates: [{ quarter: "FY2026-Q1", ...rate }],
});

describe("the steps of eligible days name what bounds them, and its cells alone", () => {
  it.each<[string, AgencyText, string[]]>([
    [
      "a whole quarter under an agreement",
      of({ signed_on: "2020-03-01" }),
      ["fiscal-quarter [roster.trainedOn:2 agreements.signedOn:2] 2025-12-31 − 2025-10-01 + 1 = 92"],
    ],
    [
      "signed on the first day",
      of({ signed_on: "2025-10-01", ended_on: "2025-12-31" }),
      [
        "fiscal-quarter [roster.trainedOn:2 agreements.signedOn:2 agreements.endedOn:2] 2025-12-31 − 2025-10-01 + 1 = 92",
      ],
    ],
    [
      "signed within it",
      of({ signed_on: "2025-10-02" }),
      ["authority [roster.trainedOn:2 agreements.signedOn:2] 2025-12-31 − 2025-10-02 + 1 = 91"],
    ],
    [
      "ended within it",
      of({ signed_on: "2020-03-01", ended_on: "2025-10-31" }),
      ["authority [roster.trainedOn:2 agreements.signedOn:2 agreements.endedOn:2] 2025-10-31 − 2025-10-01 + 1 = 31"],
    ],
    [
      "two with a gap",
      of({ signed_on: "2020-03-01", ended_on: "2025-10-31" }, { signed_on: "2025-11-11" }),
      [
        "authority [roster.trainedOn:2 agreements.signedOn:2 agreements.endedOn:2] 2025-10-31 − 2025-10-01 + 1 = 31",
        "authority [roster.trainedOn:2 agreements.signedOn:3] 2025-12-31 − 2025-11-11 + 1 = 51",
        "eligible [] 31 + 51 = 82",
      ],
    ],
    [
      "two without a gap, of which the first ended",
      of({ signed_on: "2020-03-01", ended_on: "2025-10-31" }, { signed_on: "2025-11-01", ended_on: "2025-12-30" }),
      [
        "authority [roster.trainedOn:2 agreements.signedOn:2 agreements.signedOn:3 agreements.endedOn:3] 2025-12-30 − 2025-10-01 + 1 = 91",
      ],
    ],
    [
      "bounded by the span, under an agreement",
      { ...of({ signed_on: "2020-03-01" }), roster: [row({ end_date: "2025-10-31" })] },
      ["eligible [roster.trainedOn:2 roster.end:2 agreements.signedOn:2] 2025-10-31 − 2025-10-01 + 1 = 31"],
    ],
    [
      "none for the model",
      of({ model: "JEM", signed_on: "2020-03-01" }),
      ["authority [roster.model:2] 0 = 0; no agreement for TFM"],
    ],
    [
      "signed later",
      of({ signed_on: "2026-01-02" }),
      ["authority [agreements.signedOn:2] 0 = 0; the agreement for TFM was signed on 2026-01-02, after FY2026-Q1"],
    ],
    [
      "ended earlier",
      of({ signed_on: "2020-03-01", ended_on: "2025-09-30" }),
      ["authority [agreements.endedOn:2] 0 = 0; the agreement for TFM ended on 2025-09-30, before FY2026-Q1"],
    ],
    [
      "authorized within it",
      { roster: [row({ authorized_on: "2025-10-02" })] },
      ["authority [roster.trainedOn:2 roster.authorizedOn:2] 2025-12-31 − 2025-10-02 + 1 = 91"],
    ],
    [
      "authorized on the first day",
      { roster: [row({ authorized_on: "2025-10-01", end_date: "2025-12-30" })] },
      ["eligible [roster.trainedOn:2 roster.end:2 roster.authorizedOn:2] 2025-12-30 − 2025-10-01 + 1 = 91"],
    ],
    [
      "authorized until a day within it",
      { roster: [row({ authorized_until: "2025-12-30" })] },
      ["authority [roster.trainedOn:2 roster.authorizedUntil:2] 2025-12-30 − 2025-10-01 + 1 = 91"],
    ],
    [
      "two years after the authorization",
      { roster: [row({ authorized_on: "2023-12-01" })] },
      ["authority (authorization-years) [roster.trainedOn:2 roster.authorizedOn:2] 2025-11-30 − 2025-10-01 + 1 = 61"],
    ],
    [
      "authorized to the quarter's end",
      { roster: [row({ authorized_on: "2024-01-01", start_date: "2025-11-01" })] },
      ["eligible [roster.trainedOn:2 roster.start:2 roster.authorizedOn:2] 2025-12-31 − 2025-11-01 + 1 = 61"],
    ],
    [
      "stated before the two years are over",
      { roster: [row({ authorized_on: "2023-12-01", authorized_until: "2025-11-15" })] },
      ["authority [roster.trainedOn:2 roster.authorizedUntil:2] 2025-11-15 − 2025-10-01 + 1 = 46"],
    ],
    [
      "authorized later",
      { roster: [row({ authorized_on: "2026-01-01" })] },
      ["authority [roster.authorizedOn:2] 0 = 0; authorized on 2026-01-01, after FY2026-Q1"],
    ],
    [
      "authorization over",
      { roster: [row({ authorized_until: "2025-09-30" })] },
      [
        "authority [roster.authorizedOn:2 roster.authorizedUntil:2] 0 = 0; authorized until 2025-09-30, before FY2026-Q1",
      ],
    ],
    [
      "a span within it",
      { roster: [row({ start_date: "2025-10-02", end_date: "2025-12-30" })] },
      ["eligible [roster.trainedOn:2 roster.start:2 roster.end:2] 2025-12-30 − 2025-10-02 + 1 = 90"],
    ],
    [
      "two spans",
      { roster: [row({ end_date: "2025-11-15" }), row({ start_date: "2025-11-16" })] },
      [
        "eligible [roster.trainedOn:2 roster.end:2] 2025-11-15 − 2025-10-01 + 1 = 46",
        "eligible [roster.trainedOn:3 roster.start:3] 2025-12-31 − 2025-11-16 + 1 = 46",
        "eligible [] 46 + 46 = 92",
      ],
    ],
    [
      "trained within it",
      { roster: [row({ trained_on: "2025-11-01" })] },
      ["trained [roster.trainedOn:2] 2025-12-31 − 2025-11-01 + 1 = 61"],
    ],
    [
      "trained on the first day, gone before the last",
      { roster: [row({ trained_on: "2025-10-01", end_date: "2025-12-30" })] },
      ["eligible [roster.trainedOn:2 roster.end:2] 2025-12-30 − 2025-10-01 + 1 = 91"],
    ],
    [
      "not trained",
      { roster: [row({ trained_on: "" })] },
      ["trained [roster.trainedOn:2] 0 = 0; not trained: no training date"],
    ],
    [
      "trained later",
      { roster: [row({ trained_on: "2026-01-01" })] },
      ["trained [roster.trainedOn:2] 0 = 0; trained on 2026-01-01, after FY2026-Q1"],
    ],
    ["marked", { roster: [row({ eligible: "no" })] }, ["eligible [roster.eligible:2] 0 = 0; marked as not eligible"]],
    [
      "begun later",
      { roster: [row({ start_date: "2026-01-01" })] },
      ["eligible [roster.start:2] 0 = 0; starts on 2026-01-01, after FY2026-Q1"],
    ],
    [
      "begun on the last day",
      { roster: [row({ start_date: "2025-12-31" })] },
      ["eligible [roster.trainedOn:2 roster.start:2] 2025-12-31 − 2025-12-31 + 1 = 1"],
    ],
    [
      "two rows, each barred by another rule",
      { roster: [row({ end_date: "2025-09-30" }), row({ start_date: "2026-01-01" })] },
      [
        "eligible [roster.end:2] 0 = 0; ended on 2025-09-30, before FY2026-Q1",
        "eligible [roster.start:3] 0 = 0; starts on 2026-01-01, after FY2026-Q1",
      ],
    ],
    [
      "begun on the last day, authorized later",
      { roster: [row({ start_date: "2025-12-31", authorized_on: "2026-01-05" })] },
      ["authority [roster.authorizedOn:2] 0 = 0; authorized on 2026-01-05, after FY2026-Q1"],
    ],
    [
      "ended on the first day, authorized until the day before",
      { roster: [row({ end_date: "2025-10-01", authorized_until: "2025-09-30" })] },
      [
        "authority [roster.authorizedOn:2 roster.authorizedUntil:2] 0 = 0; authorized until 2025-09-30, before FY2026-Q1",
      ],
    ],
    [
      "trained after the span",
      { roster: [row({ trained_on: "2025-12-01", end_date: "2025-11-30" })] },
      [
        "eligible [roster.trainedOn:2 roster.start:2 roster.end:2 roster.authorizedOn:2 roster.authorizedUntil:2] 0 = 0; no day in FY2026-Q1 is both trained and in the span",
      ],
    ],
  ])("%s", (_, one, steps) => expect(stepsOf(one, "eligible_days")).toEqual(steps));
});

it("the steps of eligible days name the start of a programme within the quarter", () => {
  const inForce = { ...terms("FY2026-Q1"), programmeStart: day("2025-11-01") };
  const claim = claimAgency(agency({ roster: [row()] }, "FY2026-Q1"), inForce, "derivations");
  expect(claim.derivations[0]?.eligible_days.map(lineOf)).toEqual([
    "programme-start (programme-start) [roster.trainedOn:2] 2025-12-31 − 2025-11-01 + 1 = 61",
  ]);
});

describe("the steps of salary", () => {
  const paidBy = (annual_salary: string, ...rows: Partial<RosterRow>[]): AgencyText => ({
    roster: rows.map((more) => row({ annual_salary, ...more })),
  });
  it.each<[string, AgencyText, string[], Partial<Readings>?]>([
    ["of a whole quarter", paidBy("60000", {}), ["salary quarter-share [roster.salary:2] 60000.00 × 1/4 = 15000.00"]],
    [
      "by days",
      paidBy("60000", {}),
      [
        "salary quarter-share [roster.salary:2] 60000.00 × 92/365 = 1104000/73",
        "salary rounding [] 1104000/73 = 15123.29",
      ],
      { "quarter-share": "days" },
    ],
    [
      "of half the time",
      paidBy("60000", { time_share: "0.5" }),
      [
        "salary quarter-share [roster.salary:2] 60000.00 × 1/4 = 15000.00",
        "salary [roster.timeShare:2] 15000.00 × 50 ÷ 100 = 7500.00",
      ],
    ],
    [
      "of part of a quarter",
      paidBy("60000.01", { trained_on: "2025-11-01" }),
      [
        "salary quarter-share [roster.salary:2] 60000.01 × 1/4 = 15000.0025",
        "salary partial-quarter [] 15000.0025 × 61/92 = 366000061/36800",
        "salary rounding [] 366000061/36800 = 9945.65",
      ],
    ],
    [
      "of two rows",
      paidBy("60000", { end_date: "2025-11-15" }, { start_date: "2025-11-16", annual_salary: "64000" }),
      [
        "salary quarter-share [roster.salary:2] 60000.00 × 1/4 = 15000.00",
        "salary partial-quarter [] 15000.00 × 46/92 = 7500.00",
        "salary quarter-share [roster.salary:3] 64000.00 × 1/4 = 16000.00",
        "salary partial-quarter [] 16000.00 × 46/92 = 8000.00",
        "salary [] 7500.00 + 8000.00 = 15500.00",
      ],
    ],
    ["of nobody trained", paidBy("60000", { trained_on: "" }), []],
  ])("%s", (_, one, steps, readings) => expect(stepsOf(one, "salary", "FY2026-Q1", readings)).toEqual(steps));
});

describe("the steps of an award", () => {
  const part = { trained_on: "2025-11-01" };
  it.each<[string, AgencyText, string[]]>([
    ["without a rate", { roster: [row()] }, ["award [] 0 = 0.00; no award: no placement rate"]],
    [
      "of no locations",
      at({ provided: 0, successful: 0 }),
      ["award [] 0 = 0.00; no award: no locations were provided"],
    ],
    [
      "of a rate",
      at({ rate: "85" }),
      [
        "placement-rate [rates.rate:2] 85 = 85",
        "award award-headcount (award-bands) [roster.model:2] 750.00 = 750.00; band 80 to 89 %, a task force officer on every day of the quarter",
      ],
    ],
    [
      "of counts",
      at({ provided: 40, successful: 37 }),
      [
        "placement-rate [rates.successful:2 rates.provided:2] 37 ÷ 40 × 100 = 92.5",
        "placement-rate rate-rounding [] 92.5 = 92",
        "award award-headcount (award-bands) [roster.model:2] 1000.00 = 1000.00; band 90 to 100 %, a task force officer on every day of the quarter",
      ],
    ],
    [
      "outside the bands",
      at({ rate: "65" }),
      [
        "placement-rate [rates.rate:2] 65 = 65",
        "award (award-bands) [] 0 = 0.00; no award: a placement rate of 65 % is in no award band",
      ],
    ],
    [
      "of another model",
      at({ rate: "85" }, { model: "JEM" }),
      ["program-model [] 0 = 0.00; no award: not a task force officer"],
    ],
    [
      "of part of a quarter",
      at({ rate: "85" }, part),
      [
        "placement-rate [rates.rate:2] 85 = 85",
        "award award-headcount [roster.model:2] 0 = 0.00; no award: a task force officer on 61 of 92 days, not on every day",
      ],
    ],
    [
      "of part of a quarter without a rate",
      { roster: [row(part)] },
      [
        "award award-headcount [roster.model:2] 0 = 0.00; no award: a task force officer on 61 of 92 days, not on every day",
      ],
    ],
  ])("%s", (_, one, steps) => expect(stepsOf(one, "award")).toEqual(steps));
});

describe("the steps of what is given once", () => {
  const took = (quarter: string, equipment: string) => ({ quarter, officers: { A1: { equipment } } });
  it.each<[string, AgencyText, FigureId | "vehicles", string, string[]]>([
    [
      "equipment",
      { roster: [row({ equipment_cost: "7000.00" }), row({ start_date: "2026-09-01" })] },
      "equipment",
      "FY2026-Q1",
      ["equipment (equipment-allowance) [roster.equipmentCost:2,3] min(7000.00, 7500.00) = 7000.00"],
    ],
    [
      "equipment of another model",
      { roster: [row({ model: "WSO", equipment_cost: "7000.00" })] },
      "equipment",
      "FY2026-Q1",
      ["equipment [] 0 = 0.00; no equipment: not a trained task force officer by the quarter's end"],
    ],
    ["no equipment", { roster: [row({ equipment_cost: "0.00" })] }, "equipment", "FY2026-Q1", []],
    [
      "equipment of which a prior claim took some, another none",
      {
        roster: [row({ equipment_cost: "7000.00" })],
        prior: [took("FY2026-Q1", "5000.00"), took("FY2026-Q2", "0.00")],
      },
      "equipment",
      "FY2026-Q3",
      [
        "equipment (equipment-allowance) [roster.equipmentCost:2] min(7000.00, 7500.00) = 7000.00",
        "once-ever [equipment of FY2026-Q1] max(0, 7000.00 − 5000.00) = 2000.00",
      ],
    ],
    [
      "vehicles",
      at({ rate: "85", vehicle_cost: "90000.00" }),
      "vehicles",
      "FY2026-Q1",
      ["vehicles (vehicle-allowance) [rates.vehicleCost:2] min(90000.00, 100000.00) = 90000.00"],
    ],
    ["no vehicles", at({ rate: "85", vehicle_cost: "0.00" }), "vehicles", "FY2026-Q1", []],
    [
      "vehicles without a task force",
      at({ rate: "85", vehicle_cost: "90000.00" }, { model: "WSO" }),
      "vehicles",
      "FY2026-Q1",
      ["vehicles [] 0 = 0.00; no vehicles: no trained task force officer by the quarter's end"],
    ],
    [
      "vehicles of which a prior claim took some",
      {
        roster: [row()],
        rates: [{ quarter: "FY2026-Q2", rate: "85", vehicle_cost: "90000.00" }],
        prior: [{ quarter: "FY2026-Q1", vehicles: "30000.00" }],
      },
      "vehicles",
      "FY2026-Q2",
      [
        "once-ever [vehicles of FY2026-Q1] max(0, 100000.00 − 30000.00) = 70000.00",
        "vehicles (vehicle-allowance) [rates.vehicleCost:2] min(90000.00, 70000.00) = 70000.00",
      ],
    ],
  ])("%s", (_, one, figure, quarter, steps) => expect(stepsOf(one, figure, quarter)).toEqual(steps));
});

describe("the steps of overtime and of the room under its cap", () => {
  const paid = { roster: [row({ overtime_paid: "9000.00" })] };
  const filed = { quarter: "FY2026-Q1", officers: { A1: { salary: "15000.00", overtime: "10000.00" } } };
  it.each<[string, AgencyText, FigureId, string[], Partial<Readings>?]>([
    [
      "of a model that is not paid",
      { roster: [row({ model: "JEM", overtime_paid: "9000.00" })] },
      "overtime",
      [
        "overtime salary-models [] 0 = 0.00; $9,000.00 of overtime is not claimed: no day as a task force officer in the quarter",
      ],
      { "salary-models": "task-force" },
    ],
    [
      "of no eligible day",
      { roster: [row({ trained_on: "", overtime_paid: "9000.00" })] },
      "overtime",
      ["overtime [] 0 = 0.00; $9,000.00 of overtime is not claimed: no eligible day in the quarter"],
    ],
    [
      "after a prior claim",
      { ...paid, prior: [filed] },
      "overtime_cap_room",
      [
        "overtime-cap overtime-cap (overtime-cap-share) [roster.salary:2] 60000.00 × 25/100 = 15000.00",
        "prior-claims [overtime of FY2026-Q1] max(0, 15000.00 − 10000.00) = 5000.00; claimed in FY2026-Q1",
      ],
    ],
    [
      "after payroll",
      {
        roster: [row()],
        payroll: [
          { quarter: "FY2026-Q1", overtime_paid: "10000.00" },
          { quarter: "FY2026-Q2", overtime_paid: "9000.00" },
        ],
      },
      "overtime_cap_room",
      [
        "overtime-cap overtime-cap (overtime-cap-share) [roster.salary:2] 60000.00 × 25/100 = 15000.00",
        "prior-claims [payroll.overtimePaid:@FY2026-Q1] max(0, 15000.00 − 10000.00) = 5000.00; claimed in FY2026-Q1",
      ],
    ],
  ])("%s", (_, one, figure, steps, readings) =>
    expect(stepsOf(one, figure, figure === "overtime_cap_room" ? "FY2026-Q2" : "FY2026-Q1", readings)).toEqual(steps),
  );
});
