import type { Day } from "../engine/values/calendar.ts";
import {
  asDay,
  asFiscalYear,
  asFormat,
  asLineOf,
  asMap,
  asQuarter,
  asReadings,
  asSet,
  asWidth,
  COLUMN_WORDS,
  LINES,
  QUARTERS,
  READING_WORDS,
  SET_WORDS,
  YEARS,
} from "./flag-values.ts";
import type { Parties } from "./running/profile.ts";

/** A flag: how it is typed, what is taken of it, and what help, man pages and completion say of it. */
export interface Flag {
  readonly short?: string;
  /** What follows it, as it is named; without it nothing follows. */
  readonly value?: string;
  readonly repeatable?: boolean;
  /** Takes its text, of a repeatable flag all texts. Without it they are taken as they stand. @throws UsageError */
  readonly read?: ((text: string) => unknown) | ((texts: readonly string[]) => unknown);
  /** What completion offers; without it files. */
  readonly words?: readonly string[];
  readonly does: string;
  /** What `--no-` before it does, where that is a flag too. */
  readonly negated?: string;
  /** The flag whose line of the help it shares. */
  readonly beside?: string;
  /** Whether it is named only where there is no room for all. */
  readonly seldom?: true;
  /** What the man page says beyond the line of the help. */
  readonly detail?: string;
}

