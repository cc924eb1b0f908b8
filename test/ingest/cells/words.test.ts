import { describe, expect, it } from "vitest";
import type { CellReader } from "../../../src/ingest/cells/words.ts";
import {
  identifier,
  idText,
  isPlaceholder,
  looksOf,
  programModel,
  shortText,
  trimmed,
  yesNo,
} from "../../../src/ingest/cells/words.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

/** What a reader makes of a cell, or what is said of it and what to write. */
const told = (reader: CellReader<unknown>, cell: string): string => {
  const value = reader(cell);
  return value instanceof Refusal ? `${value.says}: ${value.remedy}` : String(value);
};

describe("the text of a cell", () => {
  it.each([
    ["", ""],
    [" ", ""],
    ["\u00a0", ""],
    ["\u200b\u00a0 ", ""],
    ["a", "a"],
    [" a", "a"],
    ["a ", "a"],
    ["a\t", "a"],
    ["\u00a0a", "a"],
    ["a\u00a0", "a"],
    ["\u202fa b\u00a0", "a b"],
    ["Zoë", "Zoë"],
    ["=", "="],
    ['="00123"', "00123"],
    [' ="00123" ', "00123"],
    ['=" 00123 "', "00123"],
    ['=""', ""],
    ['="A" & "B"', '="A" & "B"'],
    ['="A"B', '="A"B'],
    [' x="A" ', 'x="A"'],
    ["=A1", "=A1"],
  ])("%j is %j", (cell, text) => expect(trimmed(cell)).toBe(text));
});

describe("the text of an id", () => {
  it.each([
    ["00123", "00123"],
    ["'00123", "00123"],
    [" ' 00123 ", "00123"],
    ["0'123", "0'123"],
    ["O'1", "O'1"],
    ["'", ""],
  ])("%j is %j", (cell, text) => expect(idText(cell)).toBe(text));
});

describe("two ids look", () => {
  it.each([
    ["a7", "A7", true],
    ["Ａ７", "A7", true],
    ["Jose\u0301", "José", true],
    ["Weiß", "WEISS", true],
    ["A7", "A1", false],
    ["07", "7", false],
  ])("%s and %s alike: %s", (one, other, alike) => expect(looksOf(one) === looksOf(other)).toBe(alike));
});

describe("a long text", () => {
  it.each([
    ["a name", shortText],
    ["an id", identifier],
  ])("%s has at most 200 characters", (_, reader) => {
    expect(told(reader, "x".repeat(200))).toBe("x".repeat(200));
    expect(told(reader, "x".repeat(201))).toBe(
      "is 201 characters long: write at most 200; a quote may be missing at the end of the cell",
    );
  });
});

describe("an id", () => {
  const NO_ID = "is no id: write the id as it stands in the source; in Excel, mend the formula that gave this";
  const SHORTENED =
    "is what Excel makes of a long number, whose last digits are lost: export the column from its source as text; in Excel, import it with Data > From Text/CSV and the type Text";
  it.each([
    ["'0042", "0042"],
    ["N/A", NO_ID],
    ["#REF!", NO_ID],
    ["#DIV/0!", NO_ID],
    ["-1", NO_ID],
    ["Vacant", NO_ID],
    ["VACANCY", NO_ID],
    ["unknown", NO_ID],
    ["'tbd", NO_ID],
    ["vacancy 2", "vacancy 2"],
    ["pending", "pending"],
    ["0", "0"],
    ["1.91431e+18", SHORTENED],
    ["2E+15", SHORTENED],
    ["2E+150", "2E+150"],
    ["2E15", "2E15"],
    ["A+12", "A+12"],
    ["A2E+15", "A2E+15"],
    ["22E+15", "22E+15"],
    ["2E+15+16", "2E+15+16"],
    ["2.E+15", "2.E+15"],
  ])("%j: %s", (cell, text) => expect(told(identifier, cell)).toBe(text));
});

it("places that wait for a text", () => {
  const waiting = ["N/A", "#ref!", "Pending", "TBD", "tba", "0", "-", "?", "None", "unknown", "-1"];
  expect(waiting.filter((text) => !isPlaceholder(text))).toEqual([]);
  expect(["ICE-1", "1", "vacant", "pending 3"].filter(isPlaceholder)).toEqual([]);
});

describe("a program model", () => {
  const NO_MODEL =
    "is not a program model: write TFM (task force), JEM (jail enforcement) or WSO (warrant service officer)";
  it.each([
    ["TFM", "TFM"],
    ["tfo", "TFM"],
    ["Taskforce", "TFM"],
    ["Task  Force Officer", "TFM"],
    ["task-force officers", "TFM"],
    ["287(g) Task Force Model", "TFM"],
    ["287 (g) TFM", "TFM"],
    ["287  g TFM", "TFM"],
    ["287g TFM", "TFM"],
    ["287(g TFM", "TFM"],
    ["TFM Program", "TFM"],
    ["JEM programme", "JEM"],
    ["jail enforcement", "JEM"],
    ["JailEnforcement", "JEM"],
    ["Jail - Enforcement (JEM)", "JEM"],
    ["warrantservice", "WSO"],
    ["Warrant  Service", "WSO"],
    ["WARRANT - SERVICE officers", "WSO"],
    ["Warrant-Service Officer (WSO)", "WSO"],
    ["WSO / Warrant Service", "WSO"],
    ["TFM and JEM", NO_MODEL],
    ["TFM, part time", NO_MODEL],
    ["287(g)", NO_MODEL],
    ["force", NO_MODEL],
    ["K9", NO_MODEL],
  ])("%j: %s", (cell, text) => expect(told(programModel, cell)).toBe(text));
});

it("yes or no, else what to write", () => {
  expect(["Yes", "y", "TRUE", "1", "No", "n", "False", "0", "maybe"].map((cell) => told(yesNo, cell))).toEqual([
    ...["true", "true", "true", "true", "false", "false", "false", "false"],
    "is neither yes nor no: write yes or no; blank counts as yes",
  ]);
});
