import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { SHELLS } from "../completion.ts";
import type { Action } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";

/** `claims completion`: prints the completion script of a shell. */
export const completion: Action = async (command) => {
  const [name = ""] = command.paths;
  const shell = SHELLS.get(name);
  const names = [...SHELLS.keys()];
  if (!shell)
    throw new UsageError(
      "unknown-shell",
      `no completion for the shell ${quoted(name)}${didYouMean(name, names)}`,
      `claims completion ${names.join("|")}`,
    );
  command.print(() => shell.script);
  return EXIT.done;
};
