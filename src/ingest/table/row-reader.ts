import type { ProblemCode } from "../../problems/catalogue.ts";
import { HIDDEN, mayBeName, printable, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import { DayFirstRefusal } from "../cells/date.ts";
import { type CellReader, LONG, tooLong, trimmed } from "../cells/words.ts";
import { isSameName } from "../names.ts";
import type { BrokenQuotes } from "../text/careful.ts";
import type { Row, Table } from "../text/rows.ts";
import type { Place } from "./columns.ts";
import { DayFirst } from "./day-first.ts";
import { totalCell } from "./values.ts";

/** Reads the cells of one row after another, and reports each refused cell at its place. */
export class RowReader {
  /** Whether anything in the current row was refused. */
  bad = false;
  /** The agency that the current row's errors concern; null: it cannot be told. */
  agency: string | null = null;
  /** Whether they are those of one officer. */
  ofOfficer = false;
  private row: Row = { cells: [], line: 0, start: 0, end: 0, broken: null };
  private readonly dayFirst = new DayFirst();
  readonly table: Table;
  private readonly problems: Problems;

  constructor(table: Table, problems: Problems) {
    this.table = table;
    this.problems = problems;
  }

  /** Turns to a row. @returns false where its cells cannot be told apart for sure, so that none can be trusted */
  begin(row: Row, agency: string | null, ofOfficer: boolean): boolean {
    this.row = row;
    this.bad = false;
    this.agency = agency;
    this.ofOfficer = ofOfficer;
    if (row.broken) {
      this.refuse(null, quotesProblem(row.broken));
      return false;
    }
    const surplus = surplusCell(row, this.table);
    if (surplus >= 0) {
      this.refuse(null, this.surplusProblem(surplus));
      return false;
    }
    const total = totalCell(row.cells);
    if (total < 0) return true;
    this.refuse(null, {
      code: "totals-row-with-id",
      message: `the row has an id, and says ${quoted(row.cells[total] ?? "")}`,
      remedy: "delete it if it is the sum of other rows: it would be counted once more",
      column: total + 1,
    });
    return false;
  }

  private surplusProblem(index: number) {
    const { header } = this.table;
    const column = index + 1;
    if (index < header.length)
      return {
        code: "text-without-header",
        message: `${this.shown(trimmed(this.row.cells[index] ?? ""))} stands in a column without a header`,
        remedy: `${COMMA_IN_CELL}; else give the column a header, which says whether it is read`,
        column,
      } as const;
    const message = `the row has ${this.row.cells.length} cells, the header ${header.length}`;
    return { code: "row-too-long", message, remedy: COMMA_IN_CELL, column } as const;
  }

  /** The trimmed text of a cell; empty where it is blank or the table does not have the column. */
  text({ index, value = "" }: Place): string {
    if (index < 0) return value;
    const cell = this.row.cells[index];
    return cell === undefined ? "" : trimmed(cell);
  }

  /** A cell's value, `blank` where the cell is blank or refused. */
  read<T, B>(place: Place, reader: CellReader<T>, blank: B): T | B {
    if (place.index < 0 && place.value === undefined) return blank;
    const text = this.text(place);
    if (text === "") return blank;
    const value = text.length > LONG ? tooLong(text) : reader(text);
    if (!(value instanceof Refusal)) return value;
    this.refuseCell(place, text, value);
    return blank;
  }

  private refuseCell(place: Place, text: string, refusal: Refusal): void {
    const { code, says, remedy } = refusal;
    if (refusal instanceof DayFirstRefusal) {
      this.bad = true;
      this.dayFirst.note(place, this.agency, this.row.line, text, refusal);
    } else this.refuse(place, { code, message: `${place.name} ${this.shown(text)} ${says}`, remedy });
  }

  /** A text as a message shows it. */
  shown(text: string): string {
    return this.problems.redact && mayBeName(text) ? HIDDEN : quoted(text);
  }

  /** Reports the dates that have the day first, once all rows are read. */
  sayDayFirst(agencyAt: Place): void {
    this.dayFirst.report(this.table, agencyAt, this.problems);
  }

  /** Warns where a further row of an officer has another name than the first. */
  checkName(place: Place, name: string, first: string, id: string): void {
    if (name === "" || first === "" || isSameName(name, first)) return;
    const [a, b] = [this.shown(trimmed(name)), this.shown(first)];
    this.warn(place, {
      code: "names-differ",
      message: this.problems.redact
        ? `the rows of officer ${printable(id)} have different names`
        : `officer ${printable(id)} is ${a} here and ${b} on an earlier row`,
      remedy: "if they are two persons, give them two ids",
    });
  }

  /** Warns of something in the current row. */
  warn(place: Place, said: { code: ProblemCode; message: string; remedy: string | null }): void {
    this.problems.warning({
      where: this.table,
      line: this.row.line,
      column: place.index < 0 ? null : place.index + 1,
      agency: this.agency,
      ...said,
    });
  }

  /** Notes how a cell of the current row is taken. */
  note(place: Place, said: { code: ProblemCode; message: string }): void {
    this.problems.notice({
      where: this.table,
      line: this.row.line,
      column: place.index + 1,
      agency: this.agency,
      ...said,
    });
  }

  /** A cell's value; a blank cell is an error. */
  need<T>(place: Place, reader: CellReader<T>, remedy: string): T | undefined {
    const value = this.read(place, reader, undefined);
    if (value === undefined && this.text(place) === "") this.refuseBlank(place, remedy);
    return value;
  }

  private refuseBlank(place: Place, remedy: string): void {
    const { cells } = this.row;
    if (place.index < cells.length)
      this.refuse(place, { code: "blank-cell", message: `${place.name} is blank`, remedy });
    else if (!this.bad)
      this.refuse(null, {
        code: "row-too-short",
        message: `the row has ${cells.length} of ${this.table.header.length} cells: ${place.name} is missing`,
        remedy: `${remedy}; or delete the row if it is none`,
        column: cells.length,
      });
  }

  /** Reports what is wrong with the current row, at the cell of a column. */
  refuse(
    place: Place | null,
    said: { code: ProblemCode; message: string; remedy: string | null; column?: number | null },
  ): void {
    this.bad = true;
    this.problems.error({
      where: this.table,
      line: this.row.line,
      column: place === null || place.index < 0 ? null : place.index + 1,
      agency: this.agency,
      ofOfficer: this.ofOfficer,
      ...said,
    });
  }
}

const COMMA_IN_CELL = 'put quotes around a name or an amount that has a comma in it, such as "85,000.37"';

/** The first cell with a text under no header, or -1. */
export function surplusCell({ cells }: Row, { header, unheaded }: Table): number {
  for (const i of unheaded) if ((cells[i] ?? "").trim() !== "") return i;
  for (let i = header.length; i < cells.length; i++) if (cells[i]?.trim() !== "") return i;
  return -1;
}

/** What to say of misplaced quotes. */
export const quotesProblem = ({ code, column }: BrokenQuotes) => ({ column, ...QUOTES[code] });

const QUOTES = {
  "unclosed-quote": {
    code: "unclosed-quote",
    message: "a quote opens here and is not closed",
    remedy: 'close it at the end of the cell, or delete it; inside a quoted cell a quote is written twice, ""',
  },
  "stray-quote": {
    code: "stray-quote",
    message: "a quoted cell goes on after its closing quote",
    remedy: 'inside a quoted cell write a quote twice, such as "John ""Jack"" Smith"',
  },
} as const;
