import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Content, UnwritableFile } from "../../files/write.ts";
import type { Problem, Problems } from "../../problems/problems.ts";
import { problemsText } from "../../report/problems.ts";
import { PLAIN } from "../../report/text/style.ts";
import { FileNames } from "./file-names.ts";
import type { Folder } from "./folder.ts";
import { PROBLEMS_FOLDER } from "./places.ts";
import { SyncedFiles } from "./synced-files.ts";

const COLUMNS = 100;

/** The file of each agency's problems, by agency, within the folder. */
export function problemFiles(agencies: readonly string[]): Map<string, string> {
  const names = new FileNames(agencies, ".txt");
  const files = new Map<string, string>();
  for (const id of agencies) {
    const name = names.of(id);
    if (typeof name === "string") files.set(id, `${PROBLEMS_FOLDER}/${name}`);
  }
  return files;
}

/**
 * Writes for each agency what is wrong or unusual in its inputs, to be sent back to it; what an earlier run wrote for one that now
 * has nothing is taken away. A link in the folder's place is not followed. @param files @param texts by agency @throws UnwritableFile
 */
export async function writeAgencyProblems(
  folder: Folder,
  files: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, Content>,
): Promise<void> {
  let fault: UnwritableFile | undefined;
  const written = new SyncedFiles<string>(folder, (_, end) => {
    if (end instanceof UnwritableFile) fault ??= end;
  });
  const place = join(folder.path, PROBLEMS_FOLDER);
  try {
    const there = lstatSync(place, { throwIfNoEntry: false });
    const some = [...files.keys()].some((id) => texts.has(id));
    if (there?.isSymbolicLink()) {
      if (some) throw new UnwritableFile(place, new Error("it is a link, and what it leads to is left alone"));
      return;
    }
    if (some) mkdirSync(place, { recursive: true });
    for (const [id, path] of files) {
      const text = texts.get(id);
      if (text !== undefined) await written.put(path, text, id, true);
      else if (there && folder.has(path)) rmSync(join(folder.path, path));
    }
    await written.end();
  } catch (error) {
    await written.end();
    throw error instanceof UnwritableFile ? error : new UnwritableFile(place, error);
  }
  if (fault) throw fault;
}

/** What is wrong or unusual in the inputs of each agency, by its id. */
export const agencyTexts = (problems: Problems): Map<string, string> =>
  new Map([...byAgency(problems)].map(([id, own]) => [id, textOf(own, problems)]));

function byAgency({ all }: Problems): Map<string, Problem[]> {
  const own = new Map<string, Problem[]>();
  for (const problem of all) {
    if (problem.agency === null || problem.severity === "notice") continue;
    const known = own.get(problem.agency);
    if (known) known.push(problem);
    else own.set(problem.agency, [problem]);
  }
  return own;
}

function textOf(shown: readonly Problem[], { beyond, redact }: Problems): string {
  const text = problemsText({ shown, more: [] }, { style: PLAIN, columns: COLUMNS, redact });
  const files = new Set(shown.map(({ where }) => where));
  const more = beyond.some(({ first: { where } }) => files.has(where));
  return more ? `${text}There may be more: claims check with --agency shows all of one agency.\n` : text;
}
