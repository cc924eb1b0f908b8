import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { check } from "./commands/check.ts";
import { compute } from "./commands/compute.ts";
import { COMMANDS, type CommandText, flagOf, type Given } from "./flags.ts";
import { helpText } from "./help.ts";
import { EXIT, type ExitCode } from "./running/exit.ts";
import { toStdout } from "./running/output.ts";

/** @param paths the arguments in order, rosters or claims */
type Action = (paths: string[], given: Given) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, Action>> = {
  compute,
  explain: async (rosters, given) => (await import("./commands/explain.ts")).explain(rosters, given),
  readings: async (rosters, given) => (await import("./commands/readings.ts")).readings(rosters, given),
  check,
  verify: async (claims, given) => (await import("./commands/verify.ts")).verify(claims, given),
  amend: async (paths, given) => (await import("./commands/amend.ts")).amend(paths, given),
  forecast: async (rosters, given) => (await import("./commands/forecast.ts")).forecast(rosters, given),
  wizard: async (_paths, given) => (await import("./commands/wizard.ts")).wizard(given),
  policy: async ([what, file], given) => (await import("./commands/policy.ts")).policy(what ?? "", file, given),
  init: async ([folder = "."], given) => (await import("./commands/init.ts")).init(folder, given),
  completion: async ([shell = ""]) => (await import("./commands/completion.ts")).completion(shell),
  schema: async ([what]) => (await import("./commands/schema.ts")).schema(what ?? ""),
};

/** Runs a command line, without the program's name. @returns the exit code; everything has been written by then */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = configured(new Command("claims")).version(version, "--version");
  const called = COMMANDS.filter(({ name }) => name === args[0]);
  for (const text of called.length > 0 ? called : COMMANDS)
    program.addCommand(
      declared(text, args.includes(text.name)).action(async (...passed: unknown[]) => {
        const paths = passed.slice(0, -2).flat() as string[];
        code = (await ACTIONS[text.name]?.(paths, passed.at(-2) as Given)) ?? EXIT.bug;
      }),
    );
  if (args.length === 0) {
    toStdout(helpText(program));
    return EXIT.done;
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : (await import("./running/misuse.ts")).sayMisuse(error, args);
  }
  return code;
}

function configured(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: toStdout, outputError: () => {} })
    .showSuggestionAfterError(false)
    .configureHelp({ formatHelp: helpText })
    .helpOption("-h, --help");
}

/** @param called whether the command is on the command line, so that its flags are needed */
function declared({ name, args, does, flags }: CommandText, called: boolean): Command {
  const command = configured(new Command(name)).description(does);
  if (args !== "") command.arguments(args);
  for (const flag of called ? flags : []) {
    const { short, value, repeatable } = flagOf(flag);
    const term = `${short ? `-${short}, ` : ""}--${flag}${value ? ` <${value}>` : ""}`;
    if (repeatable) command.option(term, "", (next: string, all: string[] = []) => [...all, next]);
    else command.option(term);
  }
  return command;
}
