import { type CellReader, trimmed } from "./cells.ts";
import type { Positions } from "./columns.ts";
import type { Row, Table } from "./csv.ts";
import { HIDDEN, mayBeName, quoted } from "./printable.ts";
import { type Problems, Refusal } from "./problems.ts";

/** Reads the cells of one row after another, and reports each refused cell at its place. */
export class RowReader<C extends string> {
  /** Whether anything in the current row was refused. */
  bad = false;
  /** The agency that the current row's errors concern; null: it cannot be told. */
  agency: string | null = null;
  private row: Row = { cells: [], line: 0, start: 0, end: 0 };
  readonly table: Table;
  private readonly positions: Positions<C>;
  private readonly problems: Problems;

  constructor(table: Table, positions: Positions<C>, problems: Problems) {
    this.table = table;
    this.positions = positions;
    this.problems = problems;
  }

  /** Turns to a row. @returns false where it has more cells than the header, so that none of them can be trusted */
  begin(row: Row, agency: string | null): boolean {
    this.row = row;
    this.bad = false;
    this.agency = agency;
    const surplus = row.cells.length > this.table.header.length && this.surplusCell();
    if (surplus === false) return true;
    this.refuse(null, {
      code: "row-too-long",
      message: `the row has ${row.cells.length} cells, the header ${this.table.header.length}`,
      remedy: 'put quotes around a name or an amount that has a comma in it, such as "85,000.37"',
      column: surplus,
    });
    return false;
  }

  private surplusCell(): number | false {
    const { header } = this.table;
    const index = this.row.cells.findIndex((cell, i) => i >= header.length && cell.trim() !== "");
    return index < 0 ? false : index + 1;
  }

  /** The trimmed text of a cell; empty where it is blank or the table does not have the column. */
  text(column: C): string {
    const position = this.positions[column];
    if (position < 0) return "";
    const cell = this.row.cells[position];
    return cell === undefined ? "" : trimmed(cell);
  }

  /** A cell's value, `blank` where the cell is blank or refused. */
  read<T, B>(column: C, reader: CellReader<T>, blank: B): T | B {
    const text = this.text(column);
    if (text === "") return blank;
    const value = reader(text);
    if (!(value instanceof Refusal)) return value;
    this.refuse(column, {
      code: value.code,
      message: `${column} ${this.problems.redact && mayBeName(text) ? HIDDEN : quoted(text)} ${value.says}`,
      remedy: value.remedy,
    });
    return blank;
  }

  /** A cell's value; a blank cell is an error. */
  need<T>(column: C, reader: CellReader<T>, remedy: string): T | undefined {
    if (this.text(column) !== "") return this.read(column, reader, undefined);
    this.refuse(column, { code: "blank-cell", message: `${column} is blank`, remedy });
    return undefined;
  }

  /** Reports what is wrong with the current row, at the cell of a column. */
  refuse(
    column: C | null,
    said: { code: string; message: string; remedy: string | null; column?: number | null },
  ): void {
    this.bad = true;
    const position = column === null ? -1 : this.positions[column];
    this.problems.error({
      where: this.table,
      line: this.row.line,
      column: position < 0 ? null : position + 1,
      agency: this.agency,
      ...said,
    });
  }
}
