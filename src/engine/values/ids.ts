/**
 * The ids of the programme, one table each. Types, schemas, lists of flags and pages derive from them.
 */

/** A rule in one sentence, and the publications that it rests on; none where it is what claims commonly do. */
interface RuleText {
  readonly says: string;
  /** Keys of the policy's sources. */
  readonly sources: readonly string[];
}

/** Every rule, in the order of a claim. Each that decides a figure is a file of its name; docs/rules.md explains it under its id. */
export const RULES = {
  "fiscal-quarter": {
    says: "a quarter is one of the federal fiscal year, which begins on 1 October",
    sources: ["DHS-2025-09-02"],
  },
  "programme-start": { says: "nothing before 1 October 2025 is reimbursable", sources: ["DHS-2025-09-02"] },
  trained: { says: "an officer counts from the day of training, that day included", sources: ["VOZ-2025"] },
  eligible: { says: "an officer counts while eligible and within the span of the row", sources: ["VOZ-2025"] },
  authority: {
    says: "a day counts while an agreement of the agency and model, and the officer's authorization, are in force",
    sources: ["MOA-TFM-2025-03"],
  },
  "program-model": { says: "an officer is task force, jail enforcement or warrant service", sources: ["VOZ-2025"] },
  salary: {
    says: "the quarter's share of annual salary, by time share and eligible part of the quarter",
    sources: ["DHS-2025-09-02", "VOZ-2025"],
  },
  benefits: {
    says: "the quarter's share of annual benefits, by time share and eligible part of the quarter",
    sources: ["DHS-2025-09-02", "VOZ-2025"],
  },
  actuals: { says: "what payroll paid bounds what is claimed", sources: ["2-CFR-200.430"] },
  "cost-basis": { says: "an estimate by itself does not support a charge", sources: ["2-CFR-200.430"] },
  overtime: { says: "overtime paid, up to the room under the cap", sources: ["DHS-2025-09-02"] },
  "overtime-cap": { says: "overtime up to 25 % of annual salary, rounded down", sources: ["DHS-2025-09-02"] },
  "prior-claims": { says: "what earlier quarters of the year claimed draws down the cap", sources: ["DHS-2025-09-02"] },
  "other-funding": { says: "what another grant pays is not claimed again", sources: ["2-CFR-200.430"] },
  award: {
    says: "a fixed amount for each counted task force officer, by band, never prorated",
    sources: ["DHS-2025-09-02", "VOZ-2025"],
  },
  "placement-rate": { says: "locations that were successful out of those provided", sources: ["DHS-2025-09-02"] },
  "carried-over": {
    says: "actuals that an earlier claim was computed from are not claimed again",
    sources: ["2-CFR-200.430"],
  },
  equipment: { says: "receipts up to a once-ever allowance for each task force officer", sources: ["FOP-2025-09"] },
  vehicles: {
    says: "receipts up to a once-ever allowance for each agency",
    sources: ["FOP-2025-09", "FLHSMV-2025-10-01"],
  },
  "once-ever": {
    says: "an allowance is given once: what prior claims claimed comes off it",
    sources: ["FOP-2025-09", "FLHSMV-2025-10-01"],
  },
  total: { says: "the sum of the lines; nothing is rounded again", sources: [] },
} as const satisfies Record<string, RuleText>;

export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as [RuleId, ...RuleId[]];

/** The questions that the public text leaves open, each with the values it may be read by. A policy names the default of each. */
export const READINGS = {
  "rate-rounding": ["floor", "nearest", "exact"],
  "award-headcount": ["full-quarter", "last-day", "any-day"],
  "quarter-share": ["equal", "days"],
  "partial-quarter": ["calendar-days", "weekdays", "whole-quarter"],
  "overtime-cap": ["annual", "accrued", "quarter"],
  "salary-models": ["all", "task-force"],
  rounding: ["half-up", "half-even"],
} as const;

export type ReadingId = keyof typeof READINGS;
export const READING_IDS = Object.keys(READINGS) as [ReadingId, ...ReadingId[]];
/** The value taken of each reading. */
export type Readings = { readonly [Id in ReadingId]: (typeof READINGS)[Id][number] };

/** The dated values of the policy file, each with its kind. */
export const PARAMETERS = {
  "programme-start": "date",
  "overtime-cap-share": "percent",
  "award-bands": "bands",
  "equipment-allowance": "money",
  "vehicle-allowance": "money",
  "authorization-years": "years",
} as const;
export type ParameterId = keyof typeof PARAMETERS;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as [ParameterId, ...ParameterId[]];

/** The figures of an officer's claim that have a derivation, in its order. */
export const FIGURES = [
  "eligible_days",
  "salary",
  "benefits",
  "estimated",
  "overtime_cap_room",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "total",
] as const;
export type FigureId = (typeof FIGURES)[number];

/** Rule program-model: task force, jail enforcement, warrant service officer. */
export const MODELS = ["TFM", "JEM", "WSO"] as const;
export type ProgramModel = (typeof MODELS)[number];

/** What stands behind an officer's salary and benefits lines. */
export const BASES = ["actual", "partial", "estimate"] as const;
export type Basis = (typeof BASES)[number];

/** How the value of a step was made of the exact one. */
export const ROUNDINGS = [...READINGS.rounding, "down", "whole percent, down", "whole percent, half up"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Why a figure is less than somebody might expect; the rule that says so is in the file of its name. */
export const REASONS = [
  "not-trained",
  "not-eligible",
  "trained-later",
  "starts-later",
  "ended-earlier",
  "no-agreement",
  "agreement-later",
  "agreement-ended",
  "authorized-later",
  "authorization-ended",
  "no-eligible-day",
  "salary-not-task-force",
  "overtime-over-cap",
  "overtime-no-eligible-day",
  "overtime-not-task-force",
  "other-funding-covers",
  "other-funding-excess",
  "award-not-task-force",
  "award-not-counted",
  "award-no-rate",
  "award-outside-bands",
  "equipment-not-task-force",
  "equipment-over-allowance",
  "equipment-claimed-before",
  "vehicles-no-task-force",
  "vehicles-over-allowance",
  "no-amount",
  "above-share",
  "other-time",
  "other-funding",
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** Something of each entry of a table, under the same keys. */
export const mapped = <T extends object, R>(table: T, make: (value: T[keyof T]) => R): { readonly [K in keyof T]: R } =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, make(value)])) as { readonly [K in keyof T]: R };
