import Papa from "papaparse";
import { minus, moneyText, type Whole } from "../engine/values/money.ts";
import type { ComparedReading } from "../whatif/readings.ts";
import { periodLine } from "./claim/table.ts";
import type { Format } from "./format.ts";
import { grouped, signed } from "./text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "./text/layout.ts";
import { wrap } from "./text/width.ts";

/** For each reading, the value used and what each other value would make of the claim; most money first. */
const page: Format = {
  name: "table",
  endings: ["txt"],
  render: ({ figures, worth, policy, changed }, { columns, style }) => {
    const total = figures.totals.total;
    const parts = byMoney(worth()).map((reading) => {
      const text = policy.readings[reading.id];
      const asks = wrap(text.question, Math.min(columns, 110) - 4 - reading.id.length, "  ");
      const touched = reading.touched ? "" : `  ${style.dim("this claim has nothing that it could change")}\n`;
      const question = `${style.bold(reading.id)}  ${asks}\n${touched}`;
      const rows = [
        rowOf(reading.used, text.values[reading.used], total, ""),
        ...reading.alternatives.map(({ value, total: other, difference }) =>
          rowOf(
            value,
            text.values[value],
            moneyText(other),
            difference === 0 ? "the same" : signed(moneyText(difference)),
          ),
        ),
      ];
      return (
        question +
        layout(COLUMNS, rows, columns - 2)
          .lines.map((line) => `  ${line}\n`)
          .join("")
      );
    });
    const heading = `${periodLine(figures)}\nThis claim, as it was read: ${style.bold(`$${grouped(total)}`)}\n`;
    const note = changed.length > 0 ? `${style.yellow("Not the default")}: ${changed.join(", ")}.\n` : "";
    return [
      heading,
      ...parts,
      `${note}${style.dim("The first value of each reading is used. --reading ID=VALUE takes another.")}\n`,
    ].join("\n");
  },
};

const COLUMNS: readonly LayoutColumn[] = [
  { title: "", align: "left" },
  { title: "", align: "right" },
  { title: "", align: "right" },
  { title: "", align: "left", least: 20, goes: 1 },
];

const rowOf = (value: string, says: string | undefined, total: string, difference: string): LayoutRow => ({
  cells: [value, grouped(total), difference, says ?? ""],
});

/** The largest difference that another value would make, either way. */
function size({ alternatives }: ComparedReading): Whole {
  let most: Whole = 0;
  for (const { difference } of alternatives) {
    const absolute = difference < 0 ? minus(0, difference) : difference;
    if (absolute > most) most = absolute;
  }
  return most;
}

/** The readings worth most first; those worth the same in the order of the rules. */
const byMoney = (worth: readonly ComparedReading[]): ComparedReading[] =>
  [...worth].sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));

/** The claims-readings/1 document. */
const json: Format = {
  name: "json",
  endings: ["json"],
  render: ({ figures, worth }) => {
    const readings = byMoney(worth()).map(({ id, used, touched, alternatives }) => ({
      id,
      used,
      touched,
      alternatives: alternatives.map(({ value, total, difference }) => ({
        value,
        total: moneyText(total),
        difference: moneyText(difference),
      })),
    }));
    return `${JSON.stringify({ schema: "claims-readings/1", total: figures.totals.total, readings }, null, 2)}\n`;
  },
};

const csv: Format = {
  name: "csv",
  endings: ["csv"],
  render: ({ worth }) => {
    const rows = byMoney(worth()).flatMap(({ id, used, touched, alternatives }) =>
      alternatives.map(({ value, total, difference }) => [
        id,
        used,
        touched ? "yes" : "no",
        value,
        moneyText(total),
        moneyText(difference),
      ]),
    );
    return `${Papa.unparse([["reading", "used", "touched", "value", "total", "difference"], ...rows], { newline: "\n" })}\n`;
  },
};

/** Formats of `claims readings`. */
export const READINGS_FORMATS: readonly Format[] = [page, json, csv];
