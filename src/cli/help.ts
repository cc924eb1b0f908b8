import type { Command } from "commander";
import { COMMANDS, type FlagName, flagOf, PROGRAM_EXAMPLES } from "./options.ts";

const pairs = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join("\n");
};

/** A flag as it is typed: `-f, --format FORMAT`. */
function flagTerm(name: FlagName): string {
  const { short, value } = flagOf(name);
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

const GENERAL = [
  ["-h, --help", "this help"],
  ["--version", "the version"],
] as const;

/** One screen of help, examples first. */
export function helpText(command: Command): string {
  const text = COMMANDS.find(({ name }) => name === command.name());
  if (!text) return programHelp();
  const flags = text.flags.map((name) => {
    const { does: usual, repeatable } = flagOf(name);
    const does = text.instead?.[name] ?? usual;
    return [flagTerm(name), repeatable ? `${does} (repeatable)` : does] as const;
  });
  return [
    `claims ${[text.name, text.args, "[flags]"].filter((part) => part !== "").join(" ")}`,
    text.does,
    "",
    "Examples",
    pairs(text.examples),
    "",
    "Flags",
    pairs([...flags, ["-h, --help", "this help"]]),
    "",
    ...(text.note ? [...text.note, ""] : []),
    ...(text.args.includes("roster") ? ["A roster - is standard input.", ""] : []),
  ].join("\n");
}

const programHelp = (): string =>
  [
    "claims: reimbursement claims an auditor can trust",
    "",
    "Examples",
    pairs(PROGRAM_EXAMPLES),
    "",
    "Commands",
    pairs(COMMANDS.map(({ name, args, does }) => [`${name} ${args}`.trimEnd(), does] as const)),
    "",
    "Flags",
    pairs(GENERAL),
    "",
    "claims COMMAND -h shows the flags of a command.",
    "",
  ].join("\n");
