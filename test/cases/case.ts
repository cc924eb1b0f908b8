import type { Basis, Readings, ReasonCode } from "../../src/engine/values/ids.ts";
import type { AgencyText } from "../engine/build.ts";

/** What must be claimed of an officer. A money line that is not named must be 0.00; the others are asserted where named. */
export interface Expected {
  readonly eligible_days?: number;
  readonly salary?: string;
  readonly benefits?: string;
  readonly overtime_cap_room?: string;
  readonly overtime?: string;
  readonly overtime_over_cap?: string;
  readonly other_funding?: string;
  readonly award?: string;
  readonly equipment?: string;
  readonly total: string;
  readonly basis?: Basis;
  readonly estimated?: string;
  /** All of them, in order. */
  readonly reasons?: readonly ReasonCode[];
}

/** What must be claimed of the agency, where named. */
interface ExpectedAgency {
  readonly officers?: number;
  readonly claimedOfficers?: number;
  readonly awardOfficers?: number;
  readonly salary?: string;
  readonly benefits?: string;
  readonly estimated?: string;
  readonly overtime?: string;
  readonly overCap?: string;
  readonly otherFunding?: string;
  readonly award?: string;
  readonly equipment?: string;
  readonly vehicles?: string;
  readonly total?: string;
  readonly reasons?: readonly ReasonCode[];
}

/** A rule at work: the rows of an agency, the quarter, and what must be claimed, worked out by hand. */
export interface Case extends AgencyText {
  readonly name: string;
  /** The arithmetic. */
  readonly work?: string;
  readonly quarter: string;
  readonly readings?: Partial<Readings>;
  readonly expected: Readonly<Record<string, Expected>>;
  readonly agency?: ExpectedAgency;
  /** The quarter of the prior claim that had the roster's actuals, and their dollars, by officer; null: there is none. */
  readonly carriedOver?: Readonly<Record<string, readonly [quarter: string, amount: string] | null>>;
}
