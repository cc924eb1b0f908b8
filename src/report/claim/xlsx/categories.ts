import { isZero } from "../../text/amounts.ts";
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
