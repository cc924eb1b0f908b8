import { describe, expect, it } from "vitest";
import type { AgencyDocument, ClaimDocument } from "../../src/document/schema.ts";
import { type ClaimOptions, invoiceOf, nextInvoice } from "../../src/document/write.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { POLICY_287G, policyText, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { runClaims } from "../../src/run/run.ts";
import type { AgencyText } from "../engine/build.ts";
import { quarter } from "../engine/build.ts";
import { claimText, type Files, filesOf, read } from "./files.ts";

const Q1 = "FY2026-Q1";
const ROSTER = [{ officer: "1", trained_on: "2025-09-15", annual_salary: "40000" }];
const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const row = (agency: string, name = "Ana"): string => `${agency},1,${name},TFM,2025-09-15,40000,8000\n`;

/** The document of files, asked for in some way. */
function documentWith(options: Partial<ClaimOptions>, files: Files = filesOf({ roster: ROSTER })): ClaimDocument {
  const problems = new Problems();
  const inputs = read(files, Q1, problems);
  const asked = { agency: null, map: {}, redact: false, ...options };
  return documentOf(runClaims(POLICY_287G, termsFor(POLICY_287G, quarter(Q1)), asked, inputs, problems, "officers"));
}

/** The agency of a document of what an agency's text says. */
function agencyOf(text: Omit<AgencyText, "roster"> & Partial<AgencyText>): AgencyDocument {
  const { claims }: ClaimDocument = JSON.parse(claimText(filesOf({ roster: ROSTER, ...text }), Q1));
  const [claim] = claims;
  if (!claim) throw new Error("there is no agency");
  return claim;
}

describe("the number of a request", () => {
  it("is the agency's and the quarter's, and after it that of each amendment", () => {
    expect(invoiceOf("FL0310200", Q1)).toBe("FL0310200-FY2026-Q1");
    const numbers = ["R", "R-A1", "R-A9", "R-A10", "R-A", "R-A1-A2", "R-A2x", "A1", "-A1"].map(nextInvoice);
    expect(numbers).toEqual(["R-A1", "R-A2", "R-A10", "R-A11", "R-A-A1", "R-A1-A3", "R-A2x-A1", "A1-A1", "-A2"]);
  });
});

