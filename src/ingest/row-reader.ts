import { type CellReader, trimmed } from "./cells.ts";
import type { Place } from "./columns.ts";
import type { Row, Table } from "./csv.ts";
import { HIDDEN, mayBeName, quoted } from "./printable.ts";
import { type Problems, Refusal } from "./problems.ts";

/** Reads the cells of one row after another, and reports each refused cell at its place. */
export class RowReader {
  /** Whether anything in the current row was refused. */
  bad = false;
  /** The agency that the current row's errors concern; null: it cannot be told. */
  agency: string | null = null;
  private row: Row = { cells: [], line: 0, start: 0, end: 0 };
  readonly table: Table;
  private readonly problems: Problems;

  constructor(table: Table, problems: Problems) {
    this.table = table;
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
  text({ index }: Place): string {
    const cell = index < 0 ? undefined : this.row.cells[index];
    return cell === undefined ? "" : trimmed(cell);
  }

  /** A cell's value, `blank` where the cell is blank or refused. */
  read<T, B>(place: Place, reader: CellReader<T>, blank: B): T | B {
    if (place.index < 0) return blank;
    const text = this.text(place);
    if (text === "") return blank;
    const value = reader(text);
    if (!(value instanceof Refusal)) return value;
    this.refuse(place, {
      code: value.code,
      message: `${place.name} ${this.problems.redact && mayBeName(text) ? HIDDEN : quoted(text)} ${value.says}`,
      remedy: value.remedy,
    });
    return blank;
  }

  /** A cell's value; a blank cell is an error. */
  need<T>(place: Place, reader: CellReader<T>, remedy: string): T | undefined {
    const value = this.read(place, reader, undefined);
    if (value === undefined && this.text(place) === "")
      this.refuse(place, { code: "blank-cell", message: `${place.name} is blank`, remedy });
    return value;
  }

  /** Reports what is wrong with the current row, at the cell of a column. */
  refuse(
    place: Place | null,
    said: { code: string; message: string; remedy: string | null; column?: number | null },
  ): void {
    this.bad = true;
    this.problems.error({
      where: this.table,
      line: this.row.line,
      column: place === null || place.index < 0 ? null : place.index + 1,
      agency: this.agency,
      ...said,
    });
  }
}
