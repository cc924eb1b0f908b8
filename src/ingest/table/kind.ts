import type { Role } from "../text/rows.ts";
import { columnNames, type HeaderMap } from "./columns.ts";

/** The columns by which a file of each kind is known, whatever else it has: all of one group. */
const TELLING: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  roster: [
    ["officer_id", "annual_salary"],
    ["officer_id", "trained_on"],
  ],
  payments: [["paid_on", "amount"]],
  evidence: [["quarter", "document"]],
  agreements: [["program_model", "signed_on"]],
  rates: ["placement_rate", "placements_provided", "placements_successful", "vehicle_cost"].map((one) => [
    "quarter",
    one,
  ]),
  payroll: ["salary_paid", "benefits_paid", "overtime_paid", "regular_hours", "overtime_hours"].map((one) => [
    ...["officer_id", "quarter", one],
  ]),
};

const isOf = (role: Role, header: readonly string[], map: HeaderMap): boolean => {
  const nameOf = columnNames(role, map, header);
  const names = new Set(header.map(nameOf));
  return TELLING[role].some((group) => group.every((name) => names.has(name)));
};

/** The kind of a file by its header, where it is another than the one it was given as. */
export function otherKind(role: Role, header: readonly string[], map: HeaderMap): Role | undefined {
  if (isOf(role, header, map)) return undefined;
  return (Object.keys(TELLING) as Role[]).find((one) => isOf(one, header, map));
}

/** What a text is that begins like a document of this program; undefined where it does not. */
export const isClaimText = (text: string): boolean =>
  /^\uFEFF?\s*\{\s*"schema":\s*"claims(-amendment|-year)?\/1"/.test(text.slice(0, 200));
