import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../src/document/schema.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { moneyFromText, moneyText } from "../../src/engine/values/money.ts";
import { documentOf } from "../../src/run/document.ts";
import { type Explanation, explain } from "../../src/status/explain.ts";
import { compute, type Files } from "../document/files.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";

/** The claim of officers of other models than the task force, who have no award. */
const claimOf = (rows: readonly string[], quarter = "FY2026-Q1", readings: Partial<Readings> = {}): ClaimDocument =>
  documentOf(compute(filesOf(rows), quarter, readings));
const filesOf = (rows: readonly string[]): Files => ({ "roster.csv": `${[HEADER, ...rows].join("\n")}\n` });
const row = (id: string, salary = "60000", benefits = "0", overtime = "0"): string =>
  ["FL0310200", id, "JEM", "2025-09-15", salary, benefits, overtime].join(",");

const said = (one: Explanation): string =>
  "reading" in one ? `${one.reading}=${one.value}` : `${one.officer_id ?? "all"} ${one.figure}`;
const explained = (document: ClaimDocument, paid: string, agency = "FL0310200"): string[] => {
  const found = explain(document, agency, moneyFromText(paid));
  expect(found.map(({ total }) => moneyText(total))).toEqual(found.map(() => paid));
  return found.map(said);
};

describe("a claim that was paid short", () => {
  it("is explained by a figure of all, which is not named again of salary and benefits", () => {
    // 15,000 + 5,000 + 700 and 15,000 + 5,000.
    const document = claimOf([row("1", "60000", "20000", "700"), row("2", "60000", "20000")]);
    expect(document.claims[0]?.totals.total).toBe("40700.00");
    expect(explained(document, "40000.00")).toEqual(["all overtime", "1 overtime"]);
    expect(explained(document, "30700.00")).toEqual(["all benefits"]);
    expect(explained(document, "700.00")).toEqual(["all salary and benefits"]);
    expect(explained(claimOf([row("1", "60000", "0", "700")]), "700.00")).toEqual(["all salary", "1 salary"]);
  });

  it("is explained by the line of an officer, or by all of one, who is then not named again by the only line", () => {
    const document = claimOf([row("1", "60000", "20000", "700"), row("2", "48000")]);
    expect(explained(document, "17700.00")).toEqual(["1 salary"]);
    expect(explained(document, "20700.00")).toEqual(["2 total"]);
    expect(explained(document, "12000.00")).toEqual(["1 total"]);
  });

  it("is explained by officers only where few have a line of that amount", () => {
    const rows = Array.from({ length: 9 }, (_, index) => row(`${index + 1}`, "60000", "4000"));
    const whole = rows.map((_, index) => `${index + 1} benefits`);
    const eight = claimOf([...rows.slice(0, 8), row("9", "60000", "4004")]);
    expect(explained(eight, "143001.00")).toEqual(whole.slice(0, 8));
    expect(explained(claimOf(rows), "143000.00")).toEqual([]);
  });

  it("is explained by a vehicle, and an officer's equipment", () => {
    const run = compute(
      {
        "roster.csv": `${HEADER},equipment_cost\n${row("1").replace("JEM", "TFM")},1200.00\n`,
        "rates.csv": "quarter,placement_rate,vehicle_cost\nFY2026-Q1,50%,30000.00\n",
      },
      "FY2026-Q1",
    );
    const document = documentOf(run);
    expect(document.claims[0]?.totals.total).toBe("46200.00");
    expect(explained(document, "16200.00")).toEqual(["all vehicles"]);
    expect(explained(document, "45000.00")).toEqual(["all equipment", "1 equipment"]);
  });

  it("is explained by each reading that alone gives what was paid, in the order of the readings", () => {
    // Trained for a third of the days of the quarter, 22 of its 64 Mondays to Fridays.
    const document = claimOf([row("1", "73000"), row("2", "73000").replace("2025-09-15", "2026-03-02")], "FY2026-Q2");
    expect(document.claims[0]?.totals.total).toBe("24333.33");
    expect(explained(document, "24000.00")).toEqual(["quarter-share=days"]);
  });

  it("is explained by a pair of readings, named once, where no single one gives what was paid", () => {
    const document = claimOf([row("1", "73000"), row("2", "73000").replace("2025-09-15", "2026-03-02")], "FY2026-Q2");
    // 73,000 × 90 / 365 = 18,000, and 22 / 64 of it.
    expect(explained(document, "24187.50")).toEqual(["quarter-share,partial-quarter=days,weekdays"]);
  });

  it("is explained by other readings than those that it was read with", () => {
    const rows = [row("1", "73000"), row("2", "73000").replace("2025-09-15", "2026-03-02")];
    const document = claimOf(rows, "FY2026-Q2", { "partial-quarter": "whole-quarter" });
    expect(document.claims[0]?.totals.total).toBe("36500.00");
    expect(explained(document, "24333.33")).toEqual(["partial-quarter=calendar-days"]);
    expect(explained(document, "24187.50")).toEqual(["quarter-share,partial-quarter=days,weekdays"]);
  });

  it("is explained under the policy that it was made under, be it nobody's here", () => {
    const document = claimOf([row("1", "60000", "0", "15000")]);
    const cap = ["overtime-cap=accrued", "overtime-cap=quarter"];
    // 15,000, and of overtime a fourth of it, or a tenth.
    expect(explained(document, "18750.00")).toEqual(cap);
    const values = { ...document.policy.values, "overtime-cap-share": "10" };
    const own = { ...document, policy: { ...document.policy, id: "ours", sha256: "0".repeat(64), values } };
    expect(explained(own, "16500.00")).toEqual(cap);
  });

  it("is explained by what is of its own agency, and is of no other", () => {
    const document = claimOf([row("1", "60000", "4000"), row("1", "48000", "8000").replace("FL0310200", "GA0480300")]);
    expect(explained(document, "12000.00", "GA0480300")).toEqual(["all benefits", "1 benefits"]);
    expect(explained(document, "15000.00")).toEqual(["all benefits", "1 benefits"]);
    expect(explained(document, "12000.00", "TX1010000")).toEqual([]);
  });
});
