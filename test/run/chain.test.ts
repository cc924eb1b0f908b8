import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendedLines } from "../../src/amend/amend.ts";
import type { PriorByAgency } from "../../src/document/prior.ts";
import { type ClaimFile, readClaim } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { chainClaims } from "../../src/run/chain.ts";
import { documentOf } from "../../src/run/document.ts";
import { takePrior } from "../../src/run/prior.ts";
import { Verifier } from "../../src/verify/verify.ts";
import { compute, type Files, filesOf, read, withFiles, written } from "../document/files.ts";
import { type Asked, asked } from "../engine/arbitrary.ts";
import { type AgencyText, quarter, type RateRow } from "../engine/build.ts";
import { runs } from "../runs.ts";

const quartersOf = (id: string): string[] => [1, 2, 3, 4].map((n) => `${id.slice(0, 6)}-Q${n}`);

/** An agency with rates in some quarters of the year. */
const years = asked().chain((one) =>
  fc
    .record({
      rates: fc.array(fc.integer({ min: 6000, max: 10000 }), { minLength: 4, maxLength: 4 }),
      cost: fc.nat(9_000_000),
    })
    .map(({ rates, cost }): Asked => {
      const rows = quartersOf(one.quarterId).map(
        (id, index): RateRow => ({
          quarter: id,
          rate: String((rates[index] ?? 0) / 100),
          vehicle_cost: `${Math.floor(cost / 100)}.${String(cost % 100).padStart(2, "0")}`,
        }),
      );
      return { ...one, agency: { ...one.agency, rates: rows, prior: [] } };
    }),
);

function priorOf(files: readonly ClaimFile[], before: string, problems = new Problems()): PriorByAgency {
  const agencies = new Set(["FL0310200"]);
  return takePrior(files, { before: quarter(before), samePolicy: () => true, agencies }, problems);
}

/** Four quarters, each with the claims filed before it. */
async function oneByOne(files: Files, quarters: readonly string[], readings: Partial<Readings>) {
  const filed: ClaimFile[] = [];
  for (const id of quarters) {
    const text = written(documentOf(compute(files, id, readings, priorOf(filed, id))));
    filed.push(await readClaim(`${id}.json`, Buffer.from(text)));
  }
  return filed;
}

function yearOf(files: Files, quarters: readonly string[], readings: Partial<Readings>) {
  const problems = new Problems();
  const inputs = read(files, quarters[0] ?? "", problems, readings);
  const options = { agency: null, map: {}, redact: false };
  return chainClaims({ policy: POLICY_287G, readings, options, inputs, problems }, quarters.map(quarter)).map((run) =>
    documentOf(run),
  );
}

const figures = ({ claims, totals }: ClaimDocument) => ({
  totals,
  officers: claims.flatMap(({ officers }) => officers.map(({ prior: _, ...officer }) => officer)),
});

describe("a year", () => {
  it("is to the cent what its quarters are one by one, each with the claims filed before", async () => {
    await fc.assert(
      fc.asyncProperty(years, async ({ agency, quarterId, readings }) => {
        const files = filesOf(agency);
        const quarters = quartersOf(quarterId);
        const filed = await oneByOne(files, quarters, readings);
        const year = yearOf(files, quarters, readings);
        expect(year.map(figures)).toEqual(filed.map(({ document }) => figures(document)));
      }),
      runs(120),
    );
  });

  it("has quarters that agree with their inputs, and so have claims filed one by one", async () => {
    await fc.assert(
      fc.asyncProperty(years, async ({ agency, quarterId, readings }) => {
        const files = filesOf(agency);
        const quarters = quartersOf(quarterId);
        const filed = await oneByOne(files, quarters, readings);
        const texts = Object.fromEntries(filed.map(({ name, document }) => [name, written(document)]));
        await withFiles({ ...files, ...texts }, async (folder) => {
          const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines });
          for (const file of filed)
            expect(await verifier.verify(file, folder)).toMatchObject({ status: "verified", differences: [] });
          for (const document of yearOf(files, quarters, readings)) {
            const file = await readClaim("q.json", Buffer.from(written(document)));
            expect(await verifier.verify(file, folder)).toMatchObject({ status: "verified", differences: [] });
          }
        });
      }),
      runs(60),
    );
  });

  it("never claims more overtime than the cap, more equipment than its receipts, or more than the allowances", () => {
    fc.assert(
      fc.property(years, ({ agency, quarterId, readings }) => {
        const year = yearOf(filesOf(agency), quartersOf(quarterId), readings);
        const sum = (of: (document: ClaimDocument) => string[]): bigint =>
          year.flatMap(of).reduce((total, amount) => total + BigInt(amount.replace(".", "")), 0n);
        expect(sum(({ totals }) => [totals.vehicles])).toBeLessThanOrEqual(10_000_000n);
        for (const { officer_id, equipment_cost = "0.00" } of year[0]?.claims[0]?.officers ?? []) {
          const lines = (document: ClaimDocument) =>
            (document.claims[0]?.officers ?? []).filter((one) => one.officer_id === officer_id);
          const taken = sum((document) => lines(document).map(({ equipment }) => equipment));
          expect(taken).toBeLessThanOrEqual(BigInt(equipment_cost.replace(".", "")));
          expect(taken).toBeLessThanOrEqual(750_000n);
        }
      }),
      runs(150),
    );
  });
});

