import { describe, expect, it } from "vitest";
import type { ClaimFile } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { Problems } from "../../src/problems/problems.ts";
import { refuseCarriedOver } from "../../src/run/carried-over.ts";
import { documentOf } from "../../src/run/document.ts";
import { compute, read } from "../document/files.ts";
import { file, read as readFiles } from "../ingest/read.ts";
import { said } from "../ingest/table/said.ts";

const [Q1, Q2] = ["FY2026-Q1", "FY2026-Q2"] as const;
const [LEE, POLK] = ["FL0310200", "GA0480300"] as const;
const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const roster = (column: string, ...paid: readonly (readonly [agency: string, amount: string])[]): string =>
  [`${HEADER},${column}`, ...paid.map(([id, amount]) => `${id},1,TFM,2025-09-15,60000,20000,${amount}`), ""].join("\n");

const claimOf = (text: string, quarterId: string = Q1): ClaimDocument =>
  documentOf(compute({ "roster.csv": text }, quarterId));
const filed = (document: ClaimDocument, name = "q1.json"): ClaimFile => ({
  name,
  file: name,
  sha256: `hash of ${name}`,
  document,
  amendment: null,
});

/** What is said of a roster for the second quarter beside prior claims. */
function refused(text: string, ...claims: readonly ClaimDocument[]): string[] {
  const problems = new Problems();
  const inputs = read({ "roster.csv": text }, Q2, problems);
  const before = problems.all.length;
  refuseCarriedOver(
    claims.map((one) => filed(one)),
    inputs,
    problems,
  );
  return problems.all.slice(before).map((one) => `${one.agency} ${said(one)}`);
}

const error = (id: string, roster = "roster.csv"): string =>
  `${id} error carried-over: ${roster} has the actuals from which the prior claim of ${id} for FY2026-Q1, q1.json, was computed -> put those of FY2026-Q2 in their place, or leave them blank and give --payroll, which names its quarters`;

describe("a roster from which a claim of another quarter was computed", () => {
  it.each(["salary_paid", "benefits_paid", "overtime_paid", "other_funding"])("is refused with its %s", (column) => {
    const text = roster(column, [LEE, "0.01"]);
    expect(refused(text, claimOf(text))).toEqual([error(LEE)]);
    for (const none of ["0.00", ""]) {
      const blank = roster(column, [LEE, none]);
      expect(refused(blank, claimOf(blank))).toEqual([]);
    }
  });

  it("is not, where its bytes are others, or the claim is of this quarter", () => {
    const text = roster("overtime_paid", [LEE, "100.00"]);
    expect(refused(`${text}\n`, claimOf(text))).toEqual([]);
    expect(refused(text, claimOf(text, Q2))).toEqual([]);
    expect(refused(text)).toEqual([]);
  });

  it("stops the agencies of the claim that have actuals, and no other", () => {
    const text = roster("overtime_paid", [LEE, "100.00"], [POLK, "100.00"]);
    expect(refused(text, claimOf(text))).toEqual([error(LEE), error(POLK)]);
    const one = roster("overtime_paid", [LEE, ""], [POLK, "100.00"]);
    expect(refused(one, claimOf(one))).toEqual([error(POLK)]);
  });

  it("is known by the rows of the claim's agencies, where the claim has no others", () => {
    const whole = roster("overtime_paid", [LEE, "100.00"], [POLK, "100.00"]);
    const run = compute({ "roster.csv": whole }, Q1);
    const polk = documentOf(
      run,
      run.claims.filter(({ agency }) => agency.id === POLK),
    );
    expect(polk.inputs[0]?.scope).toBe("rows");
    expect(refused(whole, polk)).toEqual([error(POLK)]);
    expect(refused(roster("overtime_paid", [LEE, "7.00"], [POLK, "100.00"]), polk)).toEqual([error(POLK)]);
    expect(refused(roster("overtime_paid", [LEE, "100.00"], [POLK, "100.01"]), polk)).toEqual([]);
    expect(refused(roster("overtime_paid", [LEE, "100.00"]), polk)).toEqual([]);
  });

  it("is known by its rows, whatever the header of the agency's id", () => {
    const rows = [`${LEE},1,TFM,2025-09-15,60000,20000,100.00`, `${POLK},1,TFM,2025-09-15,60000,20000,100.00`];
    const book = file("roster", [`${HEADER.replace("agency_id", "Dept")},overtime_paid`, ...rows, ""].join("\n"));
    const map = { agency_id: "Dept" };
    const first = readFiles([book], { map });
    const claims = [LEE, POLK].map((id) =>
      documentOf(
        first,
        first.claims.filter(({ agency }) => agency.id === id),
      ),
    );
    const now = readFiles([book], { map, quarter: 2 });
    const problems = new Problems();
    const files = claims.map((one, index) => filed(one, `q${index + 1}.json`));
    refuseCarriedOver(files, now.inputs, problems);
    expect(problems.all.map(({ agency }) => agency)).toEqual([LEE, POLK]);
  });

  it("is one of several of the claim", () => {
    const [lee, polk] = [roster("overtime_paid", [LEE, "100.00"]), roster("overtime_paid", [POLK, "100.00"])];
    const both = readFiles([file("roster", lee, "lee.csv"), file("roster", polk, "polk.csv")]);
    const document = documentOf(both);
    expect(document.inputs.length).toBe(2);
    expect([refused(lee, document), refused(polk, document)]).toEqual([[error(LEE)], [error(POLK)]]);
  });

  it("is none where the claim had that file in another place", () => {
    const text = roster("overtime_paid", [LEE, "100.00"]);
    const document = claimOf(text);
    const inputs = document.inputs.map((input) => ({ ...input, role: "payroll" as const }));
    expect(refused(text, { ...document, inputs })).toEqual([]);
  });
});
