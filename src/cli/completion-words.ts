import { READING_VALUES } from "../engine/derivation.ts";
import { COLUMNS } from "../ingest/columns.ts";
import { EXPLAIN_FORMATS } from "../report/explain.ts";
import { FORECAST_FORMATS } from "../report/forecast.ts";
import { FORMATS } from "../report/formats.ts";
import { POLICY_FORMATS } from "../report/policy.ts";
import { READINGS_FORMATS } from "../report/readings.ts";
import { COMMANDS, type CommandText, type FlagName, flagOf } from "./options.ts";

/** What can follow in a command line: some words, a file, or anything. */
export type Follows = readonly string[] | "file" | "anything";

/** A flag of a command, as completion scripts need it. */
export interface FlagWords {
  readonly long: string;
  readonly short: string | null;
  readonly does: string;
  /** What follows it; null: nothing. */
  readonly value: Follows | null;
}

/** A command, as completion scripts need it. */
export interface CommandWords {
  readonly name: string;
  readonly does: string;
  /** The words of its first argument, or files. */
  readonly argument: Follows;
  readonly flags: readonly FlagWords[];
}

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

const YEARS = ["FY2026", "FY2027", "FY2028"];
const FORMATS_OF: Readonly<Record<string, readonly { readonly name: string }[]>> = {
  compute: FORMATS,
  explain: EXPLAIN_FORMATS,
  readings: READINGS_FORMATS,
  forecast: FORECAST_FORMATS,
  policy: POLICY_FORMATS,
};

const columnNames = [...new Set(Object.values(COLUMNS).flatMap((columns) => columns.map(({ name }) => `${name}=`)))];

const VALUES: Partial<Record<FlagName, Follows>> = {
  quarter: YEARS.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`)),
  year: YEARS,
  reading: Object.entries(READING_VALUES).flatMap(([id, values]) => values.map((value) => `${id}=${value}`)),
  map: columnNames,
  by: ["officer", "agency"],
  agency: "anything",
  officer: "anything",
  on: "anything",
};

/** Every command with its flags and what can follow them, from the one table of commands. */
export const completionWords = (): CommandWords[] => COMMANDS.map(commandWords);

function commandWords({ name, args, does, flags }: CommandText): CommandWords {
  const words = /^[<[]([\w|]+\|[\w|]+)[>\]]/.exec(args)?.[1]?.split("|");
  const own = flags.map((flag): FlagWords => {
    const { short, value, does: says } = flagOf(flag);
    return {
      long: `--${flag}`,
      short: short ? `-${short}` : null,
      does: says,
      value: value ? followsFlag(name, flag) : null,
    };
  });
  const help = { long: "--help", short: "-h", does: "this help", value: null };
  return { name, does, argument: words ?? "file", flags: [...own, help] };
}

function followsFlag(command: string, flag: FlagName): Follows {
  if (flag === "format") return (FORMATS_OF[command] ?? [{ name: "table" }, { name: "json" }]).map(({ name }) => name);
  return VALUES[flag] ?? "file";
}
