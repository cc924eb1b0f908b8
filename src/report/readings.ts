import { type Money, minus, moneyText } from "../engine/values/money.ts";
import type { Policy } from "../policy/policy.ts";
import type { ComparedReading } from "../whatif/readings.ts";
import type { ClaimParts } from "./claim/parts.ts";
import { changedLine } from "./closing.ts";
import { asCsv, asJson, asTable, type TextFormat, type View } from "./format.ts";
import { quarterLine } from "./heading.ts";
import { dollars, grouped, signed } from "./text/amounts.ts";
import { type LayoutRow, layout, left, right } from "./text/layout.ts";
import { readable, wrap } from "./text/width.ts";

/** For each reading, the value used and what each other value would make of the claim; most money first. */
const page = asTable(({ figures, worth, policy, changed }: ClaimParts, view) => {
  const claim = figures();
  const { total } = claim.totals;
  const heading = `${quarterLine(claim)}\nThis claim, as it was read: ${view.style.bold(dollars(total))}\n`;
  const note = "The first value of each reading is used. --reading ID=VALUE takes another.";
  return [
    heading,
    ...byMoney(worth()).map((reading) => readingPart(reading, total, policy, view)),
    `${changedLine(changed, view.style).join("")}${view.style.dim(note)}\n`,
  ].join("\n");
});

const COLUMNS = [left(""), right(""), right(""), left("", { least: 20, goes: 1 })];

function readingPart(
  { id, used, touched, alternatives }: ComparedReading,
  total: string,
  policy: Policy,
  { columns, style }: View,
): string {
  const { question, values } = policy.readings[id];
  const asks = wrap(question, readable(columns) - 4 - id.length, "  ");
  const untouched = touched ? "" : `  ${style.dim("this claim has nothing that it could change")}\n`;
  const row = (value: string, amount: string, difference: string): LayoutRow => ({
    cells: [value, grouped(amount), difference, values[value] ?? ""],
  });
  const rows = [
    row(used, total, ""),
    ...alternatives.map(({ value, total: other, difference }) =>
      row(value, moneyText(other), difference === 0 ? "the same" : signed(moneyText(difference))),
    ),
  ];
  const lines = layout(COLUMNS, rows, columns - 2).lines.map((line) => `  ${line}\n`);
  return `${style.bold(id)}  ${asks}\n${untouched}${lines.join("")}`;
}

/** The largest difference that another value would make, either way. */
const size = ({ alternatives }: ComparedReading): Money =>
  alternatives
    .map(({ difference }) => (difference < 0 ? minus(0, difference) : difference))
    .reduce<Money>((most, one) => (one > most ? one : most), 0);

/** The readings worth most first; those worth the same in the order of the rules. */
const byMoney = (worth: readonly ComparedReading[]): ComparedReading[] =>
  [...worth].sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));

/** The claims-readings/1 document. */
const json = asJson(({ figures, worth }: ClaimParts) => ({
  schema: "claims-readings/1",
  total: figures().totals.total,
  readings: byMoney(worth()).map(({ id, used, touched, alternatives }) => ({
    id,
    used,
    touched,
    alternatives: alternatives.map(({ value, total, difference }) => ({
      value,
      total: moneyText(total),
      difference: moneyText(difference),
    })),
  })),
}));

/** The header of a row an other value of a reading. */
export const READINGS_HEADER = ["reading", "used", "touched", "value", "total", "difference"];

const csv = asCsv(({ worth }: ClaimParts) => {
  const rows = byMoney(worth()).flatMap(({ id, used, touched, alternatives }) =>
    alternatives.map(({ value, total, difference }) => {
      const amounts = [moneyText(total), moneyText(difference)];
      return [id, used, touched ? "yes" : "no", value, ...amounts];
    }),
  );
  return [READINGS_HEADER, ...rows];
});

/** Formats of `claims readings`. */
export const READINGS_FORMATS: readonly TextFormat<ClaimParts>[] = [page, json, csv];
