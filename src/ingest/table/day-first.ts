import { quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Refusal } from "../../problems/refusal.ts";
import { dateOrder, EXPORT_DATES } from "../cells/date.ts";
import { idText, trimmed } from "../cells/words.ts";
import type { Table } from "../text/rows.ts";
import type { Place } from "./columns.ts";
import { dataRows } from "./values.ts";

/** The dates of one column and agency that can only be read with the day first. */
interface DayFirstDates {
  readonly place: Place;
  readonly agency: string | null;
  readonly first: Refusal;
  readonly lines: number[];
  readonly texts: string[];
}

/** Gathers dates that have the day first, so that a column of them is said once. */
export class DayFirst {
  private readonly found = new Map<string, DayFirstDates>();

  note(place: Place, agency: string | null, line: number, text: string, refusal: Refusal): void {
    const key = `${place.index} ${agency ?? ""}`;
    const dates = this.found.get(key) ?? { place, agency, first: refusal, lines: [], texts: [] };
    dates.lines.push(line);
    dates.texts.push(text);
    this.found.set(key, dates);
  }

  /** Reports what was gathered. */
  report(table: Table, agencyAt: Place, problems: Problems): void {
    for (const dates of this.found.values()) {
      const orders = ordersIn(table, dates, agencyAt);
      if (orders.has("month-first")) reportEach(table, dates, problems);
      else reportColumn(table, dates, orders.has("either"), problems);
    }
  }
}

/** How the other dates of the column and agency can be read. */
function ordersIn(table: Table, { place, agency }: DayFirstDates, agencyAt: Place): Set<string | undefined> {
  const orders = new Set<string | undefined>();
  dataRows(table, ({ cells }) => {
    if (agencyAt.index >= 0 && agency !== null && idText(cells[agencyAt.index] ?? "") !== agency) return;
    const cell = cells[place.index];
    if (cell?.includes("/")) orders.add(dateOrder(trimmed(cell)));
  });
  return orders;
}

/** Slips in a column whose other dates have the month first. */
function reportEach(table: Table, { place, agency, lines, texts, first }: DayFirstDates, problems: Problems): void {
  lines.forEach((line, i) => {
    problems.error({
      code: "not-a-date",
      where: table,
      line,
      column: place.index + 1,
      agency,
      ofOfficer: agency !== null,
      message: `${place.name} ${quoted(texts[i] ?? "")} is not a date with the month first, as others in the column are`,
      remedy: i === 0 ? first.remedy : EXPORT_DATES,
    });
  });
}

/** A column with the day first: where others of its dates could be read either way, no row of it can be trusted. */
function reportColumn(table: Table, dates: DayFirstDates, either: boolean, problems: Problems): void {
  const { place, agency, lines, texts, first } = dates;
  const more = lines.length - 1;
  const many = more > 0 ? `, and so ${more === 1 ? "has" : "have"} ${more} more of the column` : "";
  const doubt = either ? ", so that none of its dates can be told for sure" : "";
  problems.error({
    code: "day-first-dates",
    where: table,
    line: lines[0] ?? null,
    column: place.index + 1,
    agency,
    ofOfficer: agency !== null && !either,
    message: `${place.name} ${quoted(texts[0] ?? "")} ${first.says}${many}${doubt}`,
    remedy: `${first.remedy}; ${EXPORT_DATES}`,
  });
  for (const line of lines.slice(1)) problems.noteRow(table, line, `${place.name} ${first.says}`);
}
