import { counted } from "../../../problems/words.ts";
import { amount, type Cell, date, formula, numberOf, text } from "./cell.ts";
import { hasAllowance, isNamed, isOfSeveral, type Part } from "./part.ts";
import {
  dayColumns,
  GROUP,
  type LinesOf,
  noteOf,
  partColumn,
  payColumn,
  taskForceColumn,
  yearColumn,
} from "./row-columns.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency, WorkedOfficer, WorkedRow } from "./worked.ts";

/** The sheet Inputs: the roster's rows, a line each, with what each gives; then the files. */
export interface InputsSheet {
  readonly sheet: Sheet;
  /** Cells of a column that are an officer's. */
  readonly of: (key: string, officer: WorkedOfficer) => string;
  /** Cells of a column that are an agency's. */
  readonly ofAgency: (key: string, agency: WorkedAgency) => string;
}

const HEAD = 5;
const TITLE = "Inputs: the rows of the roster, and what each of them gives";
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
  sheet.put(1, 0, text(TITLE, "title"));
  sheet.put(
    2,
    0,
    text("Blue was read from the inputs, black is computed here, brown on yellow is a value with a note.", "hint"),
  );
  const table = new Table(sheet, HEAD, inputColumns(part, linesOf), rows);
  sheet.print = { ...sheet.print, pages: 2, from: { row: HEAD - 1, title: TITLE } };
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
    column("no", "No.", 6, ({ officer }) => ({ value: officer.number, style: "count" })),
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
    column("line", "Line of the roster", 8, ({ row }) => ({ value: row.line, style: "count" })),
    column("model", "Model", 8, ({ row }) => text(row.program_model, "inputText")),
    column("trained", "Trained on", 11, ({ row }) => date(row.trained_on)),
    column("start", "Starts", 11, ({ row }) => date(row.start_date)),
    column("end", "Ends", 11, ({ row }) => date(row.end_date)),
    column("eligible", "Eligible", 8, ({ row }) => text(row.eligible ? "yes" : "no", "inputText")),
    column("share", "Time share", 9, ({ row }) => share(row.time_share)),
    column("annual_salary", "Annual salary", 13, ({ row }) => amount(row.annual_salary, "inputPay")),
    column("annual_benefits", "Annual benefits", 13, ({ row }) => amount(row.annual_benefits, "inputPay")),
    ...dayColumns(part),
    partColumn(part, linesOf),
    payColumn("salary", "Salary, unrounded", part, ({ salary }) => salary),
    payColumn("benefits", "Benefits, unrounded", part, ({ benefits }) => benefits),
    {
      key: "task_force_days",
      title: "Task force days",
      width: 9,
      group: GROUP,
      cell: ({ row, counted }, at) =>
        formula(
          `IF(${at("model")}="TFM",${at("days")},0)`,
          row.program_model === "TFM" ? (counted?.days ?? 0) : 0,
          "count",
        ),
    },
    ...(terms.readings["overtime-cap"] === "annual" ? [yearColumn(part)] : []),
    ...(hasAllowance(part) ? [taskForceColumn(part)] : []),
    column("note", "Note", 30, (row) => text(noteOf(row, part), "wrapped")),
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
    sheet.put(top + 1 + index, 0, text(`${role}: ${path}, ${counted(rows, "row")}, SHA-256 of ${of}: ${sha256}`));
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
