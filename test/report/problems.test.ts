import { describe, expect, it } from "vitest";
import { Problems } from "../../src/problems/problems.ts";
import { listed, problemsJson, problemsText } from "../../src/report/problems.ts";
import { PLAIN } from "../../src/report/text/style.ts";
import { widthOf } from "../../src/report/text/width.ts";
import { file, read } from "../ingest/read.ts";

const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";

const LOUD = ["error", "warning"] as const;

/** What a person sees of the errors in a roster, on a screen of some columns. */
function screen(rows: string, { columns = 100, redact = false, delimiter = "," } = {}): string {
  const text = `${HEADER}\n${rows}`.replaceAll(",", delimiter);
  const { problems } = read([file("roster", text), file("rates", "quarter,rate\nFY2026-Q1,9\n")], { redact });
  return problemsText(listed(problems, ["roster.csv", "rates.csv"], LOUD), { style: PLAIN, columns, redact });
}

/** The text above the caret of the first excerpt. */
function overCaret(shown: string): string {
  const lines = shown.split("\n");
  const at = lines.findIndex((line) => /│ +\^+$/.test(line));
  const [row = "", caret = ""] = [lines[at - 1], lines[at]];
  const start = widthOf(caret.slice(0, caret.indexOf("^")));
  let [column, text] = [0, ""];
  for (const character of row) {
    if (column >= start && column < widthOf(caret)) text += character;
    column += widthOf(character);
  }
  return text;
}

describe("the caret stands under the cell", () => {
  it("after names of wide, combined and hidden characters", () => {
    for (const name of ["Ruiz", "王小明", "ｗｉｄｅ", "e\u0301te\u0301", "\u202eana\u202c", "👮🏽‍♀️ Ana", "a\x1b[31mb"])
      expect(overCaret(screen(`FL0310200,1042,${name},TFX,2025-09-15,1,1\n`))).toBe("TFX");
  });

  it("where tabs divide the cells", () => {
    expect(overCaret(screen("FL0310200,1042,Ruiz,TFX,2025-09-15,1,1\n", { delimiter: "\t" }))).toBe("TFX");
  });

  it("where the row has line ends in it", () => {
    expect(overCaret(screen('FL0310200,1042,"Ruiz,\nAna",TFX,2025-09-15,1,1\n'))).toBe("TFX");
  });

  it("in a window of a row that is too long for the screen", () => {
    const shown = screen(`FL0310200,1042,${"x".repeat(150)},TFX,2025-09-15,1,1\n`, { columns: 60 });
    expect(overCaret(shown)).toBe("TFX");
    for (const line of shown.split("\n").filter((one) => one.includes("│")))
      expect(widthOf(line)).toBeLessThanOrEqual(60);
  });

  it("without the spaces around the cell", () => {
    expect(overCaret(screen("FL0310200,1042,Ruiz,   TFX  ,2025-09-15,1,1\n"))).toBe("TFX");
  });
});

it("nothing that a terminal would obey is shown", () => {
  const shown = screen(
    "\x1b]0;owned\x07,\u202e1042,\x9b31m\x00,\x1b[31mTFX,\u2028,\u200b1,\ufeffx\n".replace("\x00", ""),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\ufeff]/);
  expect(shown).toContain("\\x1b[31mTFX");
});

it("with --redact no cell that may be a name is shown, in a message or in a row", () => {
  const rows = 'FL0310200,1042,Ana Ruiz,Ruiz,2025-09-15,1,1\nFL0310200,1043,Ruiz, Ana,TFM,Ruiz,1,1\nRuiz\n"Ruiz\n';
  expect(screen(rows, { redact: true })).not.toMatch(/Ruiz|Ana/);
  expect(screen(rows)).toMatch(/Ruiz/);
});

describe("a great many problems", () => {
  const problems = new Problems();
  for (let line = 1; line <= 1000; line++)
    problems.warning({ code: "no-rate", where: "a.csv", line, message: `warning ${line}` });
  // Of two kinds, of each of which all are kept.
  for (let line = 1; line <= 60; line++) {
    const code = line % 2 === 0 ? "not-a-date" : "not-an-amount";
    problems.error({ code, where: "a.csv", line: 2000 - line, message: `error ${line}` });
  }
  problems.error({ code: "not-a-date", where: "b.csv", line: 1, message: "one" });
  const listing = listed(problems, ["b.csv", "a.csv"]);

  it("are 50 of each file, errors rather than warnings, in file order", () => {
    expect(listing.shown.length).toBe(51);
    expect(listing.shown.map(({ severity }) => severity)).not.toContain("warning");
    expect(listing.shown.slice(0, 3).map(({ message }) => message)).toEqual(["one", "error 60", "error 59"]);
  });

  it("are counted beyond that", () => {
    expect(listing.more).toEqual([{ file: "a.csv", count: 1010 }]);
    expect(problemsText(listing, { style: PLAIN, columns: 80, redact: false })).toMatch(/a\.csv: and 1010 more\n$/);
  });

  it("are counted from the first where a run has shown 50 that concern no file", () => {
    const last = new Problems();
    last.notice({ code: "no-rate", message: "no rate" });
    expect(listed(last, [], undefined, 49).shown.length).toBe(1);
    expect(listed(last, [], undefined, 50)).toEqual({ shown: [], more: [{ file: "", count: 1 }] });
    expect(listed(last, [], LOUD, 50)).toEqual({ shown: [], more: [] });
    last.error({ code: "not-a-date", where: "a.csv", line: 1, message: "one" });
    const { shown, more } = listed(last, ["a.csv"], undefined, 50);
    expect([shown.map(({ code }) => code), more]).toEqual([["not-a-date"], [{ file: "", count: 1 }]]);
    last.error({ code: "unreadable-file", message: "no disk" });
    expect(listed(last, ["a.csv"], undefined, 50).shown.map(({ code }) => code)).toEqual([
      "not-a-date",
      "unreadable-file",
    ]);
  });

  it("are the same as JSON", () => {
    const document = JSON.parse(problemsJson(listing));
    expect(document.schema).toBe("claims-problems/1");
    expect(document.problems.length).toBe(51);
    expect(document.problems[1]).toEqual({
      severity: "error",
      code: "not-a-date",
      file: "a.csv",
      line: 1940,
      column: null,
      message: "error 60",
      remedy: null,
    });
    expect(document.more).toEqual([{ file: "a.csv", count: 1010 }]);
  });
});
