import type { InputRef, Step } from "../derivation.ts";
import { type Day, dayText, type Quarter } from "../values/calendar.ts";
import type { Reason } from "../values/reasons.ts";
import type { Officer, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";

/** The eligible days of one roster row in a period, both ends inclusive. */
export interface EligibleDays {
  readonly span: Span;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
}

/**
 * Rules trained and eligible (VOZ-2025: each trained and eligible officer; programme-start: DHS-2025-09-02).
 * The eligible days of a row run from the latest of period start, programme start, training and start of the span to the
 * earlier of period end and end of the span; none where the row is not trained or not eligible.
 */
export function eligibleDays(span: Span, start: Day, end: Day, programmeStart: Day): EligibleDays | undefined {
  if (!span.eligible || span.trainedOn === null) return undefined;
  let first = start > programmeStart ? start : programmeStart;
  if (span.trainedOn > first) first = span.trainedOn;
  if (span.start !== null && span.start > first) first = span.start;
  const last = span.end !== null && span.end < end ? span.end : end;
  return first > last ? undefined : { span, start: first, end: last, days: last - first + 1 };
}

/** The rows of an officer with an eligible day from `start` to `end`, in roster order. */
export function eligibleSpans(officer: Officer, start: Day, end: Day, terms: Terms): EligibleDays[] {
  const { spans } = officer;
  // Nearly every officer has one row: an array of one takes a ninth of the room of one that grows.
  const first = spans[0] && eligibleDays(spans[0], start, end, terms.programmeStart);
  const found = first ? [first] : [];
  for (let i = 1; i < spans.length; i++) {
    const days = eligibleDays(spans[i] as Span, start, end, terms.programmeStart);
    if (days) found.push(days);
  }
  return found;
}

const addDays = (sum: number, { days }: EligibleDays): number => sum + days;

export function countDays(spans: readonly EligibleDays[]): number {
  return spans.reduce(addDays, 0);
}

/** Rule program-model: the days as a task force officer alone. */
export const taskForce = (spans: readonly EligibleDays[]): readonly EligibleDays[] =>
  spans.every(isTaskForce) ? spans : spans.filter(isTaskForce);

const isTaskForce = ({ span }: EligibleDays): boolean => span.model === "TFM";

/** Reading salary-models: the rows whose salary and overtime are claimed. */
export const salaried = (spans: readonly EligibleDays[], terms: Terms): readonly EligibleDays[] =>
  spans.every(isTaskForce) || terms.readings["salary-models"] === "all" ? spans : taskForce(spans);

/** Why an officer has no eligible day: one reason for each different cause among the rows. */
export function whyNoEligibleDay(officer: Officer, quarter: Quarter): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const span of officer.spans) {
    const reason = whyNotEligible(span, quarter);
    reasons.set(reason.code, reason);
  }
  return [...reasons.values()];
}

function whyNotEligible(span: Span, quarter: Quarter): Reason {
  if (!span.eligible) return { code: "not-eligible", message: "marked as not eligible" };
  if (span.trainedOn === null) return { code: "not-trained", message: "not trained: no training date" };
  if (span.trainedOn > quarter.end)
    return { code: "trained-later", message: `trained on ${dayText(span.trainedOn)}, after ${quarter.id}` };
  if (span.start !== null && span.start > quarter.end)
    return { code: "starts-later", message: `starts on ${dayText(span.start)}, after ${quarter.id}` };
  if (span.end !== null && span.end < quarter.start)
    return { code: "ended-earlier", message: `ended on ${dayText(span.end)}, before ${quarter.id}` };
  return { code: "no-eligible-day", message: `no day in ${quarter.id} is both trained and in the span` };
}

/** Writes how the eligible days came about: one step a row, and their sum. */
export function explainEligibleDays(
  officer: Officer,
  spans: readonly EligibleDays[],
  terms: Terms,
  steps: Step[],
): void {
  for (const row of spans)
    steps.push({
      ...whatBounds(row, terms),
      inputs: boundaries(row.span, row.start, row.end),
      formula: `${dayText(row.end)} − ${dayText(row.start)} + 1`,
      exact: String(row.days),
      value: String(row.days),
    });
  if (spans.length > 1)
    steps.push({
      rule: "eligible",
      formula: spans.map(({ days }) => days).join(" + "),
      exact: String(countDays(spans)),
      value: String(countDays(spans)),
    });
  if (spans.length > 0) return;
  const cells = officer.spans.flatMap((span) => [cell("trainedOn", span.line), cell("eligible", span.line)]);
  for (const { message } of whyNoEligibleDay(officer, terms.quarter))
    steps.push({ rule: "eligible", inputs: cells, note: message, formula: "0", exact: "0", value: "0" });
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

function boundaries(span: Span, start: Day, end: Day): InputRef[] {
  const read: InputRef[] = [cell("trainedOn", span.line)];
  if (span.start === start) read.push(cell("start", span.line));
  if (span.end === end) read.push(cell("end", span.line));
  return read;
}
