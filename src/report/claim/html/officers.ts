import { recordsOf } from "../../../document/records.ts";
import type { AgencyDocument, OfficerDocument } from "../../../document/schema.ts";
import { claimAgency } from "../../../engine/agency.ts";
import { counted } from "../../../problems/words.ts";
import { figureCell, figureName, figuresShown, OFFICER_COLUMNS } from "../../figures.ts";
import { isZero } from "../../text/amounts.ts";
import type { ClaimShown } from "../shown.ts";
import { derivationPart } from "./derivation.ts";
import { html, type Markup } from "./markup.ts";

/** So many officers have the way to each figure on the page; of more `claims explain` shows it. */
const MOST_DERIVED = 1000;

/** The officers of an agency, each with the way to its figures folded below it. */
export function officersTable(agency: AgencyDocument, shown: ClaimShown): Markup {
  const { officers, totals } = agency;
  const figures = figuresShown(OFFICER_COLUMNS, (figure) => isZero(totals[figure]));
  const named = officers.some(({ officer_name }) => officer_name !== null);
  const derived =
    officers.length <= MOST_DERIVED
      ? claimAgency(recordsOf(agency, shown.claim.quarter.id), shown.terms, "derivations").derivations
      : [];
  const left = named ? 4 : 3;
  const row = (officer: OfficerDocument, index: number): Markup => {
    const derivation = derived[index];
    const why = officer.reasons.map(({ message }) => message).join("; ");
    return html`<tbody class="officer"><tr><th scope="row">${officer.officer_id}</th>${named && html`<td><bdi>${officer.officer_name}</bdi></td>`}<td>${officer.program_model}</td><td class="figure">${officer.eligible_days}</td>${figures.map((figure) => html`<td class="figure">${figureCell(officer[figure])}</td>`)}</tr>
<tr class="folded"><td colspan="${left + figures.length}">${derivation ? derivationPart(officer, derivation, why, shown) : why}</td></tr></tbody>
`;
  };
  return html`<div class="scroll"><table class="sortable"><caption>${counted(totals.officers, "officer")}, ${totals.claimed_officers} claimed${derived.length === 0 && ". claims explain shows how each figure came about"}</caption>
<thead><tr><th scope="col">Officer</th>${named && html`<th scope="col">Name</th>`}<th scope="col">Model</th><th scope="col" class="figure">Days</th>${figures.map((figure) => html`<th scope="col" class="figure">${figureName(figure)}</th>`)}</tr></thead>
${officers.map(row)}<tfoot><tr><th scope="row" colspan="${left}">Total</th>${figures.map((figure) => html`<td class="figure">${figureCell(totals[figure])}</td>`)}</tr></tfoot></table></div>`;
}
