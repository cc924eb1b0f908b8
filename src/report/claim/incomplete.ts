import type { ClaimFigures } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";

/** Whether rows of an agency were left out of its claim. */
export const isIncomplete = ({ incomplete }: ClaimFigures, agency: string): boolean =>
  incomplete?.agencies.some(({ agency_id }) => agency_id === agency) ?? false;

/** What a claim leaves out: `3 rows left out for errors: some of FL0310200, all of FL0310300`. */
export function leftOutText({ incomplete, claims }: ClaimFigures): string {
  if (!incomplete) return "";
  const claimed = new Set(claims.map(({ agency_id }) => agency_id));
  const ids = incomplete.agencies.map(({ agency_id }) => agency_id);
  const some = ids.filter((id) => claimed.has(id));
  const all = ids.filter((id) => !claimed.has(id));
  const parts = [some.length > 0 ? `some of ${named(some)}` : "", all.length > 0 ? `all of ${named(all)}` : ""];
  return `${counted(incomplete.rows, "row")} left out for errors, ${parts.filter((part) => part !== "").join(", ")}`;
}

const MOST_NAMED = 20;

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMED).map(printable).join(", ");
  return ids.length > MOST_NAMED ? `${shown} and ${ids.length - MOST_NAMED} more agencies` : shown;
}
