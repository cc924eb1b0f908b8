/** Rules by the ids under which docs/rules.md explains them. */
export type RuleId =
  | "fiscal-quarter"
  | "programme-start"
  | "trained"
  | "eligible"
  | "program-model"
  | "salary"
  | "benefits"
  | "actuals"
  | "cost-basis"
  | "overtime"
  | "overtime-cap"
  | "prior-claims"
  | "other-funding"
  | "award"
  | "placement-rate"
  | "equipment"
  | "vehicles"
  | "total";

/** Dated values of the policy file. */
export type ParameterId =
  | "programme-start"
  | "overtime-cap-share"
  | "award-bands"
  | "equipment-allowance"
  | "vehicle-allowance";

/** A value of an input that a step read, named by the field of its record. */
export interface InputRef {
  readonly of: "roster" | "payroll" | "rates";
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
    | "vehicleCost";
  /** Lines of the file; for roster actuals and receipts the lines of the officer, one of which holds the value. */
  readonly lines: readonly number[];
  /** The quarter of payroll actuals, where it is not the claim's. */
  readonly quarter?: string;
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
  readonly note?: string;
  readonly formula: string;
  readonly exact: string;
  readonly rounding?: "half-up" | "half-even" | "down" | "whole percent, down" | "whole percent, half up";
  readonly value: string;
}

/** The figures of an officer's claim that have a derivation. */
export type FigureId =
  | "eligible_days"
  | "salary"
  | "benefits"
  | "estimated"
  | "overtime_cap_room"
  | "overtime"
  | "overtime_over_cap"
  | "other_funding"
  | "award"
  | "equipment"
  | "total";

/** Collects the steps of each figure; a rule that is given none skips the writing, never the calculation. */
export type Derivation = Record<FigureId, Step[]>;

/** A step in which words decided that nothing is claimed. */
export const nothing = (step: Pick<Step, "rule" | "reading" | "policy" | "inputs"> & { note: string }): Step => ({
  ...step,
  formula: "0",
  exact: "0",
  value: "0.00",
});

export const newDerivation = (): Derivation => ({
  eligible_days: [],
  salary: [],
  benefits: [],
  estimated: [],
  overtime_cap_room: [],
  overtime: [],
  overtime_over_cap: [],
  other_funding: [],
  award: [],
  equipment: [],
  total: [],
});

/** The questions that the public text leaves open, each with the values it may be read by. */
export interface Readings {
  readonly "rate-rounding": "floor" | "nearest" | "exact";
  readonly "award-headcount": "full-quarter" | "last-day" | "any-day";
  readonly "quarter-share": "equal" | "days";
  readonly "partial-quarter": "calendar-days" | "weekdays" | "whole-quarter";
  readonly "overtime-cap": "annual" | "accrued" | "quarter";
  readonly "salary-models": "all" | "task-force";
  readonly rounding: "half-up" | "half-even";
}
export type ReadingId = keyof Readings;

/** Every value of every reading that the engine knows. A policy names the default of each. */
export const READING_VALUES: { readonly [Id in ReadingId]: readonly Readings[Id][] } = {
  "rate-rounding": ["floor", "nearest", "exact"],
  "award-headcount": ["full-quarter", "last-day", "any-day"],
  "quarter-share": ["equal", "days"],
  "partial-quarter": ["calendar-days", "weekdays", "whole-quarter"],
  "overtime-cap": ["annual", "accrued", "quarter"],
  "salary-models": ["all", "task-force"],
  rounding: ["half-up", "half-even"],
};
