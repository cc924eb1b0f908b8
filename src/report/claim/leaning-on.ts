import { moneyText } from "../../engine/values/money.ts";
import type { ComparedReading } from "../../whatif/readings.ts";
import type { View } from "../format.ts";
import { signed } from "../text/amounts.ts";
import { hanging, padEnd } from "../text/width.ts";

/** "Readings this claim leans on": those of which another value would change the total, and by how much. */
export function leaningOn(worth: readonly ComparedReading[], { style, columns }: View): string {
  const read = worth.map(({ id, used, alternatives }) => {
    const others = alternatives.filter(({ difference }) => difference !== 0);
    return {
      id,
      used: `${id}=${used}`,
      others: others.map(({ value, difference }) => `${value} ${signed(moneyText(difference))}`).join(", "),
    };
  });
  const leaning = read.filter(({ others }) => others !== "");
  if (leaning.length === 0)
    return `${style.bold("Readings")}\n  No other reading of what the rules leave open would change this claim.\n`;
  const width = Math.max(...leaning.map(({ used }) => used.length));
  const rest = read.flatMap(({ id, others }) => (others === "" ? [id] : []));
  return `${[
    style.bold("Readings this claim leans on, and what each other value would change"),
    ...leaning.map(({ used, others }) => hanging(`  ${padEnd(used, width)}  `, others, columns)),
    ...(rest.length > 0 ? [style.dim(`  No difference here: ${rest.join(", ")}.`)] : []),
  ].join("\n")}\n`;
}
