import { statSync } from "node:fs";
import { expandPaths } from "../files/expand.ts";
import { displayNames, readBytes, STDIN } from "../files/read.ts";
import type { Problems } from "../problems/problems.ts";
import { counted } from "../problems/words.ts";
import { BadClaim, type ClaimFile, checkClaimSize, readClaim } from "./read.ts";

/** Where a claim is to be read from. */
export interface ClaimSource {
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
  /** Whether the file itself was named, so that it must be a claim. */
  readonly named: boolean;
}

/** The claim files that paths stand for: files, folders, patterns. @throws UnreadableFile */
export function claimSources(paths: readonly string[]): ClaimSource[] {
  const files = expandPaths(paths, ["json"]);
  const names = displayNames(files.map(({ path }) => path));
  return files.map(({ path, named }, index) => ({ path, named, name: names[index] ?? path }));
}

/** Reads one claim. @throws BadClaim, UnreadableFile */
export async function openClaim({ path, name }: ClaimSource): Promise<ClaimFile> {
  const size = path === STDIN ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  checkClaimSize(size);
  return readClaim(name, readBytes(path));
}

/** Whether a file that was found in a folder is of another kind, and so is passed over. */
export const isOtherKind = (error: unknown, { named }: ClaimSource): boolean =>
  !named && error instanceof BadClaim && error.faults[0]?.code === "unknown-schema";

/** Reports why a claim was refused. */
export function reportFaults({ faults }: BadClaim, name: string, problems: Problems): void {
  for (const { code, message, remedy, line, column } of faults)
    problems.error({ code, where: name, message, remedy, line, column });
}

/** Says how many files of folders were no claims. */
export function sayPassedOver(count: number, problems: Problems): void {
  if (count > 0)
    problems.notice({
      code: "not-claims",
      message: `passed over ${counted(count, "file that is not a claim", "files that are not claims")}`,
    });
}

/** Reads all claims that paths stand for; those that are refused are reported. @throws UnreadableFile */
export async function readClaims(paths: readonly string[], problems: Problems): Promise<ClaimFile[]> {
  const claims: ClaimFile[] = [];
  let others = 0;
  for (const source of claimSources(paths))
    try {
      claims.push(await openClaim(source));
    } catch (error) {
      if (isOtherKind(error, source)) others += 1;
      else if (error instanceof BadClaim) reportFaults(error, source.name, problems);
      else throw error;
    }
  sayPassedOver(others, problems);
  return claims;
}
