import { type Cell, text } from "./cell.ts";
import { nameIn, type Part } from "./part.ts";
import type { Sheet } from "./sheet.ts";

/** A name of a cell, for formulas. */
export interface CellName {
  readonly name: string;
  readonly range: string;
}

/** Writes lines one below the other. */
export class Lines {
  readonly sheet: Sheet;
  private readonly part: Part;
  private readonly names: CellName[];
  row: number;

  constructor(sheet: Sheet, part: Part, names: CellName[], row: number) {
    this.sheet = sheet;
    this.part = part;
    this.names = names;
    this.row = row;
  }

  section(title: string): void {
    this.row += 1;
    this.sheet.across(this.row, 0, 6, text(title, "section"));
    this.row += 1;
  }

  /** A label and a value. @param name by which formulas find the value */
  value(label: string, cell: Cell, name?: string, says = ""): void {
    this.line([text(label, "label"), cell, text(says, "hint")]);
    if (name) this.names.push({ name: nameIn(this.part, name), range: this.sheet.at(this.row - 1, 1) });
  }

  head(titles: readonly string[]): void {
    this.sheet.height(this.row, 32);
    this.line(titles.map((title) => text(title, "header")));
  }

  line(cells: readonly Cell[]): void {
    this.sheet.line(this.row, cells);
    this.row += 1;
  }
}
