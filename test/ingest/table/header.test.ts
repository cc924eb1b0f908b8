import { describe, expect, it } from "vitest";
import { valueRows } from "../../../src/ingest/table/header.ts";
import type { SheetText } from "../../../src/ingest/text/workbook.ts";
import { Refusal } from "../../../src/problems/refusal.ts";
import { type Opening, opened, said } from "./said.ts";

const ROSTER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const row = (id: string | number): string => `FL0310200,${id},"Ruiz, Ana",TFM,2025-09-15,60000,0`;
const lines = (...all: string[]): string => all.join("\n");

/** On which line the header was found, and with which delimiter. */
function headerOf(text: string, role: Parameters<typeof opened>[0] = "roster"): string | undefined {
  const { table } = opened(role, text);
  return table && `${table.headerLine} ${table.delimiter}`;
}

describe("a text that is no table", () => {
  it.each([
    ["", "empty-file: the roster is empty -> the first row names the columns; the rows below it hold the values"],
    ["sep=;", "empty-file: the roster is empty -> the first row names the columns; the rows below it hold the values"],
    ["\n \n", "empty-file: the roster is empty -> the first row names the columns; the rows below it hold the values"],
    [
      "sep=;\n",
      "empty-file: the roster is empty -> the first row names the columns; the rows below it hold the values",
    ],
    [
      "a\0b",
      'binary-file: the roster is not a text file: it has NUL bytes -> in Excel choose "Save as" and the type "Excel Workbook" or "CSV UTF-8 (comma delimited)"',
    ],
  ])("%j", (text, problem) => {
    const { table, said } = opened("roster", text);
    expect([table, said]).toEqual([undefined, [`error ${problem}`]]);
  });

  it("is said of a sheet that is none", () => {
    const sheet = new Refusal("no-sheet", 'has no sheet "Q9"', "its sheets: Q1");
    expect(opened("payroll", "", { sheet }).said).toEqual([
      'error no-sheet: the payroll has no sheet "Q9" -> its sheets: Q1',
    ]);
  });
});

it("a text that is not UTF-8 is read as Windows-1252, and a word of it shown", () => {
  const text = Buffer.from(`${lines(ROSTER, "FL0310200,7,Mu\xf1oz,TFM,2025-09-15,60000,0")}\n`, "latin1");
  const remedy = 'Excel writes UTF-8 as "CSV UTF-8 (comma delimited)"';
  expect(opened("roster", text).said).toEqual([
    `notice windows-1252: read as Windows-1252, because it is not UTF-8; check that "Muñoz" is right -> ${remedy}`,
  ]);
  expect(opened("roster", text, { redact: true }).said).toEqual([
    `notice windows-1252: read as Windows-1252, because it is not UTF-8 -> ${remedy}`,
  ]);
});

