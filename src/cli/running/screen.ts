import { fstatSync, statSync } from "node:fs";
import { isatty } from "node:tty";
import { PLAIN, type Style } from "../../report/text/style.ts";
import type { Given } from "../flags.ts";

/** What the two output streams are: how text is set off on each, and how wide it may be. */
export interface Screen {
  readonly out: Style;
  readonly err: Style;
  readonly errTerminal: boolean;
  /** Infinity where standard output is no terminal. */
  readonly columns: number;
  /** Columns of an excerpt in a message. */
  readonly errColumns: number;
}

const EXCERPT_COLUMNS = 200;
/** Of a terminal that does not know its own width. */
const USUAL_COLUMNS = 80;

/** Looks at the streams: no colours with --no-color or --plain, NO_COLOR or TERM=dumb, or where a stream is no terminal; FORCE_COLOR asks for them. */
export async function lookAtScreen({ color, plain }: Pick<Given, "color" | "plain">): Promise<Screen> {
  const [outTerminal, errTerminal] = [isTerminal(1), isTerminal(2)];
  const without = color === false || plain === true;
  return {
    out: await styleOf("supportsColor", outTerminal, without),
    err: await styleOf("supportsColorStderr", errTerminal, without),
    errTerminal,
    columns: outTerminal ? process.stdout.columns || USUAL_COLUMNS : Number.POSITIVE_INFINITY,
    errColumns: errTerminal ? process.stderr.columns || USUAL_COLUMNS : EXCERPT_COLUMNS,
  };
}

async function styleOf(
  stream: "supportsColor" | "supportsColorStderr",
  terminal: boolean,
  noColor: boolean,
): Promise<Style> {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (noColor || NO_COLOR || (!FORCE_COLOR && (!terminal || TERM === "dumb"))) return PLAIN;
  const chalk = await import("chalk");
  const support = chalk[stream];
  return support ? new chalk.Chalk({ level: support.level }) : PLAIN;
}

/** Asks the stream itself only where it can be a terminal: loading what knows of terminals takes longer than the rest. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const stream = fstatSync(descriptor);
    if (!stream.isCharacterDevice() || stream.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev)
      return false;
  } catch {
    return false;
  }
  return isatty(descriptor);
}
