import { describe, expect, it } from "vitest";
import { agreementDocument, officerDocument, rowDocument } from "../../src/document/officer.ts";
import {
  agreementsOf,
  officerRecord,
  policyStated,
  quarterNamed,
  recordsOf,
  termsOf,
} from "../../src/document/records.ts";
import { redacted } from "../../src/document/redact.ts";
import type { AgencyDocument, ClaimDocument } from "../../src/document/schema.ts";
import { claimAgency } from "../../src/engine/agency.ts";
import { fraction, ONE } from "../../src/engine/values/fraction.ts";
import type { Span } from "../../src/engine/values/records.ts";
import { valueOn } from "../../src/policy/policy.ts";
import { agency, day, type RateRow, terms } from "../engine/build.ts";
import { claimText, filesOf } from "./files.ts";

const Q1 = "FY2026-Q1";
const ROSTER = [{ officer: "1", trained_on: "2025-09-15", annual_salary: "40000" }];
const documentOf = (...of: Parameters<typeof claimText>): ClaimDocument => JSON.parse(claimText(...of));
const CLAIM = documentOf(filesOf({ roster: ROSTER }), Q1);
const [DOCUMENT] = CLAIM.claims as [AgencyDocument];

describe("a quarter", () => {
  it("is that of its id, and of no other text", () => {
    expect(quarterNamed(Q1).id).toBe(Q1);
    expect(() => quarterNamed("FY2026-Q5")).toThrow(new RangeError("FY2026-Q5 is not a quarter"));
  });
});

describe("a row", () => {
  const SPAN: Span = {
    ...{ line: 2, trainedOn: day("2025-09-15"), start: null, end: day("2025-12-31"), eligible: false },
    ...{ model: "JEM", timeShare: fraction(125, 200), salary: 400_000_001, benefits: 80_001_230 },
  };
  const ROW = {
    ...{ line: 2, program_model: "JEM", trained_on: "2025-09-15", start_date: null, end_date: "2025-12-31" },
    ...{ eligible: false, time_share: "62.5", annual_salary: "40000.0001", annual_benefits: "8000.123" },
  } as const;
  const officer = (row: object) => ({ ...DOCUMENT.officers[0], rows: [row], actuals: [] }) as never;

  it("stands in a document in full, and comes back out of it", () => {
    expect(rowDocument(SPAN)).toEqual(ROW);
    expect(officerRecord(officer(ROW), undefined).spans).toEqual([SPAN]);
    const untrained = { ...SPAN, trainedOn: null, start: day("2025-10-02"), end: null, timeShare: ONE };
    const row = { ...ROW, trained_on: null, start_date: "2025-10-02", end_date: null, time_share: "100" };
    expect(rowDocument(untrained)).toEqual(row);
    expect(officerRecord(officer(row), undefined).spans).toEqual([untrained]);
  });

  it("has an authorization where it states one", () => {
    const authorized = { authorizedOn: day("2024-10-01"), authorizedUntil: day("2026-09-30") };
    const stated = { authorized_on: "2024-10-01", authorized_until: "2026-09-30" };
    expect(rowDocument({ ...SPAN, ...authorized })).toEqual({ ...ROW, ...stated });
    expect(officerRecord(officer({ ...ROW, ...stated }), []).spans).toEqual([
      { ...SPAN, ...authorized, agreements: [] },
    ]);
  });
});

describe("an agreement", () => {
  it("stands in a document, and comes back out of it in order of signing", () => {
    const [first, second] = [
      { line: 3, model: "TFM", signedOn: day("2025-03-01"), endedOn: null },
      { line: 2, model: "JEM", signedOn: day("2025-05-06"), endedOn: day("2026-01-31") },
    ] as const;
    const documents = [second, first].map(agreementDocument);
    expect(documents).toEqual([
      { line: 2, program_model: "JEM", signed_on: "2025-05-06", ended_on: "2026-01-31" },
      { line: 3, program_model: "TFM", signed_on: "2025-03-01", ended_on: null },
    ]);
    expect(agreementsOf({ ...DOCUMENT, agreements: documents })).toEqual([first, second]);
    expect(agreementsOf(DOCUMENT)).toBeUndefined();
  });
});

