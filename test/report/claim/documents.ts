import type { AmendmentDocument, ClaimDocument } from "../../../src/document/schema.ts";
import { ClaimWriter } from "../../../src/document/write.ts";
import { claimAgency } from "../../../src/engine/agency.ts";
import { POLICY_287G } from "../../../src/policy/policy.ts";
import type { Part } from "../../../src/report/claim/xlsx/part.ts";
import { workedClaim } from "../../../src/report/claim/xlsx/worked.ts";
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

/** A claim as a workbook takes it. */
export function partOf(claim: ClaimDocument, amendment: AmendmentDocument | null = null): Part {
  const inForce = terms(claim.quarter.id, claim.policy.readings);
  const agencies = workedClaim(claim, inForce);
  return {
    claim,
    amendment,
    sha256: "0".repeat(64),
    terms: inForce,
    policy: POLICY_287G,
    worth: [],
    suffix: "",
    agencies,
  };
}
