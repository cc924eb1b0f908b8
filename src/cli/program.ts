import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { check } from "./commands/check.ts";
import { compute } from "./commands/compute.ts";
import { COMMANDS, type CommandText, flagsOf } from "./commands.ts";
import type { Typed } from "./flags.ts";
import { helpText, wholeHelp } from "./help.ts";
import { type Action, type Outside, runCommand } from "./running/command.ts";
import { EXIT, type ExitCode, FLAG_TWICE } from "./running/exit.ts";
import { printAtOnce } from "./running/output.ts";

/** What each command does; all but the usual ones load when they are called. */
const ACTIONS: Readonly<Record<string, () => Promise<Action>>> = {
  compute: async () => compute,
  explain: async () => (await import("./commands/explain.ts")).explain,
  readings: async () => (await import("./commands/readings.ts")).readings,
  check: async () => check,
  verify: async () => (await import("./commands/verify.ts")).verify,
  report: async () => (await import("./commands/report.ts")).report,
  amend: async () => (await import("./commands/amend.ts")).amend,
  forecast: async () => (await import("./commands/forecast.ts")).forecast,
  status: async () => (await import("./commands/status.ts")).status,
  wizard: async () => (await import("./commands/wizard.ts")).wizard,
  policy: async () => (await import("./commands/policy.ts")).policy,
  init: async () => (await import("./commands/init.ts")).init,
  completion: async () => (await import("./commands/completion.ts")).completion,
  schema: async () => (await import("./commands/schema.ts")).schema,
};

/** Runs a command line, without the program's name. @returns the exit code; everything has been written by then */
export async function run(typed: readonly string[], outside: Outside): Promise<ExitCode> {
  const args = helpLast(typed);
  const [first, shell = "", ...words] = args;
  // What the scripts of claims completion ask; no command for people.
  if (first === "complete") {
    printAtOnce((await import("./completion.ts")).complete(shell, words));
    return EXIT.done;
  }
  const whole = args.includes("--help=all") && COMMANDS.find(({ name }) => name === first);
  if (whole) {
    printAtOnce(wholeHelp(whole));
    return EXIT.done;
  }
  let code: ExitCode = EXIT.done;
  const program = configured(new Command("claims")).version(version, "-V, --version");
  const called = COMMANDS.filter(({ name }) => name === first);
  for (const text of called.length > 0 ? called : COMMANDS)
    program.addCommand(
      declared(text, args.includes(text.name)).action(async (...passed: unknown[]) => {
        const paths = passed
          .slice(0, -2)
          .flat()
          .filter((path) => path !== undefined) as string[];
        const action = await ACTIONS[text.name]?.();
        code = action ? await runCommand(action, text, paths, passed.at(-2) as Typed, outside) : EXIT.bug;
      }),
    );
  if (args.length === 0) {
    printAtOnce(helpText(program));
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

/** `claims --help compute` is `claims compute --help`. */
const helpLast = ([first, second, ...others]: readonly string[]): string[] =>
  (first === "--help" || first === "-h") && COMMANDS.some(({ name }) => name === second)
    ? [second as string, first, ...others]
    : [first, second, ...others].filter((word) => word !== undefined);

function configured(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: printAtOnce, outputError: () => {} })
    .showSuggestionAfterError(false)
    .configureHelp({ formatHelp: helpText })
    .helpOption("-h, --help");
}

/** @param called whether the command is on the command line, so that its flags are needed */
function declared(text: CommandText, called: boolean): Command {
  const command = configured(new Command(text.name)).description(text.does);
  if (text.args !== "") command.arguments(text.args);
  for (const { name, short, value, repeatable } of called ? flagsOf(text) : []) {
    const term = `${short ? `-${short}, ` : ""}--${name}${value ? ` <${value}>` : ""}`;
    if (repeatable) command.option(term, "", (next: string, all: string[] = []) => [...all, next]);
    else if (value === "FILE") command.option(term, "", once(name));
    else command.option(term);
  }
  return command;
}

/** Of two files for one flag only one would be read, and the rows of the other lost. @throws CommanderError */
const once =
  (name: string) =>
  (next: string, before: unknown): string => {
    if (typeof before === "string" && before !== next)
      throw new CommanderError(EXIT.usage, FLAG_TWICE, `'--${name}' twice`);
    return next;
  };
