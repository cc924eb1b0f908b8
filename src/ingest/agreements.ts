import { inOrder } from "../engine/rules/authority.ts";
import { dayText } from "../engine/values/calendar.ts";
import { MODELS, type ProgramModel } from "../engine/values/ids.ts";
import type { Agreement } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { counted } from "../problems/words.ts";
import { date, lastDay } from "./cells/date.ts";
import { idText, programModel } from "./cells/words.ts";
import type { RosterStore } from "./store.ts";
import { AGREEMENTS, findColumns, type HeaderMap } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import type { Table } from "./text/rows.ts";

/**
 * Reads the agreements of the rosters' agencies, which each of them then has, if none. Rows of other agencies are not looked at:
 * ICE's list has all of the country. A list without ids and names of agencies is the run's one agency's.
 */
export function readAgreements(table: Table, map: HeaderMap, store: RosterStore, problems: Problems): void {
  const [first, ...others] = store.agencies.values();
  const single = first && others.length === 0 ? first : undefined;
  const named = table.header.some((header) => table.nameOf(header) === "agency_name");
  const at = findColumns(table, AGREEMENTS, { map, agency: single && !named ? single.id : null }, problems);
  if (!at) return;
  const reader = new RowReader(table, problems);
  const found = new Map([...store.agencies.values()].map((agency): [string, Agreement[]] => [agency.id, []]));
  let without = 0;
  valueRows(table, problems, (row) => {
    const id = at.agency_id.index < 0 ? (single?.id ?? "") : idText(row.cells[at.agency_id.index] ?? "");
    if (id === "") without += 1;
    const own = found.get(id);
    if (!own || !reader.begin(row, id, false)) return;
    const model = reader.need(at.program_model, programModel, "write TFM, JEM or WSO");
    const signedOn = reader.need(
      at.signed_on,
      date,
      "write the day by which both sides had signed, or leave the row out",
    );
    const endedOn = reader.read(at.ended_on, lastDay, null);
    if (signedOn !== undefined && endedOn !== null && endedOn < signedOn)
      reader.refuse(at.ended_on, {
        code: "ends-before-start",
        message: `ended_on ${dayText(endedOn)} is before signed_on ${dayText(signedOn)}`,
        remedy: "both days are included; the end cannot be before the start",
      });
    if (!reader.bad && model !== undefined && signedOn !== undefined)
      own.push({ line: row.line, model, signedOn, endedOn });
  });
  reader.sayDayFirst(at.agency_id);
  for (const agency of store.agencies.values()) {
    const own = inOrder(found.get(agency.id) ?? []);
    agency.agreements = own;
    for (const model of MODELS)
      if (agency.hasModel(model) && !own.some((one) => one.model === model))
        warnOfNone(agency.id, model, table, problems);
  }
  if (without > 0)
    problems.notice({
      code: "agreements-without-id",
      where: table,
      message: `passed over ${counted(without, "agreement")} without an agency_id`,
      remedy: `write the ORI of your agency beside it${single ? `, ${printable(single.id)}` : ""}`,
    });
}

function warnOfNone(agency: string, model: ProgramModel, table: Table, problems: Problems): void {
  problems.warning({
    code: "no-agreement",
    where: table,
    agency,
    message: `no agreement of ${printable(agency)} for ${model}: none of its officers' days as ${model} counts`,
    remedy: "add the agreement, or check agency_id and program_model of its row",
  });
}
