import { exactly, type InputRef, type Step } from "../derivation.ts";
import { exactText, type Fraction, fraction } from "../values/fraction.ts";
import { times } from "../values/money.ts";
import type { Placement } from "../values/records.ts";

/**
 * Rule placement-rate (DHS-2025-09-02): the rate in percent, exactly; from the counts where there are counts.
 * @returns undefined where nobody was provided, or no rate was given
 */
export function placementRate(placement: Placement | undefined): Fraction | undefined {
  if (!placement) return undefined;
  const { provided, successful, rate } = placement;
  if (provided === null || successful === null) return rate ?? undefined;
  return provided === 0 ? undefined : fraction(times(successful, 100), provided);
}

/** Writes where the rate came from. */
export function explainRate({ provided, successful, line }: Placement, rate: Fraction, steps: Step[]): void {
  const counted = provided !== null && successful !== null;
  const read = (field: InputRef["field"]): InputRef => ({ of: "rates", field, lines: [line] });
  const value = exactText(rate);
  steps.push(
    exactly(value, {
      rule: "placement-rate",
      inputs: counted ? [read("successful"), read("provided")] : [read("rate")],
      formula: counted ? `${successful} ÷ ${provided} × 100` : value,
    }),
  );
}
