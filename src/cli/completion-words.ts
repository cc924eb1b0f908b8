import { READINGS } from "../engine/values/ids.ts";
import { COLUMNS } from "../ingest/table/columns.ts";
import { COMMANDS, type CommandText, type FlagName, flagDoes, flagOf } from "./flags.ts";

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

/** The programme's first five years: a script is the same on every day, and later years are typed. */
const YEARS = ["FY2026", "FY2027", "FY2028", "FY2029", "FY2030"];

const columnNames = [...new Set(Object.values(COLUMNS).flatMap((columns) => columns.map(({ name }) => `${name}=`)))];

const VALUES: Partial<Record<FlagName, Follows>> = {
  quarter: YEARS.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`)),
  year: YEARS,
  reading: Object.entries(READINGS).flatMap(([id, values]) => values.map((value) => `${id}=${value}`)),
  map: columnNames,
  by: ["officer", "agency"],
  agency: "anything",
  officer: "anything",
  on: "anything",
};

/** Every command with its flags and what can follow them, from the one table of commands. */
export const completionWords = (): CommandWords[] => COMMANDS.map(commandWords);

function commandWords(text: CommandText): CommandWords {
  const { name, args, does, flags } = text;
  const words = /^[<[]([\w|]+\|[\w|]+)[>\]]/.exec(args)?.[1]?.split("|");
  const own = flags.map((flag): FlagWords => {
    const { short, value } = flagOf(flag);
    return {
      long: `--${flag}`,
      short: short ? `-${short}` : null,
      does: flagDoes(text, flag),
      value: value ? followsFlag(text, flag) : null,
    };
  });
  const help = { long: "--help", short: "-h", does: "this help", value: null };
  return { name, does, argument: words ?? "file", flags: [...own, help] };
}

const followsFlag = ({ formats }: CommandText, flag: FlagName): Follows =>
  (flag === "format" ? formats : VALUES[flag]) ?? "file";