const ROSTER: AgencyText["roster"] = [{ trained_on: "2025-09-15", annual_salary: "60000", equipment_cost: "5000.00" }];
const paid = (quarter: string, overtime_paid: string) => ({ quarter, overtime_paid });

/** Overtime, over cap and equipment of one officer, quarter by quarter. */
const linesOf = (documents: readonly ClaimDocument[]): string[] =>
  documents.flatMap(({ claims }) =>
    (claims[0]?.officers ?? []).map((one) => `${one.overtime} ${one.overtime_over_cap} ${one.equipment}`),
  );

describe("prior claims", () => {
  const files = filesOf({
    roster: ROSTER,
    payroll: [
      paid("FY2026-Q1", "9000.00"),
      paid("FY2026-Q2", "9000.00"),
      paid("FY2026-Q3", "10.00"),
      paid("FY2026-Q4", "0.00"),
    ],
  });
  const quarters = quartersOf("FY2026-Q1");

  it("draw the cap down and take receipts once (worked case 4)", async () => {
    const filed = await oneByOne(files, quarters, {});
    expect(linesOf(filed.map(({ document }) => document))).toEqual([
      "9000.00 0.00 5000.00",
      "6000.00 3000.00 0.00",
      "0.00 10.00 0.00",
      "0.00 0.00 0.00",
    ]);
  });

  it("take new receipts as far as the allowance goes", async () => {
    const filed = await oneByOne(files, quarters.slice(0, 1), {});
    const claimed = (cost: string): string | undefined => {
      const grown = filesOf({ roster: [{ ...ROSTER[0], trained_on: "2025-09-15", equipment_cost: cost }] });
      const document = documentOf(compute(grown, "FY2026-Q2", {}, priorOf(filed, "FY2026-Q2")));
      return document.claims[0]?.officers[0]?.equipment;
    };
    expect(["4999.99", "5000.00", "5000.01", "6000.00", "9000.00"].map(claimed)).toEqual([
      "0.00",
      "0.00",
      "0.01",
      "1000.00",
      "2500.00",
    ]);
  });

  /** The errors and notices of taking claims, as code and message. */
  async function taken(names: readonly string[], before: string, forge = (text: string, _name: string) => text) {
    const filed = await oneByOne(files, quarters, {});
    const problems = new Problems();
    const chosen = names.map(async (name) => {
      const one = filed.find((file) => file.name === `${name.slice(0, 9)}.json`);
      return readClaim(`${name}.json`, Buffer.from(forge(written(one?.document as ClaimDocument), name)));
    });
    const prior = priorOf(await Promise.all(chosen), before, problems);
    return {
      prior: [...prior.values()].flat().map(({ quarter, path }) => `${quarter} ${path}`),
      said: problems.all.map(({ severity, code, where, message }) => `${severity} ${code} ${where}: ${message}`),
    };
  }

  it("of a later quarter are errors that name them, of the same one passed over", async () => {
    expect(await taken(["FY2026-Q2", "FY2026-Q1", "FY2026-Q3"], "FY2026-Q2")).toEqual({
      prior: ["FY2026-Q1 FY2026-Q1.json"],
      said: [
        "error prior-not-earlier FY2026-Q3.json: the prior claim of FL0310200 for FY2026-Q3 is not of a quarter before FY2026-Q2",
        "notice prior-of-this-quarter null: passed over FY2026-Q2.json: of FY2026-Q2 itself, so no prior claim",
      ],
    });
  });

  it("for one agency and quarter are an error, unless one amends the other; the same file twice is one", async () => {
    const spaced = (text: string, name: string) => (name.endsWith("b") ? `${text}\n` : text);
    expect((await taken(["FY2026-Q1", "FY2026-Q1b"], "FY2026-Q2", spaced)).said).toEqual([
      "error second-prior FY2026-Q1b.json: FL0310200 has two prior claims for FY2026-Q1: FY2026-Q1.json and this one",
    ]);
    expect((await taken(["FY2026-Q1", "FY2026-Q1a"], "FY2026-Q2")).said).toEqual([]);
    const filed = await oneByOne(files, quarters.slice(0, 1), {});
    const amends = (text: string, name: string) =>
      name.endsWith("b") ? text.replace('"policy": {', `"amends": "${filed[0]?.sha256}",\n  "policy": {`) : text;
    expect(await taken(["FY2026-Q1", "FY2026-Q1b"], "FY2026-Q2", amends)).toEqual({
      prior: ["FY2026-Q1 FY2026-Q1b.json"],
      said: [],
    });
  });

  it("of another policy are errors that name them", async () => {
    const filed = await oneByOne(files, quarters.slice(0, 1), {});
    const problems = new Problems();
    const taking = { before: quarter("FY2026-Q2"), samePolicy: () => false, agencies: new Set(["FL0310200"]) };
    expect(takePrior(filed, taking, problems).size).toBe(0);
    expect(problems.all.map(({ severity, where, agency, message }) => [severity, where, agency, message])).toEqual([
      [
        "error",
        "FY2026-Q1.json",
        "FL0310200",
        expect.stringMatching(
          /^the prior claim of FL0310200 for FY2026-Q1 was computed with another policy: 287g, SHA-256 /,
        ),
      ],
    ]);
  });

  it("of other agencies are counted", async () => {
    const others = (text: string) => text.replaceAll("FL0310200", "TX1090000");
    expect(await taken(["FY2026-Q1"], "FY2026-Q2", others)).toEqual({
      prior: [],
      said: [
        "notice prior-of-other-agencies null: passed over the prior claims of 1 agency not in this run: TX1090000",
      ],
    });
  });

  it("of an earlier fiscal year count for allowances alone", async () => {
    const filed = await oneByOne(files, quarters, {});
    const next = filesOf({
      roster: [{ ...ROSTER[0], trained_on: "2025-09-15", equipment_cost: "9000.00" }],
      payroll: [paid("FY2027-Q1", "15000.00")],
    });
    const document = documentOf(compute(next, "FY2027-Q1", {}, priorOf(filed, "FY2027-Q1")));
    expect(linesOf([document])).toEqual(["15000.00 0.00 2500.00"]);
  });

  it("differ from payroll with a warning that has both figures, where payroll states the line", async () => {
    const filed = await oneByOne(files, quarters.slice(0, 1), {});
    const warnings = (payroll: NonNullable<AgencyText["payroll"]>): string[] => {
      const now = filesOf({ roster: ROSTER, payroll: [...payroll, paid("FY2026-Q2", "1.00")] });
      const { problems } = compute(now, "FY2026-Q2", {}, priorOf(filed, "FY2026-Q2"));
      return problems.all.filter(({ code }) => code === "prior-differs-from-payroll").map(({ message }) => message);
    };
    expect(warnings([paid("FY2026-Q1", "8500.00")])).toEqual([
      "officer A1: $9,000.00 of overtime was claimed for FY2026-Q1, payroll gives $8,500.00; the prior claim counts",
    ]);
    expect(warnings([paid("FY2026-Q1", "9000.00")])).toEqual([]);
    expect(warnings([{ quarter: "FY2026-Q1", salary_paid: "14999.99" }])).toEqual([
      "officer A1: $15,000.00 of salary was claimed for FY2026-Q1, payroll gives $14,999.99; the prior claim counts",
    ]);
    expect(warnings([{ quarter: "FY2026-Q1", benefits_paid: "1.00" }])).toEqual([]);
    expect(warnings([])).toEqual([]);
  });
});
