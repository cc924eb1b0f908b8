import type { Reason } from "../derivation.ts";
import { type Day, dayText, type Quarter, yearsAfter } from "../values/calendar.ts";
import type { Agreement, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";

/** Days on which a row's officer may act, both ends inclusive. */
export interface Authority {
  readonly start: Day;
  readonly end: Day;
  /** The agreements in force on them, of which the first begins first; none where the run has no agreements. */
  readonly agreements: readonly Agreement[];
}

/** The last day of an officer's authorization. @returns undefined where the row states none */
export function authorizedUntil(
  span: Span,
  { authorizationYears }: Pick<Terms, "authorizationYears">,
): Day | undefined {
  const { authorizedOn, authorizedUntil: until } = span;
  return until ?? (authorizedOn === undefined ? undefined : yearsAfter(authorizedOn, authorizationYears) - 1);
}

/**
 * Rule authority (MOA-TFM-2025-03): of the days from `start` to `end` those on which an agreement of the row's agency and model
 * is in force and the officer's own authorization runs, as far as the run knows of either. Agreements that follow each other
 * without a gap, or overlap, are one.
 */
export function authority(span: Span, start: Day, end: Day, terms: Pick<Terms, "authorizationYears">): Authority[] {
  const from = Math.max(start, span.authorizedOn ?? start);
  const to = Math.min(end, authorizedUntil(span, terms) ?? end);
  if (from > to) return [];
  if (!span.agreements) return [{ start: from, end: to, agreements: NONE }];
  const found: { start: Day; end: Day; agreements: Agreement[] }[] = [];
  for (const agreement of span.agreements) {
    if (agreement.model !== span.model) continue;
    const last = found.at(-1);
    const first = Math.max(from, agreement.signedOn, last ? last.end + 1 : from);
    const until = Math.min(to, agreement.endedOn ?? to);
    if (first > until) continue;
    if (last && first === last.end + 1) {
      last.end = until;
      last.agreements.push(agreement);
    } else found.push({ start: first, end: until, agreements: [agreement] });
  }
  return found;
}

const NONE: readonly Agreement[] = [];

/** Agreements as rows have them: in order of their signing. */
export const inOrder = (agreements: readonly Agreement[]): readonly Agreement[] =>
  [...agreements].sort((a, b) => a.signedOn - b.signedOn);

/** The agreements of a row's model. */
export const agreementsFor = ({ agreements = NONE, model }: Pick<Span, "agreements" | "model">): Agreement[] =>
  agreements.filter((one) => one.model === model);

/** Why authority leaves a row without an eligible day in the quarter, if it does. */
export function whyNoAuthority(
  span: Span,
  quarter: Quarter,
  terms: Pick<Terms, "authorizationYears">,
): Reason | undefined {
  return whyNoAgreement(span, quarter) ?? whyNotAuthorized(span, quarter, terms);
}

function whyNoAgreement(span: Span, quarter: Quarter): Reason | undefined {
  if (!span.agreements) return undefined;
  const own = agreementsFor(span);
  if (own.length === 0) return { code: "no-agreement", message: `no agreement for ${span.model}` };
  if (own.some(({ signedOn, endedOn }) => signedOn <= quarter.end && (endedOn ?? quarter.end) >= quarter.start))
    return undefined;
  const ended = own.flatMap(({ endedOn }) => (endedOn !== null && endedOn < quarter.start ? [endedOn] : []));
  if (ended.length > 0)
    return {
      code: "agreement-ended",
      message: `the agreement for ${span.model} ended on ${dayText(Math.max(...ended))}, before ${quarter.id}`,
    };
  const signedOn = dayText(Math.min(...own.map((one) => one.signedOn)));
  return {
    code: "agreement-later",
    message: `the agreement for ${span.model} was signed on ${signedOn}, after ${quarter.id}`,
  };
}

function whyNotAuthorized(span: Span, quarter: Quarter, terms: Pick<Terms, "authorizationYears">): Reason | undefined {
  const { authorizedOn } = span;
  const until = authorizedUntil(span, terms);
  if (authorizedOn !== undefined && authorizedOn > quarter.end)
    return { code: "authorized-later", message: `authorized on ${dayText(authorizedOn)}, after ${quarter.id}` };
  if (until !== undefined && until < quarter.start)
    return { code: "authorization-ended", message: `authorized until ${dayText(until)}, before ${quarter.id}` };
  return undefined;
}