describe("the header is", () => {
  const title = "Officers, as of Friday";
  it.each([
    ["the first row", lines(ROSTER, row(7)), "1 ,"],
    ["parted by semicolons", lines(ROSTER.replaceAll(",", ";"), "FL0310200;7;a,b,c,d,e,f,g,h;TFM"), "1 ;"],
    ["parted by semicolons though a name in it has a comma", "officer_id;annual_salary;x,y", "1 ;"],
    ["parted by tabs", lines(ROSTER.replaceAll(",", "\t"), "FL0310200\t7"), "1 \t"],
    ["below titles", lines(title, "", title, ROSTER, row(7)), "4 ,"],
    ["below twenty titles", lines(...Array(20).fill(title), ROSTER), "21 ,"],
    ["not below twenty-one", lines(...Array(21).fill(title), ROSTER), "1 ,"],
    ["the row of the most known columns", lines("officer_id,quarter,x,y", ROSTER, row(7)), "2 ,"],
    [
      "the first of nearly as many",
      lines("officer_id,trained_on,annual_salary,x", "agency_id,officer_id,annual_salary,annual_benefits,x"),
      "1 ,",
    ],
    [
      "not one of fewer",
      lines("officer_id,annual_salary,x", "agency_id,officer_id,annual_salary,annual_benefits,x"),
      "2 ,",
    ],
    ["the first of as many", lines("officer_id,annual_salary,x", "agency_id,annual_salary,x"), "1 ,"],
    [
      "in its own delimiter",
      lines("officer_id;annual_salary;program_model", "agency_id,officer_id,annual_salary,annual_benefits,x"),
      "2 ,",
    ],
    [
      "not one of fewer in another delimiter",
      lines("officer_id;annual_salary;program_model;trained_on", "agency_id,officer_id,annual_salary,x"),
      "1 ;",
    ],
    ["of two known columns below a title", lines("Officers", "officer_id,annual_salary,x"), "2 ,"],
    ["not a row of one known column", lines("Officers", "officer_id,x,y"), "1 ,"],
    ["the first row where no column is known, in the delimiter of most cells", lines("a;b;c,d", "e,f,g,h,i"), "1 ;"],
    ["by commas where no delimiter has more cells", lines("a;b,c", "d"), "1 ,"],
    ["below a line sep=", lines("sep=;", "officer_id;annual_salary;x,y,z", "7;1;a"), "2 ;"],
    ["below a quoted one, which may have spaces", lines(' "SEP=," \t', "officer_id,annual_salary"), "2 ,"],
    ["below one of a tab", lines("sep=\t", "a\tb;c;d"), "2 \t"],
    ["not below one of another letter", lines("sep=|", "officer_id,annual_salary,x"), "2 ,"],
    ["not below a text that begins like it", lines("sep=;x", "officer_id,annual_salary,x"), "2 ,"],
    ["not parted by a sep= further down", lines("officer_id,annual_salary,x;y;z", "sep=;"), "1 ,"],
  ])("%s", (_, text, header) => expect(headerOf(text)).toBe(header));

  it("read no further where it is sure: a row of as many below it is a row", () => {
    expect(headerOf(lines(ROSTER.replace("officer_name,", ""), ROSTER))).toBe("1 ,");
    expect(headerOf(lines("officer_id,annual_salary", ROSTER))).toBe("1 ,");
  });

  it("the first row of six known columns, whatever follows", () => {
    const wide = `${ROSTER},start_date,end_date,eligible`;
    expect(headerOf(lines(ROSTER.replace("officer_name", "x"), wide))).toBe("1 ,");
    expect(headerOf(lines(ROSTER.replace("agency_id,officer_id", "x"), wide))).toBe("2 ,");
    expect(headerOf(lines(ROSTER.replace("officer_name", "x"), wide.replaceAll(",", ";")))).toBe("1 ,");
  });

  it.each([
    ["sep=;", []],
    [' "Sep=;"', []],
    ["xsep=;", ['notice 1 title-rows: passed over line 1 above the header: "xsep="']],
  ])("below a line of its delimiter, which is no title: %j", (line, text) => {
    expect(opened("roster", lines(line, ROSTER.replaceAll(",", ";"))).said).toEqual(text);
  });

  it("said to be broken at its quote", () => {
    expect(opened("roster", lines(`${ROSTER},"x"y`, row(7))).said).toEqual([
      'error 1:8 stray-quote: a quoted cell goes on after its closing quote -> inside a quoted cell write a quote twice, such as "John ""Jack"" Smith"',
    ]);
  });
});

describe("where things stand in a table", () => {
  it.each([
    ["roster", ROSTER, [1, 3]],
    ["payroll", "agency_id,quarter,badge,overtime_paid", [2, -1]],
    ["rates", "agency_id,quarter,placement_rate", [1, -1]],
    ["agreements", "agency_id,type,signed", [2, -1]],
    ["evidence", "quarter,document", [1, -1]],
    ["payments", "amount,paid", [1, -1]],
    ["roster", "agency_id,annual_salary,x", [-1, -1]],
  ] as const)("ids and models of %s: %s", (role, header, indexes) => {
    const { table } = opened(role, `${header}\n`);
    expect([table?.keyIndex, table?.modelIndex]).toEqual(indexes);
  });

  it("columns without a header, and whether there is a header at all", () => {
    const { table } = opened("roster", `${ROSTER}, ,x,\n`);
    expect([table?.unheaded, table?.headed]).toEqual([[7, 9], true]);
    expect(opened("roster", "officer_id,annual_salary,x\n").table?.headed).toBe(true);
    expect(opened("roster", "officer_id,x,y\n").table?.headed).toBe(false);
  });
});

