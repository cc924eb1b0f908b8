import { whyNotCounted } from "./award-headcount.ts";
import type { InputRef, Step } from "./derivation.ts";
import type { EligibleDays } from "./eligibility.ts";
import { decimalText, exactText, type Fraction } from "./fraction.ts";
import { divide, type Money, moneyText, ZERO } from "./money.ts";
import { placementRate } from "./placement-rate.ts";
import { bandOf, bandText } from "./rate-rounding.ts";
import type { Reason } from "./reasons.ts";
import type { Placement } from "./records.ts";
import type { Band, Terms } from "./terms.ts";

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
  const lines = days.map(({ span }) => span.line);
  if (days.length > 0 && agency.rate) explainRate(agency, agency.rate, terms, steps);
  const uncounted = reason && reason !== agency.none;
  const amount = moneyText(reason ? ZERO : agency.perOfficer);
  steps.push({
    rule: "award",
    ...(days.length > 0 && (uncounted || !reason) ? { reading: "award-headcount" as const } : {}),
    ...(reason ? {} : { policy: "award-bands" as const }),
    ...(lines.length > 0 ? { inputs: [{ of: "roster" as const, field: "model" as const, lines }] } : {}),
    formula: reason?.message ?? amount,
    exact: amount,
    value: amount,
  });
}

function explainRate({ placement, band }: AwardTerms, rate: Fraction, terms: Terms, steps: Step[]): void {
  const reading = terms.readings["rate-rounding"];
  const counts = placement?.provided !== null;
  const read = (field: InputRef["field"]): InputRef => ({
    of: "rates",
    field,
    lines: placement ? [placement.line] : [],
  });
  const value = exactText(rate);
  steps.push({
    rule: "placement-rate",
    inputs: counts ? [read("successful"), read("provided")] : [read("rate")],
    formula: counts ? `${placement?.successful} ÷ ${placement?.provided} × 100` : value,
    exact: value,
    value,
  });
  if (reading !== "exact" && !/^\d+$/.test(value))
    steps.push({
      rule: "placement-rate",
      reading: "rate-rounding",
      formula: value,
      exact: value,
      rounding: reading === "floor" ? "whole percent, down" : "whole percent, half up",
      value: String(divide(rate.n, rate.d, reading === "floor" ? "down" : "half-up")),
    });
  else if (reading === "exact" && !band)
    steps.push({ rule: "placement-rate", reading: "rate-rounding", formula: value, exact: value, value });
  if (band)
    steps.push({
      rule: "award",
      policy: "award-bands",
      formula: `${bandText(band)} %: ${moneyText(band.award)}`,
      exact: moneyText(band.award),
      value: moneyText(band.award),
    });
}
