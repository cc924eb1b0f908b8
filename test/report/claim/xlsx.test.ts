import fc from "fast-check";
import { readXlsx, type Workbook } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { AmendmentDocument, ClaimDocument } from "../../../src/document/schema.ts";
import { READINGS, type Readings } from "../../../src/engine/values/ids.ts";
import { claimWorkbook, yearWorkbook } from "../../../src/report/claim/xlsx/workbook.ts";
import { yearDocument } from "../../../src/whatif/year.ts";
import { type Asked, asked, LARGE } from "../../engine/arbitrary.ts";
import { quarter, type RosterRow, terms } from "../../engine/build.ts";
import { documentOf, shown } from "./documents.ts";

const DEFAULTS = Object.fromEntries(
  Object.entries(READINGS).map(([id, [value]]) => [id, value]),
) as unknown as Readings;

const ANA: RosterRow = {
  officer: "1042",
  trained_on: "2025-09-15",
  annual_salary: "85000.37",
  annual_benefits: "23000.11",
};

const claimOf = (
  roster: readonly RosterRow[],
  more: Partial<Asked["agency"]> = {},
  quarterId = "FY2026-Q1",
): ClaimDocument => documentOf({ quarterId, readings: DEFAULTS, agency: { roster, ...more } });

const bookOf = async (claim: ClaimDocument): Promise<Workbook> => readXlsx(await claimWorkbook(shown(claim)));

/** The cell under a title in a row that a text begins. */
function under(book: Workbook, sheet: string, title: string, row: string) {
  const found = book.sheets.find(({ name }) => name === sheet);
  const head = found?.rows.findIndex((cells) => cells.includes(title)) ?? -1;
  const column = found?.rows[head]?.indexOf(title) ?? -1;
  const at = found?.rows.findIndex((cells, index) => index > head && cells.includes(row)) ?? -1;
  return { formula: found?.cells?.get(`${at},${column}`)?.formula, value: found?.rows[at]?.[column] };
}

const allText = (book: Workbook): string => JSON.stringify(book.sheets.map(({ name, rows }) => ({ name, rows })));

