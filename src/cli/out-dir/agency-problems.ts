import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UnwritableFile } from "../../files/write.ts";
import type { Problem, Problems } from "../../problems/problems.ts";
import { problemsText } from "../../report/problems.ts";
import { PLAIN } from "../../report/text/style.ts";
import type { FileNames } from "./file-names.ts";
import type { Folder } from "./folder.ts";

const PROBLEMS_FOLDER = "problems";
const COLUMNS = 100;

/**
 * Writes for each agency what is wrong or unusual in its inputs, to be sent back to it; what an earlier run wrote for one that now
 * has nothing is taken away. @param names of the agencies' files @throws UnwritableFile
 */
export function writeAgencyProblems(
  folder: Folder,
  names: FileNames,
  agencies: Iterable<string>,
  problems: Problems,
): void {
  const own = byAgency(problems);
  let made = false;
  for (const id of agencies) {
    const file = names.of(id);
    if (typeof file !== "string") continue;
    const path = `${PROBLEMS_FOLDER}/${file}`;
    const found = own.get(id);
    if (!found) {
      if (folder.has(path)) rmSync(join(folder.path, path));
      continue;
    }
    if (!made) makeFolder(join(folder.path, PROBLEMS_FOLDER));
    made = true;
    folder.put(path, textOf(found, problems));
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UnwritableFile(path, error);
  }
}

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
