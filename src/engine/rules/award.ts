import { type InputRef, nothing, type Step } from "../derivation.ts";
import { whyNotCounted } from "../readings/award-headcount.ts";
import { bandOf, bandText, wholePercent } from "../readings/rate-rounding.ts";
import { decimalText, exactText, type Fraction } from "../values/fraction.ts";
import { type Money, moneyText, ZERO } from "../values/money.ts";
import type { Reason } from "../values/reasons.ts";
import type { Placement } from "../values/records.ts";
import type { Band, Terms } from "../values/terms.ts";
import type { EligibleDays } from "./eligible.ts";
import { placementRate } from "./placement-rate.ts";

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

/** Rule placement-rate: the agency's rate, its band and the award for each counted officer. */
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
 * @param days the officer's eligible days as a task force officer @returns cents and the reason where it is zero
 */
export function award(
  days: readonly EligibleDays[],
  agency: AwardTerms,
  terms: Terms,
  steps?: Step[],
): { amount: Money; reason: Reason | undefined } {
  const reason = whyNotCounted(days, terms) ?? agency.none;
  const amount = reason ? ZERO : agency.perOfficer;
  if (steps) explainAward(days, agency, reason, terms, steps);
  return { amount, reason };
}

function explainAward(
  days: readonly EligibleDays[],
  agency: AwardTerms,
  reason: Reason | undefined,
  terms: Terms,
  steps: Step[],
): void {
  if (days.length === 0) {
    if (reason) steps.push(nothing({ rule: "program-model", note: reason.message }));
    return;
  }
  if (agency.rate) explainRate(agency, agency.rate, terms, steps);
  const inputs = [{ of: "roster", field: "model", lines: days.map(({ span }) => span.line) } as const];
  if (reason && reason === agency.none) {
    const policy = agency.rate ? { policy: "award-bands" as const } : {};
    steps.push(nothing({ rule: "award", ...policy, note: reason.message }));
  } else if (reason) steps.push(nothing({ rule: "award", reading: "award-headcount", inputs, note: reason.message }));
  else {
    const value = moneyText(agency.perOfficer);
    const note = `band ${agency.band ? bandText(agency.band).replace("-", " to ") : ""} %, ${COUNTED[terms.readings["award-headcount"]]}`;
    const counted = { rule: "award", reading: "award-headcount", policy: "award-bands", inputs, note } as const;
    steps.push({ ...counted, formula: value, exact: value, value });
  }
}

const COUNTED = {
  "full-quarter": "a task force officer on every day of the quarter",
  "last-day": "a task force officer on the last day of the quarter",
  "any-day": "a task force officer on some day of the quarter",
} as const;

function explainRate({ placement, band }: AwardTerms, rate: Fraction, terms: Terms, steps: Step[]): void {
  const reading = terms.readings["rate-rounding"];
  const counts = placement && placement.provided !== null && placement.successful !== null ? placement : undefined;
  const read = (field: InputRef["field"]): InputRef => ({
    of: "rates",
    field,
    lines: placement ? [placement.line] : [],
  });
  const value = exactText(rate);
  steps.push({
    rule: "placement-rate",
    inputs: counts ? [read("successful"), read("provided")] : [read("rate")],
    formula: counts ? `${counts.successful} ÷ ${counts.provided} × 100` : value,
    exact: value,
    value,
  });
  if (/^\d+$/.test(value)) return;
  const step = { rule: "placement-rate", reading: "rate-rounding", formula: value, exact: value } as const;
  if (reading === "exact") {
    if (!band) steps.push({ ...step, note: "strictly between two bands, or below them all", value });
    return;
  }
  const rounding = reading === "floor" ? "whole percent, down" : "whole percent, half up";
  steps.push({ ...step, rounding, value: String(wholePercent(rate, reading)) });
}
