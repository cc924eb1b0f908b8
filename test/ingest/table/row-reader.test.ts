import { describe, expect, it } from "vitest";
import { RowReader } from "../../../src/ingest/table/row-reader.ts";
import { opened, rosterSaid, said } from "./said.ts";

const ROSTER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
const NOT_SAID = /^(warning \d+:\d+ not-an-ori|notice 1 unknown-columns)/;

/** What is said of the rows of a roster, but of its ids and other columns. */
const rows = (lines: readonly string[], redact = false, header = ROSTER): string[] =>
  rosterSaid([header, ...lines], { redact }).filter((text) => !NOT_SAID.test(text));

const GOOD = "FL0310200,7,Ruiz,TFM,2025-09-15,60000,0,";
const COMMA = 'put quotes around a name or an amount that has a comma in it, such as "85,000.37"';

it("nothing is said of a good row, nor of one that lacks only cells it need not have", () => {
  expect(rows([GOOD, "FL0310200,8,Gomez,TFM,2025-09-15,60000,0"])).toEqual([]);
});

describe("a row whose cells cannot be told apart", () => {
  it.each([
    [
      'FL0310200,7,"Ana" Ruiz,K9,2025-09-15,60000,0,',
      false,
      'error 2:3 stray-quote: a quoted cell goes on after its closing quote -> inside a quoted cell write a quote twice, such as "John ""Jack"" Smith"',
    ],
    [
      'FL0310200,7,"Ana Ruiz,TFM,2025-09-15,60000,0,',
      false,
      'error 2:3 unclosed-quote: a quote opens here and is not closed -> close it at the end of the cell, or delete it; inside a quoted cell a quote is written twice, ""',
    ],
    [
      "FL0310200,7,Ruiz, Ana,TFM,2025-09-15,60000,0,9",
      false,
      `error 2:9 row-too-long: the row has 9 cells, the header 8 -> ${COMMA}`,
    ],
    [
      "FL0310200,7,Ruiz,TFM,2025-09-15,60000,0,,, ,9",
      false,
      `error 2:11 row-too-long: the row has 11 cells, the header 8 -> ${COMMA}`,
    ],
    [
      "FL0310200,7,Total,K9,2025-09-15,60000,0,",
      false,
      'error 2:3 totals-row-with-id: the row has an id, and says "Total" -> delete it if it is the sum of other rows: it would be counted once more',
    ],
    [
      "FL0310200,7,Ruiz, Grand total ,2025-09-15,60000,0,",
      true,
      'error 2:4 totals-row-with-id: the row has an id, and says " Grand total " -> delete it if it is the sum of other rows: it would be counted once more',
    ],
  ])("%j", (line, redact, text) => expect(rows([line, GOOD.replace("7", "8")], redact)).toEqual([text]));

  it("is one with something in its first cell that none should have there", () => {
    expect(rows(["Ana,FL0310200,7,Ruiz,K9,2025-09-15,60000,0,"], true, `,${ROSTER}`)[0]).toMatch(
      /^error 2:1 text-without-header: … stands/,
    );
    expect(rows(["Total,7,Ruiz,TFM,2025-09-15,60000,0,"])[0]).toMatch(
      /^error 2:1 totals-row-with-id: the row has an id, and says "Total"/,
    );
  });

  it("is not one with blank cells at its end", () => expect(rows([`${GOOD},, ,`])).toEqual([]));

  it("is one with a text under no header", () => {
    const header = `${ROSTER}, ,note,`;
    const remedy = `${COMMA}; else give the column a header, which says whether it is read`;
    const line = (more: string): string => `${GOOD}${more}`;
    expect(rows([line(", ,x,")], false, header)).toEqual([]);
    expect(rows([line(",,x")], false, header)).toEqual([]);
    expect(rows([line(", Ana ,x")], false, header)).toEqual([
      `error 2:9 text-without-header: "Ana" stands in a column without a header -> ${remedy}`,
    ]);
    expect(rows([line(",,x, 12")], true, header)).toEqual([
      `error 2:11 text-without-header: "12" stands in a column without a header -> ${remedy}`,
    ]);
    expect(rows([line(",Ana,x")], true, header)).toEqual([
      `error 2:9 text-without-header: … stands in a column without a header -> ${remedy}`,
    ]);
  });
});

describe("a cell that is refused", () => {
  const model =
    "is not a program model -> write TFM (task force), JEM (jail enforcement) or WSO (warrant service officer)";
  it("is shown with its place", () => {
    expect(rows(["FL0310200,7,Ruiz, K9 ,2025-09-15,-1,0,"])).toEqual([
      `error 2:4 unknown-model: program_model "K9" ${model}`,
      'error 2:6 negative-amount: annual_salary "-1" is negative -> amounts are zero or more: take what was paid back off the amount that it corrects',
    ]);
  });

  it("is hidden where it may be a name", () => {
    expect(rows(["FL0310200,7,Ruiz,Ana,2025-09-15,-1,0,"], true).map((text) => text.split(" -> ")[0])).toEqual([
      "error 2:4 unknown-model: program_model … is not a program model",
      'error 2:6 negative-amount: annual_salary "-1" is negative',
    ]);
  });

  it("is one of more than 200 characters, whatever its column", () => {
    const long = (n: number): string => `FL0310200,7,Ruiz,TFM,2025-09-15,${"6".repeat(n)},0,`;
    const problem = (n: number): string | undefined => rows([long(n)])[0]?.replace(/"6+…"/, "…");
    expect(problem(200)).toBe(
      "error 2:6 amount-too-large: annual_salary … is too large to be an amount -> check the cell: it has more than 15 digits",
    );
    expect(problem(201)).toBe(
      "error 2:6 text-too-long: annual_salary … is 201 characters long -> write at most 200; a quote may be missing at the end of the cell",
    );
  });
});

