import type { Quarter } from "../../../src/engine/values/calendar.ts";
import type { Fraction } from "../../../src/engine/values/fraction.ts";
import type { ReadingId, RuleId } from "../../../src/engine/values/ids.ts";
import { type AnnualPay, type Money, moneyText, plus } from "../../../src/engine/values/money.ts";
import type { ProblemCode } from "../../../src/problems/catalogue.ts";
import type { Problems } from "../../../src/problems/problems.ts";

/** What the compiler refuses, so that no test need try it: `npm run types` fails where one of these lines becomes right. */
export function refused(amount: Money, pay: AnnualPay, rate: Fraction, problems: Problems): unknown[] {
  return [
    // @ts-expect-error an amount cannot be added to a number as numbers are
    amount + 1,
    // @ts-expect-error nor to another amount
    amount + amount,
    // @ts-expect-error nor be multiplied
    amount * 0.25,
    // @ts-expect-error annual pay, in ten-thousandths, is no amount in cents
    moneyText(pay),
    // @ts-expect-error a rate is no amount
    plus(amount, rate),
    // @ts-expect-error a text is no amount
    plus(amount, "1.00"),
    // @ts-expect-error a quarter is no text
    "FY2026-Q1" satisfies Quarter,
    // @ts-expect-error a rule is one of the rules
    "salaries" satisfies RuleId,
    // @ts-expect-error a reading is one of the readings
    "round" satisfies ReadingId,
    // @ts-expect-error an error code is one of the catalogue
    "no-such-code" satisfies ProblemCode,
    // @ts-expect-error and so where one is reported
    problems.error({ code: "no-such-code", message: "" }),
  ];
}
