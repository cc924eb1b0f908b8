import type { Step } from "../derivation.ts";
import type { Money } from "../values/money.ts";
import type { Terms } from "../values/terms.ts";
import { atMostPaid } from "./actuals.ts";
import type { EligibleDays } from "./eligible.ts";
import { shareOfYear } from "./salary.ts";

/** Rule benefits (DHS-2025-09-02, VOZ-2025): as salary, of annual benefits and benefits paid. @returns cents, zero or more */
export const benefits = (
  rows: readonly EligibleDays[],
  officerDays: number,
  paid: Money | null,
  terms: Terms,
  steps?: Step[],
): Money => atMostPaid(shareOfYear("benefits", rows, officerDays, terms, steps), paid, "benefitsPaid", steps);
