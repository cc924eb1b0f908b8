import { exactly, type InputRef, nothing, type Reason, type Step } from "../derivation.ts";
import { type Day, dayText } from "../values/calendar.ts";
import type { ReasonCode, RuleId } from "../values/ids.ts";
import type { Agreement, Officer, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { agreementsFor, authority, authorizedUntil, whyNoAuthority } from "./authority.ts";
import { notBeforeProgramme } from "./programme-start.ts";
import { trainedFrom, whyNotTrained } from "./trained.ts";

/** Eligible days of one roster row in a period, one after the other, both ends inclusive. */
export interface EligibleDays {
  readonly span: Span;
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
  /** The agreements in force on them; left out where the run has none. */
  readonly agreements?: readonly Agreement[];
}

/**
 * Rule eligible (VOZ-2025: each trained and eligible officer): the days of a row from the latest of period start, programme
 * start, training and start of the span to the earlier of period end and end of the span, as far as authority reaches.
 * @param found takes them: none where there is none, or the row is marked as not eligible; several where authority has gaps
 */
function addEligibleDays(span: Span, start: Day, end: Day, terms: Terms, found: EligibleDays[]): void {
  if (!span.eligible) return;
  let first = trainedFrom(span, notBeforeProgramme(start, terms.programmeStart));
  if (first === null) return;
  if (span.start !== null && span.start > first) first = span.start;
  const last = span.end !== null && span.end < end ? span.end : end;
  if (first > last) return;
  if (!isBoundByAuthority(span)) found.push({ span, start: first, end: last, days: last - first + 1 });
  else
    for (const { start, end, agreements } of authority(span, first, last, terms))
      found.push({ span, start, end, days: end - start + 1, ...(span.agreements && { agreements }) });
}

const isBoundByAuthority = (span: Span): boolean =>
  span.agreements !== undefined || span.authorizedOn !== undefined || span.authorizedUntil !== undefined;

/** The eligible days of an officer from `start` to `end`, row by row in roster order. */
export function eligibleRows({ spans }: Pick<Officer, "spans">, start: Day, end: Day, terms: Terms): EligibleDays[] {
  const found: EligibleDays[] = [];
  for (const span of spans) addEligibleDays(span, start, end, terms, found);
  return found;
}

export function countDays(rows: readonly EligibleDays[]): number {
  let count = 0;
  for (const { days } of rows) count += days;
  return count;
}

/** Why an officer has no eligible day: one reason for each different cause among the rows. */
export function whyNoEligibleDay({ spans }: Officer, terms: Terms): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const span of spans) {
    const reason = whyNotEligible(span, terms);
    reasons.set(reason.code, reason);
  }
  return [...reasons.values()];
}

function whyNotEligible(span: Span, terms: Terms): Reason {
  const { quarter } = terms;
  if (!span.eligible) return { code: "not-eligible", message: "marked as not eligible" };
  const untrained = whyNotTrained(span, quarter);
  if (untrained) return untrained;
  if (span.start !== null && span.start > quarter.end)
    return { code: "starts-later", message: `starts on ${dayText(span.start)}, after ${quarter.id}` };
  if (span.end !== null && span.end < quarter.start)
    return { code: "ended-earlier", message: `ended on ${dayText(span.end)}, before ${quarter.id}` };
  const unauthorized = whyNoAuthority(span, quarter, terms);
  if (unauthorized) return unauthorized;
  const authorized = isBoundByAuthority(span) ? ", authorized" : "";
  return { code: "no-eligible-day", message: `no day in ${quarter.id} is both trained${authorized} and in the span` };
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
        inputs: bounds(row, terms),
        formula: `${dayText(row.end)} − ${dayText(row.start)} + 1`,
      }),
    );
  if (rows.length > 1)
    steps.push(
      exactly(String(countDays(rows)), { rule: "eligible", formula: rows.map(({ days }) => days).join(" + ") }),
    );
  if (rows.length > 0) return;
  for (const { code, message } of whyNoEligibleDay(officer, terms)) {
    const [rule, fields] = BARRED[code] ?? BARRED["no-eligible-day"];
    const spans = officer.spans.filter((span) => whyNotEligible(span, terms).code === code);
    const inputs = spans.flatMap((span) => fields.flatMap((field) => cellsOf(span, field)));
    steps.push({ ...nothing({ rule, inputs, note: message }), value: "0" });
  }
}

