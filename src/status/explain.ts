import { policyStated, quarterNamed, recordsOf } from "../document/records.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../document/schema.ts";
import { claimAgency } from "../engine/agency.ts";
import { READING_IDS, READINGS, type ReadingId, type Readings } from "../engine/values/ids.ts";
import { type Money, minus, moneyFromText, plus } from "../engine/values/money.ts";
import { withReadings } from "../engine/values/terms.ts";
import { knownPolicies } from "../policy/known.ts";
import { termsFor } from "../policy/policy.ts";

/** What would make a claim exactly what was paid: other values of readings, or a line that was not paid. */
export type Explanation =
  | { readonly reading: string; readonly value: string; readonly total: Money }
  | { readonly officer_id: string | null; readonly figure: string; readonly total: Money };

/** Why a claim may have been paid short of what it claims: every single other value of a reading, else of a pair of them; and lines of that very amount. */
export function explain(document: ClaimDocument, agency: string, paid: Money): Explanation[] {
  const claim = document.claims.find(({ agency_id }) => agency_id === agency);
  if (!claim) return [];
  const missing = minus(moneyFromText(claim.totals.total), paid);
  return [
    ...readingsThatGive(document, claim, paid),
    ...linesOf(claim, missing).map((line) => ({ ...line, total: paid })),
  ];
}

type Choice = readonly [id: ReadingId, value: string];

function readingsThatGive(document: ClaimDocument, claim: AgencyDocument, paid: Money): Explanation[] {
  const { policy: stated, quarter } = document;
  const policy = knownPolicies().get(stated.sha256) ?? policyStated(document);
  const records = recordsOf(claim, quarter.id);
  const terms = termsFor(policy, quarterNamed(quarter.id), stated.readings);
  const give = (choices: readonly Choice[]): boolean => {
    const readings = { ...terms.readings, ...Object.fromEntries(choices) } as Readings;
    return claimAgency(records, withReadings(terms, readings), "totals").totals.total === paid;
  };
  const others: Choice[] = READING_IDS.flatMap((id) =>
    READINGS[id].filter((value) => value !== stated.readings[id]).map((value): Choice => [id, value]),
  );
  const said = (choices: readonly Choice[]): Explanation => ({
    reading: choices.map(([id]) => id).join(","),
    value: choices.map(([, value]) => value).join(","),
    total: paid,
  });
  const single = others.filter((one) => give([one]));
  if (single.length > 0) return single.map((one) => said([one]));
  const pairs = others.flatMap((one, index) =>
    others.slice(index + 1).flatMap((other) => (one[0] === other[0] ? [] : [[one, other] as const])),
  );
  return pairs.filter(give).map(said);
}

const LINES = ["salary", "benefits", "overtime", "award", "equipment"] as const;
/** So many officers with a line of the same amount tell nothing of one of them. */
const MOST_OFFICERS = 8;

/** What is as much as is missing: a figure of all, an officer's whole claim, or a line of one. */
function linesOf(
  { officers, totals }: AgencyDocument,
  missing: Money,
): { officer_id: string | null; figure: string }[] {
  const figures = [...LINES, "vehicles" as const]
    .filter((figure) => moneyFromText(totals[figure]) === missing)
    .map((figure) => ({ officer_id: null, figure }));
  const pay = (one: { salary: string; benefits: string }): Money =>
    plus(moneyFromText(one.salary), moneyFromText(one.benefits));
  const both =
    pay(totals) === missing && figures.length === 0 ? [{ officer_id: null, figure: "salary and benefits" }] : [];
  const whole = officers.filter(({ total }) => moneyFromText(total) === missing);
  const ofLines = officers.flatMap((officer: OfficerDocument) =>
    LINES.filter((line) => moneyFromText(officer[line]) === missing && officer[line] !== officer.total).map((line) => ({
      officer_id: officer.officer_id,
      figure: line,
    })),
  );
  const ofOfficers = [...whole.map(({ officer_id }) => ({ officer_id, figure: "total" })), ...ofLines];
  return [...figures, ...both, ...(ofOfficers.length <= MOST_OFFICERS ? ofOfficers : [])];
}
