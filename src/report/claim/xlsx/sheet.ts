import type { WriteSheet, Cell as WrittenCell } from "hucre/xlsx";
import { type Cell, text } from "./cell.ts";
import { STYLES } from "./style.ts";

/** How a sheet is printed. */
export interface Print {
  readonly landscape: boolean;
  /** Pages beside each other. */
  readonly pages: number;
  /** Whether all of it is to stand on one page. */
  readonly onOne?: boolean;
  /** What stands at the foot of each page, on the left. */
  readonly foot: string;
  /** Of a sheet that is printed from a row on: what stands above it there, in place of the rows above. */
  readonly from?: { readonly row: number; readonly title: string };
}

/** Letters of a usual text in a unit of a column's width, with some room. */
const CHARACTERS_PER_WIDTH = 1.15;
const LINE_POINTS = 13;

/** `A`, `Z`, `AA`: a column by its number from 0. */
export const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letter(Math.floor(column / 26) - 1)}${letter(column % 26)}`;

/** One sheet while it is filled. Rows count from 1, columns from 0. */
export class Sheet {
  readonly name: string;
  readonly cells = new Map<string, Partial<WrittenCell>>();
  readonly widths: number[] = [];
  private readonly heights = new Map<number, { height: number }>();
  private readonly merges: NonNullable<WriteSheet["merges"]> = [];
  private table: NonNullable<WriteSheet["tables"]> = [];
  private frozen: { rows: number; columns: number } | undefined;
  print: Print = { landscape: true, pages: 1, foot: "" };

  constructor(name: string) {
    this.name = name;
  }

  /** The last row. */
  private last = 1;
  /** Whether every amount fits a spreadsheet's numbers, so that formulas can follow them. */
  isExact = true;

  put(row: number, column: number, { value, style, formula }: Cell): void {
    if (typeof value === "string" && value !== "" && "numFmt" in STYLES[style]) this.isExact = false;
    const key = `${row - 1},${column}`;
    const look = STYLES[style];
    if (row > this.last) this.last = row;
    if (formula !== undefined) this.cells.set(key, { formula, formulaResult: value, style: look });
    else if (value !== null || look.border || look.fill) this.cells.set(key, { value, style: look });
  }

  /** Cells side by side. */
  line(row: number, cells: readonly (Cell | string)[], column = 0): void {
    cells.forEach((cell, index) => {
      this.put(row, column + index, typeof cell === "string" ? text(cell) : cell);
    });
  }

  /** One cell over several columns. */
  across(row: number, from: number, to: number, cell: Cell): void {
    for (let column = from; column <= to; column += 1) this.put(row, column, { value: null, style: cell.style });
    this.put(row, from, cell);
    if (to > from) this.merges.push({ startRow: row - 1, startCol: from, endRow: row - 1, endCol: to });
  }

  height(row: number, points: number): void {
    this.heights.set(row - 1, { height: points });
  }

  /** As high as a text needs that is wrapped in so wide a column. */
  fit(row: number, { value }: Cell, width: number): void {
    const lines = String(value ?? "")
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * CHARACTERS_PER_WIDTH))), 0);
    const points = lines * LINE_POINTS;
    if (lines > 1 && points > (this.heights.get(row - 1)?.height ?? 0)) this.height(row, points);
  }

  freeze(rows: number, columns: number): void {
    this.frozen = { rows, columns };
  }

  /** Rows with buttons to filter and sort by. @param titles of the columns, as they stand in the first row */
  filter(name: string, top: number, last: number, titles: readonly string[]): void {
    const range = `A${top}:${letter(titles.length - 1)}${last}`;
    this.table = [{ name, range, columns: titles.map((title) => ({ name: title })), style: "TableStyleLight1" }];
  }

  /** What is printed of the sheet, and repeated on each page, as names that programs know. */
  printed(): { name: string; range: string; scope: string }[] {
    const { frozen, prefix, name: scope } = this;
    const first = this.print.from?.row ?? 1;
    const named: [string, string][] = [];
    if (frozen) {
      const beside = frozen.columns > 0 ? `${prefix}$A:$${letter(frozen.columns - 1)},` : "";
      named.push(["_xlnm.Print_Titles", `${beside}${prefix}$${first}:$${frozen.rows}`]);
    }
    if (first > 1)
      named.push(["_xlnm.Print_Area", `${prefix}$A$${first}:$${letter(this.widths.length - 1)}$${this.last}`]);
    return named.map(([name, range]) => ({ name, range, scope }));
  }

  /** A cell as formulas of any sheet name it: `Inputs!$R$5`. */
  at(row: number, column: number): string {
    return `${this.prefix}$${letter(column)}$${row}`;
  }

  get prefix(): string {
    return /^\w+$/.test(this.name) ? `${this.name}!` : `'${this.name}'!`;
  }

  /** @param live whether formulas are kept; else what the engine found stands in their place */
  written(live: boolean): WriteSheet {
    if (!live) this.stiffen();
    const { name, cells, widths, merges, print, frozen } = this;
    return {
      name,
      cells,
      columns: widths.map((width) => ({ width })),
      rowDefs: this.heights,
      merges,
      ...(this.table.length > 0 ? { tables: this.table } : {}),
      ...(frozen ? { freezePane: frozen } : {}),
      view: { showGridLines: false },
      pageSetup: {
        paperSize: "letter",
        orientation: print.landscape ? "landscape" : "portrait",
        fitToPage: true,
        fitToWidth: print.pages,
        fitToHeight: print.onOne ? 1 : 0,
        margins: { left: 0.5, right: 0.5, top: print.from ? 0.8 : 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
      },
      headerFooter: {
        ...(print.from ? { oddHeader: `&L&"Arial,Bold"&12 ${print.from.title}` } : {}),
        oddFooter: `&L&7 ${print.foot.replaceAll("&", "&&")}&R&8 Page &P of &N`,
      },
    };
  }

  private stiffen(): void {
    for (const [key, { formula, formulaResult, style }] of this.cells)
      if (formula !== undefined) this.cells.set(key, { value: formulaResult ?? null, ...(style ? { style } : {}) });
  }
}
