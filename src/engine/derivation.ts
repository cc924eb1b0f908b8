import {
  FIGURES,
  type FigureId,
  type ParameterId,
  type ReadingId,
  type ReasonCode,
  type Rounding,
  type RuleId,
} from "./values/ids.ts";

/** A value of an input that a step read, named by the field of its record. */
export interface InputRef {
  readonly of: "roster" | "payroll" | "rates" | "agreements";
  readonly field:
    | "trainedOn"
    | "start"
    | "end"
    | "eligible"
    | "model"
    | "timeShare"
    | "salary"
    | "benefits"
    | "salaryPaid"
    | "benefitsPaid"
    | "overtimePaid"
    | "otherFunding"
    | "equipmentCost"
    | "rate"
    | "provided"
    | "successful"
    | "reference"
    | "vehicleCost"
    | "authorizedOn"
    | "authorizedUntil"
    | "signedOn"
    | "endedOn";
  /** Lines of the file; for roster actuals and receipts the lines of the officer, one of which holds the value. */
  readonly lines: readonly number[];
  /** The quarter of payroll actuals, where it is not the claim's. */
  readonly quarter?: string;
}

/** A figure that a step took from a prior claim. */
export interface PriorRef {
  readonly figure: "overtime" | "equipment" | "vehicles";
  /** The quarter of the prior claim. */
  readonly quarter: string;
}

/**
 * One step of a figure. `formula` is plain arithmetic in numbers (or days) alone, with × ÷ + − min( ) and max( ); it gives
 * `exact`, and `value` is `exact` rounded as `rounding` says. `note` says in words what decided where arithmetic does not.
 */
export interface Step {
  readonly rule: RuleId;
  /** The reading that decided, where one did. */
  readonly reading?: ReadingId;
  readonly policy?: ParameterId;
  readonly inputs?: readonly InputRef[];
  readonly prior?: readonly PriorRef[];
  readonly note?: string;
  readonly formula: string;
  readonly exact: string;
  readonly rounding?: Rounding;
  readonly value: string;
}

/** The steps of each figure of an officer; a rule that is given none skips the writing, never the calculation. */
export type Derivation = Record<FigureId, Step[]>;

export const newDerivation = (): Derivation =>
  Object.fromEntries(FIGURES.map((figure) => [figure, [] as Step[]])) as Derivation;

/** A step in which nothing was rounded. */
export const exactly = (value: string, step: Omit<Step, "exact" | "rounding" | "value">): Step => ({
  ...step,
  exact: value,
  value,
});

/** A step in which words decided that nothing is claimed. */
export const nothing = (step: Pick<Step, "rule" | "reading" | "policy" | "inputs"> & { note: string }): Step => ({
  ...step,
  formula: "0",
  exact: "0",
  value: "0.00",
});

/** Why a figure is less than somebody might expect. The code is stable; the message is for people. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
}
