/** A command, as help, man page, README and completion show it. */
export interface CommandText {
  readonly name: string;
  readonly args: string;
  readonly does: string;
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** What the help says below the flags. */
  readonly note?: string;
  /** Names of its flags in the table below, in the order of the help. */
  readonly flags: readonly FlagName[];
  /** What --format takes, the default first. */
  readonly formats?: readonly string[];
  /** Flags that do something else in this command than the table says. */
  readonly instead?: Readonly<Partial<Record<FlagName, string>>>;
}

/** A flag. `value` names what follows it; a repeatable flag gathers a list. */
interface Flag {
  readonly short?: string;
  readonly value?: string;
  readonly repeatable?: boolean;
  /** The flag whose line of the help it shares. */
  readonly beside?: string;
  readonly does: string;
}

export const FLAGS = {
  quarter: { value: "FY2026-Q1", does: "the quarter; else from rates, payroll or today" },
  rates: { value: "FILE", does: "placement rates; else rates.csv by the roster" },
  "no-rates": { beside: "rates", does: "no placement rates, so no award" },
  payroll: { value: "FILE", does: "payroll actuals; else payroll.csv by the roster" },
  "no-payroll": { beside: "payroll", does: "no payroll" },
  year: { value: "FY2026", does: "the fiscal year: each quarter, and the summary" },
  prior: { value: "PATH", repeatable: true, does: "claims filed earlier" },
  agency: { value: "ID", does: "only this agency; or its id where none is given" },
  policy: { value: "FILE", does: "another policy file than the built-in one" },
  reading: { value: "ID=VALUE", repeatable: true, does: "another value for one reading" },
  map: { value: "COLUMN=HEADER", repeatable: true, does: "that header is this column" },
  format: { short: "f", value: "FORMAT", does: "how it is shown or written" },
  output: { short: "o", value: "FILE", repeatable: true, does: "write there, as the ending says" },
  "out-dir": { value: "DIR", does: "one file an agency, index.csv and SHA256SUMS" },
  force: { does: "overwrite another file that is there" },
  by: { value: "WHAT", does: "one line an officer (default) or an agency" },
  rejects: { value: "FILE", does: "leave out officers with bad rows; rows go there" },
  derivations: { does: "how each figure came about, in json" },
  officer: { value: "ID", does: "one officer only" },
  inputs: { value: "DIR", repeatable: true, does: "folder of inputs not beside the claim" },
  "without-inputs": { does: "be content with the claim's own rows" },
  on: { value: "DATE", does: "the rules in force on that day; else every value" },
  redact: { does: "no officer names anywhere" },
  quiet: { short: "q", does: "no notices" },
  "no-color": { beside: "quiet", does: "no colours" },
  plain: { does: "plain numbered questions, for a screen reader; so with TERM=dumb" },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;

export const flagOf = (name: FlagName): Flag => FLAGS[name];

/** What a flag does in a command, in one line. */
export function flagDoes({ formats = [], instead }: CommandText, name: FlagName): string {
  if (name !== "format") return instead?.[name] ?? flagOf(name).does;
  const [usual, ...others] = formats;
  const last = others.pop();
  return `${[`${usual} (default)`, ...others].join(", ")}${last ? ` or ${last}` : ""}`;
}

/** How a flag is typed: `-f, --format FORMAT`. */
export function flagTerm(name: FlagName): string {
  const { short, value } = flagOf(name);
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

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
      ["claims compute roster.csv", "as a table"],
      ["claims compute roster.csv -o q1.json", "the claim document"],
      ["claims compute rosters/ --rates rates.csv --out-dir q1", "one file an agency"],
      ["claims compute roster.csv --reading rate-rounding=nearest", "read another way"],
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
    formats: ["table", "json", "ndjson", "csv"],
  },
  {
    name: "explain",
    args: "<roster...>",
    does: "Shows how each figure came about: cell, rule, reading, rounding.",
    examples: [
      ["claims explain roster.csv --officer 1042", "one officer, for a calculator"],
      ["claims explain roster.csv -f json", "the claim with every derivation"],
    ],
    flags: ["officer", ...READING, "format", "output", "force", "redact", "quiet", "no-color"],
    formats: ["table", "json"],
  },
  {
    name: "readings",
    args: "<roster...>",
    does: "What each other reading of the rules would change, in dollars.",
    examples: [
      ["claims readings roster.csv", "every reading, most money first"],
      ["claims readings roster.csv -f csv", "the same for a spreadsheet"],
    ],
    flags: [...READING, "format", "output", "force", "redact", "quiet", "no-color"],
    formats: ["table", "json", "csv"],
  },
  {
    name: "check",
    args: "<roster...>",
    does: "Reports every problem of the inputs in one pass; writes nothing.",
    examples: [
      ["claims check roster.csv", "every problem with its place and remedy"],
      ["claims check roster.csv -f json", "the same for a script"],
    ],
    flags: [...READING, "format", "redact", "quiet", "no-color"],
    formats: ["table", "json"],
  },
  {
    name: "verify",
    args: "<claim.json...>",
    does: "Recomputes filed claims and compares every figure.",
    examples: [
      ["claims verify q1.json", "with the inputs beside it"],
      ["claims verify filed/ --inputs archive/2026", "many claims, inputs elsewhere"],
      ["claims verify q1.json --without-inputs", "content with its own rows"],
    ],
    flags: ["inputs", "without-inputs", "policy", "format", "quiet", "no-color"],
    formats: ["table", "json"],
    instead: { policy: "a policy of your own, for claims computed with it" },
  },
  {
    name: "amend",
    args: "<filed.json> <roster...>",
    does: "Gives each difference from a filed claim, with its cause.",
    examples: [
      ["claims amend q1.json roster.csv", "what changes, and why"],
      ["claims amend q1.json roster.csv -o q1-amended.json", "the amendment to file"],
      ["claims amend q1.json roster.csv --inputs filed/q1", "with exact causes"],
    ],
    flags: [...READING, "inputs", "format", "output", "force", "redact", "quiet", "no-color"],
    formats: ["table", "json"],
    instead: {
      quarter: "the fiscal quarter; else the filed claim's",
      prior: "earlier claims; else as filed",
      agency: "the agency; else the filed claim's",
      policy: "another policy file than the filed claim's",
      reading: "another value; else as filed",
      inputs: "folder of the filed claim's inputs",
    },
  },
  {
    name: "forecast",
    args: "<roster...>",
    does: "The year's expected reimbursement, by quarter and award band.",
    examples: [
      ["claims forecast roster.csv --year FY2026", "for a budget memo"],
      ["claims forecast roster.csv --year FY2026 -o forecast.csv", "for a spreadsheet"],
    ],
    note:
      "From the roster as it stands: raises, departures and training dates to come included. A quarter that payroll " +
      "names takes what payroll paid; any other takes annual salary and benefits, and overtime_paid of the roster as " +
      "each quarter's overtime (blank: none). Rates are not read, equipment and vehicles left out.",
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
    formats: ["table", "json", "csv"],
    instead: { year: "the fiscal year (needed)" },
  },
  {
    name: "wizard",
    args: "",
    does: "Asks, shows, confirms, writes; prints the command that does it.",
    examples: [
      ["claims wizard", "a claim, question by question; no flag needed"],
      ["claims wizard --plain", "the same in plain numbered lines"],
    ],
    note:
      "Every question has a way back. Ctrl-C stops and keeps the answers: claims wizard in the same folder goes on " +
      "with them. No claim is written before you say so, and no file is replaced without asking.",
    flags: ["plain", "no-color"],
  },
  {
    name: "policy",
    args: "<show|check> [file]",
    does: "Prints the rules in force, or checks a policy file.",
    examples: [
      ["claims policy show", "the rules in force"],
      ["claims policy show --on 2026-03-31 -o mine.json", "a file to begin from"],
      ["claims policy check mine.json", "every mistake in it"],
    ],
    flags: ["on", "policy", "format", "output", "force", "quiet", "no-color"],
    formats: ["table", "json"],
  },
  {
    name: "init",
    args: "[dir]",
    does: "Writes starter files with every column, and says what to do next.",
    examples: [
      ["claims init", "roster, rates, payroll and README.txt, here"],
      ["claims init claims-2026", "the same in a folder of their own"],
    ],
    note: "It never overwrites a file that is there.",
    flags: ["quiet", "no-color"],
  },
  {
    name: "completion",
    args: "<bash|zsh|fish|powershell>",
    does: "Prints a completion script for a shell.",
    examples: [
      ["source <(claims completion bash)", "in ~/.bashrc"],
      ["source <(claims completion zsh)", "in ~/.zshrc"],
      ["claims completion fish | source", "in config.fish"],
      ["claims completion powershell | Out-String | Invoke-Expression", "in $PROFILE"],
    ],
    note: "In zsh after compinit. config.fish is in ~/.config/fish.",
    flags: [],
  },
  {
    name: "schema",
    args: "<claim|policy>",
    does: "Prints the JSON Schema of the claim document or a policy file.",
    examples: [["claims schema claim > claim.schema.json", "what a claim document may hold"]],
    flags: [],
  },
];

export const PROGRAM_EXAMPLES = [
  ["claims compute roster.csv", "the claim of a quarter, as a table"],
  ["claims check roster.csv", "every problem of the inputs"],
  ["claims compute roster.csv -o q1.json", "the claim document, to keep and file"],
] as const;
