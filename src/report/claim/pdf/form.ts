import type { AgencyDocument } from "../../../document/schema.ts";
import { type Money, minus, moneyFromText, moneyText, plus, ZERO } from "../../../engine/values/money.ts";
import { counted } from "../../../problems/words.ts";
import { figureName } from "../../figures.ts";
import { quarterLine } from "../../heading.ts";
import { dollars, grouped, isZero } from "../../text/amounts.ts";
import { weaknesses } from "../before-filing.ts";
import { CERTIFICATION } from "../certification.ts";
import { earlierOfYear } from "../earlier-of-year.ts";
import { leftOutText } from "../incomplete.ts";
import { claimantFields, type Field, requestFields } from "../request.ts";
import type { ClaimShown } from "../shown.ts";
import type { Paper } from "./paper.ts";
import { type PaperColumn, tableOn } from "./table.ts";

/** The first pages of an agency's claim: what a fiscal officer signs. */
export function formOn(paper: Paper, agency: AgencyDocument, shown: ClaimShown): void {
  const { claim } = shown;
  paper.page("portrait");
  paper.heading(`287(g) reimbursement claim${claim.amends === undefined ? "" : ", amended"}`, 1);
  paper.paragraph(quarterLine(claim).replace(/ +/, ": "), { size: 10.5, soft: true });
  if (claim.incomplete) paper.paragraph(`Incomplete: ${leftOutText(claim)}.`, { strong: true, alarm: true });
  fieldsOn(paper, "Request", [
    ...requestFields(agency, claim),
    ["Partial or final", ""],
    ["Amends the claim with SHA-256", claim.amends === undefined ? null : claim.amends],
  ]);
  fieldsOn(paper, "Claimant", claimantFields(agency));
  amountsOn(paper, agency, shown);
  awardOn(paper, agency);
  certificationOn(paper, agency);
}

/** Labels with their values, two in a row; those without a value are fields to fill, `null` is left out. */
function fieldsOn(paper: Paper, title: string, fields: readonly Field[]): void {
  paper.heading(title, 2);
  const shown = fields.filter(([, value]) => value !== null);
  const half = paper.width / 2;
  for (let at = 0; at < shown.length; at += 2) {
    const pair = shown.slice(at, at + 2);
    const texts = pair.map(([, value]) => value ?? "");
    const height = Math.max(13, ...texts.map((text) => paper.heightOf(text, half - LABEL - 14, { size: 9 })));
    paper.need(height + 6);
    const y = paper.y;
    pair.forEach(([label, value], index) => {
      const x = paper.left + index * half;
      paper.tagged("P", () => {
        paper.line(label, x, y, LABEL, { size: 8, soft: true });
        if (value) paper.put(value, x + LABEL, y - 1, half - LABEL - 14, { size: 9 });
      });
      if (!value) paper.field(label, x + LABEL, y - 2, half - LABEL - 14, 13);
    });
    paper.y = y + height + 5;
  }
}

const LABEL = 92;

const CATEGORIES = ["salary", "benefits", "overtime", "other_funding", "award", "equipment", "vehicles"] as const;
const ALWAYS: ReadonlySet<string> = new Set(["salary", "benefits", "overtime", "award"]);

interface Category {
  readonly label: string;
  readonly now: string;
  readonly before: string;
  readonly toDate: string;
}

