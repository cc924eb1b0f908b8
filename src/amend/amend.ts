import { changedFigures, sumOfDifferences } from "../document/lines.ts";
import type { ClaimFile } from "../document/read.ts";
import type { AmendmentDocument } from "../document/schema.ts";
import { claimDocument } from "../document/write.ts";
import { minus, moneyFromText, moneyText } from "../engine/values/money.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Policy } from "../policy/policy.ts";
import type { Run } from "../run/run.ts";
import { Causes } from "./causes.ts";
import { filedSide, sideOfRun } from "./side.ts";

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
  const { schema, generator, ...rest } = claimDocument(run);
  const claim = { schema, generator, amends: sha256, ...rest };
  const causes = new Causes(document, filedSide(document, policy, inputs), sideOfRun(run));
  const lines = changedFigures(document, claim).map((line) => ({ ...line, cause: causes.of(line) }));
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
