import type { AgencyDocument, AmendmentDocument, OfficerDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import type { YearDocument } from "../../../whatif/year.ts";
import {
  AGENCY_COLUMNS,
  figureCell,
  figureName,
  figuresShown,
  figureTitle,
  OFFICER_COLUMNS,
  YEAR_COLUMNS,
} from "../../figures.ts";
import { dollars, grouped, isZero, signed } from "../../text/amounts.ts";
import { linesWithout } from "../evidence-lines.ts";
import { notClaimedLines } from "../not-claimed.ts";
import type { ClaimShown } from "../shown.ts";
import type { Paper } from "./paper.ts";
import { type PaperColumn, tableOn } from "./table.ts";

/** The lines of an agency's claim, an officer each, with the hours of overtime where payroll states them. */
export function officersOn(paper: Paper, agency: AgencyDocument, { claim }: ClaimShown): void {
  const { officers, totals, agency_id } = agency;
  const quarter = claim.quarter.id;
  const figures = figuresShown(OFFICER_COLUMNS, (figure) => isZero(totals[figure]));
  const hoursOf = ({ actuals }: OfficerDocument): string =>
    (actuals.find((one) => one.quarter === quarter)?.hours ?? "").replace(/\.00$/, "");
  const named = officers.some(({ officer_name }) => officer_name !== null);
  const timed = officers.some((officer) => hoursOf(officer) !== "");
  const columns: PaperColumn<OfficerDocument>[] = [
    { title: "Officer", share: 1.1, of: ({ officer_id }) => officer_id },
    ...(named ? [{ title: "Name", share: 2.7, of: ({ officer_name }: OfficerDocument) => officer_name ?? "" }] : []),
    { title: "Model", share: 0.75, of: ({ program_model }) => program_model },
    { title: "Days", share: 0.5, figure: true, of: ({ eligible_days }) => String(eligible_days) },
    ...(timed ? [{ title: "OT hours", share: 0.8, figure: true, of: hoursOf }] : []),
    ...figures.map((figure) => ({
      title: figureTitle(figure),
      share: 1.1,
      figure: true,
      of: (officer: OfficerDocument) => figureCell(officer[figure]),
    })),
    {
      title: "Reasons",
      share: 2.6,
      of: ({ reasons }) => reasons.map(({ message }) => message).join("; "),
    },
  ];
  paper.page("landscape");
  paper.heading(`Officers of ${agency_id}, ${quarter}`, 2);
  const before = columns.length - figures.length - 1;
  tableOn(paper, columns, officers, [
    "Total",
    ...Array.from({ length: before - 1 }, () => ""),
    ...figures.map((figure) => figureCell(totals[figure])),
    "",
  ]);
  if (!isZero(totals.vehicles)) paper.paragraph(`Vehicles ${dollars(totals.vehicles)} are in the total of the claim.`);
}

export function notClaimedOn(paper: Paper, agency: AgencyDocument): void {
  const lines = notClaimedLines(agency);
  if (lines.length === 0) return;
  paper.heading("Paid and not claimed", 2);
  tableOn(
    paper,
    [
      { title: "Officer", share: 1, of: ({ officer }) => officer?.officer_id ?? "the agency" },
      { title: "Figure", share: 1, of: ({ figure }) => figureName(figure) },
      { title: "Amount", share: 1, figure: true, of: ({ amount }) => grouped(amount) },
      { title: "Why", share: 5, of: ({ why }) => why },
    ],
    lines,
  );
}

const MOST_FETCHED = 20;
/** Room for a line above a table, its header and a row. */
const TABLE_BEGUN = 75;

export function evidenceOn(paper: Paper, agency: AgencyDocument): void {
  const { evidence, totals } = agency;
  if (!evidence) return;
  paper.heading("Evidence", 2);
  paper.paragraph(
    `${dollars(evidence.covered)} of ${dollars(totals.total)} has a document, ${dollars(evidence.uncovered)} has none.`,
  );
  if (evidence.lines.length > 0)
    tableOn(
      paper,
      [
        { title: "Document", share: 2.4, of: ({ document }) => document },
        { title: "Pages", share: 0.8, of: ({ pages }) => pages ?? "" },
        { title: "Officer", share: 1, of: ({ officer_id }) => officer_id ?? "all" },
        { title: "Figure", share: 1, of: ({ figure }) => (figure === null ? "all" : figureName(figure)) },
        { title: "Dollars", share: 1.1, figure: true, of: ({ amount }) => grouped(amount) },
        { title: "SHA-256", share: 4, of: ({ sha256 }) => sha256 ?? "" },
      ],
      evidence.lines,
    );
  const without = linesWithout(agency);
  if (without.length === 0) return;
  const most = without.length > MOST_FETCHED ? `, the dearest ${MOST_FETCHED} of ${without.length}` : "";
  paper.need(TABLE_BEGUN);
  paper.paragraph(`Lines without a document${most}:`, { strong: true });
  tableOn(
    paper,
    [
      { title: "Officer", share: 1, of: ({ officer }) => officer?.officer_id ?? "the agency" },
      { title: "Figure", share: 1, of: ({ figure }) => figureName(figure) },
      { title: "Dollars", share: 1, figure: true, of: ({ amount }) => grouped(amount) },
    ],
    without.slice(0, MOST_FETCHED),
  );
}

/** The readings used, with what each other value would change. */
export function readingsOn(paper: Paper, { worth, policy }: ClaimShown): void {
  const rows = worth.flatMap(({ id, used, alternatives }) =>
    alternatives.map(({ value, difference }) => ({ id, used, value, difference })),
  );
  paper.heading("Readings used", 2);
  paper.paragraph(
    "Where the published rules are silent the claim takes one reading; this is what each other value would change, alone.",
    { size: 8.5, soft: true },
  );
  tableOn(
    paper,
    [
      { title: "Reading", share: 1.4, of: ({ id }) => id },
      { title: "Used", share: 1.2, of: ({ used }) => used },
      {
        title: "Another value",
        share: 4,
        of: ({ id, value }) => `${value}: ${policy.readings[id].values[value] ?? ""}`,
      },
      {
        title: "Difference",
        share: 1.2,
        figure: true,
        of: ({ difference }) => (difference === 0 ? "none" : signed(moneyText(difference))),
      },
    ],
    rows,
  );
}

export function inputsOn(paper: Paper, { claim }: ClaimShown): void {
  const prior = claim.claims.flatMap((agency) => agency.prior ?? []).filter(({ path }) => path !== undefined);
  const files = [...new Map(prior.map((one) => [one.sha256, one])).values()];
  paper.heading("Inputs", 2);
  tableOn(
    paper,
    [
      { title: "File", share: 2, of: ({ path }) => path },
      { title: "As", share: 1.2, of: ({ role }) => role },
      { title: "Rows", share: 0.6, figure: true, of: ({ rows }) => rows },
      { title: "SHA-256", share: 4.4, of: ({ sha256 }) => sha256 },
    ],
    [
      ...claim.inputs.map(({ path, role, rows, sha256, scope }) => ({
        path,
        role: scope === "file" ? role : `${role}, these agencies' rows`,
        rows: String(rows),
        sha256,
      })),
      ...files.map(({ path = "", sha256 = "", quarter }) => ({
        path,
        role: `prior claim, ${quarter}`,
        rows: "",
        sha256,
      })),
    ],
  );
}

/** What an amendment changes, line by line. */
export function amendmentOn(paper: Paper, { lines, filed }: AmendmentDocument): void {
  paper.heading("What was amended", 2);
  paper.paragraph(`Amends ${filed.path}, SHA-256 ${filed.sha256}.`, { size: 8.5 });
  tableOn(
    paper,
    [
      { title: "Officer", share: 1.1, of: ({ officer_id, agency_id }) => officer_id ?? agency_id },
      { title: "Figure", share: 1, of: ({ figure }) => figureName(figure) },
      { title: "Filed", share: 1, figure: true, of: ({ filed }) => grouped(filed) },
      { title: "Now", share: 1, figure: true, of: ({ now }) => grouped(now) },
      { title: "Difference", share: 1, figure: true, of: ({ difference }) => signed(difference) },
      { title: "Cause", share: 5, of: ({ cause }) => cause },
    ],
    lines,
  );
}

/** The agencies of a claim with several. */
export function agenciesOn(paper: Paper, { claim }: ClaimShown): void {
  const { figures } = AGENCY_COLUMNS;
  tableOn(
    paper,
    [
      { title: "Agency", share: 1.2, of: ({ agency_id }) => agency_id },
      { title: "Name", share: 2.4, of: ({ agency_name }) => agency_name ?? "" },
      ...figures.map((figure) => ({
        title: figureName(figure),
        share: 1.1,
        figure: true,
        of: ({ totals }: AgencyDocument) => figureCell(totals[figure]),
      })),
    ],
    claim.claims,
    ["Total", "", ...figures.map((figure) => figureCell(claim.totals[figure]))],
  );
}

/** The quarters of a year. */
export function quartersOn(paper: Paper, year: YearDocument): void {
  const figures = figuresShown(YEAR_COLUMNS, (figure) => isZero(String(year.totals[figure])));
  tableOn(
    paper,
    [
      { title: "Quarter", share: 1.2, of: ({ quarter }) => quarter.id },
      ...figures.map((figure) => ({
        title: figureTitle(figure),
        share: 1.1,
        figure: true,
        of: ({ totals }: YearDocument["quarters"][number]) => figureCell(totals[figure]),
      })),
    ],
    year.quarters,
    [year.year, ...figures.map((figure) => figureCell(year.totals[figure]))],
  );
}