describe("a document", () => {
  it("has what it was asked for, each where it was said", () => {
    const plain = { agency: null, map: {}, prior: [] };
    expect(documentWith({}).options).toEqual(plain);
    expect(documentWith({ set: {}, sheet: undefined }).options).toStrictEqual(plain);
    const asked = { agency: "FL0310200", map: { officer_name: "Name" }, set: { eligible: "yes" }, sheet: "Roster" };
    expect(documentWith(asked).options).toEqual({ ...asked, prior: [] });
    const redacted = documentWith({ redact: true });
    expect(redacted.options).toEqual({ ...plain, redact: true });
    expect(redacted.claims[0]?.officers[0]?.officer_name).toBeNull();
    expect(documentWith({}).claims[0]?.officers[0]?.officer_name).toBe("Officer 1");
    const nameless = { "roster.csv": `${HEADER}\n${row("FL0310200", " ")}` };
    expect(documentWith({}, nameless).claims[0]?.officers[0]?.officer_name).toBeNull();
  });

  it("names its inputs and its policy with their hashes", () => {
    const files = { "roster.csv": `${HEADER}\n${row("FL0310200")}${row("GA0480300").replace("40000", "x")}` };
    const { inputs, policy } = documentWith({}, files);
    const own = sha256(Buffer.from(`${HEADER}\n${row("FL0310200")}`));
    expect(inputs).toEqual([{ role: "roster", path: "roster.csv", scope: "rows", sha256: own, rows: 1 }]);
    expect([policy.id, policy.sha256]).toEqual(["287g", sha256(Buffer.from(policyText(POLICY_287G)))]);
  });

  it("has its quarter, and the values of its policy then", () => {
    const { quarter, policy } = documentWith({});
    expect(quarter).toEqual({ id: Q1, start: "2025-10-01", end: "2025-12-31", days: 92 });
    expect(policy.values).toEqual({
      "programme-start": "2025-10-01",
      "overtime-cap-share": "25",
      "award-bands": [
        { from: 90, to: 100, award: "1000.00" },
        { from: 80, to: 89, award: "750.00" },
        { from: 70, to: 79, award: "500.00" },
      ],
      "equipment-allowance": "7500.00",
      "vehicle-allowance": "100000.00",
      "authorization-years": "2",
    });
  });

  it("has the totals of its agencies, and how many were left out for errors, with their rows", () => {
    const rows = [row("FL0310200"), row("GA0480300"), row("TX0000001").replace("40000", "x"), row("TX0000002")];
    const files = {
      "roster.csv": `${HEADER}\n${rows.join("")}${row("TX0000002").replace("40000", "x").replace(",1,", ",2,")}`,
    };
    const { totals, incomplete, claims } = documentWith({}, files);
    expect(claims.map(({ totals }) => totals.total)).toEqual(["12000.00", "12000.00"]);
    expect(totals).toMatchObject({
      agencies: 2,
      officers: 2,
      claimed_officers: 2,
      salary: "20000.00",
      total: "24000.00",
    });
    expect(incomplete).toEqual({
      agencies: ["TX0000001", "TX0000002"].map((agency_id) => ({ agency_id, problems: 1 })),
      rows: 3,
    });
    const one = documentWith({});
    expect([one.incomplete, one.totals]).toEqual([null, { agencies: 1, ...one.claims[0]?.totals }]);
  });

  it.each<[string, ClaimOptions["request"], (object | undefined)[]]>([
    ["not asked", undefined, [undefined, undefined]],
    ["asked", {}, [{ invoice: `FL0310200-${Q1}` }, { invoice: `GA0480300-${Q1}` }]],
    ["asked under a number", { invoice: "R-7" }, [{ invoice: "R-7" }, { invoice: "R-7" }]],
    [
      "asked of somebody by anybody",
      { invoice: "R-7", agency: { name: "Bay" }, bill_to: { agency: "ICE" } },
      [...Array(2)].map(() => ({ invoice: "R-7", agency: { name: "Bay" }, bill_to: { agency: "ICE" } })),
    ],
    [
      "asked by one of the agencies",
      { invoice: "R-7", agency: { id: "GA0480300", name: "Cobb" } },
      [{ invoice: "R-7" }, { invoice: "R-7", agency: { id: "GA0480300", name: "Cobb" } }],
    ],
  ])("has the requests that it is: %s", (_, request, requests) => {
    const files = { "roster.csv": `${HEADER}\n${row("FL0310200")}${row("GA0480300")}` };
    const { claims } = documentWith(request ? { request } : {}, files);
    expect(claims.map((claim) => claim.request)).toEqual(requests);
  });
});

