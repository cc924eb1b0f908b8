import { describe, expect, it } from "vitest";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../../src/document/schema.ts";
import { documentOf } from "../../src/run/document.ts";
import { unsoundClaim, unsoundDocument } from "../../src/run/sums.ts";
import { compute, filesOf } from "../document/files.ts";

const Q1 = "FY2026-Q1";
/** Two officers with every line: each 15,000.00, 4,000.00, 100.00 less 50.00, 1,000.00 and 500.00; vehicles 700.00. */
const DOCUMENT: ClaimDocument = documentOf(
  compute(
    filesOf({
      roster: ["A1", "B2"].map((officer) => ({
        officer,
        trained_on: "2025-09-15",
        annual_salary: "60000.00",
        annual_benefits: "16000.00",
        equipment_cost: "500.00",
      })),
      payroll: ["A1", "B2"].map((officer) => ({
        officer,
        quarter: Q1,
        overtime_paid: "100.00",
        other_funding: "50.00",
      })),
      rates: [{ quarter: Q1, rate: "92.5", reference: "ICE-1", vehicle_cost: "700.00" }],
    }),
    Q1,
  ),
);
const CLAIM = DOCUMENT.claims[0] as AgencyDocument;

const ofOfficer = (figures: Partial<OfficerDocument>): AgencyDocument => ({
  ...CLAIM,
  officers: CLAIM.officers.map((officer) => (officer.officer_id === "B2" ? { ...officer, ...figures } : officer)),
});
const ofTotals = (figures: Partial<AgencyDocument["totals"]>): AgencyDocument => ({
  ...CLAIM,
  totals: { ...CLAIM.totals, ...figures },
});

it("a claim, and a document, are the sums of their lines", () => {
  expect(CLAIM.totals).toMatchObject({
    salary: "30000.00",
    benefits: "8000.00",
    overtime: "200.00",
    overtime_over_cap: "0.00",
    other_funding: "100.00",
    award: "2000.00",
    equipment: "1000.00",
    vehicles: "700.00",
    total: "41800.00",
  });
  expect([unsoundClaim(CLAIM), unsoundDocument(DOCUMENT)]).toEqual([undefined, undefined]);
  expect(unsoundDocument({ ...DOCUMENT, claims: [], totals: { ...DOCUMENT.totals, total: "0.01" } })).toBe(
    "the agencies of the document come to 0.00 of salary, the totals say 30000.00",
  );
});

describe("an officer's lines that are not the total", () => {
  it.each<[keyof OfficerDocument, string, string]>([
    ["salary", "15000.01", "20550.01"],
    ["benefits", "3999.99", "20549.99"],
    ["overtime", "100.01", "20550.01"],
    ["other_funding", "50.01", "20549.99"],
    ["award", "1000.01", "20550.01"],
    ["equipment", "499.99", "20549.99"],
  ])("are said with the officer: %s", (figure, stated, sum) =>
    expect(unsoundClaim(ofOfficer({ [figure]: stated }))).toBe(
      `the lines of officer B2 are ${sum}, the total 20550.00`,
    ),
  );

  it("come before the agency's", () =>
    expect(unsoundClaim(ofOfficer({ total: "20550.01" }))).toBe(
      "the lines of officer B2 are 20550.00, the total 20550.01",
    ));

  it("are without what was paid and what the cap left out", () =>
    expect(unsoundClaim(ofOfficer({ overtime_paid: "9.00", overtime_cap_room: "9.00" }))).toBeUndefined());
});

describe("an agency's totals that its officers do not come to", () => {
  it.each<[keyof AgencyDocument["totals"], string]>([
    ["salary", "30000.00"],
    ["benefits", "8000.00"],
    ["overtime", "200.00"],
    ["overtime_over_cap", "0.00"],
    ["other_funding", "100.00"],
    ["award", "2000.00"],
    ["equipment", "1000.00"],
    ["total", "41800.00"],
  ])("are said: %s", (figure, sum) =>
    expect(unsoundClaim(ofTotals({ [figure]: "41800.01" }))).toBe(
      `its officers come to ${sum} of ${figure}, the totals say 41800.01`,
    ),
  );

  it("are said with the vehicles, which are of no officer", () =>
    expect(unsoundClaim(ofTotals({ vehicles: "700.01" }))).toBe(
      "its officers come to 41800.01 of total, the totals say 41800.00",
    ));

  it("are not of the estimate, which no line of theirs tells", () =>
    expect(unsoundClaim(ofTotals({ estimated: "1.00" }))).toBeUndefined());

  it("are not, where what the cap left out is an officer's too", () =>
    expect(
      unsoundClaim({
        ...ofOfficer({ overtime_over_cap: "3.00" }),
        totals: { ...CLAIM.totals, overtime_over_cap: "3.00" },
      }),
    ).toBeUndefined());
});

describe("a document's totals that its agencies do not come to", () => {
  const two: ClaimDocument = { ...DOCUMENT, claims: [CLAIM, CLAIM] };
  it.each<[keyof ClaimDocument["totals"], string]>([
    ["salary", "30000.00"],
    ["benefits", "8000.00"],
    ["overtime", "200.00"],
    ["overtime_over_cap", "0.00"],
    ["other_funding", "100.00"],
    ["award", "2000.00"],
    ["equipment", "1000.00"],
    ["vehicles", "700.00"],
    ["total", "41800.00"],
  ])("are said: %s", (figure, sum) =>
    expect(unsoundDocument({ ...DOCUMENT, totals: { ...DOCUMENT.totals, [figure]: "41800.01" } })).toBe(
      `the agencies of the document come to ${sum} of ${figure}, the totals say 41800.01`,
    ),
  );

  it("are of all its agencies, but for the estimate", () => {
    expect(unsoundDocument(two)).toBe(
      "the agencies of the document come to 60000.00 of salary, the totals say 30000.00",
    );
    expect(unsoundDocument({ ...DOCUMENT, totals: { ...DOCUMENT.totals, estimated: "1.00" } })).toBeUndefined();
  });
});
