import { exactly, type InputRef, nothing, type Reason, type Step } from "../derivation.ts";
import { type Day, dayText, type Quarter } from "../values/calendar.ts";
import type { Officer, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { notBeforeProgramme } from "./programme-start.ts";
import { trainedFrom, whyNotTrained } from "./trained.ts";

/** The eligible days of one roster row in a period, both ends inclusive. */
export interface EligibleDays {
  readonly span: Span;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
}

/**
 * Rule eligible (VOZ-2025: each trained and eligible officer): the days of a row from the latest of period start, programme
 * start, training and start of the span to the earlier of period end and end of the span.
 * @returns undefined where there is none, or the row is marked as not eligible
 */
export function eligibleDays(span: Span, start: Day, end: Day, programmeStart: Day): EligibleDays | undefined {
  if (!span.eligible) return undefined;
  let first = trainedFrom(span, notBeforeProgramme(start, programmeStart));
  if (first === null) return undefined;
  if (span.start !== null && span.start > first) first = span.start;
  const last = span.end !== null && span.end < end ? span.end : end;
  return first > last ? undefined : { span, start: first, end: last, days: last - first + 1 };
}

/** The rows of an officer with an eligible day from `start` to `end`, in roster order. */
export function eligibleRows({ spans }: Officer, start: Day, end: Day, { programmeStart }: Terms): EligibleDays[] {
  const found: EligibleDays[] = [];
  for (const span of spans) {
    const days = eligibleDays(span, start, end, programmeStart);
    if (days) found.push(days);
  }
  return found;
}

export function countDays(rows: readonly EligibleDays[]): number {
  let count = 0;
  for (const { days } of rows) count += days;
  return count;
}

/** Why an officer has no eligible day: one reason for each different cause among the rows. */
export function whyNoEligibleDay({ spans }: Officer, quarter: Quarter): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const span of spans) {
    const reason = whyNotEligible(span, quarter);
    reasons.set(reason.code, reason);
  }
  return [...reasons.values()];
}

function whyNotEligible(span: Span, quarter: Quarter): Reason {
  if (!span.eligible) return { code: "not-eligible", message: "marked as not eligible" };
  const untrained = whyNotTrained(span, quarter);
  if (untrained) return untrained;
  if (span.start !== null && span.start > quarter.end)
    return { code: "starts-later", message: `starts on ${dayText(span.start)}, after ${quarter.id}` };
  if (span.end !== null && span.end < quarter.start)
    return { code: "ended-earlier", message: `ended on ${dayText(span.end)}, before ${quarter.id}` };
  return { code: "no-eligible-day", message: `no day in ${quarter.id} is both trained and in the span` };
}

/** Writes how the eligible days came about: one step a row, and their sum; or why there is none. */
export function explainEligibleDays(
  officer: Officer,
  rows: readonly EligibleDays[],
  terms: Terms,
  steps: Step[],
): void {
  for (const row of rows)
    steps.push(
      exactly(String(row.days), {
        ...whatBounds(row, terms),
        inputs: bounds(row),
        formula: `${dayText(row.end)} − ${dayText(row.start)} + 1`,
      }),
    );
  if (rows.length > 1)
    steps.push(
      exactly(String(countDays(rows)), { rule: "eligible", formula: rows.map(({ days }) => days).join(" + ") }),
    );
  if (rows.length > 0) return;
  const inputs = officer.spans.flatMap(({ line }) => [cell("trainedOn", line), cell("eligible", line)]);
  for (const { message } of whyNoEligibleDay(officer, terms.quarter))
    steps.push({ ...nothing({ rule: "eligible", inputs, note: message }), value: "0" });
}

/** The rule that sets the first day, or the last where the first is the quarter's. */
function whatBounds(
  { span, start, days }: EligibleDays,
  { quarter, programmeStart }: Terms,
): Pick<Step, "rule" | "policy"> {
  if (days === quarter.days) return { rule: "fiscal-quarter" };
  if (start === span.trainedOn) return { rule: "trained" };
  if (start === programmeStart) return { rule: "programme-start", policy: "programme-start" };
  return { rule: "eligible" };
}

const cell = (field: InputRef["field"], line: number): InputRef => ({ of: "roster", field, lines: [line] });

function bounds({ span, start, end }: EligibleDays): InputRef[] {
  const read: InputRef[] = [cell("trainedOn", span.line)];
  if (span.start === start) read.push(cell("start", span.line));
  if (span.end === end) read.push(cell("end", span.line));
  return read;
}
