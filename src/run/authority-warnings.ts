import type { AgencyClaim } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { salaried } from "../engine/readings/salary-models.ts";
import { agreementsFor, authorizedUntil } from "../engine/rules/authority.ts";
import { benefits } from "../engine/rules/benefits.ts";
import { countDays, eligibleRows } from "../engine/rules/eligible.ts";
import { quarterAfter } from "../engine/rules/fiscal-quarter.ts";
import { salary } from "../engine/rules/salary.ts";
import { dayText, yearsAfter } from "../engine/values/calendar.ts";
import { MODELS } from "../engine/values/ids.ts";
import { dollarText, type Money, minus, plus } from "../engine/values/money.ts";
import type { Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { printable } from "../problems/printable.ts";
import { Finding, type Found, officerFinding, type Whose } from "./finding.ts";

/** Days after a quarter within which an authorization that ends is named: time to have it renewed. */
const SOON = 60;

/** Agreements that ended within the quarter, and that no other follows. */
export function* agreementProblems(
  { agency }: AgencyClaim,
  { quarter }: Terms,
  { rosters, tables }: Inputs,
): Generator<Finding> {
  const { id, agreements } = agency;
  if (!agreements) return;
  const where = tables.find(({ role }) => role === "agreements") ?? null;
  for (const model of MODELS.filter((one) => rosters.get(id)?.hasModel(one))) {
    const own = agreementsFor({ agreements, model });
    const ends = own.map(({ endedOn }) => endedOn ?? Number.POSITIVE_INFINITY);
    const last = Math.max(...ends);
    if (own.length === 0 || last < quarter.start || last >= quarter.end) continue;
    const ended = own.find(({ endedOn }) => endedOn === last);
    yield new Finding(
      { severity: "warning", code: "agreement-ended", where, line: ended?.line ?? null, agency: id },
      () =>
        `the agreement of ${printable(id)} for ${model} ended on ${dayText(last)}, within ${quarter.id}: no day after it counts`,
      "give the agreement that follows it, if there is one",
    );
  }
}

/** An authorization that ends too soon, or of which nothing tells. */
export function authorizationProblems(
  { officer, eligibleDays, total }: OfficerClaim,
  whose: Whose,
  found: Found,
): void {
  if (eligibleDays === 0) return;
  const { terms } = whose;
  const { quarter } = terms;
  if (!officer.spans.some((span) => mayEnd(span, terms))) return;
  const span = eligibleRows(officer, quarter.start, quarter.end, terms).at(-1)?.span;
  if (!span) return;
  const place = { officer, line: span.line, ...whose };
  const { trainedOn } = span;
  const until = authorizedUntil(span, terms);
  if (until === undefined && trainedOn !== null && yearsAfter(trainedOn, terms.authorizationYears) < quarter.end)
    found(
      officerFinding(
        { code: "authorization-unknown", amount: total, ...place },
        () => `was trained on ${dayText(trainedOn)}, and nothing tells whether the authorization was renewed since`,
        "give authorized_on, and authorized_until where it says until when",
      ),
    );
  if (until === undefined || until > quarter.end + SOON) return;
  const risk = nextQuarterAtRisk(officer.spans, span, terms);
  if (risk > 0)
    found(
      officerFinding(
        { code: "authorization-ends", amount: risk, ...place },
        () =>
          `is authorized until ${dayText(until)}: ${dollarText(risk)} of salary and benefits of ${quarterAfter(quarter).id} cannot be claimed without another`,
        "have it renewed, and give the new days",
      ),
    );
}

/** Whether a row's authorization ends soon, or may have: of most it is neither, which is seen at once. */
function mayEnd(span: Span, terms: Terms): boolean {
  const until = authorizedUntil(span, terms);
  if (until !== undefined) return until <= terms.quarter.end + SOON;
  return span.trainedOn !== null && span.trainedOn + LEAST_YEARS < terms.quarter.end;
}

/** Less than two years in days. */
const LEAST_YEARS = 365;

/** What the next quarter would bring in salary and benefits if an authorization did not end, less what it brings. */
function nextQuarterAtRisk(spans: readonly Span[], ending: Span, terms: Terms): Money {
  const next = { ...terms, quarter: quarterAfter(terms.quarter), earlier: [] };
  const { authorizedOn: _, authorizedUntil: __, ...unbounded } = ending;
  const worth = (rows: readonly Span[]): Money => {
    const eligible = eligibleRows({ spans: rows }, next.quarter.start, next.quarter.end, next);
    const claimed = salaried(eligible, next);
    const days = countDays(eligible);
    return plus(salary(claimed, days, null, next), benefits(claimed, days, null, next));
  };
  return minus(worth(spans.map((span) => (span === ending ? unbounded : span))), worth(spans));
}
