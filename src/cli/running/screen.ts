import { fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { statOf } from "../../files/read.ts";
import { PLAIN, type Style } from "../../report/text/style.ts";
import type { Given } from "../flags.ts";

/** What the two output streams are: how text is set off on each, and how wide it may be. */
export interface Screen {
  readonly out: Style;
  readonly err: Style;
  readonly errTerminal: boolean;
  /** No line of a table is wider. */
  readonly columns: number;
  /** No line of a message is wider. */
  readonly errColumns: number;
  readonly outTerminal: boolean;
}

/** Of what is no terminal, where neither --width nor COLUMNS says otherwise. */
const PAGE_COLUMNS = 100;
/** Of a terminal that does not know its own width. */
const USUAL_COLUMNS = 80;

/** Looks at the streams: no colours with --no-color or --plain, NO_COLOR or TERM=dumb, or where a stream is no terminal; FORCE_COLOR asks for them. */
export async function lookAtScreen({ color, plain, width }: Pick<Given, "color" | "plain" | "width">): Promise<Screen> {
  const [outTerminal, errTerminal] = [isTerminal(1), isTerminal(2)];
  const without = color === false || plain === true;
  return {
    out: await styleOf("supportsColor", outTerminal, without),
    err: await styleOf("supportsColorStderr", errTerminal, without),
    errTerminal,
    outTerminal,
    columns: width ?? (outTerminal ? await widthOf("stdout") : pageColumns()),
    errColumns: width ?? (errTerminal ? await widthOf("stderr") : pageColumns()),
  };
}

function pageColumns(): number {
  const { COLUMNS = "" } = process.env;
  return /^[1-9]\d{1,3}$/.test(COLUMNS) ? Number(COLUMNS) : PAGE_COLUMNS;
}

/** The widths of the terminals, for a thread that cannot ask them. */
export type Widths = Readonly<Record<"stdout" | "stderr", number | undefined>>;

async function widthOf(stream: keyof Widths): Promise<number> {
  const { isMainThread, workerData } = await import("node:worker_threads");
  const width = isMainThread ? process[stream].columns : (workerData as Widths)[stream];
  return width || USUAL_COLUMNS;
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
    if (!stream.isCharacterDevice() || stream.rdev === statOf("/dev/null")?.rdev) return false;
  } catch {
    return false;
  }
  return isatty(descriptor);
}
