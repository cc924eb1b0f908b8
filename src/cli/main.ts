import { dayOf } from "../engine/values/calendar.ts";
import { version } from "../version.ts";
import { type Outside, run } from "./program.ts";
import { EXIT } from "./running/exit.ts";
import { toStderr } from "./running/output.ts";

/** Runs the program and sets its exit code. @param outside what a test puts in place of this computer's own */
export async function main(args: readonly string[], outside: Outside = { today: localDay }): Promise<void> {
  try {
    process.exitCode = await run(args, outside);
  } catch (error) {
    toStderr(
      `claims ${version}: this is a bug. Please report it with the command and what follows; take names out first.\n` +
        `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = EXIT.bug;
  }
}

/** Today on this computer's calendar: the one place that reads the clock. */
function localDay() {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
