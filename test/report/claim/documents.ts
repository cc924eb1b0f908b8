import type { AmendmentDocument, ClaimDocument } from "../../../src/document/schema.ts";
import { ClaimWriter } from "../../../src/document/write.ts";
import { claimAgency } from "../../../src/engine/agency.ts";
import { POLICY_287G } from "../../../src/policy/policy.ts";
import { type ClaimShown, policyOf, shownOf } from "../../../src/report/claim/shown.ts";
import type { Asked } from "../../engine/arbitrary.ts";
import { agency, terms } from "../../engine/build.ts";

const NO_INPUTS = { tables: [], rosters: new Map() };

/** The claim of one or several agencies, in the quarter and by the readings of the first. */
export function documentOf(first: Asked, ...more: readonly Asked[]): ClaimDocument {
  const inForce = terms(first.quarterId, first.readings);
  const claims = [first, ...more].map((one, index) =>
    claimAgency({ ...agency(one.agency, first.quarterId), id: `FL000000${index}` }, inForce),
  );
  const writer = new ClaimWriter(POLICY_287G, inForce, { agency: null, map: {}, redact: false });
  return writer.document({ claims, leftOut: [], inputs: NO_INPUTS }, []);
}

/** The claim as documents show it. */
export const shown = (document: ClaimDocument | AmendmentDocument): ClaimShown =>
  shownOf(document, policyOf("claim" in document ? document.claim : document));
