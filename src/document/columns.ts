import type { InputRef } from "../engine/derivation.ts";

/** The columns that a field of a record is read from; documents state it under the first. */
export const COLUMNS_OF = {
  trainedOn: ["trained_on"],
  start: ["start_date"],
  end: ["end_date"],
  eligible: ["eligible"],
  model: ["program_model"],
  timeShare: ["time_share"],
  salary: ["annual_salary"],
  benefits: ["annual_benefits"],
  salaryPaid: ["salary_paid"],
  benefitsPaid: ["benefits_paid"],
  overtimePaid: ["overtime_paid", "overtime_hours", "overtime_rate"],
  otherFunding: ["other_funding"],
  equipmentCost: ["equipment_cost"],
  rate: ["placement_rate"],
  provided: ["placements_provided"],
  successful: ["placements_successful"],
  reference: ["reference"],
  vehicleCost: ["vehicle_cost"],
} as const satisfies Readonly<Record<InputRef["field"], readonly string[]>>;
