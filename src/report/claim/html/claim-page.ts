import type { AgencyDocument, TotalsDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { counted } from "../../../problems/words.ts";
import type { YearDocument } from "../../../whatif/year.ts";
import { estimatesOf } from "../../estimates.ts";
import { figureCell, figureName, figuresShown, YEAR_COLUMNS } from "../../figures.ts";
import { quarterLine, yearLine } from "../../heading.ts";
import { dollars, isZero, sumOf } from "../../text/amounts.ts";
import { leftOutText } from "../incomplete.ts";
import type { ClaimShown } from "../shown.ts";
import { bandsChart, componentsChart, overtimeChart, quartersChart } from "./charts.ts";
import { html, type Markup } from "./markup.ts";
import { officersTable } from "./officers.ts";
import { pageText } from "./page.ts";
import {
  agenciesPart,
  amendmentPart,
  beforeFilingPart,
  evidencePart,
  inputsPart,
  notClaimedPart,
  readingsPart,
  requestPart,
  table,
} from "./sections.ts";

type By = "officer" | "agency";

/** The claim as one page that needs nothing else. @param by what a line of its tables is */
export function claimPage(shown: ClaimShown, by: By = "officer"): string {
  const { claim, amendment } = shown;
  const [only] = claim.claims.length === 1 ? claim.claims : [];
  const kind = `287(g) reimbursement claim${claim.amends === undefined ? "" : ", amended"}`;
  return pageText(
    `${only ? `${only.agency_id} ` : ""}${claim.quarter.id}, ${kind}`,
    html`<header><h1>${kind}, ${quarterLine(claim).replace(/ +/, ": ")}</h1></header>
<main>${only ? agencyPart(only, shown, by) : severalPart(shown, by)}
${amendment && amendmentPart(amendment)}
${readingsPart(shown)}
${inputsPart(claim)}
</main>
${footer([shown])}`,
  );
}

/** The year as one page: its quarters, and the claim of each. */
export function yearPage(year: YearDocument, quarters: readonly ClaimShown[], by: By = "officer"): string {
  const figures = figuresShown(YEAR_COLUMNS, (figure) => isZero(String(year.totals[figure])));
  const rows = year.quarters.map(({ quarter, totals }) => ({ id: quarter.id, totals }));
  return pageText(
    `${year.year}, 287(g) reimbursement claims`,
    html`<header><h1>287(g) reimbursement claims, ${yearLine(year.year).replace(/ +/, ": ")}</h1></header>
<main><h2>${counted(year.agencies.length, "agency", "agencies")}</h2>
${totalPart(year.totals)}
${year.left_out.length > 0 && html`<p class="warn">Left out: ${year.left_out.join(", ")}: neither rates nor payroll name them.</p>`}
<div class="cards">${quartersChart(rows.map(({ id, totals }) => ({ id, total: totals.total })))}${componentsChart(year.totals)}</div>
${table(
  "The quarters of the year",
  [
    ["Quarter", "text", ({ id }) => id],
    ...figures.map(
      (figure) =>
        [figureName(figure), "figure", ({ totals }: (typeof rows)[number]) => figureCell(totals[figure])] as const,
    ),
  ],
  rows,
  [year.year, ...figures.map((figure) => figureCell(year.totals[figure]))],
)}
${quarters.map(
  (shown) =>
    html`<section><h2>${quarterLine(shown.claim).replace(/ +/, ": ")}</h2>${shown.claim.incomplete && incompletePart(shown)}${shown.claim.claims.map((agency) => agencyPart(agency, shown, by))}${inputsPart(shown.claim)}</section>`,
)}
</main>
${footer(quarters)}`,
  );
}

const totalPart = (totals: Pick<TotalsDocument, "total" | "estimated" | "other_funding">): Markup =>
  html`<p class="total">${dollars(totals.total)}</p><p>${isZero(totals.estimated) ? "None of it rests on estimates." : html`<strong>${dollars(totals.estimated)}</strong> of ${estimatesOf(totals)} rests on estimates.`}</p>`;

const incompletePart = ({ claim }: ClaimShown): Markup =>
  html`<p class="alarm"><strong>Incomplete:</strong> ${leftOutText(claim)}.</p>`;

function severalPart(shown: ClaimShown, by: By): Markup {
  const { claim } = shown;
  const agencies = claim.claims.map((agency, index) => agencyPart(agency, shown, by, index + 1));
  return html`<h2>${counted(claim.claims.length, "agency", "agencies")}</h2>${totalPart(claim.totals)}${claim.incomplete && incompletePart(shown)}<div class="cards">${componentsChart(claim.totals)}</div>${agenciesPart(claim)}${by === "officer" && agencies}`;
}

/** One agency's claim. @param number of the agency among several, whose total stands above */
function agencyPart(agency: AgencyDocument, shown: ClaimShown, by: By, number?: number): Markup {
  const { agency_id, agency_name, totals } = agency;
  const heading = html`<bdi>${agency_name ?? agency_id}</bdi>${agency_name !== null && html` <span class="soft">${agency_id}</span>`}`;
  return html`<section${number === undefined ? "" : html` id="agency-${number}"`}><h2>${heading}</h2>
${totalPart(totals)}
<p>${placementText(agency)}</p>
${number === undefined && shown.claim.incomplete && incompletePart(shown)}
<div class="cards">${componentsChart(totals)}${bandsChart(agency, shown.terms)}${overtimeChart(agency)}</div>
${beforeFilingPart(agency, shown)}
${requestPart(agency, shown.claim)}
${by === "officer" && html`<h3>Officers</h3>${officersTable(agency, shown)}`}
${!isZero(totals.vehicles) && html`<p>Vehicles ${dollars(totals.vehicles)} are in the total.</p>`}
${notClaimedPart(agency)}
${evidencePart(agency)}</section>`;
}

function placementText({ placement }: AgencyDocument): string {
  if (!placement) return "No placement rate: no award.";
  const { rate, provided, successful, band, award_per_officer, status, reference } = placement;
  const counts = provided === null ? "" : `, ${successful} of ${provided}`;
  const award =
    band === null
      ? "in no award band"
      : `band ${band.replace("-", " to ")} %, ${dollars(award_per_officer)} for each counted officer`;
  return `Placement rate ${rate} %${counts}: ${award}, ${status}${reference === null ? "" : ` (${reference})`}.`;
}

const footer = (shown: readonly ClaimShown[]): Markup => {
  const total = moneyText(sumOf(shown.map(({ claim }) => claim.totals.total)));
  return html`<footer><p>Total ${dollars(total)}. Policy ${shown[0]?.claim.policy.id}, ${shown[0]?.claim.generator}.</p>${shown.map(({ claim, sha256 }) => html`<p class="hash">SHA-256 of the JSON of this claim${shown.length > 1 && `, ${claim.quarter.id}`}: ${sha256}</p>`)}</footer>`;
};
