import { distance } from "fastest-levenshtein";
import type { InputRef } from "../../engine/derivation.ts";
import { mapped } from "../../engine/values/ids.ts";
import { HIDDEN, mayBeName, printable, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Role, Table } from "../text/rows.ts";

/** A column of an input file. */
export interface Column {
  readonly name: string;
  /** The field of the record that is read from it. */
  readonly field?: InputRef["field"];
  /** Whether it is an amount that belongs to the officer, whichever row carries it: an actual, or receipts. */
  readonly amount?: "actual" | "receipts";
  /** Whether a file without it is an error. */
  readonly required?: boolean;
  /** What it holds, where that is not an amount. */
  readonly holds?: "id" | "name" | "date" | "kind";
  /** Other headers that are it; of two in one table the first counts where it holds an id or a name. */
  readonly synonyms?: readonly string[];
  /** Two columns that are it together, in this order. */
  readonly parts?: readonly [string, string];
}

const AGENCY = {
  name: "agency_id",
  holds: "id",
  synonyms: ["ori", "agency", "ncic", "ori_number", "ori_no", "agency_ori"],
} as const;

const OFFICER = {
  name: "officer_id",
  holds: "id",
  required: true,
  synonyms: [
    ...["employee_id", "badge", "badge_number", "file_number", "employee_number", "employee_no", "emp_id", "emp_no"],
    ...["emplid", "person_number", "personnel_number", "personnel_no", "pernr", "worker_id", "badge_no", "badge_id"],
    ...["file_no", "officer_number", "officer_no", "star_number", "shield_number"],
  ],
} as const;

const OVERTIME_PAID = {
  name: "overtime_paid",
  field: "overtimePaid",
  amount: "actual",
  synonyms: ["overtime", "overtime_pay", "overtime_earnings", "overtime_amount", "ot_pay", "ot_paid", "ot_earnings"],
} as const satisfies Column;

/** Paid amounts of a quarter, which a roster or a payroll may have. */
const ACTUALS = [
  {
    name: "salary_paid",
    field: "salaryPaid",
    amount: "actual",
    synonyms: ["regular_pay", "regular_earnings", "reg_earnings", "regular_wages"],
  },
  { name: "benefits_paid", field: "benefitsPaid", amount: "actual" },
  OVERTIME_PAID,
  { name: "other_funding", field: "otherFunding", amount: "actual" },
] as const satisfies readonly Column[];

export const ROSTER = [
  { ...AGENCY, required: true },
  { name: "agency_name", holds: "name", synonyms: ["law_enforcement_agency", "department"] },
  OFFICER,
  {
    name: "officer_name",
    holds: "name",
    synonyms: [
      ...["name", "officer", "employee_name", "full_name", "legal_name", "payroll_name", "worker_name", "deputy"],
    ],
    parts: ["last_name", "first_name"],
  },
  {
    name: "program_model",
    field: "model",
    required: true,
    synonyms: ["model", "support_type", "287g_model", "agreement_type"],
  },
  {
    name: "trained_on",
    field: "trainedOn",
    holds: "date",
    required: true,
    synonyms: [
      ...["training_date", "credentialed_on", "certified_on", "date_trained", "trained", "training_completed"],
      ...["certification_date", "credential_date"],
    ],
  },
  { name: "start_date", field: "start", holds: "date", synonyms: ["assigned_from", "assignment_start", "from"] },
  {
    name: "end_date",
    field: "end",
    holds: "date",
    synonyms: [
      ...["assigned_to", "assignment_end", "to", "termination_date", "term_date", "separation_date"],
      "date_terminated",
    ],
  },
  { name: "authorized_on", field: "authorizedOn", holds: "date", synonyms: ["authorization_date"] },
  { name: "authorized_until", field: "authorizedUntil", holds: "date", synonyms: ["authorization_expires"] },
  { name: "eligible", field: "eligible" },
  { name: "time_share", field: "timeShare", synonyms: ["allocation"] },
  {
    name: "annual_salary",
    field: "salary",
    required: true,
    synonyms: [
      ...["salary", "base_salary", "annual_base_salary", "annual_base_pay", "annual_pay", "annual_rate", "annual_rt"],
      "yearly_salary",
    ],
  },
  {
    name: "annual_benefits",
    field: "benefits",
    required: true,
    synonyms: [
      ...["benefits", "fringe", "fringe_benefits", "annual_fringe", "employer_benefits", "employer_paid_benefits"],
      ...["employer_contributions", "benefit_cost", "fringe_cost"],
    ],
  },
  // In payroll OT may be hours.
  ...ACTUALS.map((one) => (one === OVERTIME_PAID ? { ...one, synonyms: [...one.synonyms, "ot"] } : one)),
  { name: "equipment_cost", field: "equipmentCost", amount: "receipts" },
] as const satisfies readonly Column[];

