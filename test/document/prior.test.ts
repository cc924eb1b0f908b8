import { describe, expect, it } from "vitest";
import {
  agencyPrior,
  type FiledPrior,
  inOrder,
  inQuarterOrder,
  officerPrior,
  priorOfDocument,
  priorPaths,
  priorStated,
  withClaim,
  withPrior,
} from "../../src/document/prior.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../../src/document/schema.ts";
import { claimAgency } from "../../src/engine/agency.ts";
import { moneyFromText } from "../../src/engine/values/money.ts";
import type { PriorLine } from "../../src/engine/values/records.ts";
import { Problems } from "../../src/problems/problems.ts";
import { agency, terms } from "../engine/build.ts";
import { claimText, read } from "./files.ts";

const Q1 = "FY2026-Q1";
const ROSTER =
  "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,equipment_cost\nFL0310200,1,Ana,TFM,2025-09-15,40000,8000,500\nFL0310200,2,,TFM,2025-09-15,40000,8000,\n";
const FILES = {
  "roster.csv": ROSTER,
  "payroll.csv":
    "officer_id,quarter,salary_paid,benefits_paid,overtime_paid,other_funding\n1,FY2026-Q1,9000,1500,1000,500\n2,FY2025-Q4,1,1,1,1\n",
  "rates.csv": "quarter,placement_rate,vehicle_cost\nFY2026-Q1,92.5,5000\n",
};
const CLAIM: ClaimDocument = JSON.parse(claimText(FILES, Q1));
const [DOCUMENT] = CLAIM.claims as [AgencyDocument];

const line = (salary: number, overtime: number, equipment: number, receipts?: number): PriorLine => ({
  ...{ salary, overtime, equipment },
  ...(receipts === undefined ? {} : { receipts }),
});
const claimed = (quarter: string, officers: Readonly<Record<string, PriorLine>>, file: Partial<FiledPrior> = {}) => ({
  ...{ quarter, vehicles: 700, officers: new Map(Object.entries(officers)) },
  ...file,
});

describe("a prior claim", () => {
  it("is what a document claimed for a quarter, with what it says was paid in it", () => {
    expect(priorOfDocument(Q1, DOCUMENT)).toEqual({
      quarter: Q1,
      vehicles: 500000,
      officers: new Map<string, PriorLine>([
        [
          "1",
          {
            ...{ salary: 900000, overtime: 100000, equipment: 50000, receipts: 50000 },
            paid: { salaryPaid: 900000, benefitsPaid: 150000, overtimePaid: 100000, otherFunding: 50000 },
          },
        ],
        ["2", { salary: 1000000, overtime: 0, equipment: 0 }],
      ]),
      names: new Map([["1", "Ana"]]),
    });
    expect(priorOfDocument("FY2026-Q2", DOCUMENT).officers.get("1")?.paid).toBeUndefined();
  });

  it("does not know what the document leaves out of what was paid", () => {
    const [officer] = DOCUMENT.officers as [OfficerDocument];
    const half = { ...DOCUMENT, officers: [{ ...officer, actuals: [{ quarter: Q1, salary_paid: "0.00" }] }] };
    expect(priorOfDocument(Q1, half).officers.get("1")?.paid).toEqual({
      ...{ salaryPaid: 0, benefitsPaid: null, overtimePaid: null, otherFunding: null },
    });
  });

  it("goes into the records of its agency, and of no other", () => {
    const inputs = read(
      { "roster.csv": ROSTER + ROSTER.split("\n")[1]?.replace("FL0310200", "GA0480300") },
      Q1,
      new Problems(),
    );
    const prior = [claimed(Q1, {})];
    const { agencies, tables } = withPrior(inputs, new Map([["GA0480300", prior]]));
    expect(agencies.map(({ id, prior }) => [id, prior])).toEqual([
      ["FL0310200", []],
      ["GA0480300", prior],
    ]);
    expect(tables).toBe(inputs.tables);
  });

  it("is what a quarter of the same run claimed, in order of the quarters", () => {
    const roster = [
      { officer: "1", trained_on: "2025-09-15", annual_salary: "40000", equipment_cost: "500.00" },
      { officer: "2", trained_on: "2025-09-15", annual_salary: "20000", overtime_paid: "100.00" },
    ];
    const text = { roster, rates: [{ quarter: Q1, vehicle_cost: "5000.00" }], prior: [{ quarter: "FY2026-Q2" }] };
    const records = agency(text, Q1);
    const after = withClaim(records, claimAgency(records, terms(Q1)), Q1);
    expect(after).toEqual({
      ...records,
      prior: [
        {
          quarter: Q1,
          vehicles: 500000,
          officers: new Map([
            ["1", line(1000000, 0, 50000, 50000)],
            ["2", line(500000, 10000, 0)],
          ]),
        },
        ...records.prior,
      ],
    });
  });
});

