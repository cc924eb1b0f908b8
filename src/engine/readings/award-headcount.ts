import type { Reason } from "../derivation.ts";
import { countDays, type EligibleDays } from "../rules/eligible.ts";
import type { Terms } from "../values/terms.ts";

/** Who is counted, by the values of the reading. */
export const COUNTED = {
  "full-quarter": "a task force officer on every day of the quarter",
  "last-day": "a task force officer on the last day of the quarter",
  "any-day": "a task force officer on some day of the quarter",
} as const;

/**
 * Reading award-headcount: why a task force officer is not counted for the award.
 * @param rows the officer's rows of the quarter as a task force officer @returns undefined where the officer is counted
 */
export function whyNotCounted(rows: readonly EligibleDays[], { quarter, readings }: Terms): Reason | undefined {
  const days = countDays(rows);
  if (days === 0) return NOT_TASK_FORCE;
  if (days === quarter.days) return undefined;
  switch (readings["award-headcount"]) {
    case "full-quarter":
      return notCounted(`a task force officer on ${days} of ${quarter.days} days, not on every day`);
    case "last-day":
      return rows.some(({ end }) => end === quarter.end)
        ? undefined
        : notCounted("not a task force officer on the last day of the quarter");
    case "any-day":
      return undefined;
  }
}

const NOT_TASK_FORCE: Reason = { code: "award-not-task-force", message: "no award: not a task force officer" };

const notCounted = (why: string): Reason => ({ code: "award-not-counted", message: `no award: ${why}` });
