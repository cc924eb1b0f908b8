import { changedFigures, sumOfDifferences } from "../document/lines.ts";
import { type PriorByAgency, priorStated } from "../document/prior.ts";
import type { ClaimFile } from "../document/read.ts";
import type { AmendmentDocument, ClaimDocument } from "../document/schema.ts";
import { minus, moneyFromText, moneyText } from "../engine/values/money.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Policy } from "../policy/policy.ts";
import type { Problems } from "../problems/problems.ts";
import { documentOf } from "../run/document.ts";
import type { FoundInput } from "../run/find-inputs.ts";
import type { Taking } from "../run/prior.ts";
import { priorIn } from "../run/reread.ts";
import type { Run } from "../run/run.ts";
import { Causes } from "./causes.ts";
import { claimNow, filedClaim } from "./compared-claim.ts";

/** A filed claim and what it rests on. */
export interface Filed {
  readonly file: ClaimFile;
  readonly policy: Policy;
  /** Those that it was computed from, where they are still there. */
  readonly inputs: Inputs | undefined;
}

/** A filed claim whose total is not the sum of its lines, so that no difference from it can be right. */
export class UnsoundClaim extends Error {}

/**
 * The claims-amendment/1 document: the difference of a run from a filed claim, line by line, each with its cause, and the new
 * claim whole. @throws UnsoundClaim unless the lines add up to the difference of the totals
 */
export function amendment({ file, policy, inputs }: Filed, run: Run): AmendmentDocument {
  const { document, name, sha256 } = file;
  const { schema, generator, ...rest } = documentOf(run);
  const claim = { schema, generator, amends: sha256, ...rest };
  const causes = new Causes(document, filedClaim(document, policy, inputs), claimNow(run));
  const lines = changedFigures(document, claim).map((line) => ({ ...line, cause: causes.causeOf(line) }));
  const difference = minus(moneyFromText(claim.totals.total), moneyFromText(document.totals.total));
  if (sumOfDifferences(lines) !== difference)
    throw new UnsoundClaim(
      `the lines differ by ${moneyText(sumOfDifferences(lines))}, the totals by ${moneyText(difference)}: the filed total is not the sum of its lines`,
    );
  return {
    schema: "claims-amendment/1",
    filed: { path: name, sha256, total: document.totals.total },
    now: { total: claim.totals.total },
    difference: moneyText(difference),
    lines,
    claim,
  };
}

/**
 * The prior claims that a filed claim counted: from their files where all of them were found by their hashes, else what the
 * claim itself states of them. @param found the files of the prior claims
 */
export async function priorAsFiled(
  { claims }: ClaimDocument,
  found: readonly FoundInput[],
  taking: Pick<Taking, "before" | "agencies">,
  problems: Problems,
): Promise<PriorByAgency> {
  const chained = claims.some(({ prior = [] }) => prior.some(({ path }) => path === undefined));
  if (found.length > 0 && !chained && found.every(({ file }) => file)) return priorIn(found, taking, problems);
  if (found.length > 0 || chained)
    problems.notice({
      code: "prior-as-stated",
      message: "the prior claims count as the filed claim states them",
      remedy: "give --prior with the claims themselves",
    });
  return new Map(claims.map((claim) => [claim.agency_id, priorStated(claim)]));
}
