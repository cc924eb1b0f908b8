import type { Day, Quarter } from "./calendar.ts";
import type { Fraction } from "./fraction.ts";
import type { Readings } from "./ids.ts";
import type { Money } from "./money.ts";

/** An award band: whole percents, both ends inclusive, and the award for each counted officer. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly award: Money;
}

/** What is in force for one quarter: the policy's values on its last day, and the readings chosen. */
export interface Terms {
  readonly quarter: Quarter;
  readonly readings: Readings;
  readonly programmeStart: Day;
  /** Share of annual salary that overtime may reach: 1/4. */
  readonly overtimeCapShare: Fraction;
  /** Highest first. */
  readonly bands: readonly Band[];
  readonly equipmentAllowance: Money;
  readonly vehicleAllowance: Money;
  /** The years that an officer's authorization runs where the roster does not say until when. */
  readonly authorizationYears: number;
  /** The terms of the earlier quarters of the same fiscal year, in order. */
  readonly earlier: readonly Terms[];
}

/** The same terms under other readings, those of earlier quarters too. */
export const withReadings = (terms: Terms, readings: Readings): Terms => ({
  ...terms,
  readings,
  earlier: terms.earlier.map((earlier) => withReadings(earlier, readings)),
});