describe("the records of an agency", () => {
  it("are those of its document", () => {
    const quarterId = "FY2026-Q2";
    const files = filesOf({
      roster: [
        { officer: "1", trained_on: "2025-09-15", equipment_cost: "0.07" },
        { officer: "2", trained_on: "" },
      ],
      payroll: [
        { officer: "2", quarter: Q1, salary_paid: "0.00", benefits_paid: "2.00", other_funding: "3.00" },
        { officer: "2", quarter: quarterId, overtime_paid: "4.00" },
      ],
      agreements: [{ model: "TFM", signed_on: "2025-03-01" }],
      evidence: [
        { quarter: quarterId, document: "a.pdf" },
        { quarter: quarterId, document: "b.pdf", officer: "2", figure: "overtime" },
      ],
    });
    const [claim] = documentOf(files, quarterId).claims as [AgencyDocument];
    claim.evidence?.lines.forEach((line, index) => {
      if (index === 1) Object.assign(line, { sha256: "0".repeat(64), pages: "1-3" });
    });
    const { officers, ...records } = recordsOf(claim, quarterId);
    const agreements = [{ line: 2, model: "TFM", signedOn: day("2025-03-01"), endedOn: null }];
    const file = { sha256: "0".repeat(64), pages: "1-3" };
    expect(records).toStrictEqual({
      ...{ id: "FL0310200", name: null, placements: [], prior: [], agreements },
      payrollQuarters: new Set([Q1, quarterId]),
      evidence: [
        { line: 2, officer: null, quarter: quarterId, figure: null, document: "a.pdf" },
        { line: 3, officer: "2", quarter: quarterId, figure: "overtime", document: "b.pdf", ...file },
      ],
    });
    const none = { salaryPaid: null, benefitsPaid: null, overtimePaid: null, otherFunding: null, payrollLines: [] };
    const row = { agreements, line: 2, trainedOn: day("2025-09-15") };
    expect([...officers]).toEqual([
      {
        ...{ id: "1", name: "Officer 1", equipmentCost: 7, actuals: [] },
        spans: [expect.objectContaining(row)],
      },
      {
        ...{ id: "2", name: "Officer 2", equipmentCost: null },
        spans: [expect.objectContaining({ ...row, line: 3, trainedOn: null })],
        actuals: [
          { ...none, quarter: Q1, salaryPaid: 0, benefitsPaid: 200, otherFunding: 300 },
          { ...none, quarter: quarterId, overtimePaid: 400 },
        ],
      },
    ]);
  });

  it("have the hours that payroll states", () => {
    const rows = [{ officer: "1", quarter: Q1, overtime_rows: [{ hours: "10.5", rate: "50" }] }];
    const [claim] = documentOf(filesOf({ roster: ROSTER, payroll: rows }), Q1).claims as [AgencyDocument];
    expect(claim.officers[0]?.actuals).toEqual([{ quarter: Q1, overtime_paid: "525.00", hours: "10.50" }]);
    expect([...recordsOf(claim, Q1).officers][0]?.actuals[0]).toMatchObject({
      overtimePaid: 52_500,
      overtimeHours: 105_000,
    });
  });

  it.each<[string, Omit<RateRow, "quarter"> | undefined, object[]]>([
    ["no rates", undefined, []],
    ["a rate", { rate: "92.5" }, [{ provided: null, successful: null, rate: fraction(185, 2) }]],
    ["counts", { provided: 40, successful: 37 }, [{ provided: 40, successful: 37, rate: null }]],
    ["nobody provided", { provided: 0, successful: 0 }, [{ provided: 0, successful: 0, rate: null }]],
    [
      "a reference and vehicles",
      { rate: "80", reference: "ICE-1", vehicle_cost: "0.05" },
      [{ provided: null, successful: null, rate: fraction(80, 1), reference: "ICE-1", vehicleCost: 5 }],
    ],
    ["vehicles alone", { vehicle_cost: "0.00" }, [{ provided: null, successful: null, rate: null, vehicleCost: 0 }]],
  ])("have a placement of %s", (_, rates, placements) => {
    const files = filesOf({ roster: ROSTER, rates: rates ? [{ quarter: Q1, ...rates }] : [] });
    const [claim] = documentOf(files, Q1).claims as [AgencyDocument];
    expect(recordsOf(claim, Q1).placements).toEqual(
      placements.map((one) => ({ quarter: Q1, line: 0, reference: null, vehicleCost: null, ...one })),
    );
  });
});

