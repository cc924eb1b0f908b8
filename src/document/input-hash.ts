import { createHash } from "node:crypto";
import { sha256 } from "../files/sha256.ts";
import { idText } from "../ingest/cells/words.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { columnIndex, type HeaderMap } from "../ingest/table/columns.ts";
import { dataRows } from "../ingest/table/values.ts";
import { readRows, rowText, type Table } from "../ingest/text/rows.ts";
import type { ClaimDocument } from "./schema.ts";

export type InputDocument = ClaimDocument["inputs"][number];

/** The rows of a table by agency: where each begins and ends. Rows that name no agency are under the empty id. */
interface AgencyRows {
  readonly header: string;
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** The inputs of documents with their hashes. Of a table that several documents rest on the rows are looked up once. */
export class InputHashes {
  private readonly map: HeaderMap;
  private readonly indexes = new WeakMap<Table, AgencyRows>();

  constructor(map: HeaderMap) {
    this.map = map;
  }

  /**
   * The inputs of a document, rosters of other agencies left aside: the whole file where the document holds all agencies of
   * it, else the header and the rows of its agencies as they stand, each with LF.
   */
  inputsOf({ tables, rosters }: Pick<Inputs, "tables" | "rosters">, agencies: ReadonlySet<string>): InputDocument[] {
    const alone = new Map<Table, number>();
    for (const id of agencies) {
      const agency = rosters.get(id);
      if (agency?.alone) alone.set(agency.table, agency.rows);
    }
    return tables
      .map((table) => {
        const rows = alone.get(table);
        return rows === undefined ? this.inputOf(table, agencies) : wholeFile(table, rows);
      })
      .filter(({ role, rows }) => role !== "roster" || rows > 0);
  }

  private inputOf(table: Table, agencies: ReadonlySet<string>): InputDocument {
    const inScope = this.rowsOf(table, agencies);
    const count = inScope.reduce((sum, spans) => sum + spans.length / 2, 0);
    if (inScope.length === this.indexOf(table).rows.size) return wholeFile(table, count);
    const { role, name } = table;
    return {
      role: role as InputDocument["role"],
      path: name,
      scope: "rows",
      sha256: this.ofRows(table, agencies),
      rows: count,
    };
  }

  /** The hash over the header and the rows of some agencies, whatever else the table holds. */
  ofRows(table: Table, agencies: ReadonlySet<string>): string {
    const hash = createHash("sha256").update(`${this.indexOf(table).header}\n`);
    for (const [start, end] of inOrder(this.rowsOf(table, agencies))) hash.update(`${rowText(table, start, end)}\n`);
    return hash.digest("hex");
  }

  private rowsOf(table: Table, agencies: ReadonlySet<string>): (readonly number[])[] {
    const { rows } = this.indexOf(table);
    return ["", ...agencies].flatMap((id) => {
      const spans = rows.get(id);
      return spans ? [spans] : [];
    });
  }

  private indexOf(table: Table): AgencyRows {
    const index = this.indexes.get(table) ?? agencyRows(table, this.map);
    this.indexes.set(table, index);
    return index;
  }
}

const wholeFile = ({ role, name, bytes }: Table, rows: number): InputDocument => ({
  role: role as InputDocument["role"],
  path: name,
  scope: "file",
  sha256: sha256(bytes),
  rows,
});

function inOrder(groups: readonly (readonly number[])[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const spans of groups) for (let i = 0; i < spans.length; i += 2) pairs.push([spans[i] ?? 0, spans[i + 1] ?? 0]);
  return pairs.sort(([a], [b]) => a - b);
}

function agencyRows(table: Table, map: HeaderMap): AgencyRows {
  const column = columnIndex(table, "agency_id", map);
  const rows = new Map<string, number[]>();
  let header = "";
  readRows(table, ({ line, start, end }) => {
    header = rowText(table, start, end);
    return line < table.headerLine;
  });
  dataRows(table, ({ cells, start, end }) => {
    const id = idText(cells[column] ?? "");
    const known = rows.get(id);
    if (known) known.push(start, end);
    else rows.set(id, [start, end]);
  });
  return { header, rows };
}
