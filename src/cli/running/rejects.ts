import { rejectsText } from "../../report/rejects.ts";
import type { Run } from "../../run/run.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { stopped } from "./messages.ts";
import { writeWhole } from "./output.ts";

/** Writes the rows that a run left out, where it left out any. */
export async function writeRejects(run: Run, path: string, force: boolean): Promise<ExitCode> {
  const { problems } = run;
  const text = rejectsText(run);
  if (text.length === 0) {
    problems.notice({ code: "no-rejects", message: `no officer was left out, so ${path} was not written` });
    return EXIT.done;
  }
  try {
    const written = await writeWhole(path, text, force);
    problems.notice({
      code: written ? "written" : "unchanged",
      message: `${written ? "wrote the rows left out to" : "unchanged:"} ${path}; mend them and run again`,
    });
    return EXIT.done;
  } catch (error) {
    return stopped(error, problems);
  }
}