describe("a placement of which one count is known", () => {
  it.each([
    { provided: 40, successful: null },
    { provided: null, successful: 37 },
  ])("is by its rate: %j", (counts) => {
    const placement = { ...counts, rate: "92.5", band: null, award_per_officer: "0.00", reference: null };
    const claim = { ...DOCUMENT, placement: { ...placement, status: "indicated" as const } };
    expect(recordsOf(claim, Q1).placements).toEqual([
      { quarter: Q1, line: 0, reference: null, vehicleCost: null, ...counts, rate: fraction(185, 2) },
    ]);
  });
});

describe("the actuals of an officer's document", () => {
  it("are those of the quarter and of earlier ones of its fiscal year", () => {
    const payroll = ["FY2025-Q4", "FY2026-Q1", "FY2026-Q2", "FY2026-Q3"].map((quarter) => ({
      ...{ officer: "1", quarter, overtime_paid: "1.00" },
    }));
    const records = agency({ roster: ROSTER, payroll }, "FY2026-Q2");
    const [claim] = claimAgency(records, terms("FY2026-Q3")).officers;
    if (!claim) throw new Error("there is no officer");
    expect(officerDocument(claim, terms("FY2026-Q3"), false).actuals).toEqual(
      ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"].map((quarter) => ({ quarter, overtime_paid: "1.00" })),
    );
  });
});

describe("a policy of which a claim states the values", () => {
  it("has them on any day, as the claim states them", () => {
    const policy = policyStated({ ...CLAIM, policy: { ...CLAIM.policy, id: "county" } });
    expect([policy.id, policy.title]).toEqual(["county", "as the claim states it"]);
    const { values } = CLAIM.policy;
    for (const parameter of Object.keys(values) as (keyof typeof values)[])
      for (const on of ["1900-01-01", "2199-12-31"])
        expect(valueOn(policy, parameter, day(on), "a test")).toEqual({
          from: "0000-01-01",
          value: values[parameter],
          source: "the claim",
        });
    expect(termsOf(CLAIM, policy)).toEqual(terms(Q1));
  });

  it("authorizes for two years, where the claim does not know of authorizations", () => {
    const { "authorization-years": years, ...values } = CLAIM.policy.values;
    expect(years).toBe("2");
    const of = (more: object) =>
      termsOf(CLAIM, policyStated({ ...CLAIM, policy: { ...CLAIM.policy, values: { ...values, ...more } } }));
    expect(of({}).authorizationYears).toBe(2);
    expect(of({ "authorization-years": "3" }).authorizationYears).toBe(3);
  });
});

describe("a claim without names", () => {
  it("has no name and no warning, and is the same else", () => {
    const named = { ...CLAIM, warnings: [{ code: "x", message: "Officer 1", file: null, line: null }] };
    expect(DOCUMENT.officers[0]?.officer_name).toBe("Officer 1");
    const [{ officers, ...claim }] = [DOCUMENT];
    expect(redacted(named)).toEqual({
      ...CLAIM,
      claims: [{ ...claim, officers: officers.map((officer) => ({ ...officer, officer_name: null })) }],
      warnings: [],
    });
  });

  it("is left as it was written, where it was written so", () => {
    const without = { ...CLAIM, options: { ...CLAIM.options, redact: true as const } };
    expect(redacted(without)).toBe(without);
  });
});
