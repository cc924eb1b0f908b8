import { type Derivation, nothing } from "../derivation.ts";
import type { EligibleDays } from "../rules/eligible.ts";
import { isTaskForce, taskForce } from "../rules/program-model.ts";
import type { Terms } from "../values/terms.ts";

/** Reading salary-models: the rows whose salary, benefits and overtime are claimed. `all`: each; `task-force`: TFM alone. */
export const salaried = (rows: readonly EligibleDays[], { readings }: Terms): readonly EligibleDays[] =>
  rows.every(isTaskForce) || readings["salary-models"] === "all" ? rows : taskForce(rows);

/** Writes which rows give nothing because of their program model. */
export function explainUnsalaried(
  rows: readonly EligibleDays[],
  claimed: readonly EligibleDays[],
  derivation: Derivation,
): void {
  const lines = rows.filter((row) => !claimed.includes(row)).map(({ span }) => span.line);
  if (lines.length === 0) return;
  const inputs = [{ of: "roster", field: "model", lines } as const];
  const note = "not a task force officer: gives no salary, benefits or overtime";
  const step = nothing({ rule: "program-model", reading: "salary-models", inputs, note });
  derivation.salary.push(step);
  derivation.benefits.push(step);
  if (claimed.length === 0) derivation.overtime_cap_room.push(step);
}
