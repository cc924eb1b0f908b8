import type { StepDocument } from "../../document/schema.ts";
import { exactDecimal } from "../../engine/values/fraction.ts";
import type { Readings } from "../../engine/values/ids.ts";
import { grouped } from "../text/amounts.ts";

/** What a step says to people, wherever it is shown. */
type ShownStep = Pick<
  StepDocument,
  "rule" | "reading" | "policy" | "note" | "formula" | "exact" | "rounding" | "value"
>;

/** What decided a step: its rule, the reading and its value, the parameter and its source. */
export function decidedBy({ rule, reading, policy }: ShownStep, used: Readings): string {
  const parts = [rule, reading && `${reading}=${used[reading]}`, policy && `${policy.parameter}: ${policy.source}`];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** What a step did: its note where it calculated nothing. */
export const stepText = (step: ShownStep): string =>
  step.note && step.formula === step.exact ? step.note : calculation(step);

/** `16,062.50 × 61/92 = 10,650.135869… → 10,650.14 (half-up)` */
function calculation({ formula, exact, value, rounding, note }: ShownStep): string {
  if (formula === "0") return note ?? "nothing is claimed";
  const shownExact = numbers(/^\d+\/\d+$/.test(exact) ? exactDecimal(exact) : exact);
  const result = formula === exact ? shownExact : `${numbers(formula)} = ${shownExact}`;
  const rounded = rounding === undefined || exact === value ? "" : ` → ${numbers(value)} (${rounding})`;
  return `${result}${rounded}${note ? `; ${note}` : ""}`;
}

/** Quotients that are results as decimals, and thousands separated; quotients of a rule such as 61/92 as they are. */
export const numbers = (text: string): string =>
  text.replace(/\d{5,}\/\d+|\d+\/\d{4,}/g, exactDecimal).replace(/\d+(?=\.\d)/g, grouped);
