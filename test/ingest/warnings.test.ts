import { describe, expect, it } from "vitest";
import { file, RATES, read } from "./read.ts";

const HEADER =
  "agency_id,officer_id,officer_name,program_model,trained_on,start_date,end_date,annual_salary,annual_benefits,overtime_paid,salary_paid";
const row = (
  id: string,
  name: string,
  more: Partial<Record<"agency" | "start" | "end" | "salary" | "overtime" | "paid", string>> = {},
) =>
  `${more.agency ?? "FL0310200"},${id},"${name}",TFM,2025-09-15,${more.start ?? ""},${more.end ?? ""},${more.salary ?? "60000"},10000,${more.overtime ?? ""},${more.paid ?? ""}`;

/** The warnings of a roster, as code and message. */
const warnings = (rows: string[], redact = false, payroll?: string) => {
  const files = [file("roster", [HEADER, ...rows].join("\n")), RATES, ...(payroll ? [file("payroll", payroll)] : [])];
  return read(files, { redact })
    .problems.all.filter(({ severity }) => severity === "warning")
    .map(({ code, message }) => `${code}: ${message}`)
    .filter((text) => !text.startsWith("rates-of-unknown"));
};

describe("warnings that an auditor would want", () => {
  it("one id with two names", () => {
    const rows = [row("7", "Ruiz, Ana", { end: "2025-11-15" }), row("7", "Gomez, Eva", { start: "2025-11-16" })];
    expect(warnings(rows)).toEqual(['names-differ: officer 7 is "Gomez, Eva" here and "Ruiz, Ana" on an earlier row']);
    expect(warnings(rows, true)).toEqual(["names-differ: the rows of officer 7 have different names"]);
  });

  it("one name with two ids, in one agency only", () => {
    const rows = [row("7", "Ruiz, Ana"), row("8", "RUIZ,  ANA"), row("9", "Ruiz, Ann")];
    expect(warnings(rows)).toEqual([
      'name-with-two-ids: officers 7 (line 2) and 8 (line 3) have the same name, "Ruiz, Ana"',
    ]);
    expect(warnings(rows, true)).toEqual(["name-with-two-ids: officers 7 (line 2) and 8 (line 3) have the same name"]);
    expect(warnings([row("7", "Ruiz, Ana"), row("8", "Ruiz, Ana", { agency: "GA0480300", salary: "1" })])).toEqual([
      "unusual-salary: annual_salary 1 is below $10,000 a year: hours, a month, or a lost digit?",
      "benefits-above-salary: annual_benefits 10000 is above annual_salary 1",
    ]);
  });

  it("one name turned round, with two ids", () => {
    for (const [one, other] of [
      ["Ruiz, Ana", "Ana Ruiz"],
      ["Ruiz Ana M.", "ana m\u00a0ruiz"],
    ] as const)
      expect(warnings([row("7", one), row("8", other)]).map((text) => text.split(":")[0])).toEqual([
        "name-with-two-ids",
      ]);
    expect(warnings([row("7", "Ruiz, Ana"), row("7", "Ana Ruiz", { start: "2025-11-16" })]).join()).not.toContain(
      "names-differ",
    );
    expect(warnings([row("7", "Ruiz, Ana"), row("8", "Anar Uiz")])).toEqual([]);
  });

  it("the same name and pay in two agencies on overlapping days", () => {
    const there = { agency: "GA0480300" };
    const both = warnings([row("7", "Ruiz, Ana"), row("8", "Ruiz, Ana", there)]);
    expect(both.map((text) => text.split(":")[0])).toEqual(["officer-in-two-agencies", "officer-in-two-agencies"]);
    expect(warnings([row("7", "Ruiz, Ana"), row("8", "Ruiz, Ana", there)], true).join()).not.toContain("Ruiz");
    const after = { ...there, start: "2025-11-16" };
    expect(warnings([row("7", "Ruiz, Ana", { end: "2025-11-15" }), row("8", "Ruiz, Ana", after)])).toEqual([]);
    expect(warnings([row("7", "Ruiz, Ana"), row("8", "Ruiz, Ana", { ...there, salary: "60000.01" })])).toEqual([]);
  });

  it("overtime above half of the quarter's salary, by the cent", () => {
    expect(warnings([row("7", "a", { overtime: "7500.00" })])).toEqual([]);
    expect(warnings([row("7", "a", { overtime: "7500.01" })])).toEqual([
      "overtime-above-half-salary: officer 7 was paid $7,500.01 of overtime, more than half of the quarter's salary",
    ]);
  });

  it("salary paid above the quarter's share, by the cent", () => {
    expect(warnings([row("7", "a", { paid: "15000.00" })])).toEqual([]);
    expect(warnings([row("7", "a", { paid: "15000.01" })])).toEqual([
      "salary-paid-above-share: officer 7 was paid $15,000.01 of salary, more than the quarter's share of the annual salary",
    ]);
  });

  it("overtime that is the same in every quarter", () => {
    const payroll = (last: string) =>
      `officer_id,quarter,overtime_paid\n7,FY2026-Q1,500\n7,FY2026-Q2,500.00\n7,FY2026-Q3,${last}\n`;
    expect(warnings([row("7", "a")], false, payroll("500"))).toEqual([
      "overtime-identical: officer 7 has the same overtime, $500.00, in all 3 quarters",
    ]);
    expect(warnings([row("7", "a")], false, payroll("500.01"))).toEqual([]);
    expect(warnings([row("7", "a")], false, payroll("0"))).toEqual([]);
  });

  it("ids of which some lost their zeros in front", () => {
    const expected = 'mixed-zero-padding: officer_id "43" is shorter than "0042" on line 2, which has zeros in front';
    expect(warnings([row("0042", "a"), row("43", "b")])).toEqual([expected]);
    expect(warnings([row("0042", "a"), row("1043", "b")])).toEqual([]);
    expect(warnings([row("0042", "a"), row("43", "b", { agency: "GA0480300" })])).toEqual([]);
    expect(warnings([row("A042", "a"), row("43", "b")])).toEqual([]);
  });

  it("ids that differ in the form of their letters alone", () => {
    const alike = (one: string, other: string): string =>
      `ids-alike: officer_id "${one}" and "${other}" on line 2 differ in the form of their letters alone`;
    expect(warnings([row("A7", "a"), row("a7", "b"), row("B7", "c")])).toEqual([alike("a7", "A7")]);
    expect(warnings([row("7", "a"), row("７", "b")])).toEqual([alike("７", "7")]);
    expect(warnings([row("é7", "a"), row("e\u03017", "b"), row("É7", "c")])).toEqual([
      alike("e\u03017", "é7"),
      alike("É7", "é7"),
    ]);
    expect(warnings([row("a7", "a"), row("A8", "b"), row("A7", "c", { agency: "GA0480300" })])).toEqual([]);
    expect(warnings([row("7", "a"), row("8", "b", { agency: "fl0310200" })])).toEqual([
      'not-an-ori: agency_id "fl0310200" is not an ORI of 9 characters, such as FL0310200',
      'ids-alike: agency_id "fl0310200" and "FL0310200" differ in the form of their letters alone',
    ]);
  });

  it("an award without a reference, in the claim document too", () => {
    const rates = file("rates", "quarter,rate\nFY2026-Q1,92.5\n");
    const { problems } = read([file("roster", [HEADER, row("7", "a")].join("\n")), rates]);
    expect(problems.all.map(({ code }) => code)).toContain("award-without-reference");
    const low = read([
      file("roster", [HEADER, row("7", "a")].join("\n")),
      file("rates", "quarter,rate\nFY2026-Q1,9\n"),
    ]);
    expect(low.problems.all.map(({ code }) => code)).not.toContain("award-without-reference");
  });

  it("of a great many of one kind, the first fifty are kept and the rest counted", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => row(String(1000 + i), `n${i}`, { overtime: "7500.01" }));
    const { problems } = read([file("roster", [HEADER, ...rows].join("\n")), RATES]);
    expect(problems.all.filter(({ code }) => code === "overtime-above-half-salary").length).toBe(50);
    expect(problems.ofFiles.get("roster.csv")?.warning).toBe(1000);
  });
});

it("names each line that is passed over", () => {
  const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
  const officer = (id: number) => `FL0310200,${id},TFM,2025-09-15,60000,10000`;
  const text = [header, officer(1), "Page 1", header, officer(2), "Page 2", header, officer(3), "Page 3"].join("\n");
  const { problems, claims } = read([file("roster", text), RATES]);
  expect(problems.all.filter(({ severity }) => severity === "notice").map(({ message }) => message)).toEqual([
    "passed over lines 4, 7, the header again",
    'passed over lines 3, 6, 9, notes: "Page 1"',
  ]);
  expect(claims[0]?.officers).toHaveLength(3);
});
