import type { Command } from "commander";
import { wrap } from "../report/text/width.ts";
import { COMMANDS, type CommandText, type FlagName, flagDoes, flagOf, flagTerm, PROGRAM_EXAMPLES } from "./flags.ts";

type Pair = readonly [string, string];

const COLUMNS = 80;

const pairs = (rows: readonly Pair[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join("\n");
};

const HELP: Pair = ["-h, --help", "this help"];

/** One screen of help, examples first. */
export function helpText(command: Command): string {
  const text = COMMANDS.find(({ name }) => name === command.name());
  return text ? commandHelp(text) : programHelp();
}

function commandHelp(text: CommandText): string {
  const own = text.flags.filter((name) => !text.flags.some((other) => other === flagOf(name).beside));
  const rows = own.map((name) => flagRow(text, name));
  const standardInput: Pair[] = text.args.includes("roster") ? [["-", "as a roster: standard input"]] : [];
  return [
    ["claims", text.name, text.args, text.flags.length > 0 ? "[flags]" : ""].filter((part) => part !== "").join(" "),
    text.does,
    "",
    "Examples",
    pairs(text.examples),
    "",
    "Flags",
    pairs([...rows, HELP, ...standardInput]),
    ...(text.note ? ["", wrap(text.note, COLUMNS, "")] : []),
    "",
  ].join("\n");
}

/** A line of the help: a flag, and the one that shares its line. */
function flagRow(text: CommandText, name: FlagName): Pair {
  const { repeatable } = flagOf(name);
  const beside = text.flags.find((other) => flagOf(other).beside === name);
  const does = [flagDoes(text, name), ...(beside && beside !== `no-${name}` ? [flagDoes(text, beside)] : [])];
  return [
    [name, ...(beside ? [beside] : [])].map(flagTerm).join(", "),
    `${does.join("; ")}${repeatable ? " (repeatable)" : ""}`,
  ];
}

const programHelp = (): string =>
  [
    "claims: reimbursement claims an auditor can trust",
    "",
    "Examples",
    pairs(PROGRAM_EXAMPLES),
    "",
    "Commands",
    pairs(COMMANDS.map(({ name, does }) => [name, does])),
    "",
    "Flags",
    pairs([
      ["-h, --help", "this help; after a command, its flags"],
      ["--version", "the version"],
    ]),
    "",
  ].join("\n");
