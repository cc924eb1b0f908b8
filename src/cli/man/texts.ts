import type { FlagName } from "../flags.ts";

/** What a man page says of a flag beyond its line of the help. */
export const FLAG_DETAILS: Readonly<Partial<Record<FlagName, string>>> = {
  quarter:
    "Without it: the only quarter that the rates name, else the latest that payroll names, else the one that ended last. The command says which and why.",
  rates: "Several rosters need it; only one roster finds `rates.csv` in its own folder.",
  payroll: "Several rosters need it; only one roster finds `payroll.csv` in its own folder.",
  year: "The quarters that rates or payroll name, in order. Actuals come from payroll only.",
  prior: "Files, folders and patterns. What they claimed counts against the overtime cap and the once-ever allowances.",
  policy: "`claims policy show -o mine.json` writes one to begin from.",
  reading: "`claims readings` lists them all, each with what it is worth.",
  map: "Such as `--map 'annual_salary=Base Pay'`.",
  output:
    "The format follows the ending unless `-f` is given. The file is written whole or not at all; another file there is not overwritten without `--force`.",
  "out-dir": "The claims are json unless `-f` says otherwise. An agency with errors stops that agency only.",
  rejects: "The claim says that it is incomplete.",
  inputs: "Inputs are looked for beside the claim, then there, by name and hash.",
  redact: "Neither in outputs nor in messages and excerpts.",
  "no-color": "`NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are honoured too.",
};

/** What a man page says of a command beyond its sentence of the help. */
export const DESCRIPTIONS: Readonly<Record<string, readonly string[]>> = {
  compute: [
    "A roster is a CSV file with a row for each officer, or for each span of time of an officer with one pay. Rosters may be files, folders, patterns in quotes and `-`.",
    "The claim has salary and benefits, overtime up to the cap, and awards, each officer with the reason where nothing is claimed. It says how much of it rests on estimates, and what each other reading of the rules would change.",
    "An agency whose inputs have errors is not computed; all others are.",
  ],
  explain: [
    "Each figure is shown with the cells that it came from, the rule, the reading where one decided, the arithmetic and the rounding. It is the computation itself that says so; there is no second one.",
  ],
  readings: [
    "The published rules leave some questions open. Each answer is a reading; this shows the claim with each other answer alone, all else as it was.",
  ],
  check: ["The problems go to standard output, each with its place, the row, and what would be right."],
  verify: [
    "A claim is verified where its inputs were found by their hashes and every figure comes out the same. It is consistent where inputs are missing and every figure follows from the claim's own rows. It differs where any value comes out otherwise; each is listed.",
    "A verified claim agrees with its inputs. That does not say who made it, or that the inputs are true.",
  ],
  amend: [
    "Quarter, readings, policy and options are the filed claim's, unless a flag says otherwise. Each line is a figure that changed, with its cause: a cell, the rate, payroll, a reading, the policy, an officer added or gone.",
    "The amendment carries the new claim whole. It stands for the filed claim wherever a claim is taken.",
  ],
  wizard: [
    "Needs a terminal; each question has its choices, and what a step found wrong is mended in place. No flag has to be known.",
  ],
  policy: [
    "The policy holds the values of the programme by date, the readings and their defaults, and the publication that each comes from.",
  ],
};

export const FILES: readonly (readonly [name: string, does: string])[] = [
  ["roster.csv", "The officers: id, program model, training date, annual salary and benefits."],
  ["rates.csv", "The agency's placement rate in a quarter, as a percentage or as counts."],
  ["payroll.csv", "What payroll paid each officer in a quarter for 287(g) time."],
];

export const EXIT_STATUS: readonly (readonly [code: string, means: string])[] = [
  ["0", "Done."],
  ["1", "A file could not be read or written."],
  ["2", "Wrong usage: an unknown flag, quarter, reading or format, or a quarter before the programme."],
  ["3", "An input has errors, or something was left out."],
  ["4", "Of `claims verify`: not verified."],
  ["70", "A bug; the message says how to report it."],
  ["130", "Interrupted; nothing half-written is left."],
];
