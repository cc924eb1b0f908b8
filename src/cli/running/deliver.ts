import type { Problems } from "../../problems/problems.ts";
import { type Format, IN_A_FILE, type View } from "../../report/format.ts";
import type { Given } from "../flags.ts";
import type { ExitCode } from "./exit.ts";
import { stopped } from "./messages.ts";
import { toStdout, writeWhole } from "./output.ts";
import type { Screen } from "./screen.ts";
import type { Target } from "./targets.ts";

/** Writes what goes to files, and says so. @returns the codes of those that could not be written */
export async function deliverFiles<F extends Format<never>>(
  targets: readonly Target<F>[],
  render: (format: F, view: View) => string,
  { force = false }: Given,
  problems: Problems,
): Promise<ExitCode[]> {
  const codes: ExitCode[] = [];
  for (const { path, format } of targets) {
    if (path === null) continue;
    try {
      const written = await writeWhole(path, render(format, IN_A_FILE), force);
      problems.notice({
        code: written ? "written" : "unchanged",
        message: `${written ? "wrote" : "unchanged:"} ${path}`,
      });
    } catch (error) {
      codes.push(stopped(error, problems));
    }
  }
  return codes;
}

/** Prints what goes to standard output. */
export function deliverScreen<F extends Format<never>>(
  targets: readonly Target<F>[],
  render: (format: F, view: View) => string,
  { columns, out }: Screen,
): void {
  const target = targets.find(({ path }) => path === null);
  if (target) toStdout(render(target.format, { columns, style: out }));
}
