import type { AmendmentDocument, ClaimDocument, OfficerDocument } from "../../../document/schema.ts";
import type { Terms } from "../../../engine/values/terms.ts";
import type { Policy } from "../../../policy/policy.ts";
import type { ComparedReading } from "../../../whatif/readings.ts";
import type { WorkedAgency } from "./worked.ts";

/** One claim in a workbook. */
export interface Part {
  readonly claim: ClaimDocument;
  /** The SHA-256 of its JSON. */
  readonly sha256: string;
  readonly terms: Terms;
  readonly policy: Policy;
  readonly worth: readonly ComparedReading[];
  readonly agencies: readonly WorkedAgency[];
  /** The amendment that carries it, where it is one. */
  readonly amendment: AmendmentDocument | null;
  /** Stands after the names of its sheets where there are several claims: ` Q1`. */
  readonly suffix: string;
}

/** Whether officers have names in it. */
export const isNamed = ({ claim }: Part): boolean =>
  claim.claims.some(({ officers }) => officers.some(({ officer_name }) => officer_name !== null));

/** Whether it is of several agencies. */
export const isOfSeveral = ({ claim }: Part): boolean => claim.claims.length > 1;

/** A name that formulas use, as this part has it. */
export const nameIn = ({ suffix }: Part, name: string): string => `${name}${suffix.replaceAll(" ", "_")}`;

const some = ({ claim }: Part, is: (officer: OfficerDocument) => boolean): boolean =>
  claim.claims.some(({ officers }) => officers.some(is));

/** Whether another grant pays toward somebody. */
export const isFunded = (part: Part): boolean =>
  some(part, ({ actuals }) =>
    actuals.some(({ quarter, other_funding }) => quarter === part.claim.quarter.id && other_funding !== undefined),
  );

/** Whether somebody has receipts for equipment. */
export const isEquipped = (part: Part): boolean => some(part, ({ equipment_cost }) => equipment_cost !== undefined);

/** Whether allowances for equipment or vehicles are asked for. */
export const hasAllowance = (part: Part): boolean =>
  isEquipped(part) || part.claim.claims.some(({ vehicle_cost }) => vehicle_cost !== undefined);
