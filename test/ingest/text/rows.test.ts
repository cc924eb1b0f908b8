import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { RowCursor } from "../../../src/ingest/text/careful.ts";
import { cellAt, cellExtents, cellsOf, readRows } from "../../../src/ingest/text/rows.ts";
import { runs } from "../../runs.ts";

/** The rows of a text with the line on which each begins. */
function rowsOf(
  text: string,
  delimiter = ",",
  columns = 0,
): { cells: string[]; line: number; broken: string | null }[] {
  const rows: { cells: string[]; line: number; broken: string | null }[] = [];
  readRows({ text, delimiter, header: Array<string>(columns).fill("") }, ({ cells, line, broken }) => {
    rows.push({ cells: [...cells], line, broken: broken && `${broken.code} ${broken.column}` });
    return true;
  });
  return rows;
}

const cells = (text: string, delimiter?: string): string[][] => rowsOf(text, delimiter).map((row) => row.cells);
const isBlank = (row: readonly string[]): boolean => row.every((one) => one.trim() === "");
const LINE_ENDS = ["\n", "\r\n", "\r"] as const;

describe("rows of a CSV text", () => {
  it("end with LF, CRLF or CR, each by itself", () => {
    expect(cells("a,b\r\nc,d\ne,f\rg,h\r\r\ni,j")).toEqual(["ab", "cd", "ef", "gh", "ij"].map((row) => [...row]));
  });

  it("may be read while those of another text are, and again after a reading that stopped early", () => {
    const seen: string[] = [];
    readRows({ text: "a,b\nc,d\n", delimiter: "," }, (outer) => {
      const [first = ""] = outer.cells;
      readRows({ text: "1,2\n3,4\n5,6\n", delimiter: "," }, ({ cells }) => {
        seen.push(`${first}${cells.join("")}`);
        return cells[0] !== "3";
      });
      seen.push(outer.cells.join(""));
      return true;
    });
    expect(seen).toEqual(["a12", "a34", "ab", "c12", "c34", "cd"]);
    expect(cells("e,f\ng,h")).toEqual([
      ["e", "f"],
      ["g", "h"],
    ]);
  });

  it("keep what is quoted: delimiters, quotes, line ends", () => {
    expect(cells('"a,b","c""d","e\nf\rg\r\nh"\n')).toEqual([["a,b", 'c"d', "e\nf\rg\r\nh"]]);
  });

  it("count the lines inside quotes, of whatever kind", () => {
    expect(rowsOf('"a\nb\rc\r\nd"\ne\n\nf').map(({ line }) => line)).toEqual([1, 5, 7]);
  });

  it("may have spaces around quotes", () => {
    expect(cells('a, "b,c" ,"d" \n')).toEqual([["a", "b,c", "d"]]);
    expect(cells('a\t"b\tc"\t \t"d"', "\t")).toEqual([["a", "b\tc", " ", "d"]]);
  });

  it("take a quote inside an unquoted cell as it is", () => {
    expect(cells(`6'2",5" x,"",a""b`)).toEqual([[`6'2"`, `5" x`, "", 'a""b']]);
  });

  it("end with their last cell, though it is blank", () => {
    expect(cells("a,\n,b\n,")).toEqual([
      ["a", ""],
      ["", "b"],
    ]);
    expect(cells('a,""')).toEqual([["a", ""]]);
  });

  it("never swallow the lines below a quote that is not closed", () => {
    expect(rowsOf('a,"b,c\nd,e\nf,g')).toEqual([
      { cells: ["a", '"b', "c"], line: 1, broken: "unclosed-quote 2" },
      { cells: ["d", "e"], line: 2, broken: null },
      { cells: ["f", "g"], line: 3, broken: null },
    ]);
  });

  it("see that a quote of a later row does not close it", () => {
    expect(rowsOf('a,"b\nc,"d"\ne,f').map(({ broken }) => broken)).toEqual(["unclosed-quote 2", null, null]);
    expect(rowsOf('a,"b,c\nd,e,f\ng,h",i', ",", 3).map(({ broken }) => broken)).toEqual([
      "unclosed-quote 2",
      null,
      null,
    ]);
  });

  it("see that a quote has closed in a later row, which would be lost", () => {
    const broken = (text: string) => rowsOf(text, ",", 4).map(({ cells, broken }) => [cells[0], broken]);
    expect(broken('a,"b,c,d\ne,f",g,h')).toEqual([
      ["a", "unclosed-quote 2"],
      ["e", null],
    ]);
    expect(broken('a,"b,c,d\ne\nf,g,h,i\nj,k",l,m\nn,o,p,q')).toEqual([
      ["a", "unclosed-quote 2"],
      ["e", null],
      ["f", null],
      ["j", null],
      ["n", null],
    ]);
    expect(broken('"a,b,c,d\ne",f,g,h')).toEqual([
      ['"a', "unclosed-quote 1"],
      ['e"', null],
    ]);
  });

  it("see it where blank cells are left out at the end of rows", () => {
    const broken = (text: string) => rowsOf(text, ",", 8).map(({ cells, broken }) => [cells[0], broken]);
    expect(broken('a,"b,c,d\ne,f",g,h\ni,j,k,l')).toEqual([
      ["a", "unclosed-quote 2"],
      ["e", null],
      ["i", null],
    ]);
    expect(broken('"a,b,c\nd",e,f')).toEqual([
      ['"a', "unclosed-quote 1"],
      ['d"', null],
    ]);
    expect(broken('a,"b, Jr.\nof c, d",e,f')).toEqual([["a", null]]);
  });

  it("keep the lines of a note, an address, a name", () => {
    const one = (text: string) => rowsOf(text, ",", 4).map(({ cells, broken }) => [cells, broken]);
    expect(one('"a\nb",c,d,e')).toEqual([[["a\nb", "c", "d", "e"], null]]);
    expect(one('a,"b, Jr.\nof c, d",e,f')).toEqual([[["a", "b, Jr.\nof c, d", "e", "f"], null]]);
    expect(one('a,b,c,"1 Main St, Miami,\nFL, USA\nd"')).toEqual([
      [["a", "b", "c", "1 Main St, Miami,\nFL, USA\nd"], null],
    ]);
  });

  it("say where a quoted cell goes on after its quote", () => {
    expect(rowsOf('a,"b "c" d",e').map(({ cells, broken }) => [cells, broken])).toEqual([
      [["a", '"b "c" d"', "e"], "stray-quote 2"],
    ]);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "12.50",
    "2025-09-15",
    'say "x"',
    "a\nb",
    "a\r\nb",
    "\r",
    '"',
    '""',
    ",",
    ";",
    "\t",
    "ñ“€",
    "王",
  ),
  fc.string({ maxLength: 8 }),
);

describe("any table", () => {
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
    );

  it("is read as another reader wrote it, in each delimiter and line end", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), fc.constantFrom(...LINE_ENDS), (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const filled = rows.filter((row) => row.some((one) => one.trim() !== ""));
        expect(cells(text, delimiter)).toEqual(filled);
      }),
    );
  });

  it("is read alike by Papa and with care, where no quote is misplaced", () => {
    const plain = cell.filter((one) => !one.includes('"'));
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
    const written = fc.oneof(
      quoted,
      plain.filter((one) => !/[\r\n,]/.test(one)),
    );
    const texts = fc.array(fc.array(written, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...LINE_ENDS), (rows, newline) => {
        const text = rows.map((row) => row.join(",")).join(newline);
        const papa = Papa.parse<string[]>(text, { delimiter: ",", newline }).data.filter((row) => !isBlank(row));
        const careful: string[][] = [];
        const cursor = new RowCursor(text, ",");
        while (cursor.next()) {
          expect(cursor.row.broken).toBeNull();
          if (!isBlank(cursor.row.cells)) careful.push([...cursor.row.cells]);
        }
        expect(careful).toEqual(papa);
        expect(cells(text)).toEqual(papa);
      }),
      runs(1000),
    );
  });

  it("gives each cell again from the place where its row begins, and where it stands", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse(rows, { newline: "\n" });
        readRows({ text, delimiter: "," }, (row) => {
          const own = text.slice(row.start, row.end).replace(/\r?\n$|\r$/, "");
          expect(cellsOf({ delimiter: "," }, own)).toEqual(row.cells);
          row.cells.forEach((one, index) => {
            expect(cellAt({ text, delimiter: "," }, row.start, index)).toBe(one);
          });
          const extents = cellExtents(own, ",");
          expect(extents.map(({ start, length }) => own.slice(start, start + length)).join(",")).toBe(own);
          expect(extents.length).toBe(row.cells.length);
          return true;
        });
      }),
    );
  });
});

it("any text at all is read to its end, its lines in order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', ",", "\n", "\r", "a", " ", ";"), { maxLength: 60 }), (characters) => {
      const text = characters.join("");
      const lines = text.split(/\r\n|\n|\r/).length;
      let [end, line] = [0, 0];
      readRows({ text, delimiter: ",", header: ["a", "b", "c"] }, (row) => {
        expect(row.start).toBeGreaterThanOrEqual(end);
        expect(row.line).toBeGreaterThan(line);
        expect(row.line).toBe(text.slice(0, row.start).split(/\r\n|\n|\r/).length);
        [end, line] = [row.end, row.line];
        return true;
      });
      expect(line).toBeLessThanOrEqual(lines);
    }),
    runs(2000),
  );
});
