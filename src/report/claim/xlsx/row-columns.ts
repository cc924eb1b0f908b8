import { formula, serial } from "./cell.ts";
import { nameIn, type Part } from "./part.ts";
import type { Column } from "./table.ts";
import { daysByDates, type WorkedOfficer, type WorkedRow } from "./worked.ts";

/** Where an officer's rows stand. */
export type LinesOf = (officer: WorkedOfficer) => readonly [first: number, last: number];

export const GROUP = "This quarter";

export function dayColumns(part: Part): Column<WorkedRow>[] {
  const { terms } = part;
  const [start, end, programme] = ["quarter_start", "quarter_end", "programme_start"].map((name) => nameIn(part, name));
  const datesOf = (row: WorkedRow) => daysByDates(row.span, terms.quarter.start, terms.quarter.end, terms);
  return [
    {
      key: "from",
      title: "First day that counts",
      width: 11,
      group: GROUP,
      cell: (row, at) => {
        const first = datesOf(row).first;
        if (row.counted && row.counted.start !== first) return { value: serial(row.counted.start), style: "givenDate" };
        return formula(`MAX(${start},${programme},${at("trained")},${at("start")})`, serial(first), "date");
      },
    },
    {
      key: "to",
      title: "Last day that counts",
      width: 11,
      group: GROUP,
      cell: (row, at) => {
        const last = datesOf(row).last;
        if (row.counted && row.counted.end !== last) return { value: serial(row.counted.end), style: "givenDate" };
        return formula(`MIN(${end},${at("end")})`, serial(last), "date");
      },
    },
    {
      key: "days",
      title: "Eligible days",
      width: 9,
      group: GROUP,
      cell: (row, at) => {
        const days = row.counted?.days ?? 0;
        if (!isByDates(row, part) && days === 0) return { value: 0, style: "givenNumber" };
        const counts = `AND(${at("eligible")}="yes",${at("trained")}<>"")`;
        return formula(`IF(${counts},MAX(0,${at("to")}-${at("from")}+1),0)`, days, "count");
      },
    },
  ];
}

/** Whether the dates of the row alone give the days that count. */
function isByDates({ span, counted }: WorkedRow, { terms }: Part): boolean {
  const { first, last, days } = daysByDates(span, terms.quarter.start, terms.quarter.end, terms);
  return counted ? counted.start === first && counted.end === last : days === 0;
}

/** What a note says of the row. */
export function noteOf(row: WorkedRow, part: Part): string {
  return isByDates(row, part) ? "" : "The days are bounded by an agreement or an authorization as well.";
}

const PARTS = {
  "calendar-days": "days ÷ days of the quarter",
  weekdays: "weekdays ÷ weekdays of the quarter",
  "whole-quarter": "all of it, shared by days",
} as const;

export function partColumn(part: Part, linesOf: LinesOf): Column<WorkedRow> {
  const reading = part.terms.readings["partial-quarter"];
  const days = nameIn(part, "quarter_days");
  const formulas = {
    "calendar-days": (at: (key: string) => string) => `${at("days")}/${days}`,
    weekdays: (at: (key: string) => string) =>
      `IF(${at("days")}=0,0,IF(${at("days")}=${days},1,NETWORKDAYS(${at("from")},${at("to")})/${nameIn(part, "quarter_weekdays")}))`,
    "whole-quarter": (at: (key: string) => string, { officer }: WorkedRow) => {
      const [first, last] = linesOf(officer);
      const column = at("days").replace(/\d+/, "");
      return `IF(${at("days")}=0,0,IF(${at("days")}=${days},1,${at("days")}/SUM(${column}$${first}:${column}$${last})))`;
    },
  };
  return {
    key: "part",
    title: `Part of the quarter: ${PARTS[reading]}`,
    width: 15,
    group: GROUP,
    cell: (row, at) => formula(formulas[reading](at, row), row.part, "part"),
  };
}

export function payColumn(
  key: "salary" | "benefits",
  title: string,
  part: Part,
  figureOf: (row: WorkedRow) => number,
): Column<WorkedRow> {
  const share = nameIn(part, "quarter_share");
  const gated = part.terms.readings["salary-models"] === "task-force";
  return {
    key,
    title,
    width: 14,
    group: GROUP,
    cell: (row, at) => {
      const product = `${at(`annual_${key}`)}*${at("share")}*${share}*${at("part")}`;
      return formula(gated ? `IF(${at("model")}="TFM",${product},0)` : product, figureOf(row), "unrounded");
    },
  };
}

export function yearColumn(part: Part): Column<WorkedRow> {
  const { terms } = part;
  const gated = terms.readings["salary-models"] === "task-force";
  const first = [nameIn(part, "year_start"), nameIn(part, "programme_start")].join(",");
  return {
    key: "year_days",
    title: "Days that weigh the cap",
    width: 10,
    group: "Year to date",
    cell: (row, at) => {
      const { quarter } = terms;
      const byDates = daysByDates(row.span, quarter.year.start, quarter.end, terms).days;
      if (row.yearDays !== (gated && row.row.program_model !== "TFM" ? 0 : byDates))
        return { value: row.yearDays, style: "givenNumber" };
      const counts = `${at("eligible")}="yes",${at("trained")}<>""${gated ? `,${at("model")}="TFM"` : ""}`;
      const span = `MIN(${nameIn(part, "quarter_end")},${at("end")})-MAX(${first},${at("trained")},${at("start")})+1`;
      return formula(`IF(AND(${counts}),MAX(0,${span}),0)`, row.yearDays, "count");
    },
  };
}

export function taskForceColumn(part: Part): Column<WorkedRow> {
  return {
    key: "task_force",
    title: "Task force officer by the quarter's end",
    width: 11,
    group: "For allowances",
    cell: (row, at) => {
      const { span } = row;
      const { quarter, programmeStart } = part.terms;
      const byDates = span.model === "TFM" && daysByDates(span, programmeStart, quarter.end, part.terms).days > 0;
      if (row.taskForce !== byDates) return { value: row.taskForce ? 1 : 0, style: "givenNumber" };
      const counts = `${at("model")}="TFM",${at("eligible")}="yes",${at("trained")}<>""`;
      const first = `MAX(${nameIn(part, "programme_start")},${at("trained")},${at("start")})`;
      return formula(
        `IF(AND(${counts},${first}<=MIN(${nameIn(part, "quarter_end")},${at("end")})),1,0)`,
        row.taskForce ? 1 : 0,
        "count",
      );
    },
  };
}
