import type {
  AgencyDocument,
  ClaimFigures,
  DerivationDocument,
  OfficerDocument,
  StepDocument,
} from "../../document/schema.ts";
import { exactDecimal } from "../../engine/values/fraction.ts";
import type { ReadingId } from "../../engine/values/ids.ts";
import { RULES } from "../../engine/values/ids.ts";
import { printable, quoted } from "../../problems/printable.ts";
import type { Claims, Format, View } from "../format.ts";
import { dollars } from "../text/amounts.ts";
import { padEnd, padStart, widthOf, wrap } from "../text/width.ts";
import { json } from "./json.ts";
import { periodLine } from "./table.ts";

/** How each figure came about, for a clerk to follow and an auditor to check with a pocket calculator. */
const page: Format = {
  name: "table",
  endings: ["txt"],
  render: ({ figures, policy, changed }, view) => {
    const agencies = figures.claims.map((claim) => agencyPart(claim, figures, view));
    const shown = figures.claims.flatMap((claim) => derivationsShown(claim, view));
    return [...agencies, legend(shown, figures, policy, changed, view)].join("\n");
  },
};

/** Formats of `claims explain`. JSON is the claim document with a derivation for each officer. */
export const EXPLAIN_FORMATS: readonly Format[] = [page, json];

const officersShown = ({ officers }: AgencyDocument, { officer }: View): OfficerDocument[] =>
  officer === undefined ? officers : officers.filter(({ officer_id }) => officer_id === officer);

function derivationsShown(claim: AgencyDocument, view: View): DerivationDocument[] {
  const ofOfficers = officersShown(claim, view).flatMap(({ derivation }) => derivation ?? []);
  return view.officer === undefined ? [...ofOfficers, ...(claim.derivation ?? [])] : ofOfficers;
}

function agencyPart(claim: AgencyDocument, document: ClaimFigures, view: View): string {
  const officers = officersShown(claim, view);
  if (officers.length === 0) return "";
  const name = claim.agency_name === null ? "" : `   ${printable(claim.agency_name)}`;
  const heading = `${view.style.bold(`${printable(claim.agency_id)}${name}`)}\n${periodLine(document)}\n`;
  const parts = officers.map((officer) => officerPart(officer, document.policy.readings, view));
  if (view.officer === undefined) parts.push(totalsPart(claim, view));
  return [heading, ...parts].join("\n");
}

type Used = ClaimFigures["policy"]["readings"];

function officerPart(officer: OfficerDocument, used: Used, view: View): string {
  const name = officer.officer_name === null ? "" : `   ${printable(officer.officer_name)}`;
  const heading = `${printable(officer.officer_id)}${name}   ${officer.program_model}   ${dollars(officer.total)}`;
  const said = new Set((officer.derivation ?? []).flatMap(({ steps }) => steps.map(({ note }) => note)));
  const reasons = officer.reasons.filter(({ message }) => !said.has(message)).map(({ message }) => `  ${message}\n`);
  return `${view.style.bold(heading)}\n${(officer.derivation ?? []).map((one) => figurePart(one, used, view)).join("")}${reasons.join("")}`;
}

const NAMES: Readonly<Record<string, string>> = {
  eligible_days: "Eligible days",
  estimated: "Resting on estimates",
  overtime_cap_room: "Room under the overtime cap",
  overtime_over_cap: "Overtime over the cap, not claimed",
  other_funding: "Other funding, taken off",
};

const nameOf = (figure: string): string => NAMES[figure] ?? `${figure.charAt(0).toUpperCase()}${figure.slice(1)}`;

function figurePart({ figure, value, steps }: DerivationDocument, used: Used, view: View): string {
  const head = `  ${nameOf(figure)}   ${view.style.bold(isMoney(value) ? dollars(value) : value)}\n`;
  const seen = new Set<string>();
  return head + steps.map((step) => stepPart(step, seen, used, view)).join("");
}

const isMoney = (value: string): boolean => /^\d+\.\d\d$/.test(value);

/** @param seen cells of the figure that were shown already */
function stepPart(step: StepDocument, seen: Set<string>, used: Used, view: View): string {
  const decided = decidedBy(step, used);
  const said = view.style.dim(`[${decided}]`);
  const calculated = step.note && step.formula === step.exact ? step.note : calculation(step);
  const line = `    ${calculated}`;
  const fits = Math.max(widthOf(line), WHY_AT) + widthOf(decided) + 4 <= view.columns;
  const first = fits ? `${padEnd(line, WHY_AT)}  ${said}\n` : `${line}\n      ${said}\n`;
  const cells = (step.cells ?? [])
    .map(
      ({ file, line: row, column, header, text }) =>
        `${printable(header)} ${quoted(text)}, ${printable(file)}:${row}:${column}`,
    )
    .filter((cell) => !seen.has(cell));
  for (const cell of cells) seen.add(cell);
  return first + cells.map((cell) => `      ${view.style.dim(cell)}\n`).join("");
}

