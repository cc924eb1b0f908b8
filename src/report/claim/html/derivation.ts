import type { OfficerDocument } from "../../../document/schema.ts";
import type { Derivation, InputRef, Step } from "../../../engine/derivation.ts";
import { FIGURES, type FigureId } from "../../../engine/values/ids.ts";
import { columnsOfField } from "../../../ingest/table/columns.ts";
import { valueOn } from "../../../policy/policy.ts";
import { figureExplained } from "../../figures.ts";
import { dollars } from "../../text/amounts.ts";
import type { ClaimShown } from "../shown.ts";
import { decidedBy, stepText } from "../steps.ts";
import { html, type Markup } from "./markup.ts";

/** How each figure of an officer came about, folded. @param why what is said of the officer */
export function derivationPart(
  officer: OfficerDocument,
  derivation: Derivation,
  why: string,
  shown: ClaimShown,
): Markup {
  const figures = FIGURES.filter((figure) => derivation[figure].length > 0);
  return html`<details><summary><span class="screen">How each figure came about${why && " · "}</span><span class="soft">${why}</span></summary><dl class="steps">${figures.map(
    (figure) =>
      html`<dt>${figureExplained(figure)} ${valueText(officer, figure)}</dt>${derivation[figure].map((step) => stepPart(step, shown))}`,
  )}</dl></details>`;
}

function valueText(officer: OfficerDocument, figure: FigureId): string {
  if (figure === "eligible_days") return String(officer.eligible_days);
  return figure === "estimated" ? "" : dollars(officer[figure]);
}

function stepPart(step: Step, { policy, terms, claim }: ClaimShown): Markup {
  const { policy: parameter, ...rest } = step;
  const source = parameter && valueOn(policy, parameter, terms.quarter.end, "a page").source;
  const said = { ...rest, ...(parameter && source ? { policy: { parameter, source } } : {}) };
  const cells = (step.inputs ?? []).map(placeOf).filter((place) => place !== "");
  const from = [...new Set(cells)].join(", ");
  return html`<dd>${stepText(said)} <span class="why">[${decidedBy(said, claim.policy.readings)}]${from && ` from ${from}`}</span></dd>`;
}

/** `annual_salary, roster line 2` */
function placeOf({ of, field, lines }: InputRef): string {
  const [column = ""] = columnsOfField(field);
  const at = lines.filter((line) => line > 0);
  if (at.length === 0) return of === "payroll" ? `${column} of payroll` : "";
  return `${column}, ${of} line${at.length > 1 ? "s" : ""} ${at.join(", ")}`;
}
