import { type Money, minus, moneyFromText, moneyText, plus, ZERO } from "../engine/values/money.ts";
import { OFFICER_LINES } from "./figures.ts";
import type { AgencyDocument, AmendmentLine, ClaimDocument, OfficerDocument } from "./schema.ts";

type OfficerFigure = (typeof OFFICER_LINES)[number];

/** A figure in which two claims differ. */
export type ChangedFigure = Omit<AmendmentLine, "cause">;

/** Every figure in which the claim now differs from the one filed, in order of agencies and officers. */
export function changedFigures(filed: ClaimDocument, now: ClaimDocument): ChangedFigure[] {
  return pairs(filed.claims, now.claims, ({ agency_id }) => agency_id).flatMap(([before, after]) =>
    changedOfAgency(before, after),
  );
}

function changedOfAgency(before: AgencyDocument | undefined, after: AgencyDocument | undefined): ChangedFigure[] {
  const agency_id = (after ?? before)?.agency_id ?? "";
  const officers = pairs(before?.officers ?? [], after?.officers ?? [], ({ officer_id }) => officer_id);
  const lines = officers.flatMap(([then, now]) =>
    OFFICER_LINES.flatMap((figure) => line(agency_id, then, now, figure)),
  );
  const vehicles = changed(before?.totals.vehicles, after?.totals.vehicles, "vehicles");
  return vehicles ? [...lines, { agency_id, officer_id: null, ...vehicles }] : lines;
}

function line(
  agency_id: string,
  then: OfficerDocument | undefined,
  now: OfficerDocument | undefined,
  figure: OfficerFigure,
): ChangedFigure[] {
  const one = changed(then?.[figure], now?.[figure], figure);
  return one ? [{ agency_id, officer_id: (now ?? then)?.officer_id ?? "", ...one }] : [];
}

function changed(before = "0.00", after = "0.00", figure: OfficerFigure | "vehicles") {
  if (before === after) return undefined;
  return { figure, filed: before, now: after, difference: moneyText(added(figure, before, after)) };
}

/** What a change of a figure adds to the total. */
export function added(figure: AmendmentLine["figure"], before: string, after: string): Money {
  const more = minus(moneyFromText(after), moneyFromText(before));
  return figure === "other_funding" ? minus(ZERO, more) : more;
}

/** The sum of differences. */
export const sumOfDifferences = (lines: readonly { readonly difference: string }[]): Money =>
  lines.reduce((sum, { difference }) => plus(sum, moneyFromText(difference)), ZERO);

/** Elements of both lists with the same id, and those of one alone: in the order of the second, what is gone first. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => string,
): [T | undefined, T | undefined][] {
  const then = new Map(before.map((one) => [idOf(one), one]));
  const ids = new Set(after.map(idOf));
  const gone = before.filter((one) => !ids.has(idOf(one)));
  return [
    ...gone.map((one): [T, undefined] => [one, undefined]),
    ...after.map((one): [T | undefined, T] => [then.get(idOf(one)), one]),
  ];
}
