import { exactly, nothing, type Reason, type Step } from "../derivation.ts";
import { COUNTED, whyNotCounted } from "../readings/award-headcount.ts";
import { bandOf, bandText, explainBand } from "../readings/rate-rounding.ts";
import { decimalText, type Fraction } from "../values/fraction.ts";
import { type Money, moneyText, ZERO } from "../values/money.ts";
import type { Placement } from "../values/records.ts";
import type { Band, Terms } from "../values/terms.ts";
import type { EligibleDays } from "./eligible.ts";
import { explainRate, placementRate } from "./placement-rate.ts";

/** What an agency's placement rate of the quarter gives each counted officer. */
export interface AwardTerms {
  readonly placement: Placement | undefined;
  /** In percent, exact; undefined: no rate. */
  readonly rate: Fraction | undefined;
  readonly band: Band | undefined;
  readonly perOfficer: Money;
  /** Why nobody is awarded, where nobody is. */
  readonly none: Reason | undefined;
}

/** The agency's rate, its band and the award for each counted officer. */
export function awardTerms(placement: Placement | undefined, terms: Terms): AwardTerms {
  const rate = placementRate(placement);
  const band = rate && bandOf(rate, terms);
  return { placement, rate, band, perOfficer: band?.award ?? ZERO, none: band ? undefined : whyNone(rate, placement) };
}

function whyNone(rate: Fraction | undefined, placement: Placement | undefined): Reason {
  if (rate)
    return {
      code: "award-outside-bands",
      message: `no award: a placement rate of ${decimalText(rate, 6)} % is in no award band`,
    };
  return {
    code: "award-no-rate",
    message: placement?.provided === 0 ? "no award: no locations were provided" : "no award: no placement rate",
  };
}

/**
 * Rule award (DHS-2025-09-02, VOZ-2025): the band's amount for each counted task force officer, never prorated.
 * @param rows the officer's rows of the quarter as a task force officer @returns cents, and the reason where it is zero
 */
export function award(
  rows: readonly EligibleDays[],
  agency: AwardTerms,
  terms: Terms,
  steps?: Step[],
): { readonly amount: Money; readonly reason: Reason | undefined } {
  const reason = whyNotCounted(rows, terms) ?? agency.none;
  if (steps) explainAward(rows, agency, reason, terms, steps);
  return { amount: reason ? ZERO : agency.perOfficer, reason };
}

function explainAward(
  rows: readonly EligibleDays[],
  { placement, rate, band, perOfficer, none }: AwardTerms,
  reason: Reason | undefined,
  terms: Terms,
  steps: Step[],
): void {
  if (rows.length === 0) {
    if (reason) steps.push(nothing({ rule: "program-model", note: reason.message }));
    return;
  }
  if (placement && rate) {
    explainRate(placement, rate, steps);
    explainBand(rate, band, terms, steps);
  }
  const inputs = [{ of: "roster", field: "model", lines: rows.map(({ span }) => span.line) } as const];
  if (reason && reason === none)
    steps.push(nothing({ rule: "award", ...(rate ? { policy: "award-bands" } : {}), note: reason.message }));
  else if (reason) steps.push(nothing({ rule: "award", reading: "award-headcount", inputs, note: reason.message }));
  else {
    const value = moneyText(perOfficer);
    const note = `band ${band ? bandText(band).replace("-", " to ") : ""} %, ${COUNTED[terms.readings["award-headcount"]]}`;
    const decided = { rule: "award", reading: "award-headcount", policy: "award-bands" } as const;
    steps.push(exactly(value, { ...decided, inputs, note, formula: value }));
  }
}
