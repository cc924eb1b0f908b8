import { HIDDEN, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import { counted, few } from "../../problems/words.ts";
import { LONG } from "../cells/words.ts";
import type { InputFile } from "../inputs.ts";
import { textOf } from "../text/bytes.ts";
import type { BrokenQuotes } from "../text/careful.ts";
import { DELIMITERS, type LineEnds, lineEndsOf, type Role, type Row, readRows, type Table } from "../text/rows.ts";
import type { SheetText } from "../text/workbook.ts";
import { columnIndex, columnNames, type HeaderMap } from "./columns.ts";
import { isClaimText, otherKind } from "./kind.ts";
import { quotesProblem } from "./row-reader.ts";
import { type Aside, walkRows } from "./values.ts";

/** Rows of titles that may stand above the header. */
const MOST_TITLES = 20;
/** Known columns that make a row a header. */
const FEWEST_KNOWN = 2;

/** Opens the bytes of a CSV file as a table. Reports what keeps it from being one and returns undefined then. */
export function openTable(
  { role, name, bytes, sheet }: InputFile,
  map: HeaderMap,
  problems: Problems,
): Table | undefined {
  const decoded = sheet ?? textOf(bytes);
  if (decoded instanceof Refusal) {
    problems.error({ code: decoded.code, where: name, message: `the ${role} ${decoded.says}`, remedy: decoded.remedy });
    return undefined;
  }
  const { text } = decoded;
  if (isClaimText(text)) {
    const remedy = "claims verify, report, amend and status take claims, and --prior those filed earlier";
    problems.error({ code: "wrong-file", where: name, message: `it is a claim, not ${NAMES[role]}`, remedy });
    return undefined;
  }
  if ("foreign" in decoded && decoded.foreign !== undefined) sayForeign(name, decoded.foreign, problems);
  const ends = lineEndsOf(text);
  const header = findHeader(role, text, ends, map);
  if (!header) {
    problems.error({
      code: "empty-file",
      where: name,
      message: `the ${role} is empty`,
      remedy: "the first row names the columns; the rows below it hold the values",
    });
    return undefined;
  }
  const { titles, delimiter, cells, line, known } = header;
  const written = { role, name, bytes, text, ends, delimiter, header: cells, headerLine: line };
  const at = (column: string): number => columnIndex(written, column, map);
  const table: Table = {
    ...written,
    headed: known >= FEWEST_KNOWN,
    nameOf: columnNames(role, map, cells),
    keyIndex: at(KEYS[role]),
    modelIndex: role === "roster" ? at("program_model") : -1,
    unheaded: cells.flatMap((text, index) => (text.trim() === "" ? [index] : [])),
  };
  const kind = otherKind(role, cells, map);
  if (kind !== undefined) {
    reportKind(table, kind, problems);
    return undefined;
  }
  sayTitles(table, titles, problems);
  if ("sheet" in decoded) saySheet(table, decoded, problems);
  if (header.broken) problems.error({ where: table, line, ...quotesProblem(header.broken) });
  return table;
}

/** What a file of each kind is called. */
const NAMES: Readonly<Record<Role, string>> = {
  roster: "a roster",
  rates: "rates",
  payroll: "payroll",
  agreements: "agreements",
  evidence: "evidence",
  payments: "payments",
};

/** One line for a file of another kind: what it is, and where it goes. */
function reportKind(table: Table, kind: Role, problems: Problems): void {
  const goes = kind === "roster" ? "name it as a roster" : `give it with --${kind} ${table.name}`;
  problems.error({
    code: "wrong-file",
    where: table.name,
    message: `by its header it is ${NAMES[kind]}, not ${NAMES[table.role]}`,
    remedy: kind === "payments" ? `claims status takes it: --payments ${table.name}` : goes,
  });
}

const isSameHeader = (row: readonly string[], header: readonly string[]): boolean =>
  header.every((text, i) => text.trim() === (row[i] ?? ""));

/** Says which sheet was read, and what a person who looks at it does not see. */
function saySheet(table: Table, read: SheetText, problems: Problems): void {
  const { sheet, visible, unvalued, hidden, merged } = read;
  const isBelow = ({ line }: { readonly line: number }): boolean => line >= table.headerLine;
  if (visible.length > 1)
    problems.notice({
      code: "sheet-chosen",
      where: table,
      message: `read the sheet ${quoted(sheet)} of ${few(visible.map((name) => quoted(name)))}`,
      remedy: "--sheet NAME takes another",
    });
  const alike = read.unread.filter(({ rows }) => rows.some((row) => isSameHeader(row, table.header)));
  if (alike.length > 0)
    problems.warning({
      code: "sheets-alike",
      where: table,
      message: `not read, with the header of the sheet ${quoted(sheet)}: ${few(alike.map((one) => quoted(one.sheet)))}`,
      remedy: "put the rows of all on one sheet, or claim each with --sheet NAME",
    });
  for (const { line, column, formula } of unvalued.filter(isBelow))
    problems.error({
      code: "formula-without-value",
      where: table,
      line,
      column,
      message: `the formula ${quoted(`=${formula}`, 40)} has no value in the file`,
      remedy: "open the workbook in Excel or LibreOffice, let it calculate, and save it",
    });
  const hiddenRows = hidden.filter((line) => line > table.headerLine);
  const [first] = hiddenRows;
  if (first !== undefined)
    problems.warning({
      code: "hidden-rows",
      where: table,
      line: first,
      message: `hidden ${hiddenRows.length === 1 ? "row" : "rows"} ${few(hiddenRows.map(String))} of the sheet ${quoted(sheet)}, read like the others`,
      remedy: "delete rows that are not to be claimed",
    });
  const [range] = merged.filter(isBelow);
  if (range)
    problems.warning({
      code: "merged-cells",
      where: table,
      line: range.line,
      message: `merged cells in the table, ${few(merged.filter(isBelow).map((one) => one.range))}: only the first of them has the value`,
      remedy: "unmerge them, and fill each cell",
    });
}

/** The column that tells whose a row is, or of when. */
const KEYS = {
  roster: "officer_id",
  payroll: "officer_id",
  rates: "quarter",
  agreements: "signed_on",
  evidence: "document",
  payments: "paid_on",
} as const;

function sayForeign(name: string, word: string, problems: Problems): void {
  problems.notice({
    code: "windows-1252",
    where: name,
    message: `read as Windows-1252, because it is not UTF-8${problems.redact ? "" : `; check that ${quoted(word)} is right`}`,
    remedy: 'Excel writes UTF-8 as "CSV UTF-8 (comma delimited)"',
  });
}

/** A row that may be the header. */
interface HeaderRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly delimiter: string;
  readonly broken: BrokenQuotes | null;
  /** How many columns it names that are known. */
  readonly known: number;
  /** The rows above it. */
  readonly titles: readonly Pick<Row, "cells" | "line">[];
}

