import { quoted } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { idText, trimmed } from "./cells/words.ts";
import { columnIndex, type HeaderMap, OFFICER_AMOUNTS } from "./table/columns.ts";
import { dataRows } from "./table/values.ts";
import type { Table } from "./text/rows.ts";

/**
 * Reports actuals in rosters: they belong to one quarter, and a whole year has several.
 * @param only the agency of --agency, whose rows alone are read
 */
export function refuseRosterActuals(
  tables: readonly Table[],
  map: HeaderMap,
  only: string | null,
  problems: Problems,
): void {
  for (const table of tables) if (table.role === "roster") refuseIn(table, map, only, problems);
}

function refuseIn(table: Table, map: HeaderMap, only: string | null, problems: Problems): void {
  const places = OFFICER_AMOUNTS.filter(({ amount }) => amount === "actual")
    .map(({ name }) => ({ name, index: columnIndex(table, name, map) }))
    .filter(({ index }) => index >= 0);
  const agencyAt = columnIndex(table, "agency_id", map);
  let first:
    | { readonly line: number; readonly name: string; readonly index: number; readonly text: string }
    | undefined;
  let rows = 0;
  if (places.length > 0)
    dataRows(table, ({ cells, line }) => {
      if (only !== null && agencyAt >= 0 && idText(cells[agencyAt] ?? "") !== only) return;
      const filled = places.find(({ index }) => trimmed(cells[index] ?? "") !== "");
      if (!filled) return;
      rows += 1;
      first ??= { ...filled, line, text: trimmed(cells[filled.index] ?? "") };
    });
  if (!first) return;
  const more = rows > 1 ? `, and ${rows - 1} more ${rows === 2 ? "row has" : "rows have"} actuals` : "";
  problems.error({
    code: "roster-actuals-in-year",
    where: table,
    line: first.line,
    column: first.index + 1,
    message: `${first.name} ${quoted(first.text)} is an actual of one quarter, and --year computes several${more}`,
    remedy: "put the actuals into a file with the columns officer_id, quarter and these, and give it with --payroll",
  });
}
