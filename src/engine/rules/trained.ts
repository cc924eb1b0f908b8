import type { Reason } from "../derivation.ts";
import { type Day, dayText, type Quarter } from "../values/calendar.ts";
import type { Span } from "../values/records.ts";

/** Rule trained (VOZ-2025): a row counts from the day of training, that day included. @returns null where it never does */
export const trainedFrom = ({ trainedOn }: Span, day: Day): Day | null =>
  trainedOn === null || trainedOn > day ? trainedOn : day;

/** Why training leaves a row without an eligible day in the quarter, if it does. */
export function whyNotTrained({ trainedOn }: Span, quarter: Quarter): Reason | undefined {
  if (trainedOn === null) return { code: "not-trained", message: "not trained: no training date" };
  if (trainedOn <= quarter.end) return undefined;
  return { code: "trained-later", message: `trained on ${dayText(trainedOn)}, after ${quarter.id}` };
}
