import { type Cell, text } from "./cell.ts";
import { letter, type Sheet } from "./sheet.ts";
import type { StyleName } from "./style.ts";

/** The cell of another column in the same row: `H5`. */
export type Beside = (key: string) => string;

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** What several columns side by side are of. */
  readonly group?: string;
  readonly cell: (row: Row, beside: Beside) => Cell;
  /** What the cells come to, where they are added up. */
  readonly sum?: (rows: readonly Row[]) => number | string;
  readonly sumStyle?: StyleName;
}

export const column = <Row>(key: string, title: string, width: number, cell: Column<Row>["cell"]): Column<Row> => ({
  key,
  title,
  width,
  cell,
});

/** Rows under a header, as they stand in a sheet. */
export class Table<Row> {
  readonly top: number;
  readonly first: number;
  readonly last: number;
  private readonly sheet: Sheet;
  private readonly columns: readonly Column<Row>[];
  private readonly letters: ReadonlyMap<string, string>;

  /** @param top the row of the header; the groups stand above it */
  constructor(sheet: Sheet, top: number, columns: readonly Column<Row>[], rows: readonly Row[]) {
    this.sheet = sheet;
    this.top = top;
    this.first = top + 1;
    this.last = top + Math.max(1, rows.length);
    this.columns = columns;
    this.letters = new Map(columns.map(({ key }, index) => [key, letter(index)]));
    this.head();
    let row = top;
    const beside: Beside = (key) => `${this.letter(key)}${row}`;
    for (const one of rows) {
      row += 1;
      columns.forEach(({ cell, width }, column) => {
        const made = cell(one, beside);
        sheet.put(row, column, made);
        if (made.style === "wrapped") sheet.fit(row, made, width);
      });
    }
  }

  private head(): void {
    const { sheet, columns, top } = this;
    columns.forEach(({ title, width }, column) => {
      sheet.put(top, column, text(title, "header"));
      sheet.widths[column] = Math.max(width, sheet.widths[column] ?? 0);
    });
    sheet.height(top, 56);
    for (let from = 0; from < columns.length; from += 1) {
      const group = columns[from]?.group;
      if (group === undefined) continue;
      const start = from;
      while (columns[from + 1]?.group === group) from += 1;
      sheet.across(top - 1, start, from, text(group, "group"));
    }
  }

  /** The row with the sums. */
  sums(row: number, label: string, rows: readonly Row[]): void {
    this.columns.forEach(({ key, sum, sumStyle = "sum" }, column) => {
      const formula = `SUM(${this.letter(key)}${this.first}:${this.letter(key)}${this.last})`;
      const cell: Cell = sum ? { value: sum(rows), formula, style: sumStyle } : { value: null, style: "sumText" };
      this.sheet.put(row, column, cell);
    });
    this.sheet.put(row, 0, text(label, "sumText"));
  }

  has(key: string): boolean {
    return this.letters.has(key);
  }

  private letter(key: string): string {
    const found = this.letters.get(key);
    if (found === undefined) throw new Error(`no column ${key}`);
    return found;
  }

  /** A cell as formulas of any sheet name it. */
  cell(key: string, row: number): string {
    return `${this.sheet.prefix}$${this.letter(key)}$${row}`;
  }

  /** Cells of a column as formulas of any sheet name them; one cell alone by its own name. */
  range(key: string, from: number = this.first, to: number = this.last): string {
    const column = this.letter(key);
    return `${this.sheet.prefix}$${column}$${from}${to > from ? `:$${column}$${to}` : ""}`;
  }

  get titles(): readonly string[] {
    return this.columns.map(({ title }) => title);
  }
}
