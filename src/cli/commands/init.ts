import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { STARTER_FILES } from "../../ingest/starter.ts";
import { Problems } from "../../problems/problems.ts";
import { bashWord } from "../../problems/words.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { sayOnStderr, stopped } from "../running/messages.ts";
import { toStdout, UnwritableFile, writeWhole } from "../running/output.ts";
import { lookAtScreen } from "../running/screen.ts";

/** `claims init`: writes starter files with every column into a folder, and says what to do next. Never overwrites. */
export async function init(folder: string, given: Given): Promise<ExitCode> {
  const problems = new Problems();
  const screen = await lookAtScreen(given);
  const files = STARTER_FILES.map(([name, text]) => ({ path: join(folder, name), text }));
  try {
    makeFolder(folder);
    refuseOthers(files);
    for (const { path, text } of files) {
      const written = await writeWhole(path, text, false);
      const code = written ? "written" : "unchanged";
      problems.notice({ code, message: `${written ? "wrote" : "unchanged:"} ${path}` });
    }
    sayOnStderr(problems, [], given, screen);
    toStdout(whatNext(bashWord(join(folder, "roster.csv"))));
    return EXIT.done;
  } catch (error) {
    const code = stopped(error, problems);
    sayOnStderr(problems, [], given, screen);
    return code;
  }
}

/** Nothing is written where one of the files is there with another content. @throws UsageError */
function refuseOthers(files: readonly { readonly path: string; readonly text: string }[]): void {
  const others = files.filter(({ path, text }) => {
    const there = statSync(path, { throwIfNoEntry: false });
    return there !== undefined && !(there.isFile() && readFileSync(path).equals(Buffer.from(text)));
  });
  if (others.length === 0) return;
  const names = others.map(({ path }) => path).join(" and ");
  throw new UsageError(
    "starter-exists",
    `${names} ${others.length === 1 ? "is" : "are"} there already; nothing was written`,
    "name another folder: claims init DIR",
  );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnwritableFile(folder, error);
  }
}

const whatNext = (roster: string): string => `Next
  1  claims compute ${roster}   to see the claim of the two example officers
  2  Put your officers into roster.csv in place of the examples; README.txt tells the columns.
  3  claims check ${roster}     for every problem, with its remedy
  4  claims compute ${roster}   and your claim is there; -o q1.json keeps it
`;