function amountsOn(paper: Paper, agency: AgencyDocument, { claim, terms, amendment }: ClaimShown): void {
  const { totals } = agency;
  const before = earlierOfYear(agency, terms);
  paper.heading("Claimed", 2);
  const rows = CATEGORIES.filter((key) => ALWAYS.has(key) || !isZero(totals[key])).map((key): Category => {
    const sign = key === "other_funding" && !isZero(totals[key]) ? "−" : "";
    const earlier = before?.[key];
    const sum =
      earlier === undefined ? "" : grouped(moneyText(plus(moneyFromText(totals[key]), moneyFromText(earlier))));
    return {
      label: key === "other_funding" ? "less other funding" : figureName(key),
      now: `${sign}${grouped(totals[key])}`,
      before: earlier === undefined ? "not stated" : grouped(earlier),
      toDate: sum,
    };
  });
  const year = terms.quarter.year.id;
  const columns: PaperColumn<Category>[] = [
    { title: "", share: 3, of: ({ label }) => label },
    { title: "This claim", share: 2, figure: true, of: ({ now }) => now },
    ...(before
      ? [
          { title: `Earlier in ${year}`, share: 2, figure: true, of: ({ before }: Category) => before },
          { title: "Year to date", share: 2, figure: true, of: ({ toDate }: Category) => toDate },
        ]
      : []),
  ];
  tableOn(paper, columns, rows, [claim.incomplete ? "Total, incomplete" : "Total", grouped(totals.total), "", ""]);
  const parts = [
    `${dollars(totals.estimated)} of salary and benefits rests on estimates, ${dollars(moneyText(known(agency)))} on payroll.`,
    `${totals.claimed_officers} of ${counted(totals.officers, "officer")} claimed, ${totals.award_officers} with an award.`,
    ...(isZero(totals.overtime_over_cap)
      ? []
      : [`Overtime over the cap, not claimed: ${dollars(totals.overtime_over_cap)}.`]),
    ...(agency.evidence ? [`${dollars(agency.evidence.covered)} of the total has a document (evidence).`] : []),
  ];
  paper.paragraph(parts.join(" "), { size: 9 });
  if (amendment && claim.claims.length === 1)
    paper.paragraph(
      `Filed before: ${dollars(amendment.filed.total)}. Difference, asked for or given back: ${dollars(amendment.difference)}.`,
      { strong: true },
    );
}

/** Salary and benefits with payroll behind them. */
const known = ({ totals }: AgencyDocument): Money =>
  minus(plus(moneyFromText(totals.salary), moneyFromText(totals.benefits)), moneyFromText(totals.estimated)) ?? ZERO;

function awardOn(paper: Paper, { placement, placements_provided }: AgencyDocument): void {
  paper.heading("Placement rate and award", 2);
  if (!placement) {
    paper.paragraph(
      placements_provided === 0 ? "No locations were provided: no rate, no award." : "No placement rate: no award.",
    );
    return;
  }
  const { rate, provided, successful, band, award_per_officer, status, reference } = placement;
  const counts = provided === null ? "" : `, ${successful} successful of ${provided} provided`;
  const award =
    band === null
      ? "in no award band"
      : `band ${band.replace("-", " to ")} %, ${dollars(award_per_officer)} for each counted officer`;
  paper.paragraph(
    `Placement rate ${rate} %${counts}: ${award}. ${status === "determined" ? `Determined by ICE, reference ${reference}.` : "Indicated by the rate, not determined by ICE."}`,
  );
}

/** What keeps the claim from standing up: for those who prepare it, behind the form that is signed. */
export function beforeFilingOn(paper: Paper, agency: AgencyDocument, { claim }: ClaimShown): void {
  const found = weaknesses(agency, claim.quarter.days);
  if (found.length === 0) return;
  paper.heading("Before you file", 2);
  const amount = 78;
  for (const { amount: worth, text } of found) {
    const height = paper.heightOf(text, paper.width - amount, { size: 8.5 });
    paper.need(height + 4);
    const y = paper.y;
    paper.tagged("P", () => {
      paper.line(worth, paper.left, y, amount - 8, { size: 8.5, strong: true, align: "right" });
      paper.put(text, paper.left + amount, y, paper.width - amount, { size: 8.5 });
    });
    paper.y = y + height + 3;
  }
}

function certificationOn(paper: Paper, { request }: AgencyDocument): void {
  const { preparer, official } = request?.agency ?? {};
  paper.need(paper.heightOf(CERTIFICATION, paper.width, { size: 9 }) + 2 * SIGNED + 24);
  paper.heading("Certification", 2);
  paper.paragraph(CERTIFICATION, { size: 9 });
  for (const [who, person] of [
    ["Prepared by", preparer],
    ["Certified by, for the agency", official],
  ] as const) {
    const y = paper.y + 8;
    const column = paper.width / 4;
    paper.tagged("P", () => paper.line(who, paper.left, y, paper.width, { size: 8.5, strong: true }));
    const values = [person?.name ?? "", person?.title ?? "", "", ""];
    ["Name", "Title", "Signature", "Date"].forEach((label, index) => {
      const x = paper.left + index * column;
      paper.field(`${who}: ${label}`, x, y + 14, column - 10, 16, values[index]);
      paper.tagged("P", () => paper.line(label, x, y + 33, column - 10, { size: 7.5, soft: true }));
    });
    paper.y = y + SIGNED - 8;
  }
}

/** How high a block to sign is. */
const SIGNED = 52;
