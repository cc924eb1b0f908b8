import type { AgencyDocument, TotalsDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { isZero, sumOf } from "../../text/amounts.ts";
import { hasAllowance, isEquipped, isFunded, type Part } from "./part.ts";

type CategoryFigure = "salary" | "benefits" | "overtime" | "other_funding" | "award" | "equipment" | "vehicles";

interface Category {
  readonly key: CategoryFigure;
  readonly label: string;
  readonly sign: "" | "-";
  /** The sheet that the figure is summed on. */
  readonly from: "officers" | "rates";
}

/** Rule total: what the total is the sum of. */
export function categoriesOf(part: Part): Category[] {
  const category = (key: CategoryFigure, label: string, rest: Partial<Category> = {}): Category => ({
    key,
    label,
    sign: "",
    from: "officers",
    ...rest,
  });
  return [
    category("salary", "Salary"),
    category("benefits", "Benefits"),
    category("overtime", "Overtime, up to the cap"),
    ...(isFunded(part) ? [category("other_funding", "less other funding", { sign: "-" })] : []),
    category("award", "Award"),
    ...(isEquipped(part) ? [category("equipment", "Equipment")] : []),
    ...(hasAllowance(part) ? [category("vehicles", "Vehicles", { from: "rates" })] : []),
  ];
}

export const negative = (value: string): string => (isZero(value) ? value : `-${value}`);

/** What prior claims of the fiscal year claimed, as far as the document states it; undefined where there are none. */
export function earlierOfYear(
  claim: AgencyDocument,
  { terms }: Part,
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