export const RATES = [
  AGENCY,
  { name: "quarter", required: true },
  { name: "placement_rate", field: "rate", synonyms: ["rate"] },
  { name: "placements_provided", field: "provided", synonyms: ["provided", "referrals"] },
  { name: "placements_successful", field: "successful", synonyms: ["successful", "located"] },
  { name: "reference", field: "reference" },
  { name: "vehicle_cost", field: "vehicleCost" },
] as const satisfies readonly Column[];

export const PAYROLL = [
  AGENCY,
  OFFICER,
  { name: "quarter", required: true },
  ...ACTUALS,
  { name: "regular_hours", field: "salaryPaid" },
  { name: "regular_rate", field: "salaryPaid" },
  { name: "overtime_hours", field: "overtimePaid", synonyms: ["ot_hours"] },
  { name: "overtime_rate", field: "overtimePaid", synonyms: ["ot_rate"] },
] as const satisfies readonly Column[];

/** As ICE publishes its list, with a column of ids added; TYPE is there what the agency is. */
export const AGREEMENTS = [
  { ...AGENCY, required: true },
  { name: "agency_name", holds: "name", synonyms: ["law_enforcement_agency"] },
  { name: "program_model", field: "model", holds: "kind", required: true, synonyms: ["support_type", "type"] },
  { name: "signed_on", field: "signedOn", holds: "date", required: true, synonyms: ["signed"] },
  { name: "ended_on", field: "endedOn", holds: "date" },
] as const satisfies readonly Column[];

export const EVIDENCE = [
  AGENCY,
  { ...OFFICER, required: false },
  { name: "quarter", required: true },
  { name: "figure", holds: "kind" },
  { name: "document", holds: "name", required: true },
  { name: "sha256" },
  { name: "pages" },
] as const satisfies readonly Column[];

export const PAYMENTS = [
  AGENCY,
  { name: "quarter" },
  { name: "paid_on", holds: "date", required: true, synonyms: ["payment_date", "date_paid", "paid"] },
  { name: "amount", required: true, synonyms: ["amount_paid", "payment", "paid_amount"] },
  { name: "reference" },
  { ...OFFICER, required: false },
  { name: "figure", holds: "kind" },
] as const satisfies readonly Column[];

export type RosterColumn = (typeof ROSTER)[number]["name"];
export type RatesColumn = (typeof RATES)[number]["name"];
export type PayrollColumn = (typeof PAYROLL)[number]["name"];

export const COLUMNS: Readonly<Record<Role, readonly Column[]>> = {
  roster: ROSTER,
  rates: RATES,
  payroll: PAYROLL,
  agreements: AGREEMENTS,
  evidence: EVIDENCE,
  payments: PAYMENTS,
};

/** The columns from which a field of a record is read. */
export const columnsOfField = (field: InputRef["field"]): string[] => [
  ...new Set(Object.values(COLUMNS).flatMap((all) => all.filter((one) => one.field === field).map(({ name }) => name))),
];

/** The amounts of a roster that belong to the officer. */
export const OFFICER_AMOUNTS = ROSTER.flatMap((column) => ("amount" in column ? [column] : []));

