import { type Money, moneyText } from "../engine/values/money.ts";

/** The amounts that documents name, each with the field of the engine's claims and totals that holds it. */
const FIELDS = {
  salary: "salary",
  benefits: "benefits",
  estimated: "estimated",
  overtime_paid: "overtimePaid",
  overtime_cap_room: "room",
  overtime: "overtime",
  overtime_over_cap: "overCap",
  other_funding: "otherFunding",
  award: "award",
  equipment: "equipment",
  vehicles: "vehicles",
  total: "total",
} as const;
export type Figure = keyof typeof FIELDS;

/** The amounts of an officer's line, in the order of documents. */
export const OFFICER_FIGURES = [
  "salary",
  "benefits",
  "overtime_paid",
  "overtime_cap_room",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "total",
] as const satisfies readonly Figure[];

/** How many officers totals are of. */
export const TOTAL_COUNTS = ["officers", "claimed_officers", "award_officers"] as const;

/** The amounts of totals, in the order of documents. */
export const TOTAL_FIGURES = [
  "salary",
  "benefits",
  "estimated",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
] as const satisfies readonly Figure[];

/** Rule total: what an officer's total is the sum of; other funding comes off it. */
export const OFFICER_LINES = ["salary", "benefits", "overtime", "other_funding", "award", "equipment"] as const;

/** Some amounts of a claim or of totals, as documents write them. */
export function figureTexts<F extends Figure>(
  amounts: { readonly [Field in (typeof FIELDS)[F]]: Money },
  figures: readonly F[],
): { [Name in F]: string } {
  const texts = {} as { [Name in F]: string };
  for (const figure of figures) texts[figure] = moneyText(amounts[FIELDS[figure]]);
  return texts;
}
