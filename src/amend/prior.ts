import type { InputFinder } from "../document/find-inputs.ts";
import { type PriorByAgency, priorStated } from "../document/prior.ts";
import { readClaim } from "../document/read.ts";
import type { ClaimDocument } from "../document/schema.ts";
import type { Quarter } from "../engine/values/calendar.ts";
import type { Problems } from "../problems/problems.ts";
import { takePrior } from "../run/prior.ts";
import { priorFiles } from "../run/reread.ts";

/**
 * The prior claims that a filed claim counted: from their files where all of them are found by their hashes, else what the
 * claim itself states of them.
 */
export async function amendedPrior(
  document: ClaimDocument,
  finder: InputFinder,
  folder: string,
  before: Quarter,
  agencies: ReadonlySet<string>,
  problems: Problems,
): Promise<PriorByAgency> {
  const stated = new Map(document.claims.map((claim) => [claim.agency_id, priorStated(claim)]));
  const files = priorFiles(document).map(({ path, sha256 }) => finder.byHash(path, sha256, folder));
  const chained = document.claims.some(({ prior = [] }) => prior.some(({ path }) => path === undefined));
  if (files.length === 0 || chained || files.some(({ bytes }) => !bytes)) {
    if (files.length > 0 || chained)
      problems.notice({
        code: "prior-as-stated",
        message: "the prior claims count as the filed claim states them",
        remedy: "give --prior with the claims themselves",
      });
    return stated;
  }
  const claims = await Promise.all(files.map(({ path, bytes }) => readClaim(path, bytes ?? Buffer.alloc(0))));
  return takePrior(claims, { before, samePolicy: () => true, agencies }, problems);
}
