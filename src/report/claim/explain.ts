import type {
  AgencyDocument,
  CellDocument,
  ClaimFigures,
  DerivationDocument,
  OfficerDocument,
  PriorFigureDocument,
  StepDocument,
} from "../../document/schema.ts";
import type { Readings } from "../../engine/values/ids.ts";
import { printable, quoted } from "../../problems/printable.ts";
import { figureExplained } from "../figures.ts";
import { asTable, type View } from "../format.ts";
import { agencyHeading, quarterLine, withName } from "../heading.ts";
import { dollars, grouped } from "../text/amounts.ts";
import { padEnd, padStart, widthOf } from "../text/width.ts";
import { legend } from "./legend.ts";
import type { ClaimParts } from "./parts.ts";
import { decidedBy, numbers, stepText } from "./steps.ts";

/** How each figure came about, for a clerk to follow and an auditor to check with a pocket calculator. */
export const explanation = asTable(({ figures, policy, changed }: ClaimParts, view) => {
  const claim = figures();
  const agencies = claim.claims.map((agency) => agencyPart(agency, claim, view));
  const shown = claim.claims.flatMap((agency) => derivationsShown(agency, view));
  return [...agencies, ...legend(shown, claim, policy, changed, view)].join("\n");
});

const officersShown = ({ officers }: AgencyDocument, { officer }: View): OfficerDocument[] =>
  officer === undefined ? officers : officers.filter(({ officer_id }) => officer_id === officer);

function derivationsShown(agency: AgencyDocument, view: View): DerivationDocument[] {
  const ofOfficers = officersShown(agency, view).flatMap(({ derivation }) => derivation ?? []);
  return view.officer === undefined ? [...ofOfficers, ...(agency.derivation ?? [])] : ofOfficers;
}

function agencyPart(agency: AgencyDocument, claim: ClaimFigures, view: View): string {
  const officers = officersShown(agency, view);
  if (officers.length === 0) return "";
  const parts = officers.map((officer) => officerPart(officer, claim.policy.readings, view));
  if (view.officer === undefined) parts.push(totalsPart(agency, view));
  return [agencyHeading(agency, quarterLine(claim), view.style), ...parts].join("\n");
}

function officerPart(officer: OfficerDocument, used: Readings, view: View): string {
  const { officer_id, officer_name, program_model, total, derivation = [] } = officer;
  const heading = `${withName(officer_id, officer_name)}   ${program_model}   ${dollars(total)}`;
  const said = new Set(derivation.flatMap(({ steps }) => steps.map(({ note }) => note)));
  const reasons = officer.reasons.filter(({ message }) => !said.has(message)).map(({ message }) => `  ${message}\n`);
  const figures = derivation.map((one) => figurePart(one, used, view));
  return `${view.style.bold(heading)}\n${figures.join("")}${reasons.join("")}`;
}

function figurePart({ figure, value, steps }: DerivationDocument, used: Readings, view: View): string {
  const head = `  ${figureExplained(figure)}   ${view.style.bold(isMoney(value) ? dollars(value) : value)}\n`;
  const seen = new Set<string>();
  return head + steps.map((step) => stepPart(step, seen, used, view)).join("");
}

const isMoney = (value: string): boolean => /^\d+\.\d\d$/.test(value);

/** The column in which a step says why, where the step leaves room. */
const WHY_AT = 62;

/** @param seen cells of the figure that were shown already */
function stepPart(step: StepDocument, seen: Set<string>, used: Readings, { style, columns }: View): string {
  const why = decidedBy(step, used);
  const said = style.dim(`[${why}]`);
  const line = `    ${stepText(step)}`;
  const fits = Math.max(widthOf(line), WHY_AT) + widthOf(why) + 4 <= columns;
  const first = fits ? `${padEnd(line, WHY_AT)}  ${said}\n` : `${line}\n      ${said}\n`;
  const read = [...(step.cells ?? []).map(cellText), ...(step.prior ?? []).map(priorText)];
  const fresh = read.filter((text) => !seen.has(text));
  for (const text of fresh) seen.add(text);
  return first + fresh.map((text) => `      ${style.dim(text)}\n`).join("");
}

const cellText = ({ file, line, column, header, text }: CellDocument): string =>
  `${printable(header)} ${quoted(text)}, ${printable(file)}${line === 0 ? "" : `:${line}:${column}`}`;

/** `overtime 9,000.00 of FY2026-Q1, q1.json, officer 1042` */
function priorText({ file, quarter, officer_id, figure, amount }: PriorFigureDocument): string {
  const from = [file ?? "computed in this run", ...(officer_id === null ? [] : [`officer ${officer_id}`])];
  return `${figure} ${grouped(amount)} of ${quarter}, ${from.map(printable).join(", ")}`;
}

/** Terms of a sum that are shown one by one. */
const MOST_TERMS = 4;

function totalsPart({ derivation = [] }: AgencyDocument, { style }: View): string {
  const width = Math.max(0, ...derivation.map(({ value }) => dollars(value).length));
  const lines = derivation.map(({ figure, value, steps }) => {
    const name = padEnd(figureExplained(figure), 24);
    return `  ${name}${style.bold(padStart(dollars(value), width))}   ${sumText(figure, steps)}\n`;
  });
  return `${style.bold("The agency's totals")}\n${lines.join("")}`;
}

/** How a total came about: vehicles are no sum. */
function sumText(figure: string, steps: readonly StepDocument[]): string {
  if (figure === "vehicles") return steps.map(stepText).join("; ");
  const terms = steps.at(-1)?.formula.split(" + ").length ?? 0;
  return terms > MOST_TERMS ? `the sum of ${terms} lines` : numbers(steps[0]?.formula ?? "");
}
