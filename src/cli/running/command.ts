import type { Day } from "../../engine/values/calendar.ts";
import { Problems } from "../../problems/problems.ts";
import { type Format, IN_A_FILE, type View } from "../../report/format.ts";
import type { CommandText } from "../commands.ts";
import { type Given, readFlags, type Typed } from "../flags.ts";
import { EXIT, type ExitCode, gravest } from "./exit.ts";
import { messagesText, sayAlone, sayOnStderr, stopped, type Voice } from "./messages.ts";
import { toStdout, writeWhole } from "./output.ts";
import { lookAtScreen, type Screen } from "./screen.ts";
import type { Target } from "./targets.ts";

/** What a command does. @returns its exit code; that of files which cannot be written comes on top @throws what stops it */
export type Action = (command: CommandRun) => Promise<ExitCode>;

/** Runs a command from its flags as they were typed. @param today the current day, for the quarter that ended last */
export async function runCommand(
  action: Action,
  { formats = [] }: CommandText,
  paths: readonly string[],
  typed: Typed,
  today: () => Day,
): Promise<ExitCode> {
  let given: Given;
  try {
    given = readFlags(typed, formats, today);
  } catch (error) {
    return sayAlone(error, typed as Voice);
  }
  return new CommandRun(paths, given, await lookAtScreen(given)).run(action);
}

/** A command at work, the same way for all: it does its own, writes files, says what there is to say, and prints. */
export class CommandRun {
  /** The arguments in order: rosters, claims, or what the command takes. */
  readonly paths: readonly string[];
  readonly given: Given;
  readonly screen: Screen;
  problems: Problems;
  /** The names of the files read, in the order in which their problems are said. */
  files: readonly string[] = [];
  /** Whether problems are what was asked for: then they go to standard output. */
  problemsAsked = false;
  private readonly codes: ExitCode[] = [];
  private readonly prints: (() => string)[] = [];

  constructor(paths: readonly string[], given: Given, screen: Screen) {
    this.paths = paths;
    this.given = given;
    this.screen = screen;
    this.problems = new Problems(given.redact, given.rejects !== undefined);
  }

  /** @param say says what was found, before anything is printed */
  async run(action: Action, say: (command: CommandRun, code: ExitCode) => void = sayProblems): Promise<ExitCode> {
    try {
      this.codes.push(await action(this));
    } catch (error) {
      this.codes.push(stopped(error, this.problems));
      this.prints.length = 0;
    }
    const code = gravest(this.codes);
    try {
      say(this, code);
      for (const text of this.prints) toStdout(text());
      return code;
    } catch (error) {
      return gravest([code, await sayAlone(error, this.given)]);
    }
  }

  /** Prints a text once all messages have been said. */
  print(text: () => string): void {
    this.prints.push(text);
  }

  /** Writes what goes to files, and prints what goes to standard output. */
  async show<F extends Format<never>>(
    targets: readonly Target<F>[],
    render: (format: F, view: View) => string,
  ): Promise<void> {
    const { columns, out: style } = this.screen;
    for (const { path, format } of targets)
      if (path === null) this.print(() => render(format, { columns, style }));
      else
        try {
          await this.write(path, render(format, IN_A_FILE));
        } catch (error) {
          this.codes.push(stopped(error, this.problems));
        }
  }

  /** Writes a file, and says so. @throws UnwritableFile, UsageError where another file is there */
  async write(path: string, text: string): Promise<void> {
    const written = await writeWhole(path, text, this.given.force ?? false);
    const code = written ? "written" : "unchanged";
    this.problems.notice({ code, message: `${written ? "wrote" : "unchanged:"} ${path}` });
  }
}

function sayProblems({ problems, files, given, screen, problemsAsked }: CommandRun, code: ExitCode): void {
  const { out: style, columns, errColumns } = screen;
  const onStdout = { style, columns: Math.min(columns, errColumns) };
  if (problemsAsked && (code === EXIT.done || code === EXIT.input))
    toStdout(messagesText(problems, files, given, onStdout, true));
  else sayOnStderr(problems, files, given, screen);
}
