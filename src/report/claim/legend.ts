import type { ClaimFigures, DerivationDocument } from "../../document/schema.ts";
import { RULES, type RuleId } from "../../engine/values/ids.ts";
import type { Policy } from "../../policy/policy.ts";
import { changedLine, policyLine } from "../closing.ts";
import type { View } from "../format.ts";
import { hanging, padEnd } from "../text/width.ts";

type Row = readonly [name: string, says: string];

/** The rules, readings and sources that derivations name, each with what it says. */
export function legend(
  shown: readonly DerivationDocument[],
  claim: ClaimFigures,
  policy: Policy,
  changed: readonly string[],
  { style, columns }: View,
): string[] {
  const steps = shown.flatMap((one) => one.steps);
  const rules = [...new Set(steps.map(({ rule }) => rule))];
  const readings = [...new Set(steps.flatMap(({ reading }) => reading ?? []))];
  const ofSteps = steps.flatMap((step) => step.policy?.source ?? []);
  const sources = [...new Set([...rules.flatMap((rule) => RULES[rule].sources), ...ofSteps])];
  const list = (title: string, rows: readonly Row[]): string => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    const lines = rows.map(([name, says]) => `${hanging(`  ${padEnd(name, width)}  `, says, columns)}\n`);
    return `${style.bold(title)}\n${lines.join("")}`;
  };
  const readingRows = readings.map((id): Row => {
    const used = claim.policy.readings[id];
    return [id, `${used}: ${policy.readings[id].values[used]}`];
  });
  return [
    list(
      "Rules",
      rules.map((rule) => [rule, ruleText(rule)]),
    ),
    ...(readings.length > 0 ? [list("Readings of what the rules leave open", readingRows)] : []),
    list(
      "Sources",
      sources.map((key) => [key, sourceText(policy, key)]),
    ),
    ...changedLine(changed, style),
    style.dim(policyLine(claim)),
  ];
}

function ruleText(rule: RuleId): string {
  const { says, sources } = RULES[rule];
  return sources.length > 0 ? `${says} [${sources.join(", ")}]` : says;
}

function sourceText({ sources }: Policy, key: string): string {
  const source = sources[key];
  return source ? `${source.title}, ${source.date}` : "";
}
