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

/** Pairs beside each other; a line that would be too wide has what is meant below what is typed. */
const pairs = (rows: readonly Pair[]): string => {
  const widest = (some: readonly Pair[], of: 0 | 1): number => Math.max(0, ...some.map((row) => row[of].length));
  const fits = widest(rows, 0) + widest(rows, 1) + 5 <= COLUMNS;
  const width = fits
    ? widest(rows, 0)
    : widest(
        rows.filter(([left]) => left.length <= WIDEST_LEFT),
        0,
      );
  const gap = ([left]: Pair): string => (left.length > width ? `\n${" ".repeat(width + 5)}` : "   ");
  return rows.map((row) => `  ${row[0].padEnd(width)}${gap(row)}${row[1]}`).join("\n");
};

const WIDEST_LEFT = 28;

/** One screen of help, examples first. */
export function helpText(command: Command): string {
  const text = COMMANDS.find(({ name }) => name === command.name());
  return text ? commandHelp(text) : programHelp();
}

/** Lines of a screen. */
const LINES = 24;

/** The help of a command: on one screen, flags that are seldom needed by their names alone where all would not fit. */
function commandHelp(text: CommandText): string {
  const whole = wholeHelp(text);
  return whole.split("\n").length - 1 <= LINES ? whole : wholeHelp(text, ({ seldom }) => seldom !== true);
}

/** The help of a command with every flag, or with those chosen and the names of the others. */
export function wholeHelp(text: CommandText, chosen: (flag: CommandFlag) => boolean = () => true): string {
  const flags = flagsOf(text);
  const all = flags.filter(({ beside }) => !flags.some(({ name }) => name === beside));
  const own = all.filter(chosen);
  const left = all.filter((flag) => !chosen(flag)).map(({ name }) => name);
  const others = left.map((name) => `--${name}`);
  const besides = besidesFlags(text).filter(([typed]) => left.length === 0 || typed !== "-");
  return [
    ["claims", text.name, text.args, flags.length > 0 ? "[flags]" : ""].filter((part) => part !== "").join(" "),
    text.does,
    "",
    "Examples",
    pairs(text.examples),
    "",
    "Flags",
    pairs([...own.map((flag) => flagRow(flag, flags)), ...besides]),
    ...(others.length > 0 ? [wrap(`Also (--help=all): ${others.join(", ")}`, COLUMNS, "  ").trimEnd()] : []),
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
    `claims: ${PROGRAM.does}. ${PROGRAM.begin}`,
    "",
    "Examples",
    pairs(PROGRAM.examples),
    "",
    "Commands",
    pairs(COMMANDS.map(({ name, does }) => [name, does])),
    "Flags",
    PROGRAM.flags.map(([flag, does]) => `  ${flag}   ${does}`).join(""),
    "",
  ].join("\n");
