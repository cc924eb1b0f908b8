import type { InputRef, Step } from "../derivation.ts";
import { lesser, type Money, minus, moneyText } from "../values/money.ts";

export interface OvertimeLine {
  readonly overtime: Money;
  readonly overCap: Money;
}

/**
 * Rule overtime (DHS-2025-09-02): the lesser of the overtime paid and the room under the cap; the rest is over the cap and
 * is shown, not dropped. @param paid @param room cents, zero or more
 */
export function overtimeLine(
  paid: Money,
  room: Money,
  steps?: { overtime: Step[]; overtime_over_cap: Step[] },
): OvertimeLine {
  const overtime = lesser(paid, room);
  const overCap = minus(paid, overtime);
  if (steps && paid > 0) {
    const inputs: InputRef[] = [{ of: "payroll", field: "overtimePaid", lines: [] }];
    const value = moneyText(overtime);
    steps.overtime.push({
      rule: "overtime",
      inputs,
      formula: `min(${moneyText(paid)}, ${moneyText(room)})`,
      exact: value,
      value,
    });
    if (overCap > 0)
      steps.overtime_over_cap.push({
        rule: "overtime",
        inputs,
        formula: `${moneyText(paid)} − ${value}`,
        exact: moneyText(overCap),
        value: moneyText(overCap),
      });
  }
  return { overtime, overCap };
}