/** Known columns that make the first row the header, whatever follows. */
const SURELY_KNOWN = 6;

/** The row that names the most known columns among the first, in the delimiter in which it does; else the first. */
function findHeader(role: Role, text: string, ends: LineEnds, map: HeaderMap): HeaderRow | undefined {
  const said = /^\s*"?sep=([,;\t])"?[ \t]*(?=[\r\n]|$)/i.exec(text.slice(0, 100));
  const rows: HeaderRow[] = [];
  for (const delimiter of said?.[1] ? [said[1]] : DELIMITERS) {
    const found = firstRows(role, { text, ends, delimiter }, map, said !== null);
    rows.push(...found);
    const [header] = found;
    if (header?.line === 1 && header.known >= SURELY_KNOWN) return header;
  }
  return bestOf(rows);
}

const NEARLY = 0.75;

/** The row of most known columns; a row before it of nearly as many is the header, and that one another table's. */
function bestOf(rows: readonly HeaderRow[]): HeaderRow | undefined {
  const most = Math.max(0, ...rows.map(({ known }) => known));
  const best = rows.find(({ known }) => known === most);
  if (best && most >= FEWEST_KNOWN)
    return rows.find(({ known, delimiter }) => delimiter === best.delimiter && known >= most * NEARLY) ?? best;
  return rows
    .filter(({ titles }) => titles.length === 0)
    .reduce<HeaderRow | undefined>(
      (most, row) => (most && most.cells.length >= row.cells.length ? most : row),
      undefined,
    );
}

function firstRows(
  role: Role,
  written: Pick<Table, "text" | "ends" | "delimiter">,
  map: HeaderMap,
  saysDelimiter: boolean,
): HeaderRow[] {
  const { delimiter } = written;
  const rows: HeaderRow[] = [];
  const titles: Pick<Row, "cells" | "line">[] = [];
  let skip = saysDelimiter;
  readRows(written, ({ cells, line, broken }) => {
    if (skip) {
      skip = false;
      return true;
    }
    const nameOf = columnNames(role, map, cells);
    const known = new Set(cells.map(nameOf).filter((name) => name !== undefined)).size;
    rows.push({ cells: [...cells], line, delimiter, broken, known, titles: [...titles] });
    titles.push({ cells: [...cells], line });
    return rows.length <= MOST_TITLES && known < Math.min(cells.length, SURELY_KNOWN);
  });
  return rows;
}

