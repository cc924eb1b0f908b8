import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { bashScript, fishScript, powershellScript, zshScript } from "../completion-scripts.ts";
import { type CommandWords, completionWords, SHELLS } from "../completion-words.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { sayAlone } from "../running/messages.ts";
import { toStdout } from "../running/output.ts";

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `claims completion`: prints the completion script of a shell. */
export async function completion(name: string): Promise<ExitCode> {
  const shell = SHELLS.find((one) => one === name);
  if (shell) {
    toStdout(SCRIPTS[shell](completionWords()));
    return EXIT.done;
  }
  const near = didYouMean(name, SHELLS);
  const remedy = `claims completion ${SHELLS.join("|")}`;
  return sayAlone(new UsageError("unknown-shell", `no completion for the shell ${quoted(name)}${near}`, remedy), {});
}
