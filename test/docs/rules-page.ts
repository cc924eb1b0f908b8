import { READINGS, type ReadingId, RULES, type RuleId } from "../../src/engine/values/ids.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { dollars } from "../../src/report/text/amounts.ts";

/** The parts of docs/rules.md that are written from the policy, by the name between their marks. */
export const GENERATED: Readonly<Record<string, () => string>> = { sources, values, rules, readings };

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function sources(): string {
  const rows = Object.entries(POLICY_287G.sources).map(([key, { title, date }]) => [key, title, date]);
  return table(["key", "publication", "date"], rows);
}

function values(): string {
  const { parameters } = POLICY_287G;
  const bands = parameters["award-bands"].map(({ from, value, source }) => [
    "award-bands",
    value.map((band) => `${band.from} to ${band.to} %: ${dollars(band.award)}`).join("; "),
    from,
    source,
  ]);
  const shares = parameters["overtime-cap-share"].map(({ from, value, source }) => [
    "overtime-cap-share",
    `${value} %`,
    from,
    source,
  ]);
  const start = parameters["programme-start"].map(({ from, value, source }) => [
    "programme-start",
    value,
    from,
    source,
  ]);
  const allowances = (["equipment-allowance", "vehicle-allowance"] as const).flatMap((id) =>
    parameters[id].map(({ from, value, source }) => [id, dollars(value), from, source]),
  );
  return table(["value", "in force", "from", "source"], [...start, ...shares, ...bands, ...allowances]);
}

function rules(): string {
  const ids = Object.keys(RULES) as RuleId[];
  const rows = ids.map((id) => [`[${id}](#${id})`, RULES[id].says, RULES[id].sources.join(", ")]);
  return table(["rule", "in one sentence", "sources"], rows);
}

function readings(): string {
  return (Object.keys(READINGS) as ReadingId[]).map(reading).join("\n\n");
}

function reading(id: ReadingId): string {
  const {
    question,
    values: texts,
    default: [chosen],
  } = POLICY_287G.readings[id];
  const list = READINGS[id].map(
    (value) => `- \`${value}\`${value === chosen?.value ? " (default)" : ""}: ${texts[value]}`,
  );
  return `### Reading ${id}\n\n${question}\n\n${list.join("\n")}\n\nThe default, because ${chosen?.reason} [${chosen?.source}].`;
}

/** The page with every generated part written anew. */
export function rewritten(page: string): string {
  return Object.entries(GENERATED).reduce((text, [name, part]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    return text.replace(marked, (_, begin: string, end: string) => `${begin}${part()}\n${end}`);
  }, page);
}
