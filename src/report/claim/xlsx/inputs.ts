import { amount, type Cell, date, formula, numberOf, serial, text } from "./cell.ts";
import { hasAllowance, isNamed, isOfSeveral, nameIn, type Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, Table } from "./table.ts";
import { daysByDates, type WorkedAgency, type WorkedOfficer, type WorkedRow } from "./worked.ts";

/** The sheet Inputs: the roster's rows, a line each, with what each gives; then the files. */
export interface InputsSheet {
  readonly sheet: Sheet;
  /** Cells of a column that are an officer's. */
  readonly of: (key: string, officer: WorkedOfficer) => string;
  /** Cells of a column that are an agency's. */
  readonly ofAgency: (key: string, agency: WorkedAgency) => string;
}

/** Where an officer's rows stand. */
type LinesOf = (officer: WorkedOfficer) => readonly [first: number, last: number];

const HEAD = 5;
const NOWHERE = [HEAD + 1, HEAD + 1] as const;

export function inputsSheet(part: Part): InputsSheet {
  const sheet = new Sheet(`Inputs${part.suffix}`);
  const lines = new Map<WorkedOfficer, [number, number]>();
  const rows: WorkedRow[] = [];
  for (const { officers } of part.agencies)
    for (const officer of officers) {
      const first = HEAD + rows.length + 1;
      rows.push(...officer.rows);
      lines.set(officer, [first, HEAD + rows.length]);
    }
  const linesOf: LinesOf = (officer) => lines.get(officer) ?? NOWHERE;
  sheet.put(1, 0, text("Inputs: the rows of the roster, and what each of them gives", "title"));
  sheet.put(
    2,
    0,
    text("Blue was read from the inputs, black is computed here, brown on yellow is a value with a note.", "hint"),
  );
  const table = new Table(sheet, HEAD, inputColumns(part, linesOf), rows);
  sheet.print = { ...sheet.print, pages: 2 };
  sheet.freeze(HEAD, isNamed(part) ? 4 : 3);
  fileLines(sheet, table.last + 2, part);
  sheet.put(3, 0, text(`The files and their hashes stand below the rows, from line ${table.last + 2}.`, "hint"));
  return {
    sheet,
    of: (key, officer) => table.range(key, ...linesOf(officer)),
    ofAgency: (key, { officers }) => {
      const [first, last] = [officers[0], officers.at(-1)].map((officer) => (officer ? linesOf(officer) : NOWHERE));
      return table.range(key, (first ?? NOWHERE)[0], (last ?? NOWHERE)[1]);
    },
  };
}

function inputColumns(part: Part, linesOf: LinesOf): Column<WorkedRow>[] {
  const { terms } = part;
  const named = isNamed(part);
  return [
    { key: "no", title: "No.", width: 6, cell: ({ officer }) => ({ value: officer.number, style: "count" }) },
    ...(isOfSeveral(part) ? [agencyColumn<WorkedRow>(({ officer }) => officer.agency.claim.agency_id)] : []),
    {
      key: "officer",
      title: "Officer",
      width: 12,
      cell: ({ officer: { officer } }) => text(officer.officer_id, "inputText"),
    },
    ...(named
      ? [
          {
            key: "name",
            title: "Name",
            width: 22,
            cell: ({ officer: { officer } }: WorkedRow) => text(officer.officer_name, "inputText"),
          },
        ]
      : []),
    { key: "line", title: "Line of the roster", width: 8, cell: ({ row }) => ({ value: row.line, style: "count" }) },
    { key: "model", title: "Model", width: 8, cell: ({ row }) => text(row.program_model, "inputText") },
    { key: "trained", title: "Trained on", width: 11, cell: ({ row }) => date(row.trained_on) },
    { key: "start", title: "Starts", width: 11, cell: ({ row }) => date(row.start_date) },
    { key: "end", title: "Ends", width: 11, cell: ({ row }) => date(row.end_date) },
    { key: "eligible", title: "Eligible", width: 8, cell: ({ row }) => text(row.eligible ? "yes" : "no", "inputText") },
    { key: "share", title: "Time share", width: 9, cell: ({ row }) => share(row.time_share) },
    {
      key: "annual_salary",
      title: "Annual salary",
      width: 13,
      cell: ({ row }) => amount(row.annual_salary, "inputPay"),
    },
    {
      key: "annual_benefits",
      title: "Annual benefits",
      width: 13,
      cell: ({ row }) => amount(row.annual_benefits, "inputPay"),
    },
    ...dayColumns(part),
    partColumn(part, linesOf),
    payColumn("salary", "Salary, unrounded", part, ({ salary }) => salary),
    payColumn("benefits", "Benefits, unrounded", part, ({ benefits }) => benefits),
    {
      key: "task_force_days",
      title: "Task force days",
      width: 9,
      group: "This quarter",
      cell: ({ row, counted }, at) =>
        formula(
          `IF(${at("model")}="TFM",${at("days")},0)`,
          row.program_model === "TFM" ? (counted?.days ?? 0) : 0,
          "count",
        ),
    },
    ...(terms.readings["overtime-cap"] === "annual" ? [yearColumn(part)] : []),
    ...(hasAllowance(part) ? [taskForceColumn(part)] : []),
    { key: "note", title: "Note", width: 30, cell: (row) => text(noteOf(row, part), "wrapped") },
  ];
}

export const agencyColumn = <Row>(idOf: (row: Row) => string): Column<Row> => ({
  key: "agency",
  title: "Agency",
  width: 12,
  cell: (row) => text(idOf(row), "inputText"),
});

function share(percent: string): Cell {
  const value = numberOf(percent);
  return { value: typeof value === "number" ? value / 100 : value, style: "inputPercent" };
}

const GROUP = "This quarter";

function dayColumns(part: Part): Column<WorkedRow>[] {
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
function noteOf(row: WorkedRow, part: Part): string {
  return isByDates(row, part) ? "" : "The days are bounded by an agreement or an authorization as well.";
}

const PARTS = {
  "calendar-days": "days ÷ days of the quarter",
  weekdays: "weekdays ÷ weekdays of the quarter",
  "whole-quarter": "all of it, shared by days",
} as const;

function partColumn(part: Part, linesOf: LinesOf): Column<WorkedRow> {
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

function payColumn(
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

function yearColumn(part: Part): Column<WorkedRow> {
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

function taskForceColumn(part: Part): Column<WorkedRow> {
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

/** The sheet Inputs where no officer is shown: the files alone. */
export function filesSheet(part: Part): Sheet {
  const sheet = new Sheet(`Inputs${part.suffix}`);
  sheet.put(1, 0, text("Inputs", "title"));
  fileLines(sheet, 3, part);
  return sheet;
}

function fileLines(sheet: Sheet, top: number, { claim }: Part): void {
  sheet.put(top, 0, text("Files that the claim was computed from", "section"));
  claim.inputs.forEach(({ role, path, scope, sha256, rows }, index) => {
    const of = scope === "file" ? "the file" : "the header and the rows of these agencies";
    sheet.put(top + 1 + index, 0, text(`${role}: ${path}, ${rows} rows, SHA-256 of ${of}: ${sha256}`));
  });
  const prior = claim.claims.flatMap((agency) => agency.prior ?? []);
  const files = new Set(
    prior.map(({ quarter, path, sha256 }) =>
      path === undefined
        ? `prior claim: ${quarter}, an earlier quarter of the same run`
        : `prior claim: ${quarter}, ${path}, SHA-256: ${sha256 ?? "unknown"}`,
    ),
  );
  [...files].forEach((line, index) => {
    sheet.put(top + 1 + claim.inputs.length + index, 0, text(line));
  });
}
