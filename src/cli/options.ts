/** A command, as help, README and completion show it. */
export interface CommandText {
  readonly name: string;
  readonly args: string;
  readonly does: string;
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** What the help says below the flags. */
  readonly note?: readonly string[];
  /** Names of its flags in the table below, in the order of the help. */
  readonly flags: readonly FlagName[];
  /** Flags that do something else in this command than the table says. */
  readonly instead?: Readonly<Partial<Record<FlagName, string>>>;
}

/** A flag. `value` names what follows it; a repeatable flag gathers a list. */
interface Flag {
  readonly short?: string;
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly does: string;
}

export const FLAGS = {
  quarter: { value: "FY2026-Q1", does: "the fiscal quarter; else told from rates, payroll or the calendar" },
  rates: { value: "FILE", does: "placement rates; else rates.csv beside a single roster" },
  "no-rates": { does: "no placement rates, so no award" },
  payroll: { value: "FILE", does: "payroll actuals; else payroll.csv beside a single roster" },
  "no-payroll": { does: "no payroll" },
  year: { value: "FY2026", does: "the fiscal year: its quarters one after the other, and their summary" },
  prior: { value: "PATH", repeatable: true, does: "claims filed earlier: files, folders, patterns" },
  agency: { value: "ID", does: "the agency of a roster without agency_id; with one, only that agency" },
  policy: { value: "FILE", does: "another policy file than the built-in one" },
  reading: { value: "ID=VALUE", repeatable: true, does: "another value for one reading of the rules" },
  map: { value: "COLUMN=HEADER", repeatable: true, does: "this header of the input is that column" },
  format: { short: "f", value: "FORMAT", does: "table (default), json, ndjson or csv" },
  output: { short: "o", value: "FILE", repeatable: true, does: "write there; the format follows the ending" },
  "out-dir": { value: "DIR", does: "one file an agency (json, or as -f says), index.csv and SHA256SUMS" },
  force: { does: "overwrite another file that is there" },
  by: { value: "WHAT", does: "one line an officer (default) or an agency, in table and csv" },
  rejects: { value: "FILE", does: "leave out officers with bad rows and write these there; compute the rest" },
  derivations: { does: "how each figure came about, in json" },
  officer: { value: "ID", does: "one officer only" },
  inputs: { value: "DIR", repeatable: true, does: "a folder with the inputs, if they are not beside the claim" },
  "without-inputs": { does: "be content with the claim's own rows where the inputs are not found" },
  on: { value: "DATE", does: "the rules in force on that day; else each one's latest" },
  redact: { does: "no officer names anywhere" },
  quiet: { short: "q", does: "no notices" },
  "no-color": { does: "no colours" },
  plain: { does: "plain numbered questions, for a screen reader; so with TERM=dumb" },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;

export const flagOf = (name: FlagName): Flag => FLAGS[name];

/** The flags of a command as they were given. */
export interface Given {
  readonly quarter?: string;
  /** false: --no-rates. */
  readonly rates?: string | false;
  readonly payroll?: string | false;
  readonly prior?: readonly string[];
  readonly year?: string;
  readonly inputs?: readonly string[];
  readonly withoutInputs?: boolean;
  readonly agency?: string;
  readonly policy?: string;
  readonly reading?: readonly string[];
  readonly map?: readonly string[];
  readonly format?: string;
  readonly output?: readonly string[];
  readonly outDir?: string;
  readonly force?: boolean;
  readonly by?: string;
  readonly rejects?: string;
  readonly derivations?: boolean;
  readonly officer?: string;
  readonly on?: string;
  readonly redact?: boolean;
  readonly quiet?: boolean;
  /** false: --no-color. */
  readonly color?: boolean;
  readonly plain?: boolean;
}

const READING: readonly FlagName[] = [
  "quarter",
  "rates",
  "no-rates",
  "payroll",
  "no-payroll",
  "prior",
  "agency",
  "policy",
  "reading",
  "map",
];

export const COMMANDS: readonly CommandText[] = [
  {
    name: "compute",
    args: "<roster...>",
    does: "Computes the claim for a quarter and prints it, or writes it.",
    examples: [
      ["claims compute roster.csv", "the claim as a table"],
      ["claims compute roster.csv -o q1.json", "the claim document, whole in itself"],
      ["claims compute rosters/ --rates rates.csv --out-dir q1", "a folder of rosters, one file an agency"],
      ["claims compute roster.csv --reading award-headcount=last-day", "the rules read another way"],
    ],
    flags: [
      ...READING,
      "year",
      "format",
      "output",
      "out-dir",
      "force",
      "by",
      "rejects",
      "derivations",
      "redact",
      "quiet",
      "no-color",
    ],
  },
  {
    name: "explain",
    args: "<roster...>",
    does: "Shows how each figure came about: cell, rule, reading, rounding.",
    examples: [
      ["claims explain roster.csv --officer 1042", "one officer, to check with a calculator"],
      ["claims explain roster.csv -f json", "the claim document with every derivation"],
    ],
    flags: ["officer", ...READING, "format", "output", "force", "redact", "quiet", "no-color"],
  },
  {
    name: "readings",
    args: "<roster...>",
    does: "For each reading of the rules, what each other value would change, in dollars.",
    examples: [
      ["claims readings roster.csv", "every reading, most money first"],
      ["claims readings roster.csv -f csv", "the same for a spreadsheet"],
    ],
    flags: [...READING, "format", "output", "force", "redact", "quiet", "no-color"],
  },
  {
    name: "check",
    args: "<roster...>",
    does: "Reads every input and reports every problem in one pass; writes nothing.",
    examples: [
      ["claims check roster.csv", "every problem with its place and remedy"],
      ["claims check roster.csv -f json", "the same for a script"],
    ],
    flags: [...READING, "format", "redact", "quiet", "no-color"],
  },
  {
    name: "verify",
    args: "<claim.json...>",
    does: "Recomputes claims from their inputs and compares every figure.",
    examples: [
      ["claims verify q1.json", "with the inputs beside it"],
      ["claims verify filed/ --inputs archive/2026", "a folder of claims, the inputs elsewhere"],
      ["claims verify q1.json --without-inputs", "from the claim's own rows where the inputs are gone"],
    ],
    flags: ["inputs", "without-inputs", "policy", "format", "quiet", "no-color"],
    instead: {
      policy: "a policy that was never released, for claims computed with it",
      format: "table (default) or json: one document, or a line a claim",
    },
  },
  {
    name: "amend",
    args: "<filed.json> <roster...>",
    does: "Computes again and gives the difference from a filed claim, line by line, each with its cause.",
    examples: [
      ["claims amend q1.json roster.csv", "what the corrected roster changes, and why"],
      ["claims amend q1.json roster.csv -o q1-amended.json", "the amendment, which carries the new claim whole"],
      ["claims amend q1.json roster.csv --inputs filed/q1", "with the filed claim's own inputs for exact causes"],
    ],
    flags: [...READING, "inputs", "format", "output", "force", "redact", "quiet", "no-color"],
    instead: {
      quarter: "the fiscal quarter; else the filed claim's",
      prior: "claims filed earlier; else those that the filed claim counted",
      agency: "the agency; else the filed claim's",
      policy: "another policy file than the filed claim's",
      reading: "another value for one reading; else the filed claim's",
      map: "this header is that column; else the filed claim's",
      inputs: "a folder with the filed claim's inputs, for exact causes",
      format: "table (default) or json",
    },
  },
  {
    name: "forecast",
    args: "<roster...>",
    does: "The fiscal year's expected reimbursement, quarter by quarter, at each award band.",
    examples: [
      ["claims forecast roster.csv --year FY2026", "for a budget memo"],
      ["claims forecast roster.csv --year FY2026 -o forecast.csv", "the same for a spreadsheet"],
    ],
    note: [
      "From the roster as it stands: raises, departures and training dates to come included. A quarter that",
      "payroll names takes what payroll paid; any other takes annual salary and benefits, and overtime_paid of",
      "the roster as each quarter's overtime (blank: none). Rates are not read, equipment and vehicles left out.",
    ],
    flags: [
      "year",
      "payroll",
      "no-payroll",
      "agency",
      "policy",
      "reading",
      "map",
      "format",
      "output",
      "force",
      "redact",
      "quiet",
      "no-color",
    ],
  },
  {
    name: "wizard",
    args: "",
    does: "Asks, shows, confirms, writes; then prints the command that does the same.",
    examples: [
      ["claims wizard", "a claim, question by question; no flag needed"],
      ["claims wizard --plain", "the same in plain numbered lines"],
    ],
    note: [
      "Every question has a way back. Ctrl-C stops and keeps the answers: claims wizard in the same folder goes on",
      "with them. No claim is written before you say so, and no file is replaced without asking.",
    ],
    flags: ["plain", "no-color"],
  },
  {
    name: "policy",
    args: "<show|check> [file]",
    does: "Prints the rules in force, or checks a policy file.",
    examples: [
      ["claims policy show", "the rules in force, with their sources"],
      ["claims policy show --on 2026-03-31 -f json -o mine.json", "a policy file to begin from"],
      ["claims policy check mine.json", "every mistake in it, with its place"],
    ],
    flags: ["on", "policy", "format", "output", "force", "quiet", "no-color"],
  },
  {
    name: "init",
    args: "[dir]",
    does: "Writes starter files with every column, and says what to do next; never overwrites.",
    examples: [
      ["claims init", "roster.csv, rates.csv, payroll.csv and README.txt, here"],
      ["claims init claims-2026", "the same in a folder of their own"],
    ],
    flags: ["quiet", "no-color"],
  },
  {
    name: "completion",
    args: "<bash|zsh|fish|powershell>",
    does: "Prints a completion script for a shell.",
    examples: [
      ["source <(claims completion bash)", "in ~/.bashrc; the same with zsh in ~/.zshrc, after compinit"],
      ["claims completion fish | source", "in ~/.config/fish/config.fish"],
      ["claims completion powershell | Out-String | Invoke-Expression", "in $PROFILE"],
    ],
    flags: [],
  },
  {
    name: "schema",
    args: "<claim|policy>",
    does: "Prints the JSON Schema of the claim document or of the policy file.",
    examples: [["claims schema claim > claim.schema.json", "what a claim document may hold"]],
    flags: [],
  },
];

export const PROGRAM_EXAMPLES = [
  ["claims compute roster.csv", "the claim of a quarter, as a table"],
  ["claims check roster.csv", "every problem of the inputs, with its remedy"],
  ["claims compute roster.csv -o q1.json", "the claim document, to keep and to file from"],
] as const;
