import type { Problems } from "../../problems/problems.ts";
import { PLAIN, type Style } from "../../report/text/style.ts";
import type { Given } from "../flags.ts";
import type { ExitCode } from "./exit.ts";
import { stopped } from "./messages.ts";
import { toStdout, writeWhole } from "./output.ts";
import type { Screen } from "./screen.ts";
import type { Target } from "./targets.ts";

/** On what a text is shown. */
export interface Surface {
  readonly columns: number;
  readonly style: Style;
}

const A_FILE: Surface = { columns: Number.POSITIVE_INFINITY, style: PLAIN };

/** Writes what goes to files, and says so. @returns the codes of those that could not be written */
export async function deliverFiles<F>(
  targets: readonly Target<F>[],
  render: (format: F, surface: Surface) => string,
  { force = false }: Given,
  problems: Problems,
): Promise<ExitCode[]> {
  const codes: ExitCode[] = [];
  for (const { path, format } of targets) {
    if (path === null) continue;
    try {
      const written = await writeWhole(path, render(format, A_FILE), force);
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
export function deliverScreen<F>(
  targets: readonly Target<F>[],
  render: (format: F, surface: Surface) => string,
  { columns, out }: Screen,
): void {
  const target = targets.find(({ path }) => path === null);
  if (target) toStdout(render(target.format, { columns, style: out }));
}
