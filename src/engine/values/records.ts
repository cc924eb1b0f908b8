import type { Day } from "./calendar.ts";
import type { Fraction } from "./fraction.ts";
import type { ProgramModel } from "./ids.ts";
import type { AnnualPay, Money, Whole } from "./money.ts";

/** An agency's agreement with ICE for one program model, both days inclusive. */
export interface Agreement {
  /** The line of the file of agreements. */
  readonly line: number;
  readonly model: ProgramModel;
  /** Signed by both sides. */
  readonly signedOn: Day;
  /** null: in force still. */
  readonly endedOn: Day | null;
}

/** The figures of a claim that a paper can stand behind. */
export const EVIDENCE_FIGURES = ["salary", "benefits", "overtime", "award", "equipment", "vehicles"] as const;
export type EvidenceFigure = (typeof EVIDENCE_FIGURES)[number];

/** Which paper stands behind what. */
export interface EvidenceRow {
  /** The line of the file of evidence. */
  readonly line: number;
  /** null: the figure of each officer, and of the agency. */
  readonly officer: string | null;
  readonly quarter: string;
  /** null: every figure. */
  readonly figure: EvidenceFigure | null;
  /** Its name or number. */
  readonly document: string;
  readonly sha256?: string;
  readonly pages?: string;
}

/** One roster row: one officer for one span of time with one pay. */
export interface Span {
  /** The line of the roster on which the row begins. */
  readonly line: number;
  readonly model: ProgramModel;
  /** null: not trained. */
  readonly trainedOn: Day | null;
  /** null: open. Both ends inclusive. */
  readonly start: Day | null;
  readonly end: Day | null;
  readonly eligible: boolean;
  /** Share of paid time on 287(g) duty, 0 to 1. */
  readonly timeShare: Fraction;
  readonly salary: AnnualPay;
  readonly benefits: AnnualPay;
  /** ICE's written authorization of the officer, both days inclusive; left out where the row states none. */
  readonly authorizedOn?: Day;
  readonly authorizedUntil?: Day;
  /** The agreements of the row's agency, of every model, in order of their signing; left out where the run has none. */
  readonly agreements?: readonly Agreement[];
}

/** Pay given as hours and rate of pay, each in ten-thousandths. */
export interface HoursRow {
  readonly hours: Whole;
  readonly rate: Whole;
}

/** Rule actuals: what payroll paid an officer in a quarter. null is unknown, 0 is nothing paid. */
export interface Actuals {
  readonly quarter: string;
  readonly salaryPaid: Money | null;
  readonly benefitsPaid: Money | null;
  readonly overtimePaid: Money | null;
  /** Rows that gave hours × rate in place of salary or overtime paid; they add to it. */
  readonly salaryRows?: readonly HoursRow[];
  readonly overtimeRows?: readonly HoursRow[];
  /** Overtime hours that payroll states, whether or not in place of what was paid, in ten-thousandths. */
  readonly overtimeHours?: Whole;
  readonly otherFunding: Money | null;
  /** The lines of the payroll file that add up to this; none where the roster gave it. */
  readonly payrollLines: readonly number[];
}

export interface Officer {
  readonly id: string;
  readonly name: string;
  /** In roster order; they do not overlap. */
  readonly spans: readonly Span[];
  /** At most one a quarter. */
  readonly actuals: readonly Actuals[];
  /** Receipts for equipment; null where none were given. */
  readonly equipmentCost: Money | null;
}

/** What the agency's row of the rates gave for a quarter. */
export interface Placement {
  readonly quarter: string;
  readonly line: number;
  readonly provided: Whole | null;
  readonly successful: Whole | null;
  /** In percent; null where it is to be had from the counts. */
  readonly rate: Fraction | null;
  /** ICE's determination; null: the award is only indicated. */
  readonly reference: string | null;
  /** Receipts for vehicles in the quarter. */
  readonly vehicleCost: Money | null;
}

/** What payroll paid, in cents; null is unknown, 0 is nothing. */
export type Paid = Pick<Actuals, "salaryPaid" | "benefitsPaid" | "overtimePaid" | "otherFunding">;

/** What a claim filed earlier claimed of one officer. */
export interface PriorLine {
  readonly salary: Money;
  readonly overtime: Money;
  readonly equipment: Money;
  /** The receipts for equipment that it stated; left out where they are not known. */
  readonly receipts?: Money;
  /** What it says was paid in its quarter; left out where it says nothing, or that is not known. */
  readonly paid?: Paid;
}

/** A claim filed earlier for the same agency. */
export interface PriorClaim {
  readonly quarter: string;
  readonly officers: ReadonlyMap<string, PriorLine>;
  readonly vehicles: Money;
}

export interface Agency {
  readonly id: string;
  readonly name: string | null;
  /** In roster order; each record may be made anew whenever it is looked at. */
  readonly officers: Iterable<Officer>;
  readonly placements: readonly Placement[];
  /** The quarters for which payroll names an officer of the roster. */
  readonly payrollQuarters: ReadonlySet<string>;
  readonly prior: readonly PriorClaim[];
  /** In order of their signing; left out where the run has none. */
  readonly agreements?: readonly Agreement[];
  /** Of every quarter, in the order of the file; left out where the run has none. */
  readonly evidence?: readonly EvidenceRow[];
}