/** The column in which a step says why, where the step leaves room. */
const WHY_AT = 62;

/** `16,062.50 × 61/92 = 10,650.135869… → 10,650.14 (half-up)` */
function calculation({ formula, exact, value, rounding, note }: StepDocument): string {
  if (formula === "0") return note ?? "nothing is claimed";
  const shownExact = numbers(/^\d+\/\d+$/.test(exact) ? exactDecimal(exact) : exact);
  const result = formula === exact ? shownExact : `${numbers(formula)} = ${shownExact}`;
  const rounded = rounding === undefined || exact === value ? "" : ` → ${numbers(value)} (${rounding})`;
  return `${result}${rounded}${note ? `; ${note}` : ""}`;
}

/** Quotients that are results as decimals, and thousands separated; quotients of a rule such as 61/92 as they are. */
const numbers = (text: string): string =>
  text
    .replace(/\d{5,}\/\d+|\d+\/\d{4,}/g, exactDecimal)
    .replace(/\d+(?=\.\d)/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

function decidedBy({ rule, reading, policy }: StepDocument, used: Used): string {
  const parts = [rule, reading && `${reading}=${used[reading]}`, policy && `${policy.parameter}: ${policy.source}`];
  return parts.filter((part) => part !== undefined).join(", ");
}

function totalsPart(claim: AgencyDocument, { style }: View): string {
  const width = Math.max(0, ...(claim.derivation ?? []).map(({ value }) => dollars(value).length));
  const lines = (claim.derivation ?? []).map(({ figure, value, steps }) => {
    const count = steps.at(-1)?.formula.split(" + ").length ?? 0;
    const how =
      figure === "vehicles"
        ? calculationOf(steps)
        : count > 4
          ? `the sum of ${count} lines`
          : numbers(steps[0]?.formula ?? "");
    return `  ${padEnd(nameOf(figure), 24)}${style.bold(padStart(dollars(value), width))}   ${how}\n`;
  });
  return `${style.bold("The agency's totals")}\n${lines.join("")}`;
}

const calculationOf = (steps: readonly StepDocument[]): string =>
  steps.map((step) => (step.note && step.formula === step.exact ? step.note : calculation(step))).join("; ");

/** The rules, readings and sources that the page names. */
function legend(
  shown: readonly DerivationDocument[],
  document: ClaimFigures,
  policy: Claims["policy"],
  changed: readonly string[],
  view: View,
): string {
  const steps = shown.flatMap((one) => one.steps);
  const rules = [...new Set(steps.map(({ rule }) => rule))];
  const readings = [...new Set(steps.flatMap(({ reading }) => reading ?? []))];
  const sources = [
    ...new Set([
      ...rules.flatMap((rule) => RULES[rule].sources),
      ...steps.flatMap((step) => step.policy?.source ?? []),
    ]),
  ];
  const list = (rows: readonly (readonly [string, string])[]): string => {
    const width = Math.max(0, ...rows.map(([left]) => left.length));
    const most = Math.min(view.columns, 110) - width - 4;
    return rows
      .map(([left, right]) => `  ${padEnd(left, width)}  ${wrap(right, most, " ".repeat(width + 4))}\n`)
      .join("");
  };
  const meaning = (id: ReadingId): string => {
    const used = document.policy.readings[id];
    return `${used}: ${policy.readings[id].values[used]}`;
  };
  return [
    `${view.style.bold("Rules")}\n${list(rules.map((rule) => [rule, withSources(RULES[rule])] as const))}`,
    ...(readings.length > 0
      ? [
          `${view.style.bold("Readings of what the rules leave open")}\n${list(readings.map((id) => [id, meaning(id)] as const))}`,
        ]
      : []),
    `${view.style.bold("Sources")}\n${list(sources.map((key) => [key, sourceText(policy, key)] as const))}`,
    ...(changed.length > 0 ? [`${view.style.yellow("Not the default")}: ${changed.join(", ")}.\n`] : []),
    view.style.dim(`Policy ${document.policy.id}, ${document.generator}\n`),
  ].join("\n");
}

const withSources = ({ says, sources }: (typeof RULES)[keyof typeof RULES]): string =>
  sources.length > 0 ? `${says} [${sources.join(", ")}]` : says;

function sourceText({ sources }: Claims["policy"], key: string): string {
  const source = sources[key];
  return source ? `${source.title}, ${source.date}` : "";
}
