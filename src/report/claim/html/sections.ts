import type { AgencyDocument, AmendmentDocument, ClaimDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { counted } from "../../../problems/words.ts";
import { AGENCY_COLUMNS, figureCell, figureName } from "../../figures.ts";
import { dollars, grouped, isZero, signed } from "../../text/amounts.ts";
import { weaknesses } from "../before-filing.ts";
import { linesWithout } from "../evidence-lines.ts";
import { notClaimedLines } from "../not-claimed.ts";
import { claimantFields, requestFields } from "../request.ts";
import type { ClaimShown } from "../shown.ts";
import { html, type Markup } from "./markup.ts";

/** A column of a table: its title, whether it holds figures, and what stands in it. */
type TableColumn<Row> = readonly [title: string, kind: "text" | "figure", of: (row: Row) => string | number | null];

/** A table with a caption and scoped headers. @param sums what stands below, where there is a sum */
export function table<Row>(
  caption: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  sums?: readonly string[],
): Markup {
  const cell = ([, kind, of]: TableColumn<Row>, row: Row, index: number): Markup =>
    index === 0
      ? html`<th scope="row"><bdi>${of(row)}</bdi></th>`
      : kind === "figure"
        ? html`<td class="figure">${of(row)}</td>`
        : html`<td><bdi>${of(row)}</bdi></td>`;
  return html`<div class="scroll"><table class="sortable"><caption>${caption}</caption>
<thead><tr>${columns.map(([title, kind]) => (kind === "figure" ? html`<th scope="col" class="figure">${title}</th>` : html`<th scope="col">${title}</th>`))}</tr></thead>
${rows.map(
  (row) => html`<tbody><tr>${columns.map((column, index) => cell(column, row, index))}</tr></tbody>
`,
)}${sums && html`<tfoot><tr>${sums.map((sum, index) => (index === 0 ? html`<th scope="row">${sum}</th>` : html`<td class="figure">${sum}</td>`))}</tr></tfoot>`}</table></div>`;
}

/** What keeps the claim from standing up. */
export function beforeFilingPart(agency: AgencyDocument, { claim }: ClaimShown): Markup | false {
  const found = weaknesses(agency, claim.quarter.days);
  if (found.length === 0) return false;
  return html`<h3>Before you file</h3><ul class="plain">${found.map(({ amount, text }) => html`<li><b>${amount}</b> ${text}</li>`)}</ul>`;
}

export function notClaimedPart(agency: AgencyDocument): Markup | false {
  const lines = notClaimedLines(agency);
  if (lines.length === 0) return false;
  return html`<h3>Paid and not claimed</h3>${table(
    "What was paid and the claim leaves, each dollar once",
    [
      ["Officer", "text", ({ officer }) => officer?.officer_id ?? "the agency"],
      ["Figure", "text", ({ figure }) => figureName(figure)],
      ["Amount", "figure", ({ amount }) => grouped(amount)],
      ["Why", "text", ({ why }) => why],
    ],
    lines,
  )}`;
}

const MOST_FETCHED = 20;

export function evidencePart(agency: AgencyDocument): Markup | false {
  const { evidence, totals } = agency;
  if (!evidence) return false;
  const without = linesWithout(agency);
  return html`<h3>Evidence</h3><p>${dollars(evidence.covered)} of ${dollars(totals.total)} has a document, ${dollars(evidence.uncovered)} has none.</p>${
    evidence.lines.length > 0 &&
    table(
      "The documents, and the dollars of the lines that they name",
      [
        ["Document", "text", ({ document }) => document],
        ["Pages", "text", ({ pages }) => pages ?? ""],
        ["Officer", "text", ({ officer_id }) => officer_id ?? "all"],
        ["Figure", "text", ({ figure }) => (figure === null ? "all" : figureName(figure))],
        ["Dollars", "figure", ({ amount }) => grouped(amount)],
        ["SHA-256", "text", ({ sha256 }) => sha256 ?? ""],
      ],
      evidence.lines,
    )
  }${
    without.length > 0 &&
    table(
      without.length > MOST_FETCHED
        ? `To fetch next: the dearest ${MOST_FETCHED} of ${without.length} lines without a document`
        : "To fetch next: lines without a document, the dearest first",
      [
        ["Officer", "text", ({ officer }) => officer?.officer_id ?? "the agency"],
        ["Figure", "text", ({ figure }) => figureName(figure)],
        ["Dollars", "figure", ({ amount }) => grouped(amount)],
      ],
      without.slice(0, MOST_FETCHED),
    )
  }`;
}

/** Who asks and who is asked, where the claim says. */
export function requestPart(agency: AgencyDocument, claim: ClaimDocument): Markup | false {
  const fields = [...requestFields(agency, claim), ...claimantFields(agency)].filter(([, value]) => value);
  if (!agency.request) return false;
  return html`<h3>Request</h3><dl class="facts">${fields.map(([label, value]) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}

/** The readings of which another value would change the total, with their dollars; and those that would not. */
export function readingsPart({ worth, policy }: ClaimShown): Markup {
  const rows = worth.flatMap(({ id, used, alternatives }) =>
    alternatives.map(({ value, difference, total }) => ({ id, used, value, difference, total })),
  );
  const leaning = rows.filter(({ difference }) => difference !== 0);
  const rest = worth.filter(({ id }) => !leaning.some((one) => one.id === id)).map(({ id, used }) => `${id}=${used}`);
  return html`<h2>Readings</h2><p>Where the published rules are silent, the claim takes one reading. This is what each other one would make of it, alone.</p>${
    leaning.length > 0 &&
    table(
      "Readings that this claim leans on",
      [
        ["Reading", "text", ({ id }) => id],
        ["Taken", "text", ({ used }) => used],
        ["Other value", "text", ({ id, value }) => `${value}: ${policy.readings[id].values[value] ?? ""}`],
        ["Difference", "figure", ({ difference }) => signed(moneyText(difference))],
        ["Total", "figure", ({ total }) => grouped(moneyText(total))],
      ],
      leaning,
    )
  }${rest.length > 0 && html`<p class="soft">No other value would change this claim: ${rest.join(", ")}.</p>`}`;
}

export const inputsPart = ({ inputs, claims }: ClaimDocument): Markup => {
  const prior = claims.flatMap((agency) => agency.prior ?? []).filter(({ path }) => path !== undefined);
  const files = [...new Map(prior.map((one) => [one.sha256, one])).values()];
  return html`<h2>Inputs</h2>${table(
    "The files that the claim was computed from",
    [
      ["File", "text", ({ path }) => path],
      ["As", "text", ({ role }) => role],
      ["Rows", "figure", ({ rows }) => rows],
      [
        "Hash over",
        "text",
        ({ scope }) => (scope === "file" ? "the file" : "the header and the rows of these agencies"),
      ],
      ["SHA-256", "text", ({ sha256 }) => sha256],
    ],
    [
      ...inputs,
      ...files.map(({ path = "", sha256 = "", quarter }) => ({
        path,
        sha256,
        role: `prior claim, ${quarter}`,
        rows: "",
        scope: "file" as const,
      })),
    ],
  )}`;
};

/** The agencies of a claim with several, each a link to its part. */
export const agenciesPart = ({ claims, totals }: ClaimDocument): Markup => {
  const { figures } = AGENCY_COLUMNS;
  return html`<div class="scroll"><table><caption>${counted(claims.length, "agency", "agencies")}</caption>
<thead><tr><th scope="col">Agency</th><th scope="col">Name</th>${figures.map((figure) => html`<th scope="col" class="figure">${figureName(figure)}</th>`)}</tr></thead>
${claims.map(
  (agency, index) =>
    html`<tbody><tr><th scope="row"><a href="#agency-${index + 1}">${agency.agency_id}</a></th><td><bdi>${agency.agency_name}</bdi></td>${figures.map((figure) => html`<td class="figure">${figureCell(agency.totals[figure])}</td>`)}</tr></tbody>
`,
)}<tfoot><tr><th scope="row" colspan="2">Total</th>${figures.map((figure) => html`<td class="figure">${figureCell(totals[figure])}</td>`)}</tr></tfoot></table></div>`;
};

/** What an amendment changes, line by line, each with its cause. */
export const amendmentPart = ({ filed, now, difference, lines }: AmendmentDocument): Markup =>
  html`<h2>What was amended</h2><p>Filed ${dollars(filed.total)} (<bdi>${filed.path}</bdi>), now ${dollars(now.total)}: ${isZero(difference) ? "no difference" : signed(difference, "$")}.</p><p class="hash">SHA-256 of the claim that was filed: ${filed.sha256}</p>${
    lines.length > 0 &&
    table(
      "Each figure that differs, and why",
      [
        ["Officer", "text", ({ officer_id, agency_id }) => officer_id ?? agency_id],
        ["Figure", "text", ({ figure }) => figureName(figure)],
        ["Filed", "figure", ({ filed }) => grouped(filed)],
        ["Now", "figure", ({ now }) => grouped(now)],
        ["Difference", "figure", ({ difference }) => signed(difference)],
        ["Cause", "text", ({ cause }) => cause],
      ],
      lines,
    )
  }`;
