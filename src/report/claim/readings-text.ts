import { moneyText } from "../../engine/values/money.ts";
import type { ComparedReading } from "../../whatif/readings.ts";
import type { View } from "../format.ts";
import { signed } from "../text/amounts.ts";
import { padEnd, wrap } from "../text/width.ts";

/** "Readings this claim leans on": those of which another value would change the total, and by how much. */
export function readingsText(worth: readonly ComparedReading[], { style, columns }: View): string {
  const leaning = worth.filter(({ alternatives }) => alternatives.some(({ difference }) => difference !== 0));
  if (leaning.length === 0)
    return `${style.bold("Readings")}\n  No other reading of what the rules leave open would change this claim.\n`;
  const width = Math.max(...leaning.map(({ id, used }) => id.length + used.length + 1));
  const lines = leaning.map(({ id, used, alternatives }) => {
    const others = alternatives
      .filter(({ difference }) => difference !== 0)
      .map(({ value, difference }) => `${value} ${signed(moneyText(difference))}`)
      .join(", ");
    return `  ${padEnd(`${id}=${used}`, width)}  ${wrap(others, Math.min(columns, 110) - width - 4, " ".repeat(width + 4))}`;
  });
  const rest = worth.filter((reading) => !leaning.includes(reading)).map(({ id }) => id);
  return `${[
    style.bold("Readings this claim leans on, and what each other value would change"),
    ...lines,
    ...(rest.length > 0 ? [style.dim(`  No difference here: ${rest.join(", ")}.`)] : []),
  ].join("\n")}\n`;
}
