import type { AgencyDocument } from "../../../document/schema.ts";
import { moneyFromText, moneyText, plus } from "../../../engine/values/money.ts";
import { quarterLine } from "../../heading.ts";
import { weaknesses } from "../before-filing.ts";
import { CERTIFICATION } from "../certification.ts";
import { earlierOfYear } from "../earlier-of-year.ts";
import { leftOutText } from "../incomplete.ts";
import { claimantFields, type Field, requestFields } from "../request.ts";
import { categoriesOf, negative } from "./categories.ts";
import { amount, amountBy, type Cell, formula, text } from "./cell.ts";
import type { OfficerSources } from "./figure-of.ts";
import type { Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import type { WorkedAgency } from "./worked.ts";

/** Columns of the form: labels, then amounts. */
const LAST = 4;

/** The sheet Claim of one agency: a form to sign. */
export function formSheet(part: Part, agency: WorkedAgency, sources: OfficerSources): Sheet {
  const form = new Form(new Sheet(`Claim${part.suffix}`), part, agency, sources);
  form.head();
  form.categories();
  form.award();
  form.beforeFiling();
  form.certification();
  return form.sheet;
}

class Form {
  readonly sheet: Sheet;
  private readonly part: Part;
  private readonly agency: WorkedAgency;
  private readonly claim: AgencyDocument;
  private readonly sources: OfficerSources;
  private row = 1;

  constructor(sheet: Sheet, part: Part, agency: WorkedAgency, sources: OfficerSources) {
    this.sheet = sheet;
    this.part = part;
    this.agency = agency;
    this.claim = agency.claim;
    this.sources = sources;
    sheet.widths.push(32, 20, 20, 16, 34);
    sheet.print = { landscape: false, pages: 1, onOne: true, foot: footOf(part) };
  }

  private line(...cells: (Cell | string)[]): void {
    this.sheet.line(this.row, cells);
    this.row += 1;
  }

  private section(title: string): void {
    this.row += 1;
    this.sheet.across(this.row, 0, LAST, text(title, "section"));
    this.row += 1;
  }

  private label(label: string, cell: Cell): void {
    this.sheet.put(this.row, 0, text(label, "label"));
    this.sheet.across(this.row, 1, LAST, cell);
    this.row += 1;
  }

  /** Two fields a line. */
  private fields(fields: readonly Field[]): void {
    for (let at = 0; at < fields.length; at += 2) {
      this.field(fields[at], 0, [1, 2]);
      this.field(fields[at + 1], 3, [LAST, LAST]);
      this.row += 1;
    }
  }

  private field(field: Field | undefined, column: number, [from, to]: readonly [number, number]): void {
    if (!field) return;
    const [label, value] = field;
    const cell = value ? text(value, "wrappedStrong") : BLANK;
    this.sheet.put(this.row, column, text(label, "label"));
    this.sheet.across(this.row, from, to, cell);
    this.sheet.fit(this.row, cell, to > from ? 36 : 30);
  }

  /** Text over the whole width, as high as it needs to be. */
  private wrapped(cell: Cell, from = 0): void {
    this.sheet.across(this.row, from, LAST, cell);
    this.sheet.fit(this.row, cell, from === 0 ? 118 : 80);
    this.row += 1;
  }

  head(): void {
    const { part, claim } = this;
    this.line(text(`287(g) reimbursement claim${part.claim.amends ? ", amended" : ""}`, "title"));
    this.line(text(quarterLine(part.claim), "subtitle"));
    if (part.claim.incomplete) this.wrapped(text(`Incomplete: ${leftOutText(part.claim)}.`, "alarm"));
    this.section("Request");
    this.fields(requestFields(claim, part.claim));
    if (part.claim.amends) this.label("Amends the claim with SHA-256", text(part.claim.amends));
    if (part.amendment) this.label("That claim's file", text(part.amendment.filed.path));
    this.section("Claimant");
    this.fields(claimantFields(claim));
  }

  categories(): void {
    const { sheet, part, claim, agency, sources } = this;
    const before = earlierOfYear(claim, part.terms);
    this.section("Claimed");
    const period = `Earlier in ${part.terms.quarter.year.id}, by prior claims`;
    const titles = ["", "This claim", ...(before ? [period, "Year to date"] : [])];
    sheet.height(this.row, 30);
    this.line(...titles.map((title) => text(title, "header")));
    const first = this.row;
    for (const category of categoriesOf(part)) {
      const { key, label, sign, from } = category;
      const now = from === "rates" ? sources.rates.of(key, agency) : sources.officers.sum(key, agency);
      const earlier = before?.[key];
      const row = this.row;
      this.line(
        text(label),
        amountBy(`${sign}${now}`, sign === "-" ? negative(claim.totals[key]) : claim.totals[key], "dollars"),
        ...(before ? [earlier === undefined ? text("not stated", "hint") : amount(earlier, "givenDollars")] : []),
        ...(before && earlier !== undefined
          ? [
              amountBy(
                `B${row}+C${row}`,
                moneyText(plus(moneyFromText(claim.totals[key]), moneyFromText(earlier))),
                "dollars",
              ),
            ]
          : []),
      );
    }
    const last = this.row - 1;
    const total = this.row;
    this.line(
      text(part.claim.incomplete ? "Total, incomplete" : "Total", "sumText"),
      amountBy(`SUM(B${first}:B${last})`, claim.totals.total, "sumDollars"),
      ...(before ? [EMPTY_SUM, EMPTY_SUM] : []),
    );
    this.difference(total);
    this.line(
      text("of it resting on estimates", "label"),
      amountBy(sources.officers.sum("estimated", agency), claim.totals.estimated, "dollars"),
    );
    this.evidence(total);
    this.line(
      text("Overtime over the cap, not claimed", "label"),
      amountBy(sources.officers.sum("overtime_over_cap", agency), claim.totals.overtime_over_cap, "dollars"),
    );
    this.line(
      text("Total as the program computed it", "label"),
      amount(claim.totals.total, "givenDollars"),
      formula(
        `IF(ROUND(B${total}-B${this.row},2)=0,"agrees with the total above","DIFFERS from the total above")`,
        "agrees with the total above",
        "agrees",
      ),
    );
    const counts = { officers: claim.totals.officers, claimed: claim.totals.claimed_officers };
    this.line(
      text("Officers", "label"),
      formula(sources.officers.all(agency), counts.officers, "count"),
      text("claimed", "label"),
      formula(sources.officers.above("total", agency), counts.claimed, "count"),
    );
    if (before)
      this.wrapped(
        text(
          "Earlier amounts are those of the officers of this claim, as the prior claims state them; they cannot be followed here.",
          "hintWrapped",
        ),
      );
  }

  /** Of an amendment: what was filed, and the difference. */
  private difference(total: number): void {
    const { amendment } = this.part;
    if (!amendment) return;
    this.line(text("Total as filed before", "label"), amount(amendment.filed.total, "givenDollars"));
    const formula = `B${total}-B${this.row - 1}`;
    this.line(
      text("Difference, asked for or given back", "strong"),
      amountBy(formula, amendment.difference, "sumDollars"),
    );
  }

  /** How much of the total has a document, where it was said which do. */
  private evidence(total: number): void {
    const { evidence } = this.claim;
    if (!evidence) return;
    this.line(text("of it with a document", "label"), amount(evidence.covered, "givenDollars"));
    this.line(
      text("of it without one", "label"),
      amountBy(`B${total}-B${this.row - 1}`, evidence.uncovered, "dollars"),
    );
  }

  award(): void {
    const { claim, agency, sources } = this;
    const { placement } = claim;
    this.section("Placement rate and award");
    if (!placement) {
      const provided = claim.placements_provided === 0;
      this.wrapped(text(provided ? "No locations were provided: no rate, no award." : "No placement rate: no award."));
      return;
    }
    const { provided, successful, rate, band, award_per_officer, status, reference } = placement;
    const counts = provided === null ? "" : `${successful} successful of ${provided} provided`;
    this.line(
      text("Placement rate, percent", "label"),
      formula(sources.rates.of("rate", agency), Number(rate), "number"),
      text(counts),
    );
    this.line(text("Band", "label"), text(band === null ? "in no band" : `${band.replace("-", " to ")} %`));
    this.line(
      text("Award for each counted officer", "label"),
      amountBy(sources.rates.of("award", agency), award_per_officer, "dollars"),
    );
    this.line(
      text("Officers with an award", "label"),
      formula(sources.officers.above("award", agency), claim.totals.award_officers, "count"),
    );
    this.line(
      text("Status", "label"),
      text(status === "determined" ? "determined by ICE" : "indicated by the rate, not determined"),
    );
    this.line(text("ICE's reference", "label"), reference === null ? BLANK : text(reference));
  }

  beforeFiling(): void {
    const found = weaknesses(this.claim, this.part.claim.quarter.days);
    if (found.length === 0) return;
    this.section("Before you file");
    for (const weakness of found) {
      this.sheet.put(this.row, 0, text(weakness.amount, "strong"));
      this.wrapped(text(weakness.text, "wrapped"), 1);
    }
  }

  certification(): void {
    this.section("Certification");
    this.wrapped(text(CERTIFICATION, "wrapped"));
    const { preparer, official } = this.claim.request?.agency ?? {};
    for (const [who, person] of [
      ["Prepared by", preparer],
      ["Certified by, for the agency", official],
    ] as const) {
      this.row += 1;
      this.sheet.height(this.row, 26);
      this.line(text(who, "strong"), text(person?.name, "blank"), text(person?.title, "blank"), BLANK, BLANK);
      this.line("", ...["Name", "Title", "Signature", "Date"].map((field) => text(field, "hint")));
    }
    this.row += 1;
    this.wrapped(text(`This form prints the claim whose JSON has the SHA-256 ${this.part.sha256}`, "hintWrapped"));
    this.wrapped(text(`Policy ${this.part.claim.policy.id}, ${this.part.claim.generator}`, "hint"));
  }
}

const BLANK: Cell = { value: null, style: "blank" };
const EMPTY_SUM: Cell = { value: null, style: "sumText" };

export const footOf = ({ claim, sha256 }: Part): string =>
  `${claim.quarter.id}, SHA-256 of the JSON of this claim ${sha256}`;
