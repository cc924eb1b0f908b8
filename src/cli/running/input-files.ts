import { basename } from "node:path";
import { besideRoster, displayNames, readBytes, UnreadableFile } from "../../files/read.ts";
import type { InputFile } from "../../ingest/inputs.ts";
import { BESIDE, type BesideRole, type Role } from "../../ingest/text/rows.ts";
import { sheetOf } from "../../ingest/workbooks.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Given } from "../flags.ts";
import { rosterFiles } from "./rosters.ts";

/** A file that a run reads. */
export interface Source {
  readonly role: Role;
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
}

/** The files that a run reads: rosters, then rates and payroll, as named or found beside a single roster. @throws UnreadableFile */
export function inputSources(paths: readonly string[], given: Given, problems: Problems): Source[] {
  const rosters = rosterFiles(paths, given, problems);
  const [first] = rosters;
  const single = rosters.length === 1 && first?.named ? first.path : undefined;
  const others = [...BESIDE.flatMap((role) => beside(role, given[role], single, problems))];
  const names = displayNames([...rosters, ...others].map(({ path }) => path));
  const nameOf = (path: string, index: number): string => names[index] ?? path;
  return [
    ...rosters.map(({ path }, index) => ({ role: "roster" as const, path, name: nameOf(path, index) })),
    ...others.map(({ role, path }, index) => ({ role, path, name: nameOf(path, rosters.length + index) })),
  ];
}

/**
 * Reads the files of a run. @param unread takes the rosters that cannot be read, where there are several; what else cannot be
 * is thrown @throws UnreadableFile
 */
export async function openSources(
  sources: readonly Source[],
  asked: string | undefined,
  unread: UnreadableFile[],
): Promise<InputFile[]> {
  const several = sources.filter(({ role }) => role === "roster").length > 1;
  const files: InputFile[] = [];
  for (const { role, path, name } of sources)
    try {
      const bytes = await readBytes(path);
      files.push({ role, name, bytes, sheet: await sheetOf(role, bytes, asked) });
    } catch (error) {
      if (!(error instanceof UnreadableFile) || role !== "roster" || !several) throw error;
      unread.push(error);
    }
  return files;
}

function beside(role: BesideRole, given: string | false | undefined, single: string | undefined, problems: Problems) {
  if (given === false) return [];
  const path =
    given ??
    (single === undefined ? undefined : (besideRoster(single, `${role}.csv`) ?? besideRoster(single, `${role}.xlsx`)));
  if (path === undefined) return [];
  if (given === undefined)
    problems.notice({
      code: `${role}-found`,
      message: `${role} from ${basename(path).toLowerCase()} beside the roster (--no-${role} for none)`,
    });
  return [{ role, path }];
}
