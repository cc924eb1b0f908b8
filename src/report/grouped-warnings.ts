import { dollarText, type Money, plus, ZERO } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";
import { fileOf, type Problem, type Problems } from "../problems/problems.ts";
import { counted } from "../problems/words.ts";
import type { Listing } from "./problems.ts";

/** Warnings of one code that are shown; of more the rest are one line. */
const SHOWN_OF_A_CODE = 3;

/** The rest of the warnings of one code. */
export interface Rest {
  readonly code: Problem["code"];
  readonly count: number;
  /** The dollars that they are about. */
  readonly amount: Money;
  /** Where the first of them are. */
  readonly places: readonly string[];
}

/** A listing in which of more than three warnings of a code three are shown, and what the others come to. */
export function groupedWarnings(listing: Listing, problems: Problems): { listing: Listing; rests: readonly Rest[] } {
  const rests = restsOf(problems);
  const large = new Set(rests.map(({ code }) => code));
  const seen = new Map<string, number>();
  const shown = listing.shown.filter(({ severity, code }) => {
    if (severity !== "warning" || !large.has(code)) return true;
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= SHOWN_OF_A_CODE;
  });
  const hidden = hiddenByFile(listing, problems, large);
  const more = listing.more
    .map(({ file, count }) => ({ file, count: count - (hidden.get(file) ?? 0) }))
    .filter(({ count }) => count > 0);
  return { listing: { shown, more }, rests };
}

function restsOf({ all, beyond }: Problems): Rest[] {
  const byCode = new Map<Problem["code"], Problem[]>();
  for (const problem of all)
    if (problem.severity === "warning") byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  return [...byCode].flatMap(([code, kept]) => {
    const further = beyond.filter(({ first }) => first.code === code && first.severity === "warning");
    const count = further.reduce((sum, one) => sum + one.count, kept.length) - SHOWN_OF_A_CODE;
    if (count < 1) return [];
    const rest = kept.slice(SHOWN_OF_A_CODE);
    const amounts = [...rest.map(({ amount = ZERO }) => amount), ...further.map((one) => one.amount)];
    return [{ code, count, amount: amounts.reduce(plus, ZERO), places: rest.map(placeOf) }];
  });
}

/** Warnings of codes with a line of their own that the listing counted with others of their files. */
function hiddenByFile({ shown }: Listing, { all, beyond }: Problems, large: ReadonlySet<string>): Map<string, number> {
  const hidden = new Map<string, number>();
  const add = (problem: Problem, count: number): void => {
    if (problem.severity !== "warning" || !large.has(problem.code)) return;
    const file = fileOf(problem) ?? "";
    hidden.set(file, (hidden.get(file) ?? 0) + count);
  };
  const listed = new Set(shown);
  for (const problem of all) if (!listed.has(problem)) add(problem, 1);
  for (const { first, count } of beyond) add(first, count);
  return hidden;
}

const placeOf = (problem: Problem): string =>
  [printable(fileOf(problem) ?? "claims"), problem.line].filter((part) => part !== null).join(":");

const MOST_PLACES = 3;

/** `and 21 more warnings authorization-ends, $507,993.55: roster.csv:5, roster.csv:6, roster.csv:7, …` */
export function restText({ code, count, amount, places }: Rest): string {
  const first = [...places.slice(0, MOST_PLACES), ...(count > MOST_PLACES ? ["…"] : [])].join(", ");
  const dollars = amount > 0 ? `, ${dollarText(amount)}` : "";
  return `and ${counted(count, `more warning ${code}`, `more warnings ${code}`)}${dollars}${first && `: ${first}`}`;
}
