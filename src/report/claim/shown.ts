import { policyStated, recordsOf, termsOf } from "../../document/records.ts";
import type { AmendmentDocument, ClaimDocument } from "../../document/schema.ts";
import { claimAgency } from "../../engine/agency.ts";
import type { Terms } from "../../engine/values/terms.ts";
import { sha256 } from "../../files/sha256.ts";
import { knownPolicies } from "../../policy/known.ts";
import type { Policy } from "../../policy/policy.ts";
import { type ComparedReading, compareReadings } from "../../whatif/readings.ts";
import { jsonText } from "../json-text.ts";

/** What documents are made from: the claim's own document alone, so that a filed claim gives the very document that it gave at first. */
export interface ClaimShown {
  readonly claim: ClaimDocument;
  /** The amendment that carries it, where it is one. */
  readonly amendment: AmendmentDocument | null;
  /** The SHA-256 of the JSON of the claim, or of the amendment, as it is written. */
  readonly sha256: string;
  readonly policy: Policy;
  readonly terms: Terms;
  /** What each other value of each reading would make of it, from its own rows. */
  readonly worth: readonly ComparedReading[];
}

/** The policy that a claim was computed by: one that was released, else as the claim states it. */
export const policyOf = (claim: ClaimDocument): Policy =>
  knownPolicies().get(claim.policy.sha256) ?? policyStated(claim);

/**
 * A claim, or the amendment that carries it, as documents show it.
 * @param policy that of the claim @param digest the SHA-256 of its JSON, where it was read from a file
 */
export function shownOf(
  document: ClaimDocument | AmendmentDocument,
  policy: Policy = policyOf("claim" in document ? document.claim : document),
  digest: string = sha256(Buffer.from(jsonText(document))),
): ClaimShown {
  const amendment = document.schema === "claims-amendment/1" ? document : null;
  const claim = document.schema === "claims-amendment/1" ? document.claim : document;
  const terms = termsOf(claim, policy);
  const claims = claim.claims.map((one) => claimAgency(recordsOf(one, claim.quarter.id), terms));
  return { claim, amendment, sha256: digest, policy, terms, worth: compareReadings({ claims, terms }) };
}
