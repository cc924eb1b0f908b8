import type { ClaimFigures } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted, few } from "../../problems/words.ts";

/** Whether rows of an agency were left out of its claim. */
export const isIncomplete = ({ incomplete }: ClaimFigures, agency: string): boolean =>
  incomplete?.agencies.some(({ agency_id }) => agency_id === agency) ?? false;

/** What a claim leaves out: `3 rows left out for errors: some of FL0310200, all of FL0310300`; empty where it is whole. */
export function leftOutText({ incomplete, claims }: ClaimFigures): string {
  if (!incomplete) return "";
  const claimed = new Set(claims.map(({ agency_id }) => agency_id));
  const ids = incomplete.agencies.map(({ agency_id }) => agency_id);
  const named = (what: string, some: readonly string[]): string[] =>
    some.length > 0 ? [`${what} of ${few(some.map(printable), MOST_NAMED, "agencies")}`] : [];
  const parts = [
    ...named(
      "some",
      ids.filter((id) => claimed.has(id)),
    ),
    ...named(
      "all",
      ids.filter((id) => !claimed.has(id)),
    ),
  ];
  return `${counted(incomplete.rows, "row")} left out for errors, ${parts.join(", ")}`;
}

const MOST_NAMED = 20;
