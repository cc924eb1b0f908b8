import { columnNames, headerMap, REJECT_COLUMNS } from "../ingest/table/columns.ts";
import type { Table } from "../ingest/text/rows.ts";
import { mayBeName } from "../problems/printable.ts";
import { type RejectedRow, rejectedRows } from "../run/rejects.ts";
import type { Run } from "../run/run.ts";
import { csvText, spreadsheetSafe } from "./csv-text.ts";

/**
 * The rows that a run left out, as they stood, with what is wrong with each: to be mended and run again. Rows of rosters
 * with other columns stand under the columns of all. @returns pieces in UTF-8, in their order; none where nothing was left out
 */
export function rejectsText({ inputs, options, problems }: Run): Uint8Array[] {
  const map = headerMap(options.map);
  const tables = new Set<Table>();
  rejectedRows(inputs, map, options.agency, problems, ({ table }) => {
    tables.add(table);
    return false; // the first row tells that the roster has some
  });
  const [first] = tables;
  if (!first) return [];
  const header = new SharedHeader(tables);
  const parts: Uint8Array[] = [];
  let lines = [[...header.names, ...REJECT_COLUMNS].map(safeCell)];
  const write = (): void => {
    parts.push(Buffer.from(csvText(lines, first.delimiter)));
    lines = [];
  };
  rejectedRows(inputs, map, options.agency, problems, (row) => {
    const { table } = row;
    const cells = options.redact ? withoutNames(row, columnNames("roster", map, table.header)) : row.cells;
    if (
      lines.push([...header.inOrder(cells, table), table.name, String(row.line), row.problem].map(safeCell)) >= AT_ONCE
    )
      write();
  });
  if (lines.length > 0) write();
  return parts;
}

/** Rows written at once. */
const AT_ONCE = 1000;

/** A cell as it stood, unless a spreadsheet would run it; signed amounts it would not. */
const safeCell = (cell: string): string => (/^[+-]?\$?[\d.,]+%?$/.test(cell) ? cell : spreadsheetSafe(cell));

/** The columns of several tables: those of the first, and what the others have besides. */
class SharedHeader {
  readonly names: string[] = [];
  private readonly places = new Map<Table, readonly number[]>();

  constructor(tables: Iterable<Table>) {
    for (const table of tables) {
      const first = this.places.size === 0;
      const place = (name: string): number => {
        const known = first || name === "" ? -1 : this.names.indexOf(name);
        return known >= 0 ? known : this.names.push(name) - 1;
      };
      this.places.set(table, table.header.map(place));
    }
  }

  /** The cells of a row under the shared header; a row that is too long stays so. */
  inOrder(cells: readonly string[], table: Table): string[] {
    const placed = this.names.map(() => "");
    this.places.get(table)?.forEach((place, index) => {
      placed[place] = cells[index] ?? "";
    });
    return [...placed, ...cells.slice(table.header.length)];
  }
}

const NAMED_OTHERWISE: ReadonlySet<string | undefined> = new Set(["officer_name", undefined]);

/** The cells of a row without those that may hold a person's name. */
function withoutNames({ cells, table }: RejectedRow, nameOf: (header: string) => string | undefined): string[] {
  const shifted = cells.length > table.header.length;
  return cells.map((cell, index) => {
    const column = nameOf(table.header[index] ?? "");
    return (shifted || NAMED_OTHERWISE.has(column)) && mayBeName(cell) ? "" : cell;
  });
}