describe("rows above the header", () => {
  const above = (rows: readonly string[], opening?: Opening): string[] =>
    opened("roster", lines(...rows, ROSTER, row(7)), opening).said;

  it.each([
    [["Officers"], 'line 1 above the header: "Officers"'],
    [["", ", as of Friday"], 'line 2 above the header: "as of Friday"'],
    [[" ,Friday"], 'line 1 above the header: "Friday"'],
    [["Officers", "", "Friday"], '2 rows above the header, lines 1 to 3: "Officers", "Friday"'],
    [["a", "b", "c"], '3 rows above the header, lines 1 to 3: "a", "b", "c"'],
    [["a", "b", "c", "d", "e"], '5 rows above the header, lines 1 to 5: "a", "b", "c" and 2 more'],
    [["x".repeat(41)], `line 1 above the header: "${"x".repeat(39)}…"`],
  ])("are passed over: %j", (rows, text) => {
    const [first] = /\d+/.exec(text.replace(/^\d+ rows above the header, lines /, "")) ?? [];
    expect(above(rows)).toEqual([`notice ${first} title-rows: passed over ${text}`]);
  });

  it("hide what may be a name", () => {
    expect(above(["Ruiz", "Ana"], { redact: true })).toEqual([
      "notice 1 title-rows: passed over 2 rows above the header, lines 1 to 2: …, …",
    ]);
  });

  it("that are rows of values are an error", () => {
    const remedy = "make it the first line again: it was sorted with the rows";
    expect(above([row(5)])).toEqual([
      `error 2 rows-above-header: the header is on line 2, below 1 row: line 1 -> ${remedy}`,
    ]);
    expect(above([row(5), "Officers", row(6)])).toEqual([
      `error 4 rows-above-header: the header is on line 4, below 2 rows: lines 1, 3 -> ${remedy}`,
      'notice 2 title-rows: passed over line 2 above the header: "Officers"',
    ]);
  });

  it.each([
    ["FL0310200,7,a,TFM", true],
    ["FL0310200,7,a", false],
    ["FL0310200,7, , ,,,", false],
    ["FL0310200,A7,a,TFM", true],
    ["FL0310200,A,a,TFM", false],
    ["FL0310200,A 7,a,TFM", false],
    ["FL0310200, 7 ,a,TFM", true],
    [`FL0310200,${"7".repeat(200)},a,TFM`, true],
    [`FL0310200,${"7".repeat(201)},a,TFM`, false],
  ])("are rows of values where they have an id and half of the cells: %j %s", (text, isRow) => {
    expect(above([text])[0]?.split(":")[0]).toBe(isRow ? "error 2 rows-above-header" : "notice 1 title-rows");
  });

  it("are rows of a table of few columns only if they have three cells", () => {
    const short = (text: string) => opened("roster", lines(text, "officer_id,annual_salary,,,")).said[0]?.split(":")[0];
    expect([short("7,1,x"), short("7,1")]).toEqual(["error 2 rows-above-header", "notice 1 title-rows"]);
  });
});