type Field = InputRef["field"];

/** Which rule bars a row without an eligible day, and by which cells. */
const BARRED: Partial<Record<ReasonCode, readonly [RuleId, readonly Field[]]>> & {
  "no-eligible-day": readonly [RuleId, readonly Field[]];
} = {
  "not-eligible": ["eligible", ["eligible"]],
  "not-trained": ["trained", ["trainedOn"]],
  "trained-later": ["trained", ["trainedOn"]],
  "starts-later": ["eligible", ["start"]],
  "ended-earlier": ["eligible", ["end"]],
  "no-agreement": ["authority", ["model"]],
  "agreement-later": ["authority", ["signedOn"]],
  "agreement-ended": ["authority", ["endedOn"]],
  "authorized-later": ["authority", ["authorizedOn"]],
  "authorization-ended": ["authority", ["authorizedOn", "authorizedUntil"]],
  "no-eligible-day": [
    "eligible",
    ["trainedOn", "start", "end", "authorizedOn", "authorizedUntil", "signedOn", "endedOn"],
  ],
};

const cellsOf = (span: Span, field: Field): InputRef[] =>
  field === "signedOn" || field === "endedOn"
    ? agreementsFor(span).map(({ line }) => ofAgreement(field, line))
    : [cell(field, span.line)];

/** The rule that sets the first day, or the last where the first is the quarter's. */
function whatBounds(row: EligibleDays, terms: Terms): Pick<Step, "rule" | "policy"> {
  const { span, start, end } = row;
  const { quarter, programmeStart } = terms;
  const [first, last] = [start > quarter.start ? start : null, end < quarter.end ? end : null];
  if (first === null && last === null) return { rule: "fiscal-quarter" };
  if (first !== null && first === span.trainedOn) return { rule: "trained" };
  if (isAuthorityBound(row, first, last, terms)) {
    const byYears = span.authorizedUntil === undefined && last !== null && last === authorizedUntil(span, terms);
    return { rule: "authority", ...(byYears && { policy: "authorization-years" as const }) };
  }
  if (first === programmeStart) return { rule: "programme-start", policy: "programme-start" };
  return { rule: "eligible" };
}

/** Whether authority sets the first day or the last. @param first,last null: the quarter's */
const isAuthorityBound = (
  { span, agreements = [] }: EligibleDays,
  first: Day | null,
  last: Day | null,
  terms: Terms,
): boolean =>
  (first !== null && (first === span.authorizedOn || first === agreements[0]?.signedOn)) ||
  (last !== null && (last === authorizedUntil(span, terms) || agreements.some(({ endedOn }) => endedOn === last)));

const cell = (field: InputRef["field"], line: number): InputRef => ({ of: "roster", field, lines: [line] });
const ofAgreement = (field: InputRef["field"], line: number): InputRef => ({ of: "agreements", field, lines: [line] });

function bounds({ span, start, end, agreements = [] }: EligibleDays, terms: Terms): InputRef[] {
  const read: InputRef[] = [cell("trainedOn", span.line)];
  if (span.start === start) read.push(cell("start", span.line));
  if (span.end === end) read.push(cell("end", span.line));
  const byYears = span.authorizedUntil === undefined && authorizedUntil(span, terms) === end;
  if (span.authorizedOn === start || byYears) read.push(cell("authorizedOn", span.line));
  if (span.authorizedUntil === end) read.push(cell("authorizedUntil", span.line));
  for (const { line, endedOn } of agreements) {
    read.push(ofAgreement("signedOn", line));
    if (endedOn === end) read.push(ofAgreement("endedOn", line));
  }
  return read;
}
