import { describe, expect, it } from "vitest";
import { withPrior } from "../../src/document/prior.ts";
import { ZERO } from "../../src/engine/values/money.ts";
import { documentOf } from "../../src/run/document.ts";
import { agencyRuns, type Run, runClaims } from "../../src/run/run.ts";
import { file, RATES, read } from "../ingest/read.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
const [LEE, POLK] = ["FL0310200", "GA0480300"] as const;
const row = (
  agency: string,
  officer: number,
  more: { salary?: number; overtime?: string; model?: string } = {},
): string => `${agency},${officer},${more.model ?? "TFM"},2025-09-15,${more.salary ?? 60_000},0,${more.overtime ?? ""}`;
const roster = (name: string, ...rows: string[]) => file("roster", `${HEADER}\n${rows.join("\n")}\n`, name);
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));

/** The warnings of a document, those of an agency's claim alone where it is named: code, file, line and message. */
const warnings = (run: Run, only?: string): string[] => {
  const claims = only === undefined ? run.claims : run.claims.filter(({ agency }) => agency.id === only);
  return documentOf(run, claims).warnings.map(({ code, file, line, message }) => `${code} ${file} ${line} ${message}`);
};
const unusual = (file: string, line: number): string =>
  `unusual-salary ${file} ${line} annual_salary 5000 is below $10,000 a year: hours, a month, or a lost digit?`;

describe("the warnings of a document", () => {
  it("are those of its inputs, then those of its claims, each once", () => {
    const run = read([roster("lee.csv", row(LEE, 1, { salary: 5000 }), row(LEE, 2, { overtime: "9000.00" }))]);
    expect(warnings(run)).toEqual([
      unusual("lee.csv", 2),
      "overtime-above-half-salary lee.csv 3 officer 2 was paid $9,000.00 of overtime, more than half of the quarter's salary",
    ]);
  });

  it("are without notices and errors", () => {
    const run = read([roster("lee.csv", row(LEE, 1)), roster("polk.csv", row(POLK, 1, { model: "TFX" }))]);
    expect(run.problems.all.map(({ severity }) => severity)).toEqual(expect.arrayContaining(["error", "notice"]));
    expect(warnings(run)).toEqual([]);
  });

  it("of some agencies are those that concern them", () => {
    const run = read([roster("both.csv", row(LEE, 1, { salary: 5000 }), row(POLK, 1, { salary: 5000 }))]);
    expect(warnings(run)).toEqual([unusual("both.csv", 2), unusual("both.csv", 3)]);
    expect(warnings(run, POLK)).toEqual([unusual("both.csv", 3)]);
  });

  it("name a file that is no table", () => {
    const { policy, terms, options, inputs, problems } = read([roster("lee.csv", row(LEE, 1))], { quarter: 2 });
    const officers = new Map([["1", { salary: ZERO, overtime: ZERO, equipment: ZERO }]]);
    const prior = [{ quarter: "FY2026-Q1", path: "q1.json", incomplete: true, vehicles: ZERO, officers }];
    const run = runClaims(policy, terms, options, withPrior(inputs, new Map([[LEE, prior]])), problems, "officers");
    expect(warnings(run)).toEqual([
      "prior-incomplete q1.json null the prior claim of FL0310200 for FY2026-Q1 left out rows of it for errors",
    ]);
  });

  describe("of which there are a great many", () => {
    const low = (name: string, agency: string, count: number) =>
      roster(name, ...many(count, (officer) => row(agency, officer, { salary: 5000 })));
    const more = (file: string, count: number): string =>
      `unusual-salary ${file} null and ${count} more of this kind in the file`;

    it("are fifty of a kind and file, and how many more there are", () => {
      expect(warnings(read([low("lee.csv", LEE, 50)]))).toEqual(many(50, (index) => unusual("lee.csv", index + 2)));
      expect(warnings(read([low("lee.csv", LEE, 53), RATES], { agency: LEE }))).toEqual([
        ...many(50, (index) => unusual("lee.csv", index + 2)),
        more("lee.csv", 3),
      ]);
    });

    it("are all of them, where the claim shows them", () => {
      const rows = many(53, (officer) => row(LEE, officer, { overtime: "9000.00" }));
      const lines = warnings(read([roster("lee.csv", ...rows)]));
      expect([
        lines.length,
        lines.filter((line) => line.startsWith("overtime-above-half-salary lee.csv")).length,
      ]).toEqual([53, 53]);
    });

    it("are of the agency's own roster, where each is taken for itself", () => {
      const { policy, terms, options, inputs, problems } = read([low("lee.csv", LEE, 52), low("polk.csv", POLK, 51)]);
      const runs = agencyRuns({ policy, terms, options }, inputs, problems, "officers", new Set());
      const counted = [...runs].map(({ run }) => warnings(run).filter((line) => line.includes(" more of this kind")));
      expect(counted).toEqual([[more("lee.csv", 2)], [more("polk.csv", 1)]]);
    });
  });
});

describe("what a document says was left out", () => {
  const run = read(
    [
      roster(
        "both.csv",
        row(LEE, 1),
        row(LEE, 2, { model: "TFX" }),
        row(POLK, 1),
        row(POLK, 2, { model: "TFX" }),
        row(POLK, 3, { model: "TFX" }),
      ),
    ],
    { rejects: true },
  );
  const of = (...ids: string[]) =>
    documentOf(
      run,
      run.claims.filter(({ agency }) => ids.includes(agency.id)),
    ).incomplete;

  it("is of all agencies, or of those that it has", () => {
    expect(documentOf(run).incomplete).toEqual({
      agencies: [
        { agency_id: LEE, problems: 1 },
        { agency_id: POLK, problems: 2 },
      ],
      rows: 3,
    });
    expect(of(LEE)).toEqual({ agencies: [{ agency_id: LEE, problems: 1 }], rows: 1 });
    expect(of(POLK)).toEqual({ agencies: [{ agency_id: POLK, problems: 2 }], rows: 2 });
  });
});
