import { type Derivation, exactly, nothing, type Reason } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, ZERO } from "../values/money.ts";
import { payrollCells } from "./actuals.ts";

/** Amounts in cents, zero or more; what is over the cap is shown, not dropped. */
export interface OvertimeLine {
  readonly overtime: Money;
  readonly overCap: Money;
}

type Figures = Pick<Derivation, "overtime" | "overtime_over_cap">;

/** Rule overtime (DHS-2025-09-02): the lesser of the overtime paid and the room left under the cap. @param paid @param room cents, zero or more */
export function overtimeUnderCap(paid: Money, room: Money, reasons?: Reason[], steps?: Figures): OvertimeLine {
  const overtime = lesser(paid, room);
  const overCap = minus(paid, overtime);
  if (reasons && overCap > 0)
    reasons.push({ code: "overtime-over-cap", message: `${dollarText(overCap)} of overtime is over the cap` });
  if (steps && paid > 0) explain(paid, room, { overtime, overCap }, steps);
  return { overtime, overCap };
}

function explain(paid: Money, room: Money, { overtime, overCap }: OvertimeLine, steps: Figures): void {
  const inputs = payrollCells("overtimePaid");
  const value = moneyText(overtime);
  const formula = `min(${moneyText(paid)}, ${moneyText(room)})`;
  steps.overtime.push(exactly(value, { rule: "overtime", inputs, formula }));
  if (overCap > 0)
    steps.overtime_over_cap.push(
      exactly(moneyText(overCap), { rule: "overtime", inputs, formula: `${moneyText(paid)} − ${value}` }),
    );
}

/**
 * Overtime of an officer without a claimed day is not claimed, with the reason; it is not over the cap.
 * @param eligible whether there is an eligible day that gives no salary
 */
export function overtimeNotClaimed(paid: Money, eligible: boolean, reasons?: Reason[], steps?: Figures): OvertimeLine {
  if (paid === 0) return NOTHING;
  const why = eligible ? "no day as a task force officer" : "no eligible day";
  const message = `${dollarText(paid)} of overtime is not claimed: ${why} in the quarter`;
  reasons?.push({ code: eligible ? "overtime-not-task-force" : "overtime-no-eligible-day", message });
  const reading = eligible ? { reading: "salary-models" as const } : {};
  steps?.overtime.push(nothing({ rule: "overtime", ...reading, note: message }));
  return NOTHING;
}

const NOTHING: OvertimeLine = { overtime: ZERO, overCap: ZERO };
