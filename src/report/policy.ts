import type { ParameterId, ReadingId } from "../engine/values/ids.ts";
import { type BandValue, datedValues, type Policy, policyText } from "../policy/policy.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import { asTable, type TextFormat, type View } from "./format.ts";
import { dollars } from "./text/amounts.ts";
import { type LayoutRow, layout, left } from "./text/layout.ts";
import { hanging, readable, wrap } from "./text/width.ts";

/** The rules that are shown. */
export interface PolicyShown {
  readonly policy: Policy;
  /** The day on which they are in force; null: whatever the policy holds. */
  readonly on: string | null;
}

/** Formats of `claims policy show`. JSON is the policy file. */
export const POLICY_FORMATS: readonly TextFormat<PolicyShown>[] = [
  asTable(table),
  { name: "json", endings: ["json"], render: ({ policy }) => policyText(policy) },
];

const COLUMNS = [left("rule"), left("since"), left("value", { least: 16 }), left("source")];

/** Parameters and readings as tables, with the sources that they name. */
function table({ policy, on }: PolicyShown, view: View): string {
  const { columns, style } = view;
  const when = on === null ? "every value, the latest last" : `in force on ${on}`;
  const parameters = layout(COLUMNS, parameterRows(policy), columns).lines.map((line) => `  ${line}\n`);
  const sources = Object.entries(policy.sources).map(
    ([key, { title, date }]) =>
      `  ${style.bold(printable(key))}  ${date}\n${hanging("    ", printable(title), columns)}\n`,
  );
  return [
    `${style.bold(`Policy ${printable(policy.id)}`)}: ${printable(policy.title)}\n${when}\n`,
    `${style.bold("Parameters")}\n${parameters.join("")}`,
    `${style.bold("Readings")} (the default first; --reading ID=VALUE takes another)\n${readingsText(policy, view)}`,
    `${style.bold("Sources")}\n${sources.join("")}`,
  ].join("\n");
}

const parameterRows = (policy: Policy): LayoutRow[] =>
  (Object.keys(policy.parameters) as ParameterId[]).flatMap((id) =>
    datedValues(policy, id).flatMap(({ from, value, source }) => {
      const [first = "", ...more] = valueTexts(id, value);
      return [{ cells: [id, from, first, printable(source)] }, ...more.map((text) => ({ cells: ["", "", text, ""] }))];
    }),
  );

function valueTexts(id: ParameterId, value: string | readonly BandValue[]): string[] {
  if (typeof value !== "string") return value.map(({ from, to, award }) => `${from}-${to} %: ${dollars(award)}`);
  if (id === "overtime-cap-share") return [`${value} % of annual salary`];
  if (id === "authorization-years") return [counted(Number(value), "year")];
  return [id === "programme-start" ? value : dollars(value)];
}

function readingsText({ readings }: Policy, { style, columns }: View): string {
  const parts = (Object.keys(readings) as ReadingId[]).map((id) => {
    const { question, values, default: defaults } = readings[id];
    const used = new Set([...defaults].reverse().map(({ value }) => value));
    const inOrder = [...used, ...Object.keys(values).filter((value) => !used.has(value))];
    const lines = [
      ...inOrder.map((value) => `${value}: ${values[value] ?? ""}`),
      ...defaults.map(({ from, value, source, reason }) => `default ${value} since ${from} (${source}): ${reason}`),
    ];
    const asks = wrap(printable(question), readable(columns) - 4, "    ");
    const said = lines.map((line) => `${hanging("    ", printable(line), columns, 2)}\n`);
    return `  ${style.bold(id)}  ${asks}\n${said.join("")}`;
  });
  return parts.join("");
}
