import { version } from "../version.ts";
import { run } from "./program.ts";
import { EXIT } from "./running/exit.ts";
import { toStderr } from "./running/output.ts";

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    toStderr(
      `claims ${version}: this is a bug. Please report it with the command and what follows; take names out first.\n` +
        `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = EXIT.bug;
  },
);
