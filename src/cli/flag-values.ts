import type { Day, FiscalYear, Quarter } from "../engine/values/calendar.ts";
import { MODELS, READINGS, type Readings } from "../engine/values/ids.ts";
import { date } from "../ingest/cells/date.ts";
import { parseFiscalYear, parseQuarter } from "../ingest/cells/quarter.ts";
import { SETTABLE } from "../ingest/settable.ts";
import { COLUMNS } from "../ingest/table/columns.ts";
import { chosenReadings, UnknownReading } from "../policy/readings.ts";
import type { ProblemCode } from "../problems/catalogue.ts";
import { didYouMean } from "../problems/nearest.ts";
import { quoted } from "../problems/printable.ts";
import { Refusal } from "../problems/refusal.ts";
import { UsageError } from "./running/exit.ts";

/** The programme's first five years: completion is the same on every day, and later years are typed. */
export const YEARS: readonly string[] = ["FY2026", "FY2027", "FY2028", "FY2029", "FY2030"];

export const QUARTERS: readonly string[] = YEARS.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`));

export const READING_WORDS: readonly string[] = Object.entries(READINGS).flatMap(([id, values]) =>
  values.map((value) => `${id}=${value}`),
);

const COLUMN_NAMES: readonly string[] = [
  ...new Set(Object.values(COLUMNS).flatMap((columns) => columns.map(({ name }) => name))),
];

export const COLUMN_WORDS: readonly string[] = COLUMN_NAMES.map((name) => `${name}=`);

/** The value of a flag that is read as a cell is. @param code of the refusal; else the cell's own @throws UsageError */
const asCell =
  <T>(flag: string, read: (text: string) => T | Refusal, code?: ProblemCode) =>
  (text: string): T => {
    const value = read(text);
    if (value instanceof Refusal)
      throw new UsageError(code ?? value.code, `--${flag} ${quoted(text)} ${value.says}`, value.remedy);
    return value;
  };

export const asQuarter: (text: string) => Quarter = asCell("quarter", parseQuarter);
export const asFiscalYear: (text: string) => FiscalYear = asCell("year", parseFiscalYear);
/** Columns: at least so many that an amount and a name have room. @throws UsageError */
export function asWidth(text: string): number {
  if (/^\d{2,4}$/.test(text) && Number(text) >= LEAST_WIDTH) return Number(text);
  throw new UsageError("bad-width", `--width ${quoted(text)} is no number of columns`, "give 40 to 9999, such as 100");
}

const LEAST_WIDTH = 40;

export const asDay: (text: string) => Day = asCell("on", date, "bad-day");

/** @throws UsageError */
export function asReadings(texts: readonly string[]): Partial<Readings> {
  try {
    return chosenReadings(texts);
  } catch (error) {
    if (error instanceof UnknownReading) throw new UsageError("unknown-reading", error.message);
    throw error;
  }
}

/** Column to header. @throws UsageError */
export function asMap(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(columnAndHeader));
}

function columnAndHeader(text: string): [column: string, header: string] {
  const at = text.indexOf("=");
  const column = text.slice(0, Math.max(0, at)).trim();
  const header = text.slice(at + 1).trim();
  if (at < 0 || header === "")
    throw new UsageError(
      "bad-map",
      `--map ${quoted(text)} is not COLUMN=HEADER`,
      'such as --map "annual_salary=Base Pay"',
    );
  if (!COLUMN_NAMES.includes(column))
    throw new UsageError(
      "unknown-column",
      `--map: unknown column ${quoted(column)}${didYouMean(column, COLUMN_NAMES)}`,
      "the columns are those of the files that claims init writes",
    );
  return [column, header];
}

/** Column to value. @throws UsageError */
export function asSet(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(columnAndValue));
}

const SET_COLUMNS: readonly string[] = Object.keys(SETTABLE);
export const SET_WORDS: readonly string[] = [
  ...SET_COLUMNS.map((name) => `${name}=`),
  ...MODELS.map((model) => `program_model=${model}`),
];

function columnAndValue(text: string): [column: string, value: string] {
  const at = text.indexOf("=");
  const column = text.slice(0, Math.max(0, at)).trim();
  const value = text.slice(at + 1).trim();
  if (at < 0 || value === "")
    throw new UsageError("bad-set", `--set ${quoted(text)} is not COLUMN=VALUE`, "such as --set program_model=TFM");
  const read = Object.hasOwn(SETTABLE, column) ? SETTABLE[column as keyof typeof SETTABLE] : undefined;
  if (!read)
    throw new UsageError(
      "unknown-column",
      `--set: ${quoted(column)} is no column that all officers can have alike${didYouMean(column, SET_COLUMNS)}`,
      `one of ${SET_COLUMNS.join(", ")}`,
    );
  const refused = read(value);
  if (refused instanceof Refusal)
    throw new UsageError("bad-set", `--set ${column}: ${quoted(value)} ${refused.says}`, refused.remedy);
  return [column, value];
}

/** What a line of a table can be. */
export const LINES = ["officer", "agency"] as const;

/** @throws UsageError */
export function asLineOf(text: string): (typeof LINES)[number] {
  const line = LINES.find((one) => one === text);
  if (line) return line;
  throw new UsageError(
    "unknown-by",
    `--by cannot be ${quoted(text)}${didYouMean(text, LINES)}`,
    `one of ${LINES.join(", ")}`,
  );
}

/** The name of a format that a command has. @throws UsageError */
export function asFormat(text: string, names: readonly string[]): string {
  if (names.includes(text)) return text;
  throw new UsageError(
    "unknown-format",
    `unknown format "${text}"${didYouMean(text, names)}`,
    `one of ${names.join(", ")}`,
  );
}
