import { OFFICER_LINES, TOTAL_FIGURES } from "../document/figures.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../document/schema.ts";
import { type Money, minus, moneyFromText, moneyText, plus, ZERO } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";

/**
 * Rule total: the first sum of an agency's claim that is not what it is the sum of, in words. Estimates are left aside: what
 * they are the sum of does not stand in a document.
 */
export function unsoundClaim({ officers, totals }: AgencyDocument): string | undefined {
  const unsound = officers.find((officer) => moneyFromText(officer.total) !== officerSum(officer));
  if (unsound)
    return `the lines of officer ${printable(unsound.officer_id)} are ${moneyText(officerSum(unsound))}, the total ${unsound.total}`;
  const sums = SUMMED.map((figure): Sum => [figure, sumOf(officers, figure), totals[figure]]);
  const total = plus(sumOf(officers, "total"), moneyFromText(totals.vehicles));
  return differing([...sums, ["total", total, totals.total]], "its officers come to");
}

/** The same of the sums of a document's agencies. */
export function unsoundDocument({ claims, totals }: ClaimDocument): string | undefined {
  const agencies = claims.map((claim) => claim.totals);
  const sums = DOCUMENT_FIGURES.map((figure): Sum => [figure, sumOf(agencies, figure), totals[figure]]);
  return differing(sums, "the agencies of the document come to");
}

type Sum = readonly [figure: string, sum: Money, stated: string];

function differing(sums: readonly Sum[], what: string): string | undefined {
  const found = sums.find(([, sum, stated]) => moneyFromText(stated) !== sum);
  return found && `${what} ${moneyText(found[1])} of ${found[0]}, the totals say ${found[2]}`;
}

/** The totals of an agency that are sums of lines of its officers. */
const SUMMED = ["salary", "benefits", "overtime", "overtime_over_cap", "other_funding", "award", "equipment"] as const;
const DOCUMENT_FIGURES = TOTAL_FIGURES.filter((figure) => figure !== "estimated");

const officerSum = (officer: OfficerDocument): Money =>
  OFFICER_LINES.reduce((sum: Money, figure) => {
    const amount = moneyFromText(officer[figure]);
    return figure === "other_funding" ? minus(sum, amount) : plus(sum, amount);
  }, ZERO);

const sumOf = <F extends string>(lines: readonly { readonly [Figure in F]: string }[], figure: F): Money =>
  lines.reduce((sum: Money, line) => plus(sum, moneyFromText(line[figure])), ZERO);
