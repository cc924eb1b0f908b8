import { besideRoster, displayNames, readBytes } from "../../files/read.ts";
import type { InputFile } from "../../ingest/inputs.ts";
import type { Role } from "../../ingest/text/rows.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Given } from "../flags.ts";
import { rosterFiles } from "./rosters.ts";

/** A file that a run reads. */
export interface Source {
  readonly role: Role;
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
  /** All of it, where it was read already. */
  readonly bytes?: Buffer | undefined;
}

/** The files that a run reads: rosters, then rates and payroll, as named or found beside a single roster. @throws UnreadableFile */
export function inputSources(paths: readonly string[], given: Given, problems: Problems): Source[] {
  const rosters = rosterFiles(paths, given, problems);
  const [first] = rosters;
  const single = rosters.length === 1 && first?.named ? first.path : undefined;
  const others = [
    ...beside("rates", given.rates, single, problems),
    ...beside("payroll", given.payroll, single, problems),
  ];
  const names = displayNames([...rosters, ...others].map(({ path }) => path));
  const nameOf = (path: string, index: number): string => names[index] ?? path;
  return [
    ...rosters.map(({ path, bytes }, index) => ({ role: "roster" as const, path, name: nameOf(path, index), bytes })),
    ...others.map(({ role, path }, index) => ({ role, path, name: nameOf(path, rosters.length + index) })),
  ];
}

/** Reads a file of a run. @throws UnreadableFile */
export const openSource = ({ role, path, name, bytes }: Source): InputFile => ({
  role,
  name,
  bytes: bytes ?? readBytes(path),
});

function beside(
  role: "rates" | "payroll",
  given: string | false | undefined,
  single: string | undefined,
  problems: Problems,
) {
  if (given === false) return [];
  const path = given ?? (single === undefined ? undefined : besideRoster(single, `${role}.csv`));
  if (path === undefined) return [];
  if (given === undefined)
    problems.notice({
      code: `${role}-found`,
      message: `${role} from ${role}.csv beside the roster (--no-${role} for none)`,
    });
  return [{ role, path }];
}
