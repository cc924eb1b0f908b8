import type { ParameterId, ReadingId } from "../engine/values/ids.ts";
import { type BandValue, type Policy, policyText } from "../policy/policy.ts";
import { printable } from "../problems/printable.ts";
import { grouped } from "./text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "./text/layout.ts";
import type { Style } from "./text/style.ts";
import { wrap } from "./text/width.ts";

/** The rules that are shown. */
export interface PolicyShown {
  readonly policy: Policy;
  /** The day on which they are in force; null: whatever the policy holds. */
  readonly on: string | null;
}

/** One output format of a policy. */
export interface PolicyFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly render: (shown: PolicyShown, surface: { readonly columns: number; readonly style: Style }) => string;
}

const COLUMNS: readonly LayoutColumn[] = [
  { title: "rule", align: "left" },
  { title: "since", align: "left" },
  { title: "value", align: "left", least: 16 },
  { title: "source", align: "left" },
];

/** Parameters and readings as tables, with the sources that they name. */
function table({ policy, on }: PolicyShown, { columns, style }: { readonly columns: number; readonly style: Style }) {
  const when = on === null ? "every value, the latest last" : `in force on ${on}`;
  const set = (rows: readonly LayoutRow[], titles = COLUMNS): string =>
    layout(titles, rows, columns)
      .lines.map((line) => `  ${line}\n`)
      .join("");
  const sources = Object.entries(policy.sources).map(
    ([key, { title, date }]) =>
      `${style.bold(printable(key))}  ${date}\n    ${wrap(printable(title), Math.min(columns, 110) - 4, "    ")}\n`,
  );
  return [
    `${style.bold(`Policy ${printable(policy.id)}`)}: ${printable(policy.title)}\n${when}\n`,
    `${style.bold("Parameters")}\n${set(parameterRows(policy))}`,
    `${style.bold("Readings")} (the default first; --reading ID=VALUE takes another)\n${readingsText(policy, style, columns)}`,
    `${style.bold("Sources")}\n${sources.map((line) => `  ${line}`).join("")}`,
  ].join("\n");
}

const parameterRows = ({ parameters }: Policy): LayoutRow[] =>
  (Object.keys(parameters) as ParameterId[]).flatMap((id) =>
    parameters[id].flatMap(({ from, value, source }) => {
      const [first = "", ...more] = valueTexts(id, value);
      return [{ cells: [id, from, first, printable(source)] }, ...more.map((text) => ({ cells: ["", "", text, ""] }))];
    }),
  );

function valueTexts(id: ParameterId, value: string | readonly BandValue[]): string[] {
  if (typeof value !== "string") return value.map(({ from, to, award }) => `${from}-${to} %: $${grouped(award)}`);
  if (id === "overtime-cap-share") return [`${value} % of annual salary`];
  return [id === "programme-start" ? value : `$${grouped(value)}`];
}

function readingsText({ readings }: Policy, style: Style, columns: number): string {
  return (Object.keys(readings) as ReadingId[])
    .map((id) => {
      const { question, values, default: defaults } = readings[id];
      const used = new Set([...defaults].reverse().map(({ value }) => value));
      const inOrder = [...used, ...Object.keys(values).filter((value) => !used.has(value))];
      const why = defaults.map(({ from, value, source, reason }) => `${value} since ${from} (${source}): ${reason}`);
      const lines = [
        ...inOrder.map((value) => `${value}: ${values[value] ?? ""}`),
        ...why.map((text) => `default ${text}`),
      ];
      const width = Math.min(columns, 110) - 4;
      const head = `  ${style.bold(id)}  ${wrap(printable(question), width, "    ")}\n`;
      return head + lines.map((line) => `    ${wrap(printable(line), width, "      ")}\n`).join("");
    })
    .join("");
}

/** Formats of `claims policy show`. */
export const POLICY_FORMATS: readonly PolicyFormat[] = [
  { name: "table", endings: ["txt"], render: table },
  { name: "json", endings: ["json"], render: ({ policy }) => policyText(policy) },
];
