import { dayOf } from "../engine/values/calendar.ts";
import { UnwritableFile } from "../files/write.ts";
import { version } from "../version.ts";
import { run } from "./program.ts";
import type { Outside } from "./running/command.ts";
import { EXIT, type ExitCode } from "./running/exit.ts";
import { Interruption } from "./running/interruption.ts";
import { sayAlone } from "./running/messages.ts";
import { toStderr } from "./running/output.ts";

/**
 * Runs the program and sets its exit code.
 * @param program the file that calls this, to be run in a thread too @param today what a test puts in place of this computer's own
 */
export async function main(
  args: readonly string[],
  program?: string,
  today: Outside["today"] = localDay,
): Promise<void> {
  const interruption = new Interruption();
  const apart = program === undefined ? undefined : () => inThread(program, args, interruption);
  try {
    process.exitCode = await run(args, { today, interruption, ...(apart ? { apart } : {}) });
  } catch (error) {
    process.exitCode = error instanceof UnwritableFile ? await sayAlone(error, {}) : await sayBug(error);
  }
}

const inThread = async (
  program: string,
  args: readonly string[],
  interruption: Interruption,
): Promise<ExitCode | undefined> =>
  (await (await import("./thread.ts")).inThread(program, args, interruption)) as ExitCode | undefined;

async function sayBug(error: unknown): Promise<ExitCode> {
  await toStderr(
    `claims ${version}: this is a bug. Please report it with the command and what follows; take names out first.\n` +
      `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}

/** Today on this computer's calendar: the one place that reads the clock. */
function localDay() {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