/** Headers that the user says are a column: normalised header to column. */
export type HeaderMap = ReadonlyMap<string, string>;

/** A column and its index in a table's rows, -1 where the table does not have it. */
export interface Place {
  readonly name: string;
  readonly index: number;
  /** The index of the second part, where two columns are it together. */
  readonly second?: number;
  /** What every row has where the table lacks the column. */
  readonly value?: string;
}
export type Places<C extends string> = { readonly [Name in C]: Place };

/** The map of `--map COLUMN=HEADER` choices, given column to header. */
export const headerMap = (chosen: Readonly<Record<string, string>>): HeaderMap =>
  new Map(Object.entries(chosen).map(([column, header]) => [plainHeader(header), column]));

/** A header without case, spaces and marks, and without a bracket at its end unless that says what an amount is of. */
export function plainHeader(header: string): string {
  if (header.length > LONGEST_HEADER) return header;
  let text = header.toLowerCase().replace(MARKS_AT_END, "");
  for (let bracket = BRACKET.exec(text); bracket; bracket = BRACKET.exec(text)) {
    if (bracket.index === 0 || TELLING.test(bracket[1] ?? "")) break;
    text = text.slice(0, bracket.index).replace(MARKS_AT_END, "");
  }
  return text.replace(MARKS, "");
}

/** A longer text is no header: to look for marks at its end could take long. */
const LONGEST_HEADER = 200;

