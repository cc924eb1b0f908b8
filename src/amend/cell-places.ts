import type { Inputs } from "../ingest/inputs.ts";
import { columnIndex, type HeaderMap, headerMap } from "../ingest/table/columns.ts";
import { cellAt, type Role, readRows, type Table } from "../ingest/text/rows.ts";
import { quoted } from "../problems/printable.ts";

/** A cell of an input: where it is, and its text as typed. */
interface Cell {
  readonly place: string;
  readonly text: string;
}

/** Finds cells of the inputs of a claim by line and column. */
export class CellPlaces {
  private readonly inputs: Inputs;
  private readonly map: HeaderMap;
  private readonly starts = new WeakMap<Table, Map<number, number>>();

  constructor(inputs: Inputs, map: Readonly<Record<string, string>>) {
    this.inputs = inputs;
    this.map = headerMap(map);
  }

  /** The table of a role; of rosters, the one that an agency is in. */
  table(role: Role, agency: string): Table | undefined {
    if (role === "roster") return this.inputs.rosters.get(agency)?.table;
    return this.inputs.tables.find((table) => table.role === role);
  }

  /** The cells of some columns on some lines that are not blank; where all are, the first of them. */
  cells(role: Role, agency: string, lines: readonly number[], columns: readonly string[]): readonly Cell[] {
    const table = this.table(role, agency);
    if (!table) return [];
    const all = lines.flatMap((line) => columns.flatMap((column) => this.cell(table, line, column) ?? []));
    const filled = all.filter(({ text }) => text.trim() !== "");
    return filled.length > 0 ? filled : all.slice(0, 1);
  }

  private cell(table: Table, line: number, column: string): Cell | undefined {
    const index = columnIndex(table, column, this.map);
    const start = this.startsOf(table).get(line);
    if (index < 0 || start === undefined) return undefined;
    return { place: `${table.name}:${line}:${index + 1}`, text: cellAt(table, start, index) };
  }

  private startsOf(table: Table): Map<number, number> {
    const known = this.starts.get(table);
    if (known) return known;
    const starts = new Map<number, number>();
    readRows(table, ({ line, start }) => {
      starts.set(line, start);
      return true;
    });
    this.starts.set(table, starts);
    return starts;
  }
}

/** Cells as a cause names them: `"85000.37" (roster.csv:2:11)`. */
export const cellsText = (cells: readonly Cell[]): string =>
  cells.map(({ text, place }) => `${text.trim() === "" ? "blank" : quoted(text.trim())} (${place})`).join(" and ");
