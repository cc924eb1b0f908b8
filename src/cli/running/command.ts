import type { Day } from "../../engine/values/calendar.ts";
import type { Content } from "../../files/write.ts";
import { Problems } from "../../problems/problems.ts";
import { type Format, IN_A_FILE, type Rendered, type View } from "../../report/format.ts";
import type { CommandText } from "../commands.ts";
import { type FlagName, type Given, readFlags, type Typed } from "../flags.ts";
import { isHeavy } from "./apart.ts";
import { EXIT, type ExitCode, gravest, OutputTooLarge, UsageError } from "./exit.ts";
import type { Interruption } from "./interruption.ts";
import { messagesText, sayAlone, sayOnStderr, stopped, type Voice } from "./messages.ts";
import { toStdout, writeWhole } from "./output.ts";
import { refuseOverwriting } from "./overwriting.ts";
import { lookAtScreen, type Screen } from "./screen.ts";
import type { Target } from "./targets.ts";

/** What a command does. @returns its exit code; that of files which cannot be written comes on top @throws what stops it */
export type Action = (command: CommandRun) => Promise<ExitCode>;

/** What a run takes from outside besides its arguments. */
export interface Outside {
  /** The current day on this computer's calendar. */
  readonly today: () => Day;
  /** Hears signals. */
  readonly interruption?: Interruption;
  /** Runs the same command line in a thread of its own. @returns its exit code; undefined in such a thread */
  readonly apart?: () => Promise<ExitCode | undefined>;
}

/** Runs a command from its flags as they were typed. */
export async function runCommand(
  action: Action,
  { name, formats = [], flags }: CommandText,
  paths: readonly string[],
  typed: Typed,
  { today, interruption, apart }: Outside,
): Promise<ExitCode> {
  let given: Given;
  try {
    given = readFlags(typed, formats, today);
  } catch (error) {
    return sayAlone(error, typed as Voice);
  }
  // The wizard's questions wait for a person, and it hears signals itself.
  if (name === "wizard") interruption?.end();
  else interruption?.of(given);
  const code = apart && isHeavy(paths, given) ? await apart() : undefined;
  return (
    code ?? new CommandRun(paths, given, await lookAtScreen(given), interruption).run(profiled(action, flags, name))
  );
}

/** The action with what the profile says; an amendment takes all else from the filed claim. */
const profiled = (action: Action, flags: readonly FlagName[], name: string): Action =>
  !flags.includes("profile") || name === "amend"
    ? action
    : async (command) => {
        const { withProfile } = await import("./profile.ts");
        command.given = await withProfile(command, command.paths);
        return action(command);
      };

/** A command at work, the same way for all: it does its own, writes files, says what there is to say, and prints. */
export class CommandRun {
  /** The arguments in order: rosters, claims, or what the command takes. */
  readonly paths: readonly string[];
  given: Given;
  readonly screen: Screen;
  readonly interruption: Interruption | undefined;
  problems: Problems;
  /** The names of the files read, in the order in which their problems are said. */
  files: readonly string[] = [];
  /** The codes of what the output says too, on the same screen. */
  saidBelow: ReadonlySet<string> = new Set();
  /** Whether problems are what was asked for: then they go to standard output. */
  problemsAsked = false;
  private readonly codes: ExitCode[] = [];
  private readonly prints: (() => Content | Promise<Content>)[] = [];
  /** The paths of files that the run reads, which no output may replace. */
  readonly read: string[] = [];

  constructor(paths: readonly string[], given: Given, screen: Screen, interruption?: Interruption) {
    this.interruption = interruption;
    this.paths = paths;
    this.given = given;
    this.screen = screen;
    this.problems = new Problems(given.redact, given.rejects !== undefined);
  }

  /** @param say says what was found, before anything is printed */
  async run(
    action: Action,
    say: (command: CommandRun, code: ExitCode) => Promise<void> | void = sayProblems,
  ): Promise<ExitCode> {
    try {
      this.codes.push(await action(this));
    } catch (error) {
      this.codes.push(stopped(error, this.problems));
      this.prints.length = 0;
    }
    const code = gravest(this.codes);
    try {
      await say(this, code);
      for (const text of this.prints) await toStdout(await text());
      return code;
    } catch (error) {
      return gravest([code, await sayAlone(error, this.given)]);
    }
  }

  /** Prints a text once all messages have been said. */
  print(text: () => Content | Promise<Content>): void {
    this.prints.push(text);
  }

  /** Notes files that the run reads, and refuses to replace one of them by its outputs. @throws UsageError */
  reads(paths: readonly string[]): void {
    this.read.push(...paths);
    const { output = [], rejects } = this.given;
    const printed = output.length === 0 ? [null] : [];
    refuseOverwriting([...output, ...printed, ...(rejects === undefined ? [] : [rejects])], () => this.read);
  }

  /** Writes what goes to files, and prints what goes to standard output. */
  async show<F extends Format<never>>(
    targets: readonly Target<F>[],
    render: (format: F, view: View) => Made | Promise<Made>,
  ): Promise<void> {
    const { columns, out: style, outTerminal } = this.screen;
    const inAFile = { ...IN_A_FILE, columns: this.given.width ?? IN_A_FILE.columns };
    await this.interruption?.pause();
    for (const { path, format } of targets)
      if (path === null) {
        if (format.isBytes && outTerminal) throw noText(format.name);
        this.print(() => rendered(format.name, () => render(format, { columns, style })));
      } else
        try {
          await this.write(path, await rendered(format.name, () => render(format, inAFile)));
        } catch (error) {
          this.codes.push(stopped(error, this.problems));
        }
  }

  /** Writes a file, and says so. @throws UnwritableFile, UsageError where another file is there */
  async write(path: string, content: Content): Promise<void> {
    const written = await writeWhole(path, content, this.given.force ?? false);
    const code = written ? "written" : "unchanged";
    this.problems.notice({ code, message: `${written ? "wrote" : "unchanged:"} ${path}` });
  }
}

/** What a format makes: all at once, or in pieces. */
type Made = Rendered | Iterable<Rendered>;

const noText = (name: string): UsageError =>
  new UsageError("unknown-format", `${name} is no text that a terminal shows`, `give -o claim.${name}`);

/** What a format makes. @throws OutputTooLarge */
async function rendered(name: string, render: () => Made | Promise<Made>): Promise<Iterable<Rendered>> {
  try {
    return guarded(name, await render());
  } catch (error) {
    throw asTooLarge(name, error);
  }
}

function* guarded(name: string, made: Made): Generator<Rendered> {
  try {
    if (typeof made === "string" || made instanceof Uint8Array) yield made;
    else yield* made;
  } catch (error) {
    throw asTooLarge(name, error);
  }
}

const asTooLarge = (name: string, error: unknown): unknown =>
  error instanceof RangeError && error.message === "Invalid string length" ? new OutputTooLarge(name) : error;

async function sayProblems(
  { problems, files, given, screen, problemsAsked, saidBelow }: CommandRun,
  code: ExitCode,
): Promise<void> {
  const { out: style, columns, errColumns } = screen;
  const onStdout = { style, columns: Math.min(columns, errColumns) };
  if (problemsAsked && (code === EXIT.done || code === EXIT.input))
    await toStdout(messagesText(problems, files, given, onStdout, true));
  else await sayOnStderr(saidBelow.size > 0 ? problems.without(saidBelow) : problems, files, given, screen);
}
