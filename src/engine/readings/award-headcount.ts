import { countDays, type EligibleDays } from "../rules/eligible.ts";
import type { Reason } from "../values/reasons.ts";
import type { Terms } from "../values/terms.ts";

/**
 * Reading award-headcount: why a task force officer is not counted for the award.
 * @param days the officer's eligible days of the quarter as a task force officer @returns undefined where the officer is counted
 */
export function whyNotCounted(days: readonly EligibleDays[], { quarter, readings }: Terms): Reason | undefined {
  const counted = countDays(days);
  if (counted === 0) return NOT_TASK_FORCE;
  if (counted === quarter.days) return undefined;
  switch (readings["award-headcount"]) {
    case "full-quarter":
      return notCounted(`a task force officer on ${counted} of ${quarter.days} days, not on every day`);
    case "last-day":
      return days.some(({ end }) => end === quarter.end)
        ? undefined
        : notCounted("not a task force officer on the last day of the quarter");
    case "any-day":
      return undefined;
  }
}

const NOT_TASK_FORCE: Reason = { code: "award-not-task-force", message: "no award: not a task force officer" };

const notCounted = (why: string): Reason => ({ code: "award-not-counted", message: `no award: ${why}` });