const MARKS = /[\s_\u00A0\u00AD\u200B-\u200F\u2060\uFEFF#.:*?'()/-]/g;
const MARKS_AT_END = /[\s_\u00A0#.:*?'/-]+$/;
const BRACKET = /[([]([^()[\]]*)[)\]]$/;
/** What a bracket says of an amount that is none of dollars a year, or not the employer's. */
const TELLING =
  /\bh(ou)?rs?\b|\bhourly|month|week|\bdays?\b|daily|period|quarter|\bof\b|employee|\bcents?\b|\b000s?\b|thousand|\bk\b|\bytd\b|to date/;

/** The columns that `--rejects` adds: known, so that a mended file can be run as it is, and not read. */
export const REJECT_COLUMNS = ["file", "line", "problem"] as const;

/** A column that a header is, and how surely: by --map, by its own name (0), by a synonym in the order of the list. */
interface Known {
  readonly name: string;
  readonly rank: number;
}

const BY_MAP = -1;

/** Tells the column that a header of a table is, by its name, its synonyms and the choices of --map. */
function knownBy(role: Role, map: HeaderMap, header: readonly string[]): (header: string) => Known | undefined {
  const known = KNOWN[role];
  const mapped = new Set(map.size > 0 ? header.map((text) => map.get(plainHeader(text))) : []);
  return (text) => {
    const plain = plainHeader(text);
    const said = map.get(plain);
    if (said !== undefined) return known.get(plainHeader(said))?.rank === 0 ? { name: said, rank: BY_MAP } : undefined;
    const found = known.get(plain) ?? (/#\W*$/.test(text) ? known.get(`${plain}no`) : undefined);
    return found === undefined || mapped.has(found.name) ? undefined : found;
  };
}

/** The same, the name alone. */
export function columnNames(
  role: Role,
  map: HeaderMap,
  header: readonly string[],
): (header: string) => string | undefined {
  const known = knownBy(role, map, header);
  return (text) => known(text)?.name;
}

/** The column of each name and synonym, as plain headers. */
function knownHeaders(columns: readonly Column[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const { name, synonyms } of columns)
    [name, ...(synonyms ?? [])].forEach((text, rank) => {
      known.set(plainHeader(text), { name, rank });
    });
  return known;
}

const KNOWN = mapped(COLUMNS, knownHeaders);

/** The header of a table that is a column: of several the surest. */
interface Found extends Known {
  readonly index: number;
}

/** What tells the columns of a table. */
type Headed = Pick<Table, "role" | "header">;

/** The headers of each column, in the order of the table. */
function headersOf(table: Headed, map: HeaderMap): Map<string, Found[]> {
  const known = knownBy(table.role, map, table.header);
  const found = new Map<string, Found[]>();
  table.header.forEach((header, index) => {
    const one = known(header);
    if (one) found.set(one.name, [...(found.get(one.name) ?? []), { ...one, index }]);
  });
  return found;
}

/** Of several headers of a column the surest: of two that are equally sure the first. */
const surestOf = (headers: readonly Found[]): Found | undefined =>
  headers.reduce<Found | undefined>((best, one) => (best && best.rank <= one.rank ? best : one), undefined);

/** Where the parts of a column stand, if it has parts and all are there. */
function partsOf(table: Table, { parts }: Column): readonly number[] | undefined {
  const indexes = parts?.map((part) => table.header.findIndex((header) => plainHeader(header) === plainHeader(part)));
  return indexes?.every((index) => index >= 0) ? indexes : undefined;
}

/**
 * Finds the columns of a table by its header. Reports all missing columns in one error, doubled ones, and columns nobody knows.
 * @returns undefined where the table cannot be read
 */
export function findColumns<C extends string>(
  table: Table,
  columns: readonly (Column & { readonly name: C })[],
  { map, agency, set = NOTHING_SET }: Given,
  problems: Problems,
): Places<C> | undefined {
  const headers = headersOf(table, map);
  const known = new Set([...headers.values()].flat().map(({ index }) => index));
  const places: Partial<Record<C, Place>> = {};
  const missing: Column[] = [];
  let bad = false;
  for (const column of columns) {
    const { name } = column;
    const own = headers.get(name) ?? [];
    const surest = surestOf(own);
    const parts = partsOf(table, column);
    for (const index of parts ?? []) known.add(index);
    const [first = -1, second] = surest ? [surest.index] : (parts ?? []);
    const value = set.get(name);
    places[name] = { name, index: first, ...(second === undefined ? {} : { second }), ...(value ? { value } : {}) };
    if (value !== undefined && first >= 0) bad = !refuseSet(table, name, first, problems) || bad;
    if (surest && own.length > 1) bad = !reportSeveral(table, column, surest, own, problems) || bad;
    const given = value !== undefined || (name === "agency_id" && agency !== null);
    if (first < 0 && column.required && !given) missing.push(column);
  }
  const unknown = table.header.filter((_, index) => !known.has(index)).map((header) => header.trim());
  if (missing.length > 0) reportMissing(table, missing, unknown, problems);
  reportUnknown(table, columns, unknown, headers, problems);
  return bad || missing.length > 0 ? undefined : (places as Places<C>);
}

/** What is given for columns that a table lacks or names otherwise. */
interface Given {
  readonly map: HeaderMap;
  /** null: each row must name its own. */
  readonly agency: string | null;
  /** The value of every row. */
  readonly set?: ReadonlyMap<string, string>;
}

const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** Refuses a value for every row where the rows have their own. @returns false */
function refuseSet(table: Table, name: string, index: number, problems: Problems): false {
  problems.error({
    code: "set-column-there",
    where: table,
    line: table.headerLine,
    column: index + 1,
    message: `${name} is given for every row, and stands in the roster too, under ${quoted(table.header[index] ?? "")}`,
    remedy: "leave out --set, or take the column out of the roster",
  });
  return false;
}

/** Says which of several headers of an id or a name is taken; of any other column none is. @returns whether one is taken */
function reportSeveral(
  table: Table,
  { name, holds }: Column,
  surest: Found,
  own: readonly Found[],
  problems: Problems,
): boolean {
  const others = own.filter(({ index }) => index !== surest.index);
  const taken =
    (holds === "id" || holds === "name" || holds === "kind") && others.every(({ rank }) => rank > surest.rank);
  if (!taken)
    for (const { index } of own.slice(1)) reportSecondHeader(table, name, own[0]?.index ?? 0, index, problems);
  else if (holds !== "kind")
    problems.notice({
      code: "header-chosen",
      where: table,
      line: table.headerLine,
      message: `${name} is taken from ${quoted(table.header[surest.index] ?? "")}, not from ${others.map(({ index }) => quoted(table.header[index] ?? "")).join(", ")}`,
      remedy: `--map ${name}=HEADER takes another`,
    });
  return taken;
}

function reportSecondHeader(table: Table, name: string, first: number, index: number, problems: Problems): void {
  problems.error({
    code: "duplicate-column",
    where: table,
    line: table.headerLine,
    column: index + 1,
    message: `${quoted(table.header[index] ?? "")} is a second header for ${name}; the first is ${quoted(table.header[first] ?? "")}`,
    remedy: `delete or rename one of them, or say which with --map ${name}=HEADER`,
  });
}

/** One error for all columns that are missing, with what may be meant by each. */
function reportMissing(table: Table, missing: readonly Column[], unknown: readonly string[], problems: Problems): void {
  const hidden = problems.redact && !table.headed;
  const names = missing.map(({ name }) => name);
  const ways = missing.flatMap((column) => wayTo(column, hidden ? [] : unknown) ?? []);
  problems.error({
    code: "missing-column",
    where: table,
    line: table.headerLine,
    lacks: names,
    message: `the ${table.role} has no ${names.length === 1 ? `column ${names[0]}` : `columns ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`}`,
    remedy: [`found: ${shortList(table.header, hidden)}`, ...ways].join("; "),
  });
}

/** How a missing column can be given. */
function wayTo({ name, ...column }: Column, unknown: readonly string[]): string | undefined {
  const near = nearestHeader(
    { name, ...column },
    unknown,
    (word, candidates) => slipOf(word, candidates) ?? holding(word, candidates),
  );
  if (near) return `did you mean ${quoted(near)}? If so, use --map ${shellWord(`${name}=${near}`)}`;
  if (name === "agency_id") return "for one agency give its ORI with --agency ORI";
  return name === "program_model" ? "if all officers are of one model, --set program_model=TFM" : undefined;
}

/** The header of no known name that is nearest to a column's name or one of its synonyms, and may hold what that column holds. */
function nearestHeader(
  { name, synonyms = [], holds }: Column,
  headers: readonly string[],
  near: (word: string, candidates: readonly string[]) => string | undefined,
): string | undefined {
  const short = headers
    .filter((header) => header !== "" && header.length <= MOST_SHOWN && isOfKind(header, holds))
    .slice(0, 200);
  for (const known of [name, ...synonyms]) {
    const found = near(plainHeader(known), short.map(plainHeader));
    if (found !== undefined) return short.find((header) => plainHeader(header) === found);
  }
  return undefined;
}

/** Whether a header may name a column of a kind: one that speaks of a day names no id, one that speaks of an id no amount. */
function isOfKind(header: string, holds: Column["holds"]): boolean {
  const [kind] = KINDS.find(([, words]) => words.test(header)) ?? [];
  return kind === undefined || kind === holds;
}

const KINDS = [
  ["date", /\bdate|\bday\b|\bon\b|birth|hire|\bsince\b/i],
  ["name", /name\b/i],
  ["id", /\bids?\b|number\b|\bno\b|#|badge|code/i],
  ["place", /location|address|city|state\b|county|site|precinct|district/i],
] as const;

/** The candidate that has a word in it. */
const holding = (word: string, candidates: readonly string[]): string | undefined =>
  word.length > 5 ? candidates.find((candidate) => candidate.includes(word)) : undefined;

/** The candidate that is a word but for a slip or two. */
const slipOf = (word: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => distance(word, candidate) <= Math.max(1, Math.floor(word.length / 5)));

function reportUnknown(
  table: Table,
  columns: readonly Column[],
  unknown: readonly string[],
  found: ReadonlyMap<string, unknown>,
  problems: Problems,
): void {
  const ofRejects = REJECT_COLUMNS.every((name) => unknown.includes(name));
  const named = unknown.filter((header) => header !== "" && !(ofRejects && REJECT_COLUMNS.includes(header as "file")));
  if (named.length === 0 || table.role === "agreements") return;
  const inRoster = table.role === "roster";
  const telling = named.filter((header) => {
    const words = header.replace(/[_.-]/g, " ");
    return (inRoster && MAY_MATTER.test(words)) || CENTS.test(words) || isOfAnotherUnit(header, columns);
  });
  if (telling.length > 0) warnOfTelling(table, telling, problems);
  const ignored = named.filter((header) => !telling.includes(header));
  if (ignored.length === 0) return;
  const nears = columns
    .filter(({ name, required }) => !required && !found.has(name))
    .map((column) => ({ name: column.name, header: nearestHeader(column, ignored, slipOf) }))
    .filter(({ header }) => header !== undefined);
  problems.notice({
    code: "unknown-columns",
    where: table,
    line: table.headerLine,
    message: `ignored ${ignored.length === 1 ? "a column" : `${ignored.length} columns`} of no known name: ${shortList(ignored, problems.redact && !table.headed)}`,
    remedy:
      nears.length === 0
        ? null
        : nears.map(({ name, header }) => `did you mean ${name} by ${quoted(header ?? "")}?`).join(" "),
  });
}

/** Warns of columns that are not read and may change what can be claimed. */
function warnOfTelling(table: Table, telling: readonly string[], problems: Problems): void {
  problems.warning({
    code: "column-may-matter",
    where: table,
    line: table.headerLine,
    column: table.header.findIndex((header) => header.trim() === telling[0]) + 1,
    message: `${shortList(telling, problems.redact && !table.headed)}: not read, and may change what can be claimed`,
    remedy:
      table.role === "roster"
        ? "where it does, say so in eligible, end_date, time_share or annual_salary"
        : "where it does, say so in the amounts that are read",
  });
}

const MAY_MATTER = /status|terminat|separat|\bend(s|ed|ing)?\b|\bleave\b|\bfte\b|\bbasis\b|frequency|\bcents\b/i;

/** Whether a header is that of a paid amount, but for a bracket that says that it is no amount of dollars of the quarter. */
function isOfAnotherUnit(header: string, columns: readonly Column[]): boolean {
  const text = header.trim().toLowerCase();
  const bracket = BRACKET.exec(text);
  if (!bracket || !TELLING.test(bracket[1] ?? "")) return false;
  const plain = plainHeader(text.slice(0, bracket.index));
  return columns.some(
    ({ name, amount, synonyms = [] }) => amount && [name, ...synonyms].some((one) => plainHeader(one) === plain),
  );
}

/** Cents that stand apart from their dollars. */
const CENTS = /\bcents?\b/i;

/** A word as a shell takes it. */
const shellWord = (text: string): string =>
  /^[\w=.-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;

const MOST_SHOWN = 40;

function shortList(headers: readonly string[], hidden: boolean, most = 30): string {
  const shown = headers.slice(0, most).map((header) => {
    const text = header.trim();
    if (hidden && mayBeName(text)) return HIDDEN;
    return printable(text.slice(0, MOST_SHOWN)) || "(blank)";
  });
  return shown.join(", ") + (headers.length > most ? `, and ${headers.length - most} more` : "");
}

/** The index of one column in a table's rows, -1 where the table does not have it. */
export const columnIndex = (table: Headed, column: string, map: HeaderMap): number =>
  surestOf(headersOf(table, map).get(column) ?? [])?.index ?? -1;

/** What stands in a column of a row: in one of two parts both, a comma between them. */
export function cellIn({ index, second }: Place, cells: readonly string[]): string {
  const cell = cells[index] ?? "";
  if (second === undefined) return cell;
  return [cell, cells[second] ?? ""]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(", ");
}
