import type { OfficerDocument } from "../../../document/schema.ts";
import type { ClaimShown } from "../shown.ts";
import { type WorkedAgency, workedClaim } from "./worked.ts";

/** One claim in a workbook. */
export interface Part extends ClaimShown {
  readonly agencies: readonly WorkedAgency[];
  /** Stands after the names of its sheets where there are several claims: ` Q1`. */
  readonly suffix: string;
}

export const partOf = (shown: ClaimShown, suffix = ""): Part => ({
  ...shown,
  suffix,
  agencies: workedClaim(shown.claim, shown.terms),
});

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