describe("an agency's document", () => {
  it("has only what there is", () => {
    const { officers, totals, ...rest } = agencyOf({});
    expect(rest).toEqual({ agency_id: "FL0310200", agency_name: null, placement: null });
    expect(Object.keys(officers[0] ?? {})).not.toEqual(expect.arrayContaining(["prior"]));
    for (const name of ["prior", "derivation", "equipment_cost"]) expect(officers[0]).not.toHaveProperty(name);
    expect(totals).toEqual({
      ...{ officers: 1, claimed_officers: 1, award_officers: 0, salary: "10000.00", benefits: "0.00" },
      ...{ estimated: "10000.00", overtime: "0.00", overtime_over_cap: "0.00", other_funding: "0.00" },
      ...{ award: "0.00", equipment: "0.00", vehicles: "0.00", total: "10000.00" },
    });
  });

  it.each<[string, Omit<NonNullable<AgencyText["rates"]>[number], "quarter">, object | null]>([
    [
      "by counts",
      { provided: 3, successful: 2 },
      { provided: 3, successful: 2, rate: "66.666667", band: null, award_per_officer: "0.00", status: "indicated" },
    ],
    [
      "by a rate, determined",
      { rate: "92.5", reference: "ICE-1" },
      { rate: "92.5", band: "90-100", award_per_officer: "1000.00", status: "determined", reference: "ICE-1" },
    ],
    ["of nobody", { provided: 0, successful: 0 }, null],
    ["not known", { vehicle_cost: "5.00" }, null],
  ])("has its placement %s", (_, rate, placement) => {
    const found = agencyOf({ rates: [{ quarter: Q1, ...rate }] });
    expect(found.placement).toEqual(placement && { provided: null, successful: null, reference: null, ...placement });
    expect(found.placements_provided).toBe(rate.provided === 0 ? 0 : undefined);
    expect("placements_provided" in found).toBe(rate.provided === 0);
  });

  it("has the receipts for vehicles, and why less is claimed", () => {
    const found = agencyOf({ rates: [{ quarter: Q1, vehicle_cost: "100000.05" }] });
    expect([found.vehicle_cost, found.totals.vehicles, found.reasons]).toEqual([
      "100000.05",
      "100000.00",
      [{ code: "vehicles-over-allowance", message: "$0.05 of vehicle receipts are over the allowance" }],
    ]);
    const none = agencyOf({ rates: [{ quarter: Q1, vehicle_cost: "0.00" }] });
    expect([none.vehicle_cost, none.reasons]).toEqual(["0.00", undefined]);
    expect(agencyOf({ rates: [{ quarter: Q1, rate: "92.5" }] })).not.toHaveProperty("vehicle_cost");
  });

  it("has what was paid and is not claimed, of officers and of vehicles", () => {
    const found = agencyOf({
      payroll: [{ officer: "1", quarter: Q1, salary_paid: "10001.00", benefits_paid: "0.00" }],
      rates: [{ quarter: Q1, vehicle_cost: "100000.05" }],
    });
    expect(found.not_claimed).toEqual([
      { officer_id: "1", figure: "salary", amount: "1.00", reason: expect.any(String) },
      { officer_id: null, figure: "vehicles", amount: "0.05", reason: "vehicles-over-allowance" },
    ]);
  });

  it("says why an officer's figures are less than they might be", () => {
    const [officer] = agencyOf({ roster: [{ officer: "1", trained_on: "" }] }).officers;
    expect(officer?.reasons).toEqual([{ code: expect.any(String), message: expect.stringContaining("not trained") }]);
  });

  it("has its agreements and its evidence, where the run has any", () => {
    const found = agencyOf({
      agreements: [{ model: "TFM", signed_on: "2025-03-01", ended_on: "2026-01-31" }],
      evidence: [{ quarter: Q1, document: "a.pdf", officer: "1", figure: "salary" }],
    });
    expect(found.agreements).toEqual([
      { line: 2, program_model: "TFM", signed_on: "2025-03-01", ended_on: "2026-01-31" },
    ]);
    expect(found.evidence).toEqual({
      covered: "10000.00",
      uncovered: "0.00",
      lines: [{ line: 2, officer_id: "1", figure: "salary", document: "a.pdf", amount: "10000.00" }],
    });
    const paged = { "evidence.csv": `quarter,figure,document,pages\n${Q1},salary,a.pdf,1-3\n` };
    const { claims } = documentWith({}, { ...filesOf({ roster: ROSTER }), ...paged });
    expect(claims[0]?.evidence?.lines).toStrictEqual([
      { line: 2, officer_id: null, figure: "salary", document: "a.pdf", pages: "1-3", amount: "10000.00" },
    ]);
    const hash = "0".repeat(64);
    const hashed = { "evidence.csv": `quarter,figure,document,sha256\n${Q1},salary,a.pdf,${hash}\n` };
    expect(documentWith({}, { ...filesOf({ roster: ROSTER }), ...hashed }).claims[0]?.evidence?.lines).toStrictEqual([
      { line: 2, officer_id: null, figure: "salary", document: "a.pdf", sha256: hash, amount: "10000.00" },
    ]);
    expect(agencyOf({ agreements: [] })).toMatchObject({ agreements: [], totals: { total: "0.00" } });
    expect(agencyOf({ evidence: [] }).evidence).toEqual({ covered: "0.00", uncovered: "10000.00", lines: [] });
  });
});
