import type { Step } from "../derivation.ts";
import { type CapBase, capBase } from "../readings/overtime-cap.ts";
import { dollarsText, inCents, product } from "../values/fraction.ts";
import { divideDown, type Money, moneyText } from "../values/money.ts";
import type { Officer } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { type EarlierLine, lessEarlier } from "./prior-claims.ts";

/**
 * Rule overtime-cap (DHS-2025-09-02: overtime up to 25 % of the annual salary): the room left for the quarter's overtime.
 * Rounded down, because the words are "up to"; less what earlier quarters of the year claimed, never below zero.
 * @param salary the quarter's salary line @param earlier the year's earlier quarters, in order @returns cents, zero or more
 */
export function overtimeCapRoom(
  officer: Officer,
  salary: Money,
  earlier: readonly EarlierLine[],
  terms: Terms,
  steps?: Step[],
): Money {
  const bound = shareRoundedDown(capBase(officer, salary, earlier, terms, steps), terms, steps);
  return terms.readings["overtime-cap"] === "quarter" ? bound : lessEarlier(bound, earlier, steps);
}

function shareRoundedDown({ dollars, inputs }: CapBase, { overtimeCapShare: share }: Terms, steps?: Step[]): Money {
  const exact = product(dollars, share);
  const { n, d } = inCents(exact);
  const bound: Money = divideDown(n, d);
  steps?.push({
    rule: "overtime-cap",
    reading: "overtime-cap",
    policy: "overtime-cap-share",
    ...(inputs ? { inputs } : {}),
    formula: `${dollarsText(dollars)} × ${share.n}/${share.d}`,
    exact: dollarsText(exact),
    rounding: "down",
    value: moneyText(bound),
  });
  return bound;
}
