import type { AgencyDocument, TotalsDocument } from "../../document/schema.ts";
import { moneyText } from "../../engine/values/money.ts";
import type { Terms } from "../../engine/values/terms.ts";
import { sumOf } from "../text/amounts.ts";

/** What prior claims of the fiscal year claimed, as far as the document states it; undefined where there are none. */
export function earlierOfYear(
  claim: AgencyDocument,
  terms: Terms,
): Partial<Record<keyof TotalsDocument, string>> | undefined {
  const year = terms.quarter.year.id;
  const ofYear = <T extends { readonly quarter: string }>(lines: readonly T[] = []): T[] =>
    lines.filter(({ quarter }) => quarter.startsWith(`${year}-`) && quarter < terms.quarter.id);
  const prior = ofYear(claim.prior);
  if (prior.length === 0) return undefined;
  const lines = claim.officers.flatMap((officer) => ofYear(officer.prior));
  const sum = (amounts: readonly string[]): string => moneyText(sumOf(amounts));
  return {
    salary: sum(lines.map(({ salary }) => salary)),
    overtime: sum(lines.map(({ overtime }) => overtime)),
    equipment: sum(lines.map(({ equipment }) => equipment)),
    vehicles: sum(prior.map(({ vehicles }) => vehicles)),
  };
}
