import { type Fraction, fraction } from "../values/fraction.ts";
import type { Terms } from "../values/terms.ts";

const FOURTH = fraction(1, 4);

/** Reading quarter-share: a quarter's share of an annual amount. */
export function quarterShare({ quarter, readings }: Terms): Fraction {
  return readings["quarter-share"] === "equal" ? FOURTH : fraction(quarter.days, quarter.year.days);
}
