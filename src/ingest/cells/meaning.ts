import { Refusal } from "../../problems/refusal.ts";
import { hoursOrRate } from "./amount.ts";
import { date } from "./date.ts";
import { parseQuarter } from "./quarter.ts";
import { trimmed } from "./words.ts";

/** What a cell means, however it is written: an amount, a day, a quarter; else its words in any case. */
function meaningOf(cell: string): string {
  const text = trimmed(cell);
  if (!/[\d-]/.test(text)) return text.toLowerCase();
  const amount = hoursOrRate(text);
  if (!(amount instanceof Refusal)) return `amount ${amount}`;
  const day = date(text);
  if (!(day instanceof Refusal)) return `day ${day}`;
  const quarter = parseQuarter(text);
  return quarter instanceof Refusal ? text.toLowerCase() : quarter.id;
}

/** What a row means, so that one that says the same in other words can be told. @param known what some of its cells mean, by their index */
export function rowMeaning(cells: readonly string[], known: ReadonlyMap<number, string>): string {
  return cells
    .map((cell, index) => known.get(index) ?? meaningOf(cell))
    .join("\n")
    .trimEnd();
}
