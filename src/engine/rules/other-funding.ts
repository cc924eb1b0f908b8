import { exactly, type Reason, type Step } from "../derivation.ts";
import { dollarText, lesser, type Money, minus, moneyText, plus } from "../values/money.ts";
import { payrollCells } from "./actuals.ts";

/**
 * Rule other-funding (2-CFR-200.430): what another grant pays is taken off salary, benefits and overtime, never more than they
 * are; the award is untouched. An excess is a reason. @param given cents, zero or more @returns the part applied
 */
export function otherFunding(
  given: Money,
  [salary, benefits, overtime]: readonly [Money, Money, Money],
  reasons?: Reason[],
  steps?: Step[],
): Money {
  if (given === 0) return given;
  const pay = plus(plus(salary, benefits), overtime);
  const applied = lesser(given, pay);
  steps?.push(
    exactly(moneyText(applied), {
      rule: "other-funding",
      inputs: payrollCells("otherFunding"),
      formula: `min(${moneyText(given)}, ${moneyText(salary)} + ${moneyText(benefits)} + ${moneyText(overtime)})`,
    }),
  );
  if (given > applied)
    reasons?.push({
      code: "other-funding-excess",
      message: `${dollarText(minus(given, applied))} of other funding is more than salary, benefits and overtime`,
    });
  else if (given === pay)
    reasons?.push({ code: "other-funding-covers", message: "other funding covers salary, benefits and overtime" });
  return applied;
}
