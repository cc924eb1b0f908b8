import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { FolderIndex } from "../../src/cli/out-dir/folder-index.ts";
import type { TotalsDocument } from "../../src/document/schema.ts";
import { spreadsheetSafe } from "../../src/report/csv-text.ts";
import { type IndexRow, indexLine } from "../../src/report/index-csv.ts";

const TOTALS: TotalsDocument = {
  officers: 2,
  claimed_officers: 2,
  award_officers: 1,
  salary: "24000.00",
  benefits: "10000.00",
  estimated: "34000.00",
  overtime: "2000.00",
  overtime_over_cap: "0.00",
  other_funding: "0.00",
  award: "1000.00",
  equipment: "0.00",
  vehicles: "0.00",
  total: "37000.00",
};
const HASH = "40be363d6298e35df19e9e71cf210f020c4f1ff4a5c564ac6731880324a3e506";
const row = (id: string, name: string | null, file = "A_FY2026-Q1.json"): IndexRow => ({
  id,
  name,
  file,
  sha256: HASH,
  status: "written",
  totals: TOTALS,
  problems: 0,
});
const FIGURES = "written,2,24000.00,10000.00,2000.00,0.00,1000.00,0.00,0.00,37000.00,0";

describe("a line of index.csv", () => {
  it.each([
    ["FL0310200", "Palmetto County Sheriff's Office", "FL0310200,Palmetto County Sheriff's Office"],
    ["FL0310200", null, "FL0310200,"],
    ["FL0310200", "Sheriff, Palmetto", 'FL0310200,"Sheriff, Palmetto"'],
    ["FL0310200", 'The "Office"', 'FL0310200,"The ""Office"""'],
    ["=1+1", "@SUM(A1)", "'=1+1,'@SUM(A1)"],
    ["7", " padded ", '7," padded "'],
  ])("%s, %s", (id, name, start) => {
    expect(indexLine(row(id, name))).toBe(`${start},A_FY2026-Q1.json,${HASH},${FIGURES}\n`);
  });

  it("reads as it was written, whatever the names", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aZ0 ,\"'\n\r\t.-&;|äß日=") });
    fc.assert(
      fc.property(text, text, (id, name) => {
        const [cells = []] = Papa.parse<string[]>(indexLine(row(`x${id}`, `x${name}`)), {
          delimiter: ",",
          newline: "\n",
        }).data;
        expect(cells.slice(0, 4)).toEqual([
          spreadsheetSafe(`x${id}`),
          spreadsheetSafe(`x${name}`),
          "A_FY2026-Q1.json",
          HASH,
        ]);
        expect(cells).toHaveLength(15);
      }),
    );
  });
});

describe("an index", () => {
  it("gives the hash of each file that is there, and its lines in order of the agencies, whatever their names", () => {
    const index = new FolderIndex();
    index.add(row("B", `a name with ,B_FY2026-Q1.json,${HASH}, in it`, "B_FY2026-Q1.json"));
    index.add({ ...row("C", null), file: null, sha256: null, status: "error", totals: null, problems: 3 });
    index.add(row("A", 'one "quoted"\nin two lines'));
    expect(index.sums.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual([
      { file: "A_FY2026-Q1.json", sha256: HASH },
      { file: "B_FY2026-Q1.json", sha256: HASH },
    ]);
    expect(index.csv.slice(1).map((line) => line.slice(0, 2))).toEqual(["A,", "B,", "C,"]);
    expect(index.csv[3]).toBe("C,,,,error,,,,,,,,,,3\n");
  });
});
