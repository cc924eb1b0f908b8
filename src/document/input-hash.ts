import { createHash } from "node:crypto";
import { sha256 } from "../files/sha256.ts";
import { trimmed } from "../ingest/cells/words.ts";
import { columnIndex, type HeaderMap, headerMap } from "../ingest/table/columns.ts";
import { dataRows, readRows, rowText, type Table } from "../ingest/text/rows.ts";
import type { Run } from "../run/run.ts";
import type { ClaimDocument } from "./schema.ts";

type InputDocument = ClaimDocument["inputs"][number];

/** The rows of a table by agency: where each begins and ends. Rows that name no agency are under the empty id. */
interface AgencyRows {
  readonly header: string;
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

const INDEXES = new WeakMap<Table, AgencyRows>();

/**
 * The inputs of a document, rosters of other agencies left aside: the whole file where the document holds all agencies of it, else the header and the rows of its
 * agencies as they stand, each with LF.
 */
export function inputsOf({ inputs, options }: Run, agencies: ReadonlySet<string>): InputDocument[] {
  const map = headerMap(options.map);
  const alone = new Map<Table, number>();
  for (const id of agencies) {
    const agency = inputs.rosters.get(id);
    if (agency?.alone) alone.set(agency.table, agency.rows);
  }
  return inputs.tables
    .map((table) => {
      const rows = alone.get(table);
      return rows === undefined ? inputOf(table, map, agencies) : wholeFile(table, rows);
    })
    .filter(({ role, rows }) => role !== "roster" || rows > 0);
}

const wholeFile = ({ role, name, bytes }: Table, rows: number): InputDocument => ({
  role,
  path: name,
  scope: "file",
  sha256: sha256(bytes),
  rows,
});

function inputOf(table: Table, map: HeaderMap, agencies: ReadonlySet<string>): InputDocument {
  const { rows } = indexOf(table, map);
  const inScope = rowsOf(table, map, agencies);
  const count = inScope.reduce((sum, spans) => sum + spans.length / 2, 0);
  if (inScope.length === rows.size) return wholeFile(table, count);
  const { role, name } = table;
  return { role, path: name, scope: "rows", sha256: rowsHash(table, map, agencies), rows: count };
}

/** The hash over the header and the rows of some agencies, whatever else the table holds. */
export function rowsHash(table: Table, map: HeaderMap, agencies: ReadonlySet<string>): string {
  const hash = createHash("sha256").update(`${indexOf(table, map).header}\n`);
  for (const [start, end] of inOrder(rowsOf(table, map, agencies))) hash.update(`${rowText(table, start, end)}\n`);
  return hash.digest("hex");
}

function rowsOf(table: Table, map: HeaderMap, agencies: ReadonlySet<string>): (readonly number[])[] {
  const { rows } = indexOf(table, map);
  return ["", ...agencies].flatMap((id) => {
    const spans = rows.get(id);
    return spans ? [spans] : [];
  });
}

function indexOf(table: Table, map: HeaderMap): AgencyRows {
  const index = INDEXES.get(table) ?? agencyRows(table, map);
  INDEXES.set(table, index);
  return index;
}

function inOrder(groups: readonly (readonly number[])[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const spans of groups) for (let i = 0; i < spans.length; i += 2) pairs.push([spans[i] ?? 0, spans[i + 1] ?? 0]);
  return groups.length > 1 ? pairs.sort(([a], [b]) => a - b) : pairs;
}

function agencyRows(table: Table, map: HeaderMap): AgencyRows {
  const column = columnIndex(table, "agency_id", map);
  const rows = new Map<string, number[]>();
  let header = "";
  readRows(table, ({ line, start, end }) => {
    if (line === table.headerLine) header = rowText(table, start, end);
    return line < table.headerLine;
  });
  dataRows(table, ({ cells, start, end }) => {
    const id = column < 0 ? "" : trimmed(cells[column] ?? "");
    const known = rows.get(id);
    if (known) known.push(start, end);
    else rows.set(id, [start, end]);
  });
  return { header, rows };
}
