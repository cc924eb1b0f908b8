import { restingOn } from "../../amend/amend.ts";
import { claimSources, openedClaims } from "../../document/files.ts";
import type { ClaimFile } from "../../document/read.ts";
import { readBytes, STDIN, UnreadableFile } from "../../files/read.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { few } from "../../problems/words.ts";
import type { FiledClaim } from "./filed-claim.ts";

/** Names the claims that counted the filed one, of those given and those that lie beside it. */
export async function sayLater(
  { file, folder }: FiledClaim,
  given: readonly ClaimFile[],
  problems: Problems,
): Promise<void> {
  const found = restingOn(file, [...given, ...(await mentioning(file, folder))]);
  const names = [...new Map(found.map(({ sha256, name }) => [sha256, name])).values()];
  if (names.length === 0) return;
  problems.warning({
    code: "later-claim-rests-on-it",
    message: `${few(names.map(printable))} ${names.length === 1 ? "counts" : "count"} what ${file.name} claimed: amend ${names.length === 1 ? "it" : "them"} too`,
    remedy: "claims amend it with --prior and this amendment",
  });
}

/** The claims in a folder that may rest on the filed one, because its hash stands in them. */
async function mentioning({ file, sha256, document }: ClaimFile, folder: string): Promise<ClaimFile[]> {
  const hashes = [sha256, ...(document.amends === undefined ? [] : [document.amends])];
  const claims: ClaimFile[] = [];
  for (const source of file === STDIN ? [] : sourcesIn(folder))
    try {
      const bytes = await readBytes(source.path);
      if (!hashes.some((hash) => bytes.includes(hash))) continue;
      for await (const { claim } of openedClaims(source)) if (claim) claims.push(claim);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
    }
  return claims;
}

function sourcesIn(folder: string) {
  try {
    return claimSources([folder]);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}
