import type { Command } from "commander";
import { wrap } from "../report/text/width.ts";
import {
  besidesFlags,
  COMMANDS,
  type CommandFlag,
  type CommandText,
  flagsOf,
  flagTerm,
  type Pair,
  PROGRAM,
} from "./commands.ts";

const COLUMNS = 80;

const pairs = (rows: readonly Pair[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join("\n");
};

/** One screen of help, examples first. */
export function helpText(command: Command): string {
  const text = COMMANDS.find(({ name }) => name === command.name());
  return text ? commandHelp(text) : programHelp();
}

function commandHelp(text: CommandText): string {
  const flags = flagsOf(text);
  const own = flags.filter(({ beside }) => !flags.some(({ name }) => name === beside));
  return [
    ["claims", text.name, text.args, flags.length > 0 ? "[flags]" : ""].filter((part) => part !== "").join(" "),
    text.does,
    "",
    "Examples",
    pairs(text.examples),
    "",
    "Flags",
    pairs([...own.map((flag) => flagRow(flag, flags)), ...besidesFlags(text)]),
    ...(text.note ? ["", wrap(text.note, COLUMNS, "")] : []),
    "",
  ].join("\n");
}

/** A line of the help: a flag, and the one that shares its line. */
function flagRow(flag: CommandFlag, flags: readonly CommandFlag[]): Pair {
  const others = flags.filter(({ beside }) => beside === flag.name);
  const told = others.filter(({ name }) => name !== `no-${flag.name}`);
  const does = [flag, ...told].map((one) => one.does).join("; ");
  return [[flag, ...others].map(flagTerm).join(", "), `${does}${flag.repeatable ? " (repeatable)" : ""}`];
}

const programHelp = (): string =>
  [
    `claims: ${PROGRAM.does}`,
    "",
    "Examples",
    pairs(PROGRAM.examples),
    "",
    "Commands",
    pairs(COMMANDS.map(({ name, does }) => [name, does])),
    "",
    "Flags",
    PROGRAM.flags.map(([flag, does]) => `  ${flag}   ${does}`).join(""),
    "",
  ].join("\n");
