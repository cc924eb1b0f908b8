import type { CommanderError } from "commander";
import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { COMMANDS, type CommandText, flagsOf, flagTerm } from "../commands.ts";
import { type ExitCode, FLAG_TWICE, UsageError } from "./exit.ts";
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
  if (code === FLAG_TWICE)
    return new UsageError(
      "flag-twice",
      `${word} is given twice: only one file would be read`,
      "put all rows into one file",
    );
  return error;
}

/** What people call a command elsewhere. */
const MEANT_COMMANDS: Readonly<Record<string, string>> = {
  ...{ validate: "check", lint: "check", test: "check", diff: "amend", correct: "amend", new: "init", create: "init" },
  ...{ version: "--version", help: "--help", run: "compute", calc: "compute", claim: "compute", show: "report" },
  ...{ export: "report", convert: "report", print: "report", audit: "verify", rules: "policy", paid: "status" },
  ...{ payments: "status", project: "forecast", why: "explain" },
};

/** The same of flags. */
const MEANT_FLAGS: Readonly<Record<string, string>> = {
  ...{ "--color": "--no-color", "--colour": "--no-color", "--out": "--output", "--file": "--output" },
  ...{ "--json": "-f json", "--csv": "-f csv", "--pdf": "-f pdf", "--html": "-f html", "--xlsx": "-f xlsx" },
  ...{ "--excel": "-f xlsx", "--markdown": "-f markdown", "--start": "--quarter", "--period": "--quarter" },
  ...{ "--from": "--quarter", "--date": "--quarter", "--names": "--redact", "--anonymize": "--redact" },
  ...{ "--directory": "--out-dir", "--outdir": "--out-dir", "--silent": "--quiet", "--columns": "--width" },
  ...{
    "--overwrite": "--force",
    "--number": "--invoice",
    "--id": "--agency",
    "--ori": "--agency",
    "--previous": "--prior",
  },
};

/** `, did you mean X?`: by what the word means, else by its letters. @param known what there is */
function meant(word: string, meanings: Readonly<Record<string, string>>, known: readonly string[]): string {
  const lower = word.toLowerCase();
  const found = Object.hasOwn(meanings, lower) ? meanings[lower] : undefined;
  return found !== undefined && known.includes(found.split(" ")[0] ?? "") ? `, did you mean ${found}?` : "";
}

function unknownCommand(word: string): UsageError {
  const names = COMMANDS.map(({ name }) => name);
  const near = meant(word, MEANT_COMMANDS, [...names, "--version", "--help"]) || didYouMean(word, names);
  const remedy = /\.csv$/i.test(word) ? "claims compute ROSTER computes a claim" : "claims -h shows the commands";
  return new UsageError("unknown-command", `unknown command ${quoted(word)}${near}`, remedy);
}

function unknownFlag(text: string, command: CommandText | undefined): UsageError {
  const word = text.split("=")[0] ?? text;
  const names = command ? flagsOf(command).map(({ name }) => name) : ["version"];
  const flags = [...names, "help"].map((name) => `--${name}`);
  const ofOthers = word === "--officer" ? ", did you mean claims explain --officer?" : "";
  const near = word.startsWith("--")
    ? ofOthers || meant(word, MEANT_FLAGS, [...flags, "-f"]) || didYouMean(word, flags)
    : "";
  const message = command ? `${command.name} has no flag ${quoted(word)}${near}` : `no flag ${quoted(word)}${near}`;
  return new UsageError("unknown-flag", message, `claims ${command ? `${command.name} ` : ""}-h shows the flags`);
}

/** `-o, --output <FILE>` as it is named in a sentence. */
const flagIn = (term: string): string => /--[\w-]+/.exec(term)?.[0] ?? term;

function exampleOf(term: string, command: CommandText | undefined): string {
  const flag = command && flagsOf(command).find(({ name }) => `--${name}` === flagIn(term));
  return flag === undefined ? term : flagTerm(flag).replace(/^-\w, /, "");
}
