import { describe, expect, it } from "vitest";
import { InputHashes } from "../../src/document/input-hash.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { Problems } from "../../src/problems/problems.ts";
import { type Files, read } from "./files.ts";

const Q1 = "FY2026-Q1";
const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const officer = (agency: string, id: string): string => `${agency},${id},TFM,2025-09-15,40000,8000`;
const BAY = [officer("FL0310200", "1"), officer("FL0310200 ", "2")];
const COBB = officer("GA0480300", "7");
const POLK = officer("FL0530000", "8");
const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join("");
const hash = (...lines: string[]): string => sha256(Buffer.from(text(...lines)));

/** The inputs of a document of some agencies, as `role path scope rows`, each with its hash. */
function inputsOf(files: Files, ...agencies: string[]) {
  const inputs = read(files, Q1, new Problems());
  const found = new InputHashes(new Map()).inputsOf(inputs, new Set(agencies));
  return found.map(({ role, path, scope, rows, sha256 }) => [`${role} ${path} ${scope} ${rows}`, sha256]);
}

describe("the inputs of a document", () => {
  it("are whole files where it holds all their agencies", () => {
    const roster = text(HEADER, ...BAY);
    const rates = text("agency_id,quarter,placement_rate", `FL0310200,${Q1},92.5`);
    const payroll = text("officer_id,quarter,overtime_paid", `1,${Q1},1.00`, `2,${Q1},2.00`, `9,${Q1},3.00`);
    expect(inputsOf({ "roster.csv": roster, "rates.csv": rates, "payroll.csv": payroll }, "FL0310200")).toEqual([
      ["roster roster.csv file 2", sha256(Buffer.from(roster))],
      ["rates rates.csv file 1", sha256(Buffer.from(rates))],
      ["payroll payroll.csv file 3", sha256(Buffer.from(payroll))],
    ]);
    const both = text(HEADER, ...BAY, COBB);
    expect(inputsOf({ "roster.csv": both }, "GA0480300", "FL0310200")).toEqual([
      ["roster roster.csv file 3", sha256(Buffer.from(both))],
    ]);
  });

  it("are the header and the rows of its agencies, as they stand in the file, where that has others", () => {
    const rows = [BAY[0], COBB, POLK, BAY[1], officer("GA0480300", "6")] as string[];
    const preamble = "Officers of the counties,,,,,";
    const files = { "roster.csv": `${preamble}\r\n${HEADER}\r\n${rows.map((row) => `${row}\r\n\r\n`).join("")}` };
    expect(inputsOf(files, "FL0310200")).toEqual([["roster roster.csv rows 2", hash(HEADER, ...BAY)]]);
    for (const agencies of [
      ["FL0310200", "GA0480300"],
      ["GA0480300", "FL0310200"],
    ])
      expect(inputsOf(files, ...agencies)).toEqual([
        ["roster roster.csv rows 4", hash(HEADER, rows[0] ?? "", rows[1] ?? "", rows[3] ?? "", rows[4] ?? "")],
      ]);
  });

  it("have the rows that name no agency, whichever it holds", () => {
    const rates = ["agency_id,quarter,placement_rate", `GA0480300,${Q1},81`, `,${Q1},70`, `FL0310200,${Q1},92.5`];
    const [header = "", , blank = "", bay = ""] = rates;
    const found = inputsOf({ "roster.csv": text(HEADER, ...BAY, COBB), "rates.csv": text(...rates) }, "FL0310200");
    expect(found[1]).toEqual(["rates rates.csv rows 2", hash(header, blank, bay)]);
  });

  it("are rates and payroll without a row of its agencies too, but no roster", () => {
    const rates = text("agency_id,quarter,placement_rate", `GA0480300,${Q1},81`);
    const files = { "roster.csv": text(HEADER, COBB, POLK), "rates.csv": rates };
    expect(inputsOf(files, "FL0310200")).toEqual([
      ["rates rates.csv rows 0", hash("agency_id,quarter,placement_rate")],
    ]);
    expect(inputsOf(files, "FL0530000")).toEqual([
      ["roster roster.csv rows 1", hash(HEADER, POLK)],
      ["rates rates.csv rows 0", hash("agency_id,quarter,placement_rate")],
    ]);
  });

  it("have the hash of their own rows, whatever else is in the file", () => {
    const hashes = new InputHashes(new Map());
    const bay = new Set(["FL0310200"]);
    const tables = [text(HEADER, ...BAY, COBB), text(HEADER, POLK, ...BAY)].map((roster) => {
      const [table] = read({ "roster.csv": roster }, Q1, new Problems()).tables;
      if (!table) throw new Error("there is no roster");
      return table;
    });
    for (const table of tables) expect(hashes.ofRows(table, bay)).toBe(hash(HEADER, ...BAY));
  });

  it("are told by the column that is said to be the agency's", () => {
    const [table] = read({ "roster.csv": text(HEADER, ...BAY, COBB) }, Q1, new Problems()).tables;
    if (!table) throw new Error("there is no roster");
    const byOfficer = new InputHashes(new Map([["officerid", "agency_id"]]));
    expect(byOfficer.ofRows(table, new Set(["7"]))).toBe(hash(HEADER, COBB));
  });
});
