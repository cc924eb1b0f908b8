import { type Fraction, fraction } from "../values/fraction.ts";
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
