import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readFile, statOf, UnreadableFile } from "../../files/read.ts";
import { UnwritableFile } from "../../files/write.ts";
import { STARTER_FILES } from "../../ingest/starter.ts";
import { bashWord } from "../../problems/words.ts";
import type { Action } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";

/** `claims init`: writes starter files with every column into a folder, and says what to do next. Never overwrites. */
export const init: Action = async (command) => {
  const [folder = "."] = command.paths;
  const files = STARTER_FILES.map(([name, text]) => ({ path: join(folder, name), text }));
  makeFolder(folder);
  refuseOthers(files);
  for (const { path, text } of files) await command.write(path, text);
  command.print(() => whatNext(bashWord(join(folder, "roster.csv"))));
  return EXIT.done;
};

/** Nothing is written where one of the files is there with another content. @throws UsageError */
function refuseOthers(files: readonly { readonly path: string; readonly text: string }[]): void {
  const others = files.filter(({ path, text }) => isThere(path) && !readFile(path)?.equals(Buffer.from(text)));
  if (others.length === 0) return;
  const names = others.map(({ path }) => path).join(" and ");
  throw new UsageError(
    "starter-exists",
    `${names} ${others.length === 1 ? "is" : "are"} there already; nothing was written`,
    "name another folder: claims init DIR",
  );
}

/** @throws UnreadableFile where it cannot be looked up */
function isThere(path: string): boolean {
  try {
    return statOf(path) !== undefined;
  } catch (error) {
    throw new UnreadableFile(path, error);
  }
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
