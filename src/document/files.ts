import { expandPaths } from "../files/expand.ts";
import { displayNames, readBytes, statOfInput, UnreadableFile } from "../files/read.ts";
import type { Problems } from "../problems/problems.ts";
import { counted } from "../problems/words.ts";
import { claimTexts } from "./claim-texts.ts";
import { BadClaim, type ClaimFile, checkClaimSize, isOfClaim, readClaim, YEAR_SCHEMA } from "./read.ts";

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
  const files = expandPaths(paths, ["json", "ndjson"]);
  const names = displayNames(files.map(({ path }) => path));
  return files.map(({ path, named }, index) => ({ path, named, name: names[index] ?? path }));
}

/** A claim that was read. */
export interface OpenedClaim extends ClaimFile {
  /** Where it was read from. */
  readonly from: string;
}

/** A claim in a file, to be read. */
interface OneClaim {
  /** As it is shown. */
  readonly name: string;
  /** @throws BadClaim */
  readonly read: () => Promise<OpenedClaim>;
}

/** The claims of a file: one, or in NDJSON one a line. @throws BadClaim where it is too large, UnreadableFile */
export async function claimsOf({ path, name }: ClaimSource): Promise<OneClaim[]> {
  if (!name.toLowerCase().endsWith(".ndjson")) checkClaimSize(sizeOf(path));
  const texts = claimTexts(await readBytes(path));
  return texts.map(({ bytes, line }) => {
    const shown = texts.length > 1 ? `${name}:${line}` : name;
    return { name: shown, read: async () => ({ ...(await readClaim(shown, bytes, name)), from: path }) };
  });
}

/** @throws UnreadableFile */
function sizeOf(path: string): number {
  try {
    return statOfInput(path)?.size ?? 0;
  } catch (error) {
    throw new UnreadableFile(path, error);
  }
}

/** Reports why a claim was refused. */
export function reportFaults({ faults }: BadClaim, name: string, problems: Problems): void {
  for (const { code, message, remedy, line, column } of faults)
    problems.error({ code, where: name, message, remedy, line, column });
}

/** The files of folders that are no claims. */
export class PassedOver {
  private others = 0;
  private readonly years: string[] = [];

  /** Whether a file that was refused is of another kind, and so is passed over. */
  takes({ faults, schema = "" }: BadClaim, { name, named }: ClaimSource): boolean {
    if (named || faults[0]?.code !== "unknown-schema" || isOfClaim(schema)) return false;
    if (schema === YEAR_SCHEMA) this.years.push(name);
    else this.others += 1;
    return true;
  }

  say(problems: Problems): void {
    const { others, years } = this;
    if (others > 0)
      problems.notice({
        code: "not-claims",
        message: `passed over ${counted(others, "file that is not a claim", "files that are not claims")}`,
      });
    for (const where of years)
      problems.warning({
        code: "year-passed-over",
        where,
        message: "the claims of a year in one file are passed over: none of them counts here",
        remedy: "give each quarter's claim as it was filed",
      });
  }
}

/** Reads all claims that paths stand for; those that are refused are reported. @throws UnreadableFile */
export async function readClaims(paths: readonly string[], problems: Problems): Promise<OpenedClaim[]> {
  const claims: OpenedClaim[] = [];
  const passed = new PassedOver();
  for (const source of claimSources(paths))
    for await (const { name, claim, refused } of openedClaims(source))
      if (claim) claims.push(claim);
      else if (!passed.takes(refused, source)) reportFaults(refused, name, problems);
  passed.say(problems);
  return claims;
}

/** A claim that was read, or why it was refused. */
export type Opened =
  | { readonly name: string; readonly claim: OpenedClaim; readonly refused?: undefined }
  | { readonly name: string; readonly claim?: undefined; readonly refused: BadClaim };

/** Reads the claims of a file one after the other. @throws UnreadableFile */
export async function* openedClaims(source: ClaimSource): AsyncGenerator<Opened> {
  let claims: OneClaim[] = [];
  try {
    claims = await claimsOf(source);
  } catch (error) {
    if (!(error instanceof BadClaim)) throw error;
    yield { name: source.name, refused: error };
  }
  for (const { name, read } of claims)
    try {
      yield { name, claim: await read() };
    } catch (error) {
      if (!(error instanceof BadClaim)) throw error;
      yield { name, refused: error };
    }
}
