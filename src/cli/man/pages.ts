import {
  besidesFlags,
  COMMANDS,
  type CommandFlag,
  type CommandText,
  flagsOf,
  flagTerm,
  type Pair,
  PROGRAM,
} from "../commands.ts";
import { heading, literal, paragraph, prose, tagged, term, verbatim } from "./roff.ts";

const FILES: readonly Pair[] = [
  ["roster.csv", "The officers: id, program model, training date, annual salary and benefits."],
  ["rates.csv", "The agency's placement rate in a quarter, as a percentage or as counts."],
  ["payroll.csv", "What payroll paid each officer in a quarter for 287(g) time."],
];

const EXIT_STATUS: readonly Pair[] = [
  ["0", "Done."],
  ["1", "A file could not be read or written."],
  ["2", "Wrong usage: an unknown flag, quarter, reading or format, or a quarter before the programme."],
  ["3", "An input has errors, or something was left out."],
  ["4", "Of `claims verify`: not verified."],
  ["70", "A bug; the message says how to report it."],
  ["130", "Interrupted; nothing half-written is left."],
];

/** Every man page by its file name, from the tables of commands and flags. They bear no date: the same version, the same bytes. */
export const manPages = (version: string): ReadonlyMap<string, string> =>
  new Map([
    ["claims.1", programPage(version)],
    ...COMMANDS.map((command) => [`claims-${command.name}.1`, commandPage(command, version)] as const),
  ]);

const page = (title: string, version: string, parts: readonly string[]): string =>
  `${[`.TH ${literal(title.toUpperCase())} 1 "" "claims ${version}" "claims"`, ".nh", ".ad l", ...parts].join("\n")}\n`;

const examples = (rows: readonly Pair[]): string[] =>
  rows.flatMap(([command, does]) => [paragraph(`${prose(capital(does))}:`), verbatim([literal(command)])]);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = (text: string): string => `${capital(text)}.`;
const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, "");

function programPage(version: string): string {
  return page("claims", version, [
    heading("NAME"),
    `claims \\- ${prose(PROGRAM.does)}`,
    heading("SYNOPSIS"),
    paragraph(`${term("claims")} \\fIcommand\\fR [\\fIflags\\fR]`),
    heading("EXAMPLES"),
    ...examples(PROGRAM.examples),
    heading("DESCRIPTION"),
    paragraph(
      prose(
        "Turns a roster of officers and a quarter's placement rate into the reimbursement claim of a state or local agency with a 287(g) agreement. Results go to standard output, messages to standard error. Nothing is sent anywhere.",
      ),
    ),
    ...COMMANDS.map(({ name, args, does }) => tagged(term(`claims ${name} ${args}`.trimEnd()), prose(does))),
    heading("OPTIONS"),
    ...PROGRAM.flags.map(option),
    ...closing(FILES, "claims"),
  ]);
}

function commandPage(command: CommandText, version: string): string {
  const { name, args, does, description = [], note, flags } = command;
  return page(`claims-${name}`, version, [
    heading("NAME"),
    `${literal(`claims-${name}`)} \\- ${prose(lowered(does))}`,
    heading("SYNOPSIS"),
    paragraph(`${term(`claims ${name} ${args}`.trimEnd())}${flags.length > 0 ? " [\\fIflags\\fR]" : ""}`),
    heading("EXAMPLES"),
    ...examples(command.examples),
    heading("DESCRIPTION"),
    ...[does, ...description, ...(note ? [note] : [])].map((text) => paragraph(prose(text))),
    heading("OPTIONS"),
    ...flagsOf(command).map((flag) => tagged(term(flagTerm(flag)), prose(flagSays(flag)))),
    ...besidesFlags(command).map(option),
    ...closing(args.includes("roster") ? FILES : [], `claims-${name}`),
  ]);
}

const option = ([typed, does]: Pair): string => tagged(term(typed), prose(sentence(does)));

function flagSays({ name, does, detail, repeatable }: CommandFlag): string {
  const says = sentence(name === "format" ? `one of ${does}` : does);
  return [says, detail, repeatable && "May be given several times."].filter((part) => part).join(" ");
}

function closing(files: readonly Pair[], own: string): string[] {
  const others = ["claims", ...COMMANDS.map(({ name }) => `claims-${name}`)].filter((name) => name !== own);
  const rows = (pairs: readonly Pair[]): string[] => pairs.map(([name, does]) => tagged(term(name), prose(does)));
  return [
    ...(files.length > 0 ? [heading("FILES"), ...rows(files)] : []),
    heading("EXIT STATUS"),
    ...rows(EXIT_STATUS),
    heading("SEE ALSO"),
    paragraph(others.map((name) => `\\fB${literal(name)}\\fR(1)`).join(", ")),
  ];
}
