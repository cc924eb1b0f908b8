import { describe, expect, it } from "vitest";
import type { FiledPrior } from "../../src/document/prior.ts";
import type { CellDocument, ClaimDocument, ClaimFigures, DerivationDocument } from "../../src/document/schema.ts";
import { ClaimWriter } from "../../src/document/write.ts";
import { moneyFromText } from "../../src/engine/values/money.ts";
import { readInputs } from "../../src/ingest/inputs.ts";
import { POLICY_287G, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { runClaims } from "../../src/run/run.ts";
import { day, quarter } from "../engine/build.ts";
import { claimText, compute, filesOf } from "./files.ts";

const [Q1, Q2] = ["FY2026-Q1", "FY2026-Q2"];
const FILES = filesOf({
  roster: [
    {
      ...{ officer: "1", trained_on: "2025-09-15", equipment_cost: "500.00" },
      ...{ annual_salary: "40000", annual_benefits: "8000" },
    },
    { officer: "2", trained_on: "" },
    { officer: "3", model: "JEM", trained_on: "2025-09-15", annual_salary: "20000" },
  ],
  payroll: [
    { officer: "1", quarter: Q1, overtime_paid: "4000.00" },
    {
      ...{ officer: "1", quarter: Q2, salary_paid: "9000.00", other_funding: "10.00" },
      overtime_rows: [{ hours: "10", rate: "50" }],
    },
    { officer: "3", quarter: Q2, overtime_paid: "20.00" },
  ],
  rates: [
    { quarter: Q1, provided: 1, successful: 1 },
    { quarter: Q2, provided: 40, successful: 37, vehicle_cost: "60000.00" },
  ],
  agreements: [
    { model: "TFM", signed_on: "2025-03-01" },
    { model: "JEM", signed_on: "2025-03-02" },
  ],
});

const prior = (quarterId: string, file: Partial<FiledPrior>, equipment: string): FiledPrior => ({
  ...{ quarter: quarterId, vehicles: moneyFromText("25000.00"), ...file },
  officers: new Map([
    ["1", { salary: moneyFromText("0.00"), overtime: moneyFromText("0.00"), equipment: moneyFromText(equipment) }],
  ]),
});
const PRIOR = new Map([
  [
    "FL0310200",
    [prior("FY2025-Q3", { path: "q3.json", sha256: "0".repeat(64) }, "100.00"), prior("FY2025-Q4", {}, "50.00")],
  ],
]);

/** The derivations of an officer, or of the agency. */
function derivationsOf(officer: string | null): readonly DerivationDocument[] {
  const { claims }: ClaimDocument = JSON.parse(claimText(FILES, Q2, {}, PRIOR, "derivations"));
  const [claim] = claims;
  return (officer === null ? claim : claim?.officers.find((one) => one.officer_id === officer))?.derivation ?? [];
}

const stepsOf = (officer: string | null, figure: string) =>
  derivationsOf(officer).find((one) => one.figure === figure)?.steps ?? [];

const cellText = ({ file, line, column, header, text }: CellDocument): string =>
  `${file}:${line}:${column} ${header} "${text}"`;

describe("derivations in a document", () => {
  it("are those of each figure that has one, with its value", () => {
    const figures = (officer: string | null) => derivationsOf(officer).map(({ figure, value }) => `${figure} ${value}`);
    expect(figures("1")).toEqual([
      ...["eligible_days 90", "salary 9000.00", "benefits 2000.00", "estimated 2000.00", "overtime_cap_room 6000.00"],
      ...["overtime 500.00", "other_funding 10.00", "award 1000.00", "equipment 350.00", "total 12840.00"],
    ]);
    expect(figures("2")).toEqual(["eligible_days 0", "total 0.00"]);
    expect(figures(null)).toEqual([
      ...["salary 14000.00", "benefits 2000.00", "estimated 7000.00", "overtime 520.00", "other_funding 10.00"],
      ...["award 1000.00", "equipment 350.00", "vehicles 50000.00", "total 67860.00"],
    ]);
    const plain: ClaimDocument = JSON.parse(claimText(FILES, Q2, {}, PRIOR));
    expect(JSON.stringify(plain)).not.toContain("derivation");
  });

  it("of totals are sums of what the officers have, and of the vehicles", () => {
    const sum = (figure: string) => stepsOf(null, figure);
    expect(sum("salary")).toEqual([
      { rule: "total", formula: "9000.00 + 5000.00", exact: "14000.00", value: "14000.00" },
    ]);
    expect(sum("overtime").map(({ formula }) => formula)).toEqual(["500.00 + 20.00"]);
    expect(sum("total").map(({ formula }) => formula)).toEqual(["12840.00 + 5020.00 + 50000.00"]);
    const none: ClaimDocument = JSON.parse(
      claimText(filesOf({ roster: [{ officer: "2", trained_on: "" }] }), Q2, {}, new Map(), "derivations"),
    );
    expect(none.claims[0]?.derivation).toEqual([
      { figure: "total", value: "0.00", steps: [{ rule: "total", formula: "0", exact: "0.00", value: "0.00" }] },
    ]);
  });

  it.each<[string, string | null, string, number, string[]]>([
    [
      "trained_on and the agreement of the model",
      ...(["1", "eligible_days", 0] as const),
      ['roster.csv:2:5 trained_on "2025-09-15"', 'agreements.csv:2:3 signed_on "2025-03-01"'],
    ],
    [
      "that of another model",
      ...(["3", "eligible_days", 0] as const),
      ['roster.csv:4:5 trained_on "2025-09-15"', 'agreements.csv:3:3 signed_on "2025-03-02"'],
    ],
    ["a blank where it says that nobody was trained", "2", "eligible_days", 0, ['roster.csv:3:5 trained_on ""']],
    ["the salary", "1", "salary", 0, ['roster.csv:2:10 annual_salary "40000"']],
    ["what was paid of it", "1", "salary", 1, ['payroll.csv:3:3 salary_paid "9000.00"']],
    [
      "hours and rate",
      ...(["1", "overtime", 0] as const),
      ['payroll.csv:4:6 overtime_hours "10"', 'payroll.csv:4:7 overtime_rate "50"'],
    ],
    ["what was paid in an earlier quarter", "1", "overtime_cap_room", 1, ['payroll.csv:2:5 overtime_paid "4000.00"']],
    ["what another was paid", "3", "overtime", 0, ['payroll.csv:5:5 overtime_paid "20.00"']],
    [
      "the rates of the quarter",
      ...(["1", "award", 0] as const),
      ['rates.csv:3:4 placements_successful "37"', 'rates.csv:3:3 placements_provided "40"'],
    ],
    ["the model", "1", "award", 2, ['roster.csv:2:4 program_model "TFM"']],
    ["the receipts of an officer", "1", "equipment", 0, ['roster.csv:2:12 equipment_cost "500.00"']],
    ["those for vehicles", null, "vehicles", 1, ['rates.csv:3:6 vehicle_cost "60000.00"']],
  ])("name %s by cell, as typed", (_, officer, figure, index, cells) => {
    expect(stepsOf(officer, figure)[index]?.cells?.map(cellText)).toEqual(cells);
  });

  it("name cells on lines of their own table, in its first column too", () => {
    const first = { model: "JEM" as const, signed_on: "2025-03-01" };
    const files = {
      ...filesOf({
        roster: [{ officer: "1", trained_on: "2025-09-15", annual_salary: "40000" }],
        agreements: [first, { ...first, model: "WSO" }, { model: "TFM", signed_on: "2025-03-01" }],
      }),
      "rates.csv": `placement_rate,quarter\n80,FY2026-Q4\n81,FY2026-Q3\n82,${Q1}\n92.5,${Q2}\n`,
    };
    const { claims }: ClaimDocument = JSON.parse(claimText(files, Q2, {}, new Map(), "derivations"));
    const cells = claims[0]?.officers[0]?.derivation?.flatMap(({ steps }) => steps.flatMap((step) => step.cells ?? []));
    const texts = cells?.map(cellText);
    expect(texts).toContain('rates.csv:5:1 placement_rate "92.5"');
    expect(texts).toContain('agreements.csv:4:3 signed_on "2025-03-01"');
  });

  it("name prior claims with their files, or null where they are of the same run", () => {
    const amounts = (figure: "equipment" | "vehicles", officer_id: string | null, ...[first = "", second = ""]) => [
      { file: "q3.json", quarter: "FY2025-Q3", officer_id, figure, amount: first },
      { file: null, quarter: "FY2025-Q4", officer_id, figure, amount: second },
    ];
    expect(stepsOf("1", "equipment")[1]?.prior).toEqual(amounts("equipment", "1", "100.00", "50.00"));
    expect(stepsOf(null, "vehicles")[0]?.prior).toEqual(amounts("vehicles", null, "25000.00", "25000.00"));
  });

  it("name what prior claims of the year claimed of an officer's overtime, nothing where they have no line of it", () => {
    const files = filesOf({ roster: [{ officer: "1", trained_on: "2025-09-15", annual_salary: "40000" }] });
    const claims = [
      { quarter: Q1, vehicles: 0, officers: new Map([["1", { salary: 0, overtime: 90_000, equipment: 0 }]]) },
      { quarter: Q2, vehicles: 0, officers: new Map(), path: "q2.json" },
    ];
    const { claims: found }: ClaimDocument = JSON.parse(
      claimText(files, "FY2026-Q3", {}, new Map([["FL0310200", claims]]), "derivations"),
    );
    const room = found[0]?.officers[0]?.derivation?.find(({ figure }) => figure === "overtime_cap_room");
    const amount = (quarter: string, file: string | null, amount: string) => [
      { file, quarter, officer_id: "1", figure: "overtime", amount },
    ];
    expect(room?.steps[1]).toEqual({
      ...{ rule: "prior-claims", note: "claimed in FY2026-Q1, FY2026-Q2", exact: "9100.00", value: "9100.00" },
      formula: "max(0, 10000.00 − 900.00 − 0.00)",
      prior: [...amount(Q1, null, "900.00"), ...amount(Q2, "q2.json", "0.00")],
    });
  });

  it("name no cell of the roster for what payroll leaves blank of an earlier quarter, or says of others alone", () => {
    const files = {
      "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid
FL0310200,1,TFM,2025-09-15,40000,8000,20
FL0310200,2,TFM,2025-09-15,40000,8000,
`,
      "payroll.csv": `officer_id,quarter,salary_paid,overtime_paid\n1,${Q1},10000,300\n1,${Q2},10000,\n2,FY2026-Q3,,5\n`,
    };
    const { claims }: ClaimDocument = JSON.parse(claimText(files, "FY2026-Q4", {}, new Map(), "derivations"));
    const steps = (figure: string) => claims[0]?.officers[0]?.derivation?.find((one) => one.figure === figure)?.steps;
    expect(steps("overtime_cap_room")?.[1]).toMatchObject({
      note: "claimed in FY2026-Q1, FY2026-Q2, FY2026-Q3",
      cells: [{ file: "payroll.csv", line: 2, column: 4, header: "overtime_paid", text: "300" }],
    });
    expect(steps("overtime")?.[0]?.cells?.map(cellText)).toEqual(['roster.csv:2:7 overtime_paid "20"']);
  });

  it("name no cells where the files are not at hand, and are the same else", () => {
    const run = compute(FILES, Q2, {}, PRIOR, "derivations");
    const figures = (inputs: typeof run.inputs): ClaimFigures =>
      new ClaimWriter(run.policy, run.terms, run.options).figures({ claims: run.claims, leftOut: [], inputs });
    const without = JSON.stringify(figures(run.inputs), (name, value) => (name === "cells" ? undefined : value));
    expect(figures({ ...run.inputs, tables: [], rosters: new Map() })).toEqual(JSON.parse(without));
    expect(without).toContain('"formula":"9000.00 + 5000.00"');
  });

  it("have what there is of reading, policy, note and rounding, and no more", () => {
    expect(stepsOf("1", "overtime_cap_room")[0]).toEqual({
      ...{ rule: "overtime-cap", reading: "overtime-cap", formula: "40000.00 × 25/100", exact: "10000.00" },
      ...{ policy: { parameter: "overtime-cap-share", source: "DHS-2025-09-02" }, rounding: "down", value: "10000.00" },
      cells: [{ file: "roster.csv", line: 2, column: 10, header: "annual_salary", text: "40000" }],
    });
    expect(stepsOf("1", "estimated")).toEqual([
      {
        ...{ rule: "cost-basis", note: "no payroll known for benefits" },
        ...{ formula: "2000.00", exact: "2000.00", value: "2000.00" },
      },
    ]);
    expect(stepsOf("1", "overtime_cap_room")[1]).toEqual({
      ...{ rule: "prior-claims", note: "claimed in FY2026-Q1", formula: "max(0, 10000.00 − 4000.00)" },
      ...{ exact: "6000.00", value: "6000.00" },
      cells: [{ file: "payroll.csv", line: 2, column: 5, header: "overtime_paid", text: "4000.00" }],
    });
    expect(stepsOf("2", "total")).toEqual([{ rule: "total", formula: "0", exact: "0.00", value: "0.00" }]);
  });
});

describe("cells of derivations", () => {
  /** The cells of each step of an officer's figures in a roster with a header of its own, and perhaps a payroll. */
  function cellsIn(roster: string, payroll?: string): Record<string, string[]> {
    const given = [
      { role: "roster" as const, name: "roster.csv", bytes: Buffer.from(roster) },
      ...(payroll === undefined
        ? []
        : [{ role: "payroll" as const, name: "payroll.csv", bytes: Buffer.from(payroll) }]),
    ];
    const [map, set, problems] = [{ annual_salary: "Pay" }, { program_model: "TFM" }, new Problems()];
    const asked = { agency: "FL0310200", map: new Map([["pay", "annual_salary"]]), set: new Map(Object.entries(set)) };
    const inputs = readInputs(
      given,
      { ...asked, quarter: quarter(Q1), programmeStart: day("2025-10-01"), today: () => 0 },
      problems,
    );
    const options = { agency: "FL0310200", map, set, redact: false };
    const terms = termsFor(POLICY_287G, quarter(Q1), { "salary-models": "all" });
    const { claims } = documentOf(runClaims(POLICY_287G, terms, options, inputs, problems, "derivations"));
    const derivations = claims[0]?.officers[0]?.derivation ?? [];
    return Object.fromEntries(
      derivations.map(({ figure, steps }) => [figure, steps.flatMap(({ cells = [] }) => cells.map(cellText))]),
    );
  }

  const HEADER = "officer_id,trained_on, Pay ,annual_benefits,equipment_cost,overtime_paid";

  it("are found by the header that is said to be a column, without the blanks around", () => {
    expect(cellsIn(`${HEADER}\n1,2025-09-15, 40000 ,8000,,\n`).salary).toEqual(['roster.csv:2:3 Pay "40000"']);
  });

  it("are what every row has that was given so", () => {
    expect(cellsIn(`${HEADER}\n1,2025-09-15,40000,8000,500,\n`).equipment).toEqual([
      'roster.csv:2:5 equipment_cost "500"',
    ]);
    const { total: _, ...cells } = cellsIn(`${HEADER},time_share,end_date\n1,2025-09-15,40000,8000,,,50%,2025-11-30\n`);
    expect(cells).toEqual({
      eligible_days: ['roster.csv:2:2 trained_on "2025-09-15"', 'roster.csv:2:8 end_date "2025-11-30"'],
      salary: ['roster.csv:2:3 Pay "40000"', 'roster.csv:2:7 time_share "50%"'],
      benefits: ['roster.csv:2:4 annual_benefits "8000"', 'roster.csv:2:7 time_share "50%"'],
      estimated: [],
      overtime_cap_room: ['roster.csv:2:3 Pay "40000"'],
      award: ['--set:0:0 program_model "TFM"'],
    });
  });

  it("are those that a row has, which may end before the header does", () => {
    const { total: _, ...cells } = cellsIn(`${HEADER},start_date\n1,2025-09-15,40000,8000,500\n`);
    expect(cells.eligible_days).toEqual(['roster.csv:2:2 trained_on "2025-09-15"']);
    expect(cells.equipment).toEqual(['roster.csv:2:5 equipment_cost "500"']);
  });

  it("are of the roster that the agency is in", () => {
    const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\n";
    const given = ["FL0310200,1,TFM,2025-09-15,40000,0", "GA0480300,1,TFM,2025-09-15,50000,0"].map((row, index) => ({
      ...{ role: "roster" as const, name: `${index + 1}.csv`, bytes: Buffer.from(`${header}${row}\n`) },
    }));
    const problems = new Problems();
    const asked = { agency: null, map: new Map(), quarter: quarter(Q1), programmeStart: day("2025-10-01") };
    const inputs = readInputs(given, { ...asked, today: () => 0 }, problems);
    const options = { agency: null, map: {}, redact: false };
    const run = runClaims(POLICY_287G, termsFor(POLICY_287G, quarter(Q1)), options, inputs, problems, "derivations");
    const salaries = documentOf(run).claims.map(
      ({ officers }) => officers[0]?.derivation?.find(({ figure }) => figure === "salary")?.steps[0]?.cells,
    );
    expect(salaries.map((cells) => cells?.map(cellText))).toEqual([
      ['1.csv:2:5 annual_salary "40000"'],
      ['2.csv:2:5 annual_salary "50000"'],
    ]);
  });

  it("of what was paid are those of the roster, where payroll has none", () => {
    const roster = `${HEADER}\n1,2025-09-15,40000,8000,,20\n2,2025-09-15,40000,8000,,30\n`;
    const payroll = `officer_id,quarter,overtime_paid\n2,FY2025-Q4,1\n`;
    const salaries = `officer_id,quarter,salary_paid\n2,FY2025-Q4,1\n`;
    for (const given of [undefined, payroll, salaries])
      expect(cellsIn(roster, given).overtime).toEqual(['roster.csv:2:6 overtime_paid "20"']);
  });
});
