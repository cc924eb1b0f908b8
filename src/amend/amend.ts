import { changedFigures, sumOfDifferences } from "../document/lines.ts";
import { type PriorByAgency, priorStated } from "../document/prior.ts";
import type { ClaimFile } from "../document/read.ts";
import type { AgencyDocument, AmendmentDocument, AmendmentLine, ClaimDocument } from "../document/schema.ts";
import { invoiceOf, nextInvoice } from "../document/write.ts";
import { minus, moneyFromText, moneyText } from "../engine/values/money.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Policy } from "../policy/policy.ts";
import { documentOf } from "../run/document.ts";
import type { Run } from "../run/run.ts";
import { Causes } from "./causes.ts";
import { claimNow, filedClaim } from "./compared-claim.ts";

/** A filed claim and what it rests on. */
export interface Filed {
  readonly file: ClaimFile;
  readonly policy: Policy;
  /** Those that it was computed from, where they are still there. */
  readonly inputs: Inputs | undefined;
  /** How causes name the files of either claim, where not as the claims do. */
  readonly names?: { readonly filed: FileNames; readonly now: FileNames };
}

/** By the name that a claim has for a file, the one by which a cause tells it from a file of the same name. */
export type FileNames = ReadonlyMap<string, string>;

/** A filed claim whose total is not the sum of its lines, so that no difference from it can be right. */
export class UnsoundClaim extends Error {}

/**
 * The claims-amendment/1 document: the difference of a run from a filed claim, line by line, each with its cause, and the new
 * claim whole. @throws UnsoundClaim unless the lines add up to the difference of the totals
 */
export function amendment(filed: Filed, run: Run): AmendmentDocument {
  const { document, file: path, sha256 } = filed.file;
  const { schema, generator, ...rest } = documentOf(run);
  const claims = rest.claims.map((claim) => withRequest(claim, filed.file.document, run));
  const claim = { schema, generator, amends: sha256, ...rest, claims };
  const lines = linesWithCauses(filed, claim, run);
  const difference = minus(moneyFromText(claim.totals.total), moneyFromText(document.totals.total));
  if (sumOfDifferences(lines) !== difference)
    throw new UnsoundClaim(
      `the lines differ by ${moneyText(sumOfDifferences(lines))}, the totals by ${moneyText(difference)}: the filed total is not the sum of its lines`,
    );
  return {
    schema: "claims-amendment/1",
    filed: { path, sha256, total: document.totals.total },
    now: { total: claim.totals.total },
    difference: moneyText(difference),
    lines,
    claim,
  };
}

/** The request of an amended claim: as filed where nothing is said, with the next number after the filed one's. */
function withRequest(claim: AgencyDocument, { claims, quarter }: ClaimDocument, { options }: Run): AgencyDocument {
  const filed = claims.find(({ agency_id }) => agency_id === claim.agency_id)?.request;
  const request = { ...filed, ...claim.request };
  if (!filed && !claim.request) return claim;
  const before = filed?.invoice ?? invoiceOf(claim.agency_id, quarter.id);
  const invoice = options.request?.invoice ?? nextInvoice(before);
  return { ...claim, request: { ...request, invoice } };
}

/** The lines of an amendment alone. */
export const amendedLines = (filed: Filed, run: Run): AmendmentLine[] => linesWithCauses(filed, documentOf(run), run);

function linesWithCauses({ file, policy, inputs, names }: Filed, claim: ClaimDocument, run: Run): AmendmentLine[] {
  const { document } = file;
  const causes = new Causes(document, filedClaim(document, policy, inputs, names?.filed), claimNow(run, names?.now));
  return changedFigures(document, claim).map((line) => ({ ...line, cause: causes.causeOf(line) }));
}

/** The prior claims that a filed claim counted, as far as it states them itself. */
export const priorAsStated = ({ claims }: ClaimDocument): PriorByAgency =>
  new Map(claims.map((claim) => [claim.agency_id, priorStated(claim)]));

/** Whether a claim counted earlier quarters of its own run, of which there is no file. */
export const isChained = ({ claims }: ClaimDocument): boolean =>
  claims.some(({ prior = [] }) => prior.some(({ path }) => path === undefined));

/** Of claims, those that counted the filed one, or the one that it amends itself. */
export function restingOn({ sha256, document }: ClaimFile, claims: readonly ClaimFile[]): ClaimFile[] {
  const hashes = new Set([sha256, ...(document.amends === undefined ? [] : [document.amends])]);
  return claims.filter((file) =>
    file.document.claims.some(({ prior = [] }) =>
      prior.some((one) => one.sha256 !== undefined && hashes.has(one.sha256)),
    ),
  );
}
