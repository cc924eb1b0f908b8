import type { CommanderError } from "commander";
import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { COMMANDS, type CommandText, flagsOf, flagTerm } from "../commands.ts";
import { type ExitCode, UsageError } from "./exit.ts";
import { sayAlone } from "./messages.ts";

const AS_JSON = /(?:^| )(?:-f ?|--format[ =])json(?: |$)/;

/** Says what is wrong with a command line that names no command, or that its command does not take. */
export async function sayMisuse(error: CommanderError, args: readonly string[]): Promise<ExitCode> {
  const command = args.map((arg) => COMMANDS.find(({ name }) => name === arg)).find((one) => one !== undefined);
  return sayAlone(misuse(error, command), AS_JSON.test(args.join(" ")) ? { format: "json" } : {});
}

function misuse(error: CommanderError, command: CommandText | undefined): Error {
  const { code, message } = error;
  const word = /'(.*)'/.exec(message)?.[1] ?? "";
  if (code === "commander.unknownCommand") return unknownCommand(word);
  if (code === "commander.unknownOption") return unknownFlag(word, command);
  const remedy = command ? `such as ${command.examples[0]?.[0]}` : "claims -h shows the commands";
  const name = command?.name ?? "claims";
  if (code === "commander.missingArgument")
    return new UsageError("missing-argument", `${name} needs a ${word}`, remedy);
  if (code === "commander.excessArguments")
    return new UsageError("too-many-arguments", `${name} takes fewer arguments`, remedy);
  if (code === "commander.optionMissingArgument")
    return new UsageError("flag-without-value", `${flagIn(word)} needs a value`, `such as ${exampleOf(word, command)}`);
  return error;
}

function unknownCommand(word: string): UsageError {
  const near = didYouMean(
    word,
    COMMANDS.map(({ name }) => name),
  );
  const remedy = /\.csv$/i.test(word) ? "claims compute ROSTER computes a claim" : "claims -h shows the commands";
  return new UsageError("unknown-command", `unknown command ${quoted(word)}${near}`, remedy);
}

function unknownFlag(text: string, command: CommandText | undefined): UsageError {
  const word = text.split("=")[0] ?? text;
  const names = command ? flagsOf(command).map(({ name }) => name) : ["version"];
  const flags = [...names, "help"].map((name) => `--${name}`);
  const near = word.startsWith("--") ? didYouMean(word, flags) : "";
  const message = command ? `${command.name} has no flag ${quoted(word)}${near}` : `no flag ${quoted(word)}${near}`;
  return new UsageError("unknown-flag", message, `claims ${command ? `${command.name} ` : ""}-h shows the flags`);
}

/** `-o, --output <FILE>` as it is named in a sentence. */
const flagIn = (term: string): string => /--[\w-]+/.exec(term)?.[0] ?? term;

function exampleOf(term: string, command: CommandText | undefined): string {
  const flag = command && flagsOf(command).find(({ name }) => `--${name}` === flagIn(term));
  return flag === undefined ? term : flagTerm(flag).replace(/^-\w, /, "");
}
