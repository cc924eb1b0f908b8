import { COMMANDS, type CommandText, type FlagName, flagDoes, flagOf, flagTerm, PROGRAM_EXAMPLES } from "../flags.ts";
import { heading, literal, paragraph, prose, tagged, term, verbatim } from "./roff.ts";
import { DESCRIPTIONS, EXIT_STATUS, FILES, FLAG_DETAILS } from "./texts.ts";

/** Every man page by its file name, from the one table of commands. They bear no date: the same version, the same bytes. */
export const manPages = (version: string): ReadonlyMap<string, string> =>
  new Map([
    ["claims.1", programPage(version)],
    ...COMMANDS.map((command) => [`claims-${command.name}.1`, commandPage(command, version)] as const),
  ]);

const page = (title: string, version: string, parts: readonly string[]): string =>
  `${[`.TH ${literal(title.toUpperCase())} 1 "" "claims ${version}" "claims"`, ".nh", ".ad l", ...parts].join("\n")}\n`;

const examples = (rows: readonly (readonly [string, string])[]): string[] =>
  rows.flatMap(([command, does]) => [paragraph(`${prose(capital(does))}:`), verbatim([literal(command)])]);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = (text: string): string => `${capital(text)}.`;
const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, "");

function programPage(version: string): string {
  return page("claims", version, [
    heading("NAME"),
    `claims \\- ${prose("reimbursement claims an auditor can trust")}`,
    heading("SYNOPSIS"),
    paragraph(`${term("claims")} \\fIcommand\\fR [\\fIflags\\fR]`),
    heading("EXAMPLES"),
    ...examples(PROGRAM_EXAMPLES),
    heading("DESCRIPTION"),
    paragraph(
      prose(
        "Turns a roster of officers and a quarter's placement rate into the reimbursement claim of a state or local agency with a 287(g) agreement. Results go to standard output, messages to standard error. Nothing is sent anywhere.",
      ),
    ),
    ...COMMANDS.map(({ name, args, does }) => tagged(term(`claims ${name} ${args}`.trimEnd()), prose(does))),
    heading("OPTIONS"),
    option("-h, --help", "This help; after a command, its flags."),
    option("--version", "The version."),
    ...closing(FILES, ""),
  ]);
}

function commandPage(command: CommandText, version: string): string {
  const { name, args, does, note, flags } = command;
  const reads = args.includes("roster") ? FILES : [];
  return page(`claims-${name}`, version, [
    heading("NAME"),
    `${literal(`claims-${name}`)} \\- ${prose(lowered(does))}`,
    heading("SYNOPSIS"),
    paragraph(`${term(`claims ${name} ${args}`.trimEnd())}${flags.length > 0 ? " [\\fIflags\\fR]" : ""}`),
    heading("EXAMPLES"),
    ...examples(command.examples),
    heading("DESCRIPTION"),
    ...[does, ...(DESCRIPTIONS[name] ?? []), ...(note ? [note] : [])].map((text) => paragraph(prose(text))),
    heading("OPTIONS"),
    ...flags.map((flag) => option(flagTerm(flag), flagSays(command, flag))),
    option("-h, --help", "This help."),
    ...(reads.length > 0 ? [option("-", "As a roster: standard input.")] : []),
    ...closing(reads, name),
  ]);
}

const option = (typed: string, says: string): string => tagged(term(typed), prose(says));

function flagSays(command: CommandText, flag: FlagName): string {
  const detail = command.instead?.[flag] === undefined ? FLAG_DETAILS[flag] : undefined;
  const repeatable = flagOf(flag).repeatable ? "May be given several times." : undefined;
  const does = flag === "format" ? `One of ${flagDoes(command, flag)}.` : sentence(flagDoes(command, flag));
  return [does, detail, repeatable].filter((part) => part !== undefined).join(" ");
}

function closing(files: typeof FILES, own: string): string[] {
  const names = ["claims", ...COMMANDS.map(({ name }) => `claims-${name}`)];
  const others = names.filter((name) => name !== (own === "" ? "claims" : `claims-${own}`));
  return [
    ...(files.length > 0 ? [heading("FILES"), ...files.map(([name, does]) => tagged(term(name), prose(does)))] : []),
    heading("EXIT STATUS"),
    ...EXIT_STATUS.map(([code, means]) => tagged(term(code), prose(means))),
    heading("SEE ALSO"),
    paragraph(others.map((name) => `\\fB${literal(name)}\\fR(1)`).join(", ")),
  ];
}
