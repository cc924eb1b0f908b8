/** Why a figure is less than somebody might expect. The code is stable; the message is for people. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
}

export type ReasonCode =
  | "not-trained"
  | "not-eligible"
  | "trained-later"
  | "starts-later"
  | "ended-earlier"
  | "no-eligible-day"
  | "salary-not-task-force"
  | "overtime-over-cap"
  | "overtime-no-eligible-day"
  | "overtime-not-task-force"
  | "other-funding-covers"
  | "other-funding-excess"
  | "award-not-task-force"
  | "award-not-counted"
  | "award-no-rate"
  | "award-outside-bands"
  | "equipment-not-task-force"
  | "equipment-over-allowance"
  | "equipment-claimed-before"
  | "vehicles-no-task-force"
  | "vehicles-over-allowance"
  | "no-amount";
