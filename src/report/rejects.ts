import Papa from "papaparse";
import { type RejectedRow, rejectedRows } from "../audit/rejects.ts";
import type { Run } from "../audit/run.ts";
import { columnNames, headerMap, REJECT_COLUMNS } from "../ingest/columns.ts";
import type { Table } from "../ingest/csv.ts";
import { mayBeName } from "../ingest/printable.ts";
import { spreadsheetSafe } from "./spreadsheet-safe.ts";

/**
 * The rows that a run left out, as they stood, with what is wrong with each: to be mended and run again. Rosters with other
 * headers follow each other, each with its own. @returns the empty text where nothing was left out
 */
export function rejectsText({ inputs, options, problems }: Run): string {
  const map = headerMap(options.map);
  const parts: string[] = [];
  let header: readonly string[] | undefined;
  rejectedRows(inputs, map, options.agency, problems, (row) => {
    if (!header) {
      header = row.table.header;
      parts.push(line([...header.map(safeCell), ...REJECT_COLUMNS]));
    }
    const cells = options.redact ? withoutNames(row, columnNames("roster", map, row.table.header)) : row.cells;
    parts.push(
      line([...inOrder(cells, row.table, header), row.table.name, String(row.line), row.problem].map(safeCell)),
    );
  });
  return parts.join("");
}

const line = (cells: readonly string[]): string => `${Papa.unparse([cells as string[]])}\n`;

/** A cell as it stood, unless a spreadsheet would run it; signed amounts it would not. */
const safeCell = (cell: string): string => (/^[+-]?\$?[\d.,]+%?$/.test(cell) ? cell : spreadsheetSafe(cell));

/** The cells of a row under the header of the first roster; all of them, so that a row that is too long stays so. */
function inOrder(cells: readonly string[], table: Table, header: readonly string[]): string[] {
  const padded = [...cells, ...Array<string>(Math.max(0, table.header.length - cells.length)).fill("")];
  if (table.header === header || table.header.join("\n") === header.join("\n")) return padded;
  const places = header.map((name) => table.header.indexOf(name));
  return [...places.map((index) => padded[index] ?? ""), ...padded.slice(table.header.length)];
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
