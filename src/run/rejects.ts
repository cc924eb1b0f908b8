import { idText } from "../ingest/cells/words.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { columnIndex, type HeaderMap } from "../ingest/table/columns.ts";
import { dataRows } from "../ingest/table/values.ts";
import type { Table } from "../ingest/text/rows.ts";
import type { Problems } from "../problems/problems.ts";

/** A row of a roster that was left out, with its cells as typed. */
export interface RejectedRow {
  readonly table: Table;
  readonly line: number;
  readonly agency: string;
  /** Those of this moment only. */
  readonly cells: readonly string[];
  /** What is wrong with it, or with its officer. */
  readonly problem: string;
}

/**
 * Calls `each` for every row of an officer who is left out, and every row with an error, in the order of the rosters; of a
 * roster until it returns false.
 */
export function rejectedRows(
  { tables, store }: Pick<Inputs, "tables" | "store">,
  map: HeaderMap,
  only: string | null,
  problems: Problems,
  each: (row: RejectedRow) => unknown,
): void {
  for (const table of tables) {
    if (table.role !== "roster") continue;
    const wrong = problems.ofRows.get(table);
    const [agencyAt, officerAt] = [columnIndex(table, "agency_id", map), columnIndex(table, "officer_id", map)];
    dataRows(table, ({ cells, line }) => {
      const id = agencyAt < 0 ? (only ?? "") : idText(cells[agencyAt] ?? "");
      if (only !== null && id !== only) return true;
      const agency = store.agencies.get(id);
      const officer = agency?.table === table ? store.find(agency, idText(cells[officerAt] ?? "")) : -1;
      const because = officer < 0 ? undefined : store.leftOut.because(officer);
      const problem = wrong?.get(line) ?? (because === "" ? ANOTHER_ROW : because);
      return problem === undefined || each({ table, line, agency: id, cells, problem });
    });
  }
}

const ANOTHER_ROW = "another row of this officer has an error";

/** How many rows of each agency are left out. */
export function countRejected(...of: Parameters<typeof rejectedRows> extends [...infer A, unknown] ? A : never) {
  const counts = new Map<string, number>();
  rejectedRows(...of, ({ agency }) => {
    counts.set(agency, (counts.get(agency) ?? 0) + 1);
  });
  return counts;
}