describe("prior claims in a document", () => {
  const FILE = { path: "q1.json", sha256: "0".repeat(64) };
  const PRIOR: readonly FiledPrior[] = [
    claimed("FY2025-Q4", { "1": line(1, 0, 0), "2": line(0, 0, 0, 9) }, FILE),
    claimed(Q1, { "1": line(0, 2, 0), "2": line(0, 0, 3, 9) }),
  ];
  const record = (id: string) => ({ id, name: "", spans: [], actuals: [], equipmentCost: null });
  const records = { id: "FL0310200", name: null, officers: [], placements: [], payrollQuarters: new Set([""]) };
  const officer = (id: string, prior = PRIOR) => officerPrior(record(id), { ...records, prior });

  it("are named with their files, where they are of one", () => {
    expect(agencyPrior([])).toEqual({});
    expect(agencyPrior(PRIOR)).toStrictEqual({
      prior: [
        { quarter: "FY2025-Q4", ...FILE, vehicles: "7.00" },
        { quarter: Q1, vehicles: "7.00" },
      ],
    });
  });

  it("are stated of each officer of whom they claimed something", () => {
    const none = { salary: "0.00", overtime: "0.00", equipment: "0.00" };
    expect(officer("1")).toEqual({
      prior: [
        { quarter: "FY2025-Q4", ...none, salary: "0.01" },
        { quarter: Q1, ...none, overtime: "0.02" },
      ],
    });
    expect(officer("2")).toEqual({ prior: [{ quarter: Q1, ...none, equipment: "0.03", equipment_cost: "0.09" }] });
    expect(officer("3")).toEqual({});
    expect(officer("2", PRIOR.slice(0, 1))).toEqual({});
    expect(officer("1", [])).toEqual({});
  });

  it("are read back as they stand", () => {
    const [first, second] = DOCUMENT.officers as [OfficerDocument, OfficerDocument];
    const officers = [
      { ...first, ...officer("1") },
      { ...second, ...officer("2") },
      { ...second, officer_id: "3" },
    ];
    const [{ prior: filed, ...document }] = [{ ...DOCUMENT, officers, ...agencyPrior(PRIOR) }];
    expect(priorStated({ ...document, ...(filed && { prior: filed }) })).toStrictEqual([
      { ...PRIOR[0], officers: new Map([["1", line(1, 0, 0)]]) },
      {
        ...PRIOR[1],
        officers: new Map([
          ["1", line(0, 2, 0)],
          ["2", line(0, 0, 3, 9)],
        ]),
      },
    ]);
    expect(priorStated(DOCUMENT)).toEqual([]);
  });

  it("have their files in order of their quarters, each once", () => {
    const claimOf = (...prior: FiledPrior[]) => claimAgency({ ...records, prior }, terms(Q1));
    const of = (quarter: string, path?: string) => claimed(quarter, {}, path === undefined ? {} : { path });
    const claims = [
      claimOf(of("FY2026-Q2", "b.json"), of(Q1, "a.json"), of("FY2025-Q4")),
      claimOf(of("FY2025-Q4", "z.json"), of("FY2026-Q2", "b.json")),
    ];
    expect(priorPaths(claims)).toEqual(["z.json", "a.json", "b.json"]);
  });

  it("are in order of their quarters, of one quarter as they were", () => {
    const ids = ["FY2026-Q2", "FY2025-Q4", "FY2026-Q1", "FY2025-Q4", "FY2026-Q2"];
    const claims = ids.map((quarter, index) => ({
      quarter,
      vehicles: moneyFromText(`${index}.00`),
      officers: new Map(),
    }));
    expect(inOrder(claims).map(({ quarter, vehicles }) => `${quarter} ${vehicles}`)).toEqual([
      "FY2025-Q4 100",
      "FY2025-Q4 300",
      "FY2026-Q1 200",
      "FY2026-Q2 0",
      "FY2026-Q2 400",
    ]);
    expect(claims.map(({ quarter }) => quarter)).toEqual(ids);
    expect(inQuarterOrder([{ of: "b" }, { of: "a" }], (one) => one.of)).toEqual([{ of: "a" }, { of: "b" }]);
  });
});
