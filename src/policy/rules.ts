import type { RuleId } from "../engine/derivation.ts";

/** A rule in one sentence, and the publications that it rests on; none where it is what claims commonly do. */
export interface RuleText {
  readonly says: string;
  /** Keys of the policy's sources. */
  readonly sources: readonly string[];
}

/** Every rule that can appear in a derivation. docs/rules.md explains each at length under its id. */
export const RULE_TEXTS: { readonly [Id in RuleId]: RuleText } = {
  "fiscal-quarter": {
    says: "a quarter is one of the federal fiscal year, which begins on 1 October",
    sources: ["DHS-2025-09-02"],
  },
  "programme-start": { says: "nothing before 1 October 2025 is reimbursable", sources: ["DHS-2025-09-02"] },
  trained: { says: "an officer counts from the day of training, that day included", sources: ["VOZ-2025"] },
  eligible: { says: "an officer counts while eligible and within the span of the row", sources: ["VOZ-2025"] },
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
  equipment: { says: "receipts up to a once-ever allowance for each task force officer", sources: ["FOP-2025-09"] },
  vehicles: {
    says: "receipts up to a once-ever allowance for each agency",
    sources: ["FOP-2025-09", "FLHSMV-2025-10-01"],
  },
  total: { says: "the sum of the lines; nothing is rounded again", sources: [] },
};
