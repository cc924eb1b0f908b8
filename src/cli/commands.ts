import { type Flag, type FlagName, flagOf } from "./flags.ts";

/** A command, as help, man page, README and completion show it. */
export interface CommandText {
  readonly name: string;
  readonly args: string;
  readonly does: string;
  readonly examples: readonly Pair[];
  /** What the man page says beyond the sentence of the help. */
  readonly description?: readonly string[];
  /** What the help says below the flags. */
  readonly note?: string;
  /** In the order of the help. */
  readonly flags: readonly FlagName[];
  /** What --format takes, the default first. */
  readonly formats?: readonly string[];
  /** Flags that do something else in this command than the table says. */
  readonly instead?: Readonly<Partial<Record<FlagName, string>>>;
}

/** What is typed, and what it does or means. */
export type Pair = readonly [typed: string, does: string];

const READING: readonly FlagName[] = [
  ...([
    "quarter",
    "rates",
    "payroll",
    "agreements",
    "evidence",
    "evidence-dir",
    "prior",
    "agency",
    "policy",
    "reading",
    "map",
    "set",
    "sheet",
    "profile",
  ] as const),
];

const WRITING: readonly FlagName[] = ["format", "output", "force", "redact", "width", "quiet", "no-color"];

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
    description: [
      "A roster is a CSV file with a row for each officer, or for each span of time of an officer with one pay. Rosters may be files, folders, patterns in quotes and `-`.",
      "The claim has salary and benefits, overtime up to the cap, and awards, each officer with the reason where nothing is claimed. It says how much of it rests on estimates, and what each other reading of the rules would change.",
      "An agency whose inputs have errors is not computed; all others are.",
    ],
    flags: [
      ...READING,
      "year",
      "invoice",
      "format",
      "output",
      "out-dir",
      "force",
      "by",
      "not-claimed",
      "rejects",
      "derivations",
      "redact",
      "width",
      "quiet",
      "no-color",
    ],
    formats: ["table", "json", "ndjson", "csv", "markdown", "html", "xlsx", "pdf"],
  },
  {
    name: "explain",
    args: "<roster...>",
    does: "Shows how each figure came about: cell, rule, reading, rounding.",
    examples: [
      ["claims explain roster.csv --officer 1042", "one officer, for a calculator"],
      ["claims explain roster.csv -f json", "the claim with every derivation"],
    ],
    description: [
      "Each figure is shown with the cells that it came from, the rule, the reading where one decided, the arithmetic and the rounding. It is the computation itself that says so; there is no second one.",
    ],
    flags: ["officer", ...READING, ...WRITING],
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
    description: [
      "The published rules leave some questions open. Each answer is a reading; this shows the claim with each other answer alone, all else as it was.",
    ],
    flags: [...READING, ...WRITING],
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
    description: ["The problems go to standard output, each with its place, the row, and what would be right."],
    flags: [...READING, "format", "redact", "width", "quiet", "no-color"],
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
    description: [
      "A claim is verified where its inputs were found by their hashes and every figure comes out the same. It is consistent where inputs are missing and every figure follows from the claim's own rows. It differs where any value comes out otherwise; each is listed.",
      "A verified claim agrees with its inputs. That does not say who made it, or that the inputs are true.",
    ],
    flags: ["inputs", "without-inputs", "policy", "format", "width", "quiet", "no-color"],
    formats: ["table", "json"],
    instead: { policy: "a policy of your own, for claims computed with it" },
  },
  {
    name: "report",
    args: "<claim.json...>",
    does: "Shows filed claims in another format, as they were filed.",
    examples: [
      ["claims report q1.json -o q1.xlsx", "the workbook, as it was"],
      ["claims report amended.json -o amended.pdf", "an amendment"],
      ["claims report q1 --out-dir forms -f pdf", "the form of each claim"],
      ["claims report shards --out-dir q1", "one folder of many"],
    ],
    description: [
      "Nothing is computed again: what is shown is what the claim says. `claims verify` tells whether it is so.",
      "With --out-dir the claims of files and folders of one quarter are put into one folder, as one run of compute would have left it: a folder that has index.csv stands for the claims that it lists, and for the agencies that failed, with their problems.",
    ],
    flags: ["agency", "by", "not-claimed", "out-dir", ...WRITING],
    formats: ["table", "json", "csv", "markdown", "html", "xlsx", "pdf"],
    instead: { agency: "the claim of this agency, of a file with several" },
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
    description: [
      "Readings, policy and options are the filed claim's, unless a flag says otherwise; so is the quarter, always. Each line is a figure that changed, with its cause: a cell, the rate, payroll, a reading, the policy, an officer added or gone.",
      "The amendment carries the new claim whole. It stands for the filed claim wherever a claim is taken.",
    ],
    flags: [...READING, "inputs", "invoice", ...WRITING],
    formats: ["table", "json", "csv", "markdown", "html", "xlsx", "pdf"],
    instead: {
      quarter: "the filed claim's, and no other",
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
      ["claims forecast roster.csv", "the year of the quarter that compute would claim"],
      ["claims forecast roster.csv --year FY2026", "for a budget memo"],
      ["claims forecast roster.csv --year FY2026 -o forecast.csv", "for a spreadsheet"],
    ],
    description: [
      "From the roster as it stands: raises, departures and training dates to come included. A quarter that payroll names takes what payroll paid; any other takes annual salary and benefits, and overtime_paid of the roster as each quarter's overtime (blank: none).",
    ],
    note: "Rates change no band; equipment and vehicles are left out.",
    flags: [
      "year",
      "rates",
      "payroll",
      "agreements",
      "agency",
      "policy",
      "reading",
      "map",
      "set",
      "sheet",
      "profile",
      ...WRITING,
    ],
    formats: ["table", "json", "csv"],
    instead: { year: "the fiscal year; else that of compute's quarter" },
  },
  {
    name: "status",
    args: "<claim.json...>",
    does: "Where filed claims stand: claimed, determined, paid, open.",
    examples: [
      ["claims status filed/", "with payments.csv in the folder"],
      ["claims status filed/ --payments paid.csv --on 2026-09-30", "as of a day"],
      ["claims status filed/ -f csv", "for a spreadsheet"],
    ],
    description: [
      "Each filed claim with what it claims, how much of it rests on estimates, whether the award is indicated or determined, what was paid and what is open. An amendment stands for the claim that it amends.",
      "Where less was paid than claimed, it names every single other value of a reading, else every pair, with which the claim would be exactly what was paid, and the line that is as much as is missing.",
      "No clock is read: days open are counted to the day given with --on, from the quarter's end.",
    ],
    flags: ["payments", "on", "sheet", "format", "output", "force", "width", "quiet", "no-color"],
    formats: ["table", "json", "csv"],
    instead: { on: "as of that day, with the days that claims are open" },
  },
  {
    name: "wizard",
    args: "",
    does: "Asks, shows, confirms, writes; prints the command that does it.",
    examples: [
      ["claims wizard", "a claim, question by question; no flag needed"],
      ["claims wizard --plain", "the same in plain numbered lines"],
    ],
    description: [
      "Needs a terminal; each question has its choices, and what a step found wrong is mended in place. No flag has to be known.",
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
    description: [
      "The policy holds the values of the programme by date, the readings and their defaults, and the publication that each comes from.",
    ],
    flags: ["on", "policy", "format", "output", "force", "quiet", "no-color"],
    formats: ["table", "json"],
  },
  {
    name: "init",
    args: "[dir]",
    does: "Writes starter files with every column, and says what to do next.",
    examples: [
      ["claims init", "roster, rates, payroll, profile, README.txt, here"],
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
    args: "<claim|policy|profile>",
    does: "Prints the JSON Schema of a claim, a policy file or a profile.",
    examples: [["claims schema claim > claim.schema.json", "what a claim document may hold"]],
    flags: [],
  },
];

/** The program itself, without a command. */
export const PROGRAM: {
  readonly does: string;
  readonly begin: string;
  readonly examples: readonly Pair[];
  readonly flags: readonly Pair[];
} = {
  does: "reimbursement claims an auditor can trust",
  begin: "New? claims wizard, or init.",
  examples: [
    ["claims compute roster.csv", "the claim of a quarter, as a table"],
    ["claims check roster.csv", "every problem of the inputs"],
    ["claims compute roster.csv -o q1.json", "the claim document, to keep and file"],
  ],
  flags: [["-h, --help, -V, --version", "this help, after a command its flags; the version"]],
};

/** A flag as one command has it, or the same with `--no-` before it. */
export interface CommandFlag
  extends Pick<Flag, "short" | "value" | "repeatable" | "words" | "beside" | "seldom" | "detail"> {
  readonly name: string;
  readonly does: string;
}

/** The flags of a command in the order of the help, each `--no-` after its flag. */
export const flagsOf = (command: CommandText): CommandFlag[] =>
  command.flags.flatMap((name) => {
    const { negated } = flagOf(name);
    const flag = flagIn(command, name);
    return negated === undefined ? [flag] : [flag, { name: `no-${name}`, does: negated, beside: name }];
  });

function flagIn({ formats = [], instead = {} }: CommandText, name: FlagName): CommandFlag {
  const { detail, ...flag } = flagOf(name);
  if (name === "format") return { ...flag, name, does: formatsText(formats), words: formats };
  const other = instead[name];
  if (other !== undefined) return { ...flag, name, does: other };
  return { ...flag, name, ...(detail === undefined ? {} : { detail }) };
}

/** As much as has room on a line of the help. */
const WIDEST = 47;

/** `table (default), json or csv`; where that is too wide `table|json|csv` */
function formatsText(formats: readonly string[]): string {
  const [usual = "", ...others] = formats;
  const last = others.pop();
  const text = (first: string): string => `${[first, ...others].join(", ")}${last ? ` or ${last}` : ""}`;
  const fitting = [text(`${usual} (default)`), text(usual)].find((one) => one.length <= WIDEST);
  return fitting ?? formats.join("|");
}

/** How a flag is typed: `-f, --format FORMAT`. */
export const flagTerm = ({ short, name, value }: CommandFlag): string =>
  `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;

/** What every command takes besides its flags: help, and of those on rosters standard input. */
export const besidesFlags = ({ args }: CommandText): Pair[] => [
  ["-h, --help", "this help"],
  ...(args.includes("roster") ? [["-", "as a roster: standard input"] as const] : []),
];