describe("the workbook of a claim", () => {
  it("goes from the roster's row to the total by formulas that hold the engine's figures", async () => {
    const paid = { quarter: "FY2026-Q1", officer: "1042", overtime_paid: "3456.78" };
    const claim = claimOf([ANA], { payroll: [paid], rates: [{ quarter: "FY2026-Q1", provided: 40, successful: 37 }] });
    const book = await bookOf(claim);
    expect(book.sheets.map(({ name }) => name)).toEqual([
      "Claim",
      "Officers",
      "Not claimed",
      "Rates and readings",
      "Inputs",
    ]);
    const input = (title: string) => under(book, "Inputs", title, "1042");
    expect(input("Annual salary")).toEqual({ formula: undefined, value: 85000.37 });
    expect(input("Salary, unrounded")).toEqual({ formula: "K6*J6*quarter_share*P6", value: 21250.0925 });
    const officer = (title: string) => under(book, "Officers", title, "1042");
    expect(officer("Salary by annual pay")).toEqual({ formula: "ROUND(ROUND(Inputs!$Q$6,9),2)", value: 21250.09 });
    expect(officer("Salary claimed")).toEqual({ formula: 'IF(H6="",G6,MIN(G6,H6))', value: 21250.09 });
    expect(officer("Benefits claimed").value).toBe(5750.03);
    expect(officer("Overtime cap")).toEqual({ formula: "ROUNDDOWN(ROUND(N6*cap_share,9),2)", value: 21250.09 });
    expect(officer("Overtime claimed")).toEqual({ formula: 'IF(M6="",0,MIN(M6,P6))', value: 3456.78 });
    expect(officer("Award claimed").value).toBe(1000);
    expect(officer("Total")).toEqual({ formula: "I6+L6+Q6+T6", value: 31456.9 });
    expect(under(book, "Claim", "This claim", "Total")).toEqual({ formula: "SUM(B18:B21)", value: 31456.9 });
  });

  it("says of what it cannot follow where it comes from", async () => {
    const prior = [{ quarter: "FY2026-Q1", officers: { "1042": { salary: "15000.00", overtime: "9000.00" } } }];
    const payroll = [{ quarter: "FY2026-Q2", officer: "1042", overtime_paid: "9000.00" }];
    const claim = claimOf([{ ...ANA, annual_salary: "60000.00" }], { payroll, prior }, "FY2026-Q2");
    const book = await bookOf(claim);
    const officer = (title: string) => under(book, "Officers", title, "1042");
    expect(officer("Overtime in earlier quarters")).toEqual({ formula: undefined, value: 9000 });
    expect(officer("Room under the cap")).toEqual({ formula: "IF(F6=0,0,MAX(0,O6-P6))", value: 6000 });
    expect(officer("Overtime over the cap").value).toBe(3000);
    expect(officer("Reasons and notes").value).toContain("FY2026-Q1 by a prior claim: overtime $9,000.00");
    expect(under(book, "Claim", "Earlier in FY2026, by prior claims", "Overtime, up to the cap").value).toBe(9000);
    expect(under(book, "Claim", "Year to date", "Overtime, up to the cap").value).toBe(15000);
    expect(under(book, "Not claimed", "Paid and not claimed", "1042").value).toBe(3000);
  });

  it("has a row for all that was paid and is not claimed, and the reason of each officer with nothing", async () => {
    const late = { ...ANA, trained_on: "2026-02-01" };
    const roster = [ANA, { ...late, officer: "1043" }, { ...late, officer: "1044", equipment_cost: "9000.00" }];
    const paid = { quarter: "FY2026-Q1", salary_paid: "22000.00", overtime_paid: "100.00" };
    const payroll = ["1042", "1043"].map((officer) => ({ ...paid, officer }));
    const rates = [{ quarter: "FY2026-Q1", vehicle_cost: "120000.00" }];
    const book = await bookOf(claimOf(roster, { payroll, rates }));
    const rows = book.sheets
      .find(({ name }) => name === "Not claimed")
      ?.rows.slice(4)
      .map((row) => row.slice(1));
    expect(rows).toEqual([
      ["1042", "Officer 1042", "Salary", 749.91, "above the share of annual pay of the eligible days"],
      ["1043", "Officer 1043", "Salary", 22000, "trained on 2026-02-01, after FY2026-Q1"],
      ["1043", "Officer 1043", "Overtime", 100, "$100.00 of overtime is not claimed: no eligible day in the quarter"],
      [
        "1044",
        "Officer 1044",
        "Equipment",
        9000,
        "no equipment: not a trained task force officer by the quarter's end",
      ],
      [null, null, "Vehicles", 20000, "$20,000.00 of vehicle receipts are over the allowance"],
      ["1042", "Officer 1042", null, null, "no award: no placement rate"],
      ["1044", "Officer 1044", null, null, "trained on 2026-02-01, after FY2026-Q1"],
      [null, null, null, 51849.91, null],
    ]);
  });

  it("takes what is not claimed from the document, each reason with its amount, and formulas where one cell holds it", async () => {
    const half = { ...ANA, time_share: "0.5" };
    const paid = { quarter: "FY2026-Q1", officer: "1042", salary_paid: "30000.00", other_funding: "500.00" };
    const overtime = { quarter: "FY2026-Q1", officer: "1043", overtime_paid: "25000.00" };
    const claim = claimOf([half, { ...ANA, officer: "1043" }], { payroll: [paid, overtime] });
    expect(claim.claims[0]?.not_claimed?.map(({ amount }) => amount)).toEqual([
      "10625.04", // 85,000.37 / 4 rounded, less half of it: 21,250.09 − 10,625.05
      "8749.91", // 30,000.00 − 21,250.09
      "500.00",
      "3749.91", // 25,000.00 − 21,250.09
    ]);
    const book = await bookOf(claim);
    const sheet = book.sheets.find(({ name }) => name === "Not claimed");
    const shown = [4, 5, 6, 7].map((row) => [
      sheet?.rows[row]?.[4],
      sheet?.cells?.get(`${row},4`)?.formula?.replaceAll(/INDEX\(Officers!\$([A-Z]+)[^)]*\)[^)]*\)/g, "$1"),
    ]);
    expect(shown).toEqual([
      [10625.04, undefined],
      [8749.91, undefined],
      [500, "T"],
      [3749.91, "M-Q"],
    ]);
    expect(under(book, "Officers", "Other funding, taken off", "1042").value).toBe(500);
  });

  it("says how many dollars have a document, which, and what to fetch next", async () => {
    const roster = [ANA, { ...ANA, officer: "1043", annual_salary: "60000.00" }];
    const evidence = [
      { officer: "1042", quarter: "FY2026-Q1", figure: "salary", document: "ledger.pdf" },
      { quarter: "FY2026-Q1", figure: "benefits", document: "benefits.pdf" },
      { officer: "1043", quarter: "FY2026-Q1", figure: "award", document: "letter.pdf" },
    ] as const;
    const claim = claimOf(roster, { evidence, rates: [{ quarter: "FY2026-Q1", rate: "95" }] });
    // 21,250.09 + 2 × 5,750.03 + 1,000.00 of 21,250.09 + 15,000.00 + 2 × 5,750.03 + 2 × 1,000.00
    const book = await bookOf(claim);
    expect(book.sheets.map(({ name }) => name)).toContain("Evidence");
    expect(under(book, "Claim", "This claim", "of it with a document").value).toBe(33750.15);
    expect(under(book, "Claim", "This claim", "of it without one")).toEqual({ formula: "B22-B24", value: 16000 });
    expect(allText(book)).toContain("$33,750.15 of $49,750.15 has a document, $16,000.00 has none.");
    expect(under(book, "Evidence", "Dollars", "ledger.pdf").value).toBe(21250.09);
    expect(under(book, "Evidence", "Dollars", "benefits.pdf")).toEqual({
      formula: "SUM(Officers!$L$6:$L$7)",
      value: 11500.06,
    });
    const rows = book.sheets.find(({ name }) => name === "Evidence")?.rows ?? [];
    const at = rows.findIndex(([first]) => String(first).startsWith("To fetch next"));
    expect(rows.slice(at + 2).map((row) => row.slice(0, 4))).toEqual([
      ["FL0000000", "1043", "Salary", 15000],
      ["FL0000000", "1042", "Award", 1000],
    ]);
    expect(JSON.stringify(await bookOf(claimOf(roster)))).not.toContain("Evidence");
  });

  it("of several agencies says what each has a document for", async () => {
    const evidence = [{ quarter: "FY2026-Q1", figure: "salary", document: "ledger.pdf" }] as const;
    const one: Asked = { quarterId: "FY2026-Q1", readings: DEFAULTS, agency: { roster: [ANA] } };
    const claim = documentOf({ ...one, agency: { roster: [ANA], evidence } }, one);
    const book = await bookOf(claim);
    expect(under(book, "Claim", "Of it with a document", "FL0000000").value).toBe(21250.09);
    expect(under(book, "Claim", "Of it with a document", "FL0000001").value ?? null).toBe(null);
    expect(under(book, "Claim", "Of it with a document", "All").value).toBe(21250.09);
    expect(allText(book)).toContain("$21,250.09 of $27,000.12 has a document, $5,750.03 has none.");
  });

  it("has the same bytes at any time", async () => {
    const claim = claimOf([ANA]);
    const first = await claimWorkbook(shown(claim));
    await new Promise((later) => setTimeout(later, 1_100));
    expect(Buffer.from(await claimWorkbook(shown(claim))).equals(Buffer.from(first))).toBe(true);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1+1", "'\t=1+1"],
    ["#N/A", "'#N/A"],
    ["a\u202eb", "a\\u202eb"],
    ["a\ufffeb", "a\ufffdb"],
    ["_x0041_", "_x0041_"],
    ["Nguyễn 😀 李", "Nguyễn 😀 李"],
  ])("writes the id %j as nothing but text", async (id, shown) => {
    const book = await bookOf(claimOf([{ ...ANA, officer: id }]));
    const found = book.sheets.flatMap(({ rows, cells }) =>
      rows.flatMap((row, at) =>
        row.flatMap((value, column) => (value === shown ? [cells?.get(`${at},${column}`)?.formula] : [])),
      ),
    );
    expect(found).toEqual(found.map(() => undefined));
    expect(found.length).toBeGreaterThan(1);
  });

  it("cuts a text that no cell holds", async () => {
    const book = await bookOf(claimOf([{ ...ANA, officer: "9".repeat(40_000) }]));
    const longest = Math.max(
      ...book.sheets.flatMap(({ rows }) => rows.flat()).map((value) => String(value ?? "").length),
    );
    expect(longest).toBe(32_767);
  });

  it("holds amounts that no number holds as text, and no formula", async () => {
    await fc.assert(
      fc.asyncProperty(asked(LARGE), async (one) => {
        const claim = documentOf(one);
        fc.pre(claim.totals.total.length > 17);
        const book = await bookOf(claim);
        const cells = book.sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]);
        expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
        expect(allText(book)).toContain(`"${claim.totals.total}"`);
      }),
      { numRuns: 30 },
    );
  });

  it("shows no officer where a line is an agency", async () => {
    const claim = claimOf([ANA], { rates: [{ quarter: "FY2026-Q1", rate: "92.5", vehicle_cost: "120000.00" }] });
    const book = await readXlsx(await claimWorkbook(shown(claim), "agency"));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Claim", "Rates and readings", "Inputs"]);
    expect(allText(book)).not.toContain("1042");
    const agency = (title: string) => under(book, "Claim", title, "FL0000000");
    expect(agency("Salary")).toEqual({ formula: undefined, value: 21250.09 });
    expect(agency("Vehicles").value).toBe(100_000);
    expect(agency("Total")).toEqual({ formula: "G7+H7+I7+J7+K7", value: 128000.12 });
  });

  it("has a line an agency where there are several", async () => {
    const one: Asked = { quarterId: "FY2026-Q1", readings: DEFAULTS, agency: { roster: [ANA] } };
    const claim = documentOf(one, { ...one, agency: { roster: [ANA, { ...ANA, officer: "1043" }] } });
    const book = await bookOf(claim);
    expect(under(book, "Claim", "Salary", "FL0000001")).toEqual({
      formula: "SUMIF(Officers!$B$6:$B$8,2,Officers!$K$6:$K$8)",
      value: 42500.18,
    });
    expect(under(book, "Claim", "Total", "All").value).toBe(81000.36);
  });

  it("of an amendment has each difference with its cause", async () => {
    const claim = { ...claimOf([ANA]), amends: "a".repeat(64) };
    const amendment: AmendmentDocument = {
      schema: "claims-amendment/1",
      filed: { path: "q1.json", sha256: "a".repeat(64), total: "26000.12" },
      now: { total: "27000.12" },
      difference: "1000.00",
      lines: [
        {
          agency_id: "FL0000000",
          officer_id: "1042",
          figure: "salary",
          filed: "20250.09",
          now: "21250.09",
          difference: "1000.00",
          cause: "the roster",
        },
      ],
      claim,
    };
    const book = await readXlsx(await claimWorkbook(shown(amendment)));
    expect(book.sheets.map(({ name }) => name)).toContain("Amendment");
    expect(under(book, "Amendment", "Now", "1042")).toEqual({
      formula: "INDEX(Officers!$I$6,MATCH(1,Officers!$A$6,0))",
      value: 21250.09,
    });
    expect(under(book, "Claim", "This claim", "Difference, asked for or given back")).toEqual({
      formula: "B24-B25",
      value: 1000,
    });
  });
});

describe("the workbook of a year", () => {
  it("sums the quarters on their own sheets", async () => {
    const quarters = ["FY2026-Q1", "FY2026-Q2"].map((id) => claimOf([ANA], {}, id));
    const { year } = quarter("FY2026-Q1");
    const inForce = ["Q1", "Q2", "Q3", "Q4"].map((q) => terms(`FY2026-${q}`));
    const document = yearDocument({ year, documents: quarters, agencies: new Set(["FL0000000"]), terms: inForce });
    const book = await readXlsx(await yearWorkbook(document, quarters.map(shown)));
    expect(book.sheets.map(({ name }) => name).slice(0, 3)).toEqual(["Year", "Claim Q1", "Officers Q1"]);
    expect(under(book, "Year", "Salary", "FY2026-Q2")).toEqual({
      formula: "SUM('Officers Q2'!$I$6)",
      value: 21250.09,
    });
    expect(under(book, "Year", "Total", "FY2026")).toEqual({ formula: "SUM(I6:I7)", value: 54000.24 });
    expect(under(book, "Year", "Total", "FY2026").value).toBe(Number(document.totals.total));
  });
});