describe("the sheet of a workbook", () => {
  const sheetSaid = (more: Partial<SheetText>): string[] => {
    const nothing = { sheet: "Q1", visible: ["Q1"], unread: [], unvalued: [], hidden: [], merged: [] };
    return opened("roster", "", { sheet: { text: lines("Officers", ROSTER, row(7)), ...nothing, ...more } }).said.slice(
      1,
    );
  };

  it("is read without a word where it is the only one", () => expect(sheetSaid({})).toEqual([]));

  it.each([
    [["Q1", "Notes"], '"Q1", "Notes"'],
    [["Q1", "a", "b", "c", "d", "e"], '"Q1", "a", "b", "c", "d" and 1 more'],
  ])("is said of several: %j", (visible, names) =>
    expect(sheetSaid({ visible })).toEqual([
      `notice sheet-chosen: read the sheet "Q1" of ${names} -> --sheet NAME takes another`,
    ]),
  );

  it("with others that have its header", () => {
    const header = ROSTER.split(",");
    const unread = [
      { sheet: "Q2", rows: [["Officers"], header] },
      { sheet: "Notes", rows: [["Officers"], header.slice(1)] },
      { sheet: "Q3", rows: [[...header, "more"]] },
      { sheet: "Other", rows: [["agency_id", "x"]] },
      { sheet: "Blank", rows: [] },
    ];
    expect(sheetSaid({ unread })).toEqual([
      'warning sheets-alike: not read, with the header of the sheet "Q1": "Q2", "Q3" -> put the rows of all on one sheet, or claim each with --sheet NAME',
    ]);
    expect(sheetSaid({ unread: unread.slice(1, 2) })).toEqual([]);
    const text = lines("Officers", " agency_id , officer_id", "FL0310200,7");
    expect(sheetSaid({ text, unread: [{ sheet: "Q2", rows: [["agency_id", "officer_id"]] }] })).toEqual([
      expect.stringMatching(/^warning sheets-alike: .*: "Q2" -> put/),
    ]);
  });

  it("has formulas without a value, from the header on", () => {
    const unvalued = [1, 2, 3].map((line) => ({ line, column: 6, formula: `B${line}*2` }));
    const problem = (line: number): string =>
      `error ${line}:6 formula-without-value: the formula "=B${line}*2" has no value in the file -> open the workbook in Excel or LibreOffice, let it calculate, and save it`;
    expect(sheetSaid({ unvalued })).toEqual([problem(2), problem(3)]);
  });

  it.each([
    [[3], 'warning 3 hidden-rows: hidden row 3 of the sheet "Q1"'],
    [[3, 5], 'warning 3 hidden-rows: hidden rows 3, 5 of the sheet "Q1"'],
    [[1, 5], 'warning 5 hidden-rows: hidden row 5 of the sheet "Q1"'],
  ])("has hidden rows %j", (hidden, text) =>
    expect(sheetSaid({ hidden })).toEqual([`${text}, read like the others -> delete rows that are not to be claimed`]),
  );

  it("may have rows hidden that are none of the table's", () => expect(sheetSaid({ hidden: [1, 2] })).toEqual([]));

  it("has merged cells, from the header on", () => {
    const merged = [1, 2, 4].map((line) => ({ line, range: `A${line}:C${line}` }));
    expect(sheetSaid({ merged })).toEqual([
      "warning 2 merged-cells: merged cells in the table, A2:C2, A4:C4: only the first of them has the value -> unmerge them, and fill each cell",
    ]);
    expect(sheetSaid({ merged: merged.slice(0, 1) })).toEqual([]);
  });
});

describe("below the header", () => {
  const below = (rows: readonly string[], opening?: Opening): string[] => {
    const { table, problems } = opened("roster", lines(ROSTER, ...rows), opening);
    const values: number[] = [];
    if (table) valueRows(table, problems, ({ line }) => values.push(line));
    return [values.join(), ...problems.all.map(said)];
  };
  const remedy = "put that table into a file of its own, or its columns in the order of the first";

  it.each([
    [[ROSTER], "notice 3 header-again: passed over line 3, the header again"],
    [[ROSTER, "", ROSTER], "notice 3 header-again: passed over lines 3, 5, the header again"],
    [["as of Friday"], 'notice 3 note-rows: passed over line 3, a note: "as of Friday"'],
    [[",as of Friday", "by noon"], 'notice 3 note-rows: passed over lines 3, 4, notes: "as of Friday"'],
    [[",,Total,,,1,2"], 'notice 3 totals-row: passed over line 3, a row of totals: "Total"'],
    [[",,Total,,,1,2", ",,Count,,,1"], 'notice 3 totals-row: passed over lines 3, 4, rows of totals: "Total"'],
    [
      ["a b", "c d", "e f", "g h", "i j", "k l"],
      'notice 3 note-rows: passed over lines 3, 4, 5, 6, 7 and 1 more, notes: "a b"',
    ],
    [[`a ${"x".repeat(39)}`], `notice 3 note-rows: passed over line 3, a note: "a ${"x".repeat(37)}…"`],
  ])("%j is passed over", (rows, text) => expect(below([row(7), ...rows])).toEqual(["2", text]));

  it("what is passed over hides what may be a name", () => {
    expect(below([row(7), "by Ana Ruiz", ",,Total Ruiz,,,1,2", ROSTER], { redact: true })).toEqual([
      "2",
      "notice 5 header-again: passed over line 5, the header again",
      "notice 4 totals-row: passed over line 4, a row of totals",
      "notice 3 note-rows: passed over line 3, a note",
    ]);
  });

  it.each([
    [[], ""],
    [[row(8)], "; under it stands line 4"],
    [[row(8), row(9)], "; under it stand lines 4, 5"],
  ])("another header is an error, with the rows under it: %j", (rows, text) => {
    const other = "agency_id,officer_id,end_date";
    expect(below([row(7), other, ...rows])).toEqual([
      "2",
      `error 3 second-header: line 3 is another header than that of line 1${text} -> ${remedy}`,
    ]);
  });
});
