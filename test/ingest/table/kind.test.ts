import { describe, expect, it } from "vitest";
import { headerMap } from "../../../src/ingest/table/columns.ts";
import { isClaimText, otherKind } from "../../../src/ingest/table/kind.ts";
import { opened } from "./said.ts";

describe("the kind of a file by its header", () => {
  it.each([
    ["roster", "officer_id,annual_salary", undefined],
    ["payroll", "officer_id,annual_salary", "roster"],
    ["payroll", "Badge,Training Date", "roster"],
    ["payroll", "annual_salary,trained_on", undefined],
    ["roster", "paid_on,amount", "payments"],
    ["roster", "paid_on,quarter", undefined],
    ["roster", "quarter,document", "evidence"],
    ["roster", "program_model,signed_on", "agreements"],
    ["roster", "quarter,placement_rate", "rates"],
    ["roster", "quarter,referrals", "rates"],
    ["roster", "quarter,located", "rates"],
    ["roster", "quarter,vehicle_cost", "rates"],
    ["roster", "officer_id,quarter,overtime_paid", "payroll"],
    ["roster", "officer_id,quarter,regular_hours", "payroll"],
    ["roster", "officer_id,quarter,benefits_paid", "payroll"],
    ["roster", "officer_id,quarter", undefined],
    ["roster", "officer_id,quarter,overtime_paid,annual_salary", undefined],
    ["rates", "quarter,vehicle_cost,document", undefined],
    ["rates", "shoe,size", undefined],
  ] as const)("given as %s, %j is %s", (role, header, kind) =>
    expect(otherKind(role, header.split(","), new Map())).toBe(kind),
  );

  it("where --map says what its headers are", () => {
    const map = headerMap({ annual_salary: "Pay", officer_id: "Who" });
    expect(otherKind("payroll", ["who", "PAY"], map)).toBe("roster");
    expect(otherKind("payroll", ["who", "PAY"], new Map())).toBe(undefined);
  });

  it.each([
    ["payroll", "officer_id,annual_salary,x", "a roster, not payroll -> name it as a roster"],
    ["roster", "quarter,placement_rate,x", "rates, not a roster -> give it with --rates roster.csv"],
    ["roster", "quarter,document,x", "evidence, not a roster -> give it with --evidence roster.csv"],
    ["rates", "program_model,signed,x", "agreements, not rates -> give it with --agreements rates.csv"],
    [
      "agreements",
      "officer_id,quarter,salary_paid",
      "payroll, not agreements -> give it with --payroll agreements.csv",
    ],
    ["evidence", "paid_on,amount,x", "payments, not evidence -> claims status takes it: --payments evidence.csv"],
    ["payments", "quarter,located,x", "rates, not payments -> give it with --rates payments.csv"],
  ] as const)("is said where it is not that of %s: %s", (role, header, text) => {
    const { table, said } = opened(role, `${header}\n1,2,3\n`);
    expect([table, said]).toEqual([undefined, [`error wrong-file: by its header it is ${text}`]]);
  });
});

describe("a claim", () => {
  it.each([
    ['{"schema":"claims/1"', true],
    ['\ufeff\n {\n  "schema":  "claims-amendment/1"', true],
    ['{"schema": "claims-year/1"', true],
    ['{"schema": "claims-draft/1"', false],
    ['{"schema": "claims/2"', false],
    ['{"id": 1, "schema": "claims/1"', false],
    ['x {"schema": "claims/1"', false],
    [`${" ".repeat(180)}{"schema":"claims/1"`, true],
    [`${" ".repeat(181)}{"schema":"claims/1"`, false],
  ])("begins like one: %j %s", (text, isClaim) => expect(isClaimText(text)).toBe(isClaim));

  it("is no roster", () => {
    expect(opened("roster", '{"schema": "claims/1", "quarter": "FY2026-Q1"}').said).toEqual([
      "error wrong-file: it is a claim, not a roster -> claims verify, report, amend and status take claims, and --prior those filed earlier",
    ]);
  });
});