describe("a blank cell that must not be", () => {
  const blank = (column: number, name: string, remedy: string): string =>
    `error 2:${column} blank-cell: ${name} is blank -> ${remedy}`;
  it("is said with what to write, each by itself", () => {
    expect(rows(["FL0310200,7,Ruiz,\u00a0,2025-09-15,,0,"])).toEqual([
      blank(4, "program_model", "write TFM, JEM or WSO"),
      blank(6, "annual_salary", "write the annual salary, such as 85000.37"),
    ]);
  });

  it("is not said beside the refusal of the same cell", () => {
    expect(rows(["FL0310200,7,Ruiz,K9,2025-09-15,60000,0,"]).map((text) => text.split(":")[1])).toEqual([
      "4 unknown-model",
    ]);
  });

  it("is said once of a row that is too short for several", () => {
    expect(rows(["FL0310200,7,Ruiz"])).toEqual([
      "error 2:3 row-too-short: the row has 3 of 8 cells: program_model is missing -> write TFM, JEM or WSO; or delete the row if it is none",
    ]);
    expect(rows(["FL0310200,7,Ruiz,K9"]).map((text) => text.split(":")[1])).toEqual(["4 unknown-model"]);
    expect(rows(["FL0310200,7,Ruiz,TFM,13/10/2025"]).map((text) => text.split(":")[1])).toEqual(["5 day-first-dates"]);
    expect(rows(["FL0310200,7,Ruiz,TFM,2025-09-15,60000"])).toEqual([
      "error 2:6 row-too-short: the row has 6 of 8 cells: annual_benefits is missing -> write the employer-paid benefits of a year, or 0; or delete the row if it is none",
    ]);
  });
});

describe("a place in a row", () => {
  const readerOf = (line: string) => {
    const { table, problems } = opened("roster", ROSTER);
    if (!table) throw new Error("no table");
    const reader = new RowReader(table, problems);
    reader.begin({ cells: line.split(","), line: 2, start: 0, end: 0, broken: null }, "FL0310200", true);
    return { reader, allSaid: () => problems.all.map(said) };
  };
  const there = { name: "agency_id", index: 0 };
  const missing = { name: "end_date", index: -1 };
  const given = { ...missing, value: "Friday" };
  const asTyped = (text: string): string => text;

  it("has its text, that of every row, or none", () => {
    const { reader } = readerOf(" FL0310200 ,7");
    expect([there, missing, given, { ...there, index: 5 }].map((place) => reader.text(place))).toEqual([
      ...["FL0310200", "", "Friday", ""],
    ]);
    expect([there, missing, given].map((place) => reader.read(place, asTyped, "blank"))).toEqual([
      ...["FL0310200", "blank", "Friday"],
    ]);
  });

  it("is said with its cell, from 1; a column that the table lacks has none", () => {
    const { reader, allSaid } = readerOf("FL0310200,7");
    for (const place of [there, missing]) {
      reader.warn(place, { code: "not-an-ori", message: "x", remedy: null });
      reader.refuse(place, { code: "blank-cell", message: "y", remedy: null });
    }
    reader.note(there, { code: "header-again", message: "z" });
    expect(allSaid()).toEqual([
      ...["warning 2:1 not-an-ori: x", "error 2:1 blank-cell: y", "warning 2 not-an-ori: x", "error 2 blank-cell: y"],
      "notice 2:1 header-again: z",
    ]);
  });
});

describe("a further row of an officer", () => {
  const second = (name: string): string => `FL0310200,7,"${name}",TFM,2025-09-15,60000,0,`;
  const remedy = "if they are two persons, give them two ids";
  it("should have the same name", () => {
    expect(rows([second("Ruiz, Ana"), second(" Gomez, Eva ")])).toContain(
      `warning 3:3 names-differ: officer 7 is "Gomez, Eva" here and "Ruiz, Ana" on an earlier row -> ${remedy}`,
    );
    expect(rows([second("Ruiz, Ana"), second("Gomez, Eva")], true)).toContain(
      `warning 3:3 names-differ: the rows of officer 7 have different names -> ${remedy}`,
    );
  });

  it.each([
    ["Ruiz, Ana", "Ana Ruiz"],
    ["Ruiz, Ana", ""],
    ["", "Ruiz, Ana"],
  ])("may have it in other words, or none: %j and %j", (one, other) => {
    expect(rows([second(one), second(other)]).filter((text) => text.includes("names-differ"))).toEqual([]);
  });
});
