import type { AgencyDocument, OfficerDocument } from "../../document/schema.ts";
import { names } from "../../engine/evidence.ts";
import { moneyFromText } from "../../engine/values/money.ts";
import { isZero } from "../text/amounts.ts";

/** A line of a claim without a document; officer: null for the agency's vehicles. */
export interface LineWithout {
  readonly officer: OfficerDocument | null;
  readonly figure: (typeof OF_OFFICERS)[number] | "vehicles";
  readonly amount: string;
}

const OF_OFFICERS = ["salary", "benefits", "overtime", "award", "equipment"] as const;

/** The lines of an agency's claim that no document stands behind, the dearest first; none where it was made without evidence. */
export function linesWithout({ officers, totals, evidence }: AgencyDocument): LineWithout[] {
  if (!evidence) return [];
  const rows = evidence.lines.map(({ officer_id, figure }) => ({ officer: officer_id, figure }));
  const ofAll = rows.filter(({ officer }) => officer === null);
  const own = new Map<string, typeof rows>();
  for (const row of rows) if (row.officer !== null) own.set(row.officer, [...(own.get(row.officer) ?? []), row]);
  const lines: LineWithout[] = officers.flatMap((officer) => {
    const id = officer.officer_id;
    const backs = [...(own.get(id) ?? []), ...ofAll];
    return OF_OFFICERS.filter((figure) => !backs.some((row) => names(row, id, figure))).map((figure) => ({
      officer,
      figure,
      amount: officer[figure],
    }));
  });
  if (!ofAll.some((row) => names(row, null, "vehicles")))
    lines.push({ officer: null, figure: "vehicles", amount: totals.vehicles });
  return lines.filter(({ amount }) => !isZero(amount)).sort(dearestFirst);
}

export function dearestFirst(one: Pick<LineWithout, "amount">, other: Pick<LineWithout, "amount">): number {
  const [a, b] = [moneyFromText(one.amount), moneyFromText(other.amount)];
  return a === b ? 0 : a < b ? 1 : -1;
}