/** Says what was passed over above the header; rows of values there are lost, which is an error. */
function sayTitles(table: Table, above: HeaderRow["titles"], problems: Problems): void {
  const rows = table.headed ? above.filter(({ cells }) => isRowOf(cells, table)) : [];
  if (rows.length > 0)
    problems.error({
      code: "rows-above-header",
      where: table,
      line: table.headerLine,
      message: `the header is on line ${table.headerLine}, below ${counted(rows.length, "row")}: ${linesOf(rows)}`,
      remedy: "make it the first line again: it was sorted with the rows",
    });
  const titles = above.filter((row) => !rows.includes(row));
  if (titles.length === 0) return;
  const texts = titles.slice(0, 3).map(({ cells }) => (problems.redact ? HIDDEN : quoted(firstText(cells), 40)));
  const more = titles.length > texts.length ? ` and ${titles.length - texts.length} more` : "";
  const [first, last] = [titles[0]?.line ?? null, titles.at(-1)?.line];
  problems.notice({
    code: "title-rows",
    where: table,
    line: first,
    message:
      titles.length === 1
        ? `passed over line ${first} above the header: ${texts[0]}`
        : `passed over ${titles.length} rows above the header, lines ${first} to ${last}: ${texts.join(", ")}${more}`,
  });
}

/** Whether a row above the header has an id where ids stand, and as many cells as rows have. */
function isRowOf(cells: readonly string[], { header, keyIndex }: Table): boolean {
  const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== "").length;
  const key = (cells[keyIndex] ?? "").trim();
  return key.length <= LONG && /\d/.test(key) && !/\s/.test(key) && filled(cells) >= Math.max(3, filled(header) / 2);
}

/** `lines 3, 4 and 2 more`. */
const linesOf = (rows: readonly Pick<Row, "line">[]): string =>
  `${rows.length === 1 ? "line" : "lines"} ${few(rows.map(({ line }) => String(line)))}`;

/** Calls `each` for every row of values; what else stands below the header is passed over and said, rows under another header are an error. */
export function valueRows(table: Table, problems: Problems, each: (row: Row) => void): void {
  const asides = new Map<Aside, Pick<Row, "cells" | "line">[]>();
  walkRows(table, each, ({ cells, line }, kind) => {
    const known = asides.get(kind);
    if (known) known.push({ cells, line });
    else asides.set(kind, [{ cells, line }]);
  });
  for (const kind of ["header-again", "totals", "note"] as const)
    sayPassedOver(table, kind, asides.get(kind), problems);
  refuseOtherHeader(table, asides.get("other-header"), asides.get("under-other-header"), problems);
}

const PASSED_OVER = {
  "header-again": { code: "header-again", what: "the header again", all: "the header again" },
  totals: { code: "totals-row", what: "a row of totals", all: "rows of totals" },
  note: { code: "note-rows", what: "a note", all: "notes" },
} as const;

function sayPassedOver(
  table: Table,
  kind: keyof typeof PASSED_OVER,
  rows: readonly Pick<Row, "cells" | "line">[] | undefined,
  problems: Problems,
): void {
  const [first] = rows ?? [];
  if (!rows || !first) return;
  const { code, what, all } = PASSED_OVER[kind];
  const text = kind === "header-again" || problems.redact ? "" : `: ${quoted(firstText(first.cells), 40)}`;
  problems.notice({
    code,
    where: table,
    line: first.line,
    message: `passed over ${linesOf(rows)}, ${rows.length === 1 ? what : all}${text}`,
  });
}

/** Rows under a second header would be read by the first one's columns, or lost. */
function refuseOtherHeader(
  table: Table,
  headers: readonly Pick<Row, "line">[] | undefined,
  rows: readonly Pick<Row, "line">[] | undefined,
  problems: Problems,
): void {
  const [first] = headers ?? [];
  if (!first) return;
  problems.error({
    code: "second-header",
    where: table,
    line: first.line,
    message: rows
      ? `line ${first.line} is another header than that of line ${table.headerLine}; under it ${rows.length === 1 ? "stands" : "stand"} ${linesOf(rows)}`
      : `line ${first.line} is another header than that of line ${table.headerLine}`,
    remedy: "put that table into a file of its own, or its columns in the order of the first",
  });
}

const firstText = (cells: readonly string[]): string => cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