/** Every flag of every command: the one table that the command line, help, man pages and completion come from. */
export const FLAGS = {
  quarter: {
    value: "FY2026-Q1",
    read: asQuarter,
    words: QUARTERS,
    does: "the quarter; else from rates, payroll or today",
    detail:
      "Without it: the only quarter that the rates name, else the latest that payroll names, else the one that ended last. The command says which and why.",
  },
  rates: {
    value: "FILE",
    does: "placement rates; else rates.csv by the roster",
    negated: "no placement rates, so no award",
    detail: "Several rosters need it; only one roster finds `rates.csv` in its own folder.",
  },
  payroll: {
    value: "FILE",
    does: "payroll actuals; else payroll.csv by the roster",
    negated: "no payroll",
    detail: "Several rosters need it; only one roster finds `payroll.csv` in its own folder.",
  },
  agreements: {
    seldom: true,
    value: "FILE",
    does: "the agencies' agreements; else agreements.csv",
    negated: "no agreements",
    detail:
      "Days count only while an agreement of the agency and the officer's program model is in force. ICE's published list is taken as it is, with a column of ORIs added. Only one roster finds `agreements.csv` in its own folder.",
  },
  evidence: {
    seldom: true,
    value: "FILE",
    does: "which paper backs what; else evidence.csv",
    negated: "no evidence",
    detail:
      "The claim says how many of its dollars have a document, and names the dearest lines that have none. Only one roster finds `evidence.csv` in its own folder.",
  },
  "evidence-dir": {
    seldom: true,
    value: "DIR",
    does: "folder of the documents that evidence names",
    detail: "Each must lie there; its SHA-256 goes into the claim, and `claims verify` looks at it again.",
  },
  year: {
    value: "FY2026",
    read: asFiscalYear,
    words: YEARS,
    does: "the fiscal year: each quarter, and the summary",
    detail: "The quarters that rates or payroll name, in order. Actuals come from payroll only.",
  },
  prior: {
    value: "PATH",
    repeatable: true,
    does: "claims filed earlier",
    detail:
      "Files, folders and patterns. What they claimed counts against the overtime cap and the once-ever allowances.",
  },
  agency: { value: "ID", does: "only this agency; or its id where none is given" },
  policy: {
    seldom: true,
    value: "FILE",
    does: "another policy file than the built-in one",
    detail: "`claims policy show -o mine.json` writes one to begin from.",
  },
  reading: {
    seldom: true,
    value: "ID=VALUE",
    repeatable: true,
    read: asReadings,
    words: READING_WORDS,
    does: "another value for one reading",
    detail: "`claims readings` lists them all, each with what it is worth.",
  },
  map: {
    seldom: true,
    value: "COLUMN=HEADER",
    repeatable: true,
    read: asMap,
    words: COLUMN_WORDS,
    does: "that header is this column",
    detail: "Such as `--map 'annual_salary=Base Pay'`.",
  },
  set: {
    seldom: true,
    value: "COLUMN=VALUE",
    repeatable: true,
    read: asSet,
    words: SET_WORDS,
    does: "each row has that in COLUMN",
    detail: "Every row of the roster has it, such as `--set program_model=TFM`.",
  },
  sheet: {
    seldom: true,
    value: "NAME",
    does: "the sheet of a workbook; else the first visible",
  },
  profile: {
    seldom: true,
    value: "FILE",
    does: "what the agency says once; else claims.json",
    negated: "no profile",
    detail:
      "Else `claims.json` in the folder of a single roster. It names the agency, whom it bills, and what stands for flags; a flag wins over it. `claims init` writes one.",
  },
  invoice: {
    seldom: true,
    value: "NUMBER",
    does: "the request's number on the documents",
    detail: "Else the agency's id and the quarter, such as `FL0310200-FY2026-Q1`; of an amendment with `-A1`.",
  },
  format: { short: "f", value: "FORMAT", does: "how it is shown or written" },
  output: {
    short: "o",
    value: "FILE",
    repeatable: true,
    does: "write there, as the ending says",
    detail:
      "The format follows the ending unless `-f` is given. The file is written whole or not at all; another file there is not overwritten without `--force`.",
  },
  "out-dir": {
    value: "DIR",
    does: "one file an agency, index.csv and SHA256SUMS",
    detail: "The claims are json unless `-f` says otherwise. An agency with errors stops that agency only.",
  },
  force: { seldom: true, does: "overwrite another file that is there" },
  by: { seldom: true, value: "WHAT", read: asLineOf, words: LINES, does: "one line an officer (default) or an agency" },
  "not-claimed": {
    seldom: true,
    does: "in csv: what was paid and is not claimed",
    detail:
      "A row for each officer, figure and reason, in place of the officers. Claimed and not claimed are what payroll paid.",
  },
  rejects: {
    seldom: true,
    value: "FILE",
    does: "leave out officers with bad rows; rows go there",
    detail: "The claim says that it is incomplete.",
  },
  derivations: { seldom: true, does: "how each figure came about, in json" },
  officer: { value: "ID", does: "one officer only" },
  inputs: {
    value: "DIR",
    repeatable: true,
    does: "folder of inputs not beside the claim",
    detail: "Inputs are looked for beside the claim, then there, by name and hash.",
  },
  "without-inputs": { does: "be content with the claim's own rows" },
  payments: {
    value: "FILE",
    does: "what was paid; else payments.csv with the claims",
    negated: "no payments",
    detail:
      "Else `payments.csv` in a single folder, beside it, or beside a single file. A row has `paid_on`, `amount`, and the quarter or in `reference` the number of the request; money back is a negative amount.",
  },
  on: { value: "DATE", read: asDay, does: "the rules in force on that day; else every value" },
  redact: {
    seldom: true,
    does: "no officer names anywhere",
    detail: "Neither in outputs nor in messages and excerpts.",
  },
  width: {
    seldom: true,
    value: "N",
    read: asWidth,
    does: "columns; else the terminal's, COLUMNS or 100",
    detail: "No line of a table or of a message is wider. Files are as wide as they need to be unless it is given.",
  },
  quiet: { short: "q", does: "errors only" },
  "no-color": {
    beside: "quiet",
    does: "no colours",
    detail: "`NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are honoured too.",
  },
  plain: { does: "plain numbered questions, for a screen reader; so with TERM=dumb" },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;
type Row<N extends FlagName> = (typeof FLAGS)[N];

/** The name of a flag's value in code: `--out-dir` is outDir, `--no-color` is color. */
type KeyOf<N extends string> = N extends `no-${infer Other}`
  ? KeyOf<Other>
  : N extends `${infer First}-${infer Rest}`
    ? `${First}${Capitalize<KeyOf<Rest>>}`
    : N;

type ValueOf<R> =
  | (R extends { readonly read: (typed: never) => infer Value }
      ? Value
      : R extends { readonly repeatable: true }
        ? readonly string[]
        : R extends { readonly value: string }
          ? string
          : boolean)
  | (R extends { readonly negated: string } ? false : never);

/** The flags of a command, read and checked. */
type Flags = { readonly [N in FlagName as KeyOf<N>]?: ValueOf<Row<N>> };

/** What a command is given: its flags, and the day, which is read only where nothing else tells the quarter. */
export interface Given extends Flags {
  readonly today: () => Day;
  /** Whom the profile names. */
  readonly parties?: Parties;
}

/** Flags as they were typed; false: with `--no-` before it. */
export type Typed = { readonly [N in FlagName as KeyOf<N>]?: string | readonly string[] | boolean };

export const flagOf = (name: FlagName): Flag => FLAGS[name];

const keyOf = (name: string): keyof Typed =>
  name.replace(/^no-/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof Typed;

/** Reads and checks every flag that was typed. @param formats those of the command @throws UsageError */
export function readFlags(typed: Typed, formats: readonly string[], today: () => Day): Given {
  if (typeof typed.format === "string") asFormat(typed.format, formats);
  const given: Record<string, unknown> = { today };
  for (const name of Object.keys(FLAGS) as FlagName[]) {
    const text = typed[keyOf(name)];
    const { read } = flagOf(name);
    if (text !== undefined) given[keyOf(name)] = read && text !== false ? read(text as never) : text;
  }
  return given as unknown as Given;
}
