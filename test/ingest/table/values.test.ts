import { describe, expect, it } from "vitest";
import { type Aside, dataRows, isTotalWord, totalCell, walkRows } from "../../../src/ingest/table/values.ts";
import { type Opening, opened } from "./said.ts";

const ROSTER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const RATES = "agency_id,quarter,placement_rate,reference";

type Role = Parameters<typeof opened>[0];

/** What each row below the header is: `row`, or what it is instead. */
function kindsOf(role: Role, header: string, rows: readonly string[], opening?: Opening): (Aside | "row")[] {
  const { table } = opened(role, [header, ...rows].join("\n"), opening);
  if (!table) throw new Error("no table");
  const kinds: (Aside | "row")[] = [];
  walkRows(
    table,
    () => kinds.push("row"),
    (_, kind) => kinds.push(kind),
  );
  return kinds;
}

describe("a row of a roster below its header is", () => {
  it.each([
    // Values, whatever their id.
    ["FL0310200,7,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["agency,0,name,model,trained,salary,benefits", "row"],
    ["agency,B9,name,model,trained,salary,benefits", "row"],
    ["FL0310200,Ruiz,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,7 A,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,\u00a07,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,,Total,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,Total,Ruiz,TFM,2025-09-15,60000,0", "row"],
    ["FL0310200,9,Total,,,60000,0", "row"],
    [",,Ruiz,,,60000,", "row"],
    [",Ruiz,,,,,", "row"],
    // Totals.
    [",,Total,,,60000,0", "totals"],
    ["Total,,,,,60000,0", "totals"],
    ["Grand total of all,,,,,60000,0", "totals"],
    [",Total:,,,,60000,0", "totals"],
    [" ,,Total, ,,60000,0", "totals"],
    [", Total ,,,,60000,0", "totals"],
    [",\u2003,Total,,,60000,0", "totals"],
    [",SUM,,,,60000,0", "totals"],
    [",,officers count,,,2,", "totals"],
    ["Total,,,,,,", "totals"],
    [`,,${"x".repeat(194)} total,,,60000,0`, "totals"],
    [`,,${"x".repeat(195)} total,,,60000,0`, "row"],
    // Notes.
    ["as of Friday", "note"],
    [" , ,as of Friday, ", "note"],
    ["Draft,,,,,,", "note"],
    [",,,,,,* estimated", "note"],
    [",* estimated", "note"],
    [",TotallyDone,", "row"],
    // The header again, or another.
    [ROSTER, "header-again"],
    ["Agency ID,OFFICER_ID,Officer Name,Program model,trained on,Annual Salary,Annual Benefits", "header-again"],
    [`${ROSTER},`, "header-again"],
    [`${ROSTER},x`, "other-header"],
    ["agency_id,officer_id,officer_name,program_model,trained_on,annual_salary", "other-header"],
    ["agency_id,officer_id,,program_model,trained_on,annual_salary,annual_benefits", "header-again"],
    ["agency_id,officer_id, ,program_model,trained_on,annual_salary,annual_benefits", "header-again"],
    ["agency,Badge,name,model,trained,salary,benefits", "other-header"],
    ["agency,#,name,model,trained,salary,benefits", "other-header"],
    ["agency,Badge 2,name,model,trained,salary,benefits", "other-header"],
    ["agency,Badge\u00a02,name,model,trained,salary,benefits", "other-header"],
    ["officer_id,agency_id,officer_name,program_model,trained_on,annual_salary,annual_benefits", "other-header"],
    ["officer_id,annual_salary", "other-header"],
    ["officer_id,annual_salary,x", "row"],
    ["officer_id,annual_salary,end_date,x,y", "other-header"],
    ["officer_id,badge,x", "row"],
    ["officer_id,badge", "row"],
    [`${ROSTER}, `, "header-again"],
  ])("%j: %s", (row, kind) => expect(kindsOf("roster", ROSTER, [row])).toEqual([kind]));
});

it.each([
  [",FY2026 1", "row"],
  [",Q1 2026", "row"],
  [",Q 2026", "note"],
  ["FY2026 Q1", "note"],
  ["as determined", "note"],
  [",as determined", "note"],
  ["Draft", "note"],
])("a row of rates with one cell, %j: %s", (row, kind) => expect(kindsOf("rates", RATES, [row])).toEqual([kind]));

it("the one cell of a row of a roster may speak of a quarter", () => {
  expect(kindsOf("roster", ROSTER, [",as of FY2026 Q1"])).toEqual(["note"]);
});

it("rows under another header are none of the table, until its own comes again", () => {
  const row = "FL0310200,7,Ruiz,TFM,2025-09-15,60000,0";
  const other = "agency_id,officer_id,end_date";
  expect(kindsOf("roster", ROSTER, [row, other, row, "as of Friday", row, ROSTER, row])).toEqual([
    ...["row", "other-header", "under-other-header", "note", "under-other-header", "header-again", "row"],
  ]);
});

it("the header again may lack blank cells at its end, not others", () => {
  expect(kindsOf("roster", `${ROSTER},, `, [ROSTER])).toEqual(["header-again"]);
  expect(kindsOf("roster", `${ROSTER},x, `, [ROSTER])).toEqual(["other-header"]);
});

it("what stands beside the rows need not be asked for", () => {
  const { table } = opened("roster", `${ROSTER}\nas of Friday\nFL0310200,7,b,TFM,2025-09-15,1,1\n`);
  const lines: number[] = [];
  if (table) dataRows(table, ({ line }) => lines.push(line));
  expect(lines).toEqual([3]);
});

it("rows above the header are none", () => {
  const { table } = opened("roster", `FL0310200,6,a,TFM,2025-09-15,1,1\n${ROSTER}\nFL0310200,7,b,TFM,2025-09-15,1,1\n`);
  const lines: number[] = [];
  if (table) dataRows(table, ({ line }) => lines.push(line));
  expect(lines).toEqual([3]);
});

it("reading ends where no more is wanted", () => {
  const rows = [7, 8, 9].map((id) => `FL0310200,${id},a,TFM,2025-09-15,1,1`);
  const { table } = opened("roster", [ROSTER, ...rows].join("\n"));
  const lines: number[] = [];
  if (table) dataRows(table, ({ line }) => lines.push(line) < 2);
  expect(lines).toEqual([2, 3]);
});

it("a header of two known names counts where --map says them", () => {
  const map = { annual_salary: "Pay", officer_id: "Who" };
  const header = `${ROSTER.replace("annual_salary", "Pay")},Who`;
  expect(kindsOf("roster", header, ["who,PAY"], { map })).toEqual(["other-header"]);
});

it("the header again is one though that of the ids has a digit", () => {
  const header = ROSTER.replace("officer_id", "ID2");
  const row = "FL0310200,ID3,Ruiz,TFM,2025-09-15,60000,0";
  const map = { officer_id: "ID2" };
  expect(kindsOf("roster", header, [row, header, row], { map })).toEqual(["row", "header-again", "row"]);
  expect(kindsOf("roster", header, [row.replace("ID3", "ID2")], { map })).toEqual(["row"]);
});

describe("but a word for a total", () => {
  it.each([
    ...[
      "Total",
      "total:",
      "TOTALS",
      "subtotal",
      "Sub-total",
      "sub total",
      "Grand Total",
      "grand-totals:",
      "sum",
      "Sums",
    ],
    ...["count", "Average", "averages:", "grand subtotals:"],
  ])("is %s", (text) => {
    expect(isTotalWord(text)).toBe(true);
    expect(totalCell(["TFM", "", "7", text, text])).toBe(3);
  });

  it.each(["Total ", " Total", "\u00a0Total:\u00a0"])("may have spaces around it: %j", (text) =>
    expect(totalCell(["7", text])).toBe(1),
  );

  it.each([
    "Total City",
    "a total",
    "su",
    "summary",
    "TFM",
    "tfm",
    "counts of",
    "grand  total",
    "total::",
    "st",
    "",
    "avg",
  ])("is not %j", (text) => {
    expect(isTotalWord(text)).toBe(false);
    expect(totalCell([text, "7"])).toBe(-1);
  });
});
