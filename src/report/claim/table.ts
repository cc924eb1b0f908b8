import type { AgencyDocument, ClaimFigures, OfficerDocument, TotalsDocument } from "../../document/schema.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { Claims, Format, View } from "../format.ts";
import { dollars, grouped, isZero } from "../text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "../text/layout.ts";
import { wrap } from "../text/width.ts";
import { beforeFiling } from "./before-filing.ts";
import { isIncomplete, leftOutText } from "./incomplete.ts";
import { readingsText } from "./readings-text.ts";

/** The claim as a person reads it. */
export const table: Format = {
  name: "table",
  endings: ["txt"],
  render: (claims, view) => (view.by === "agency" ? agenciesPage(claims, view) : officersPage(claims, view)),
};

function officersPage({ figures, worth, changed }: Claims, view: View): string {
  const parts = figures.claims.map((claim) => agencyPart(claim, figures, view));
  if (figures.claims.length > 1) parts.push(grandTotal(figures, view));
  return `${[...parts, closing(figures, worth, changed, view)].join("\n")}`;
}

function agenciesPage({ figures, worth, changed }: Claims, view: View): string {
  const heading = `${view.style.bold(counted(figures.totals.agencies, "agency", "agencies"))}\n${periodLine(figures)}\n\n`;
  return `${heading}${agenciesTable(figures, view)}\n${closing(figures, worth, changed, view)}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `FY2026-Q1, October 1 to December 31, 2025 (92 days)` */
export function periodLine({ quarter }: ClaimFigures): string {
  const words = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}`;
  return `${quarter.id}   ${words(quarter.start)} to ${words(quarter.end)}, ${quarter.end.slice(0, 4)}, ${quarter.days} days`;
}

function agencyPart(claim: AgencyDocument, document: ClaimFigures, view: View): string {
  const { style } = view;
  const name = claim.agency_name === null ? "" : `   ${printable(claim.agency_name)}`;
  const heading = [
    style.bold(`${printable(claim.agency_id)}${name}`),
    periodLine(document),
    placementLine(claim, style.bold),
  ];
  const { lines, dropped } = layout(...officerTable(claim, document, view), view.columns);
  const [titles = "", ...body] = lines;
  const vehicles = isZero(claim.totals.vehicles)
    ? []
    : [`Vehicles ${dollars(claim.totals.vehicles)} are in the total.`];
  const narrow = dropped.length > 0 ? [style.dim(`Not shown at this width: ${dropped.join(", ")}.`)] : [];
  const before = beforeFiling(claim, document.quarter.days, view);
  return `${[...heading, "", style.bold(titles), ...body, ...vehicles, ...narrow].join("\n")}\n${before ? `\n${before}` : ""}`;
}

function placementLine({ placement, placements_provided }: AgencyDocument, bold: (text: string) => string): string {
  if (!placement)
    return placements_provided === 0 ? "No locations provided: no rate, no award" : "No placement rate: no award";
  const { provided, successful, rate, band, award_per_officer, status, reference } = placement;
  const counts = provided === null ? "" : `, ${successful} of ${provided}`;
  const award =
    band === null
      ? "in no award band"
      : `band ${band.replace("-", " to ")} %, ${dollars(award_per_officer)} for each counted officer`;
  const standing = status === "determined" ? `determined (${printable(reference ?? "")})` : "indicated";
  return `Placement rate ${bold(`${rate} %`)}${counts}: ${award}, ${standing}`;
}

const amountColumn = (title: string, goes?: number): LayoutColumn => ({
  title,
  align: "right",
  ...(goes === undefined ? {} : { goes }),
});

function officerTable(
  claim: AgencyDocument,
  document: ClaimFigures,
  view: View,
): [LayoutColumn[], (LayoutRow | "rule")[]] {
  const { totals, officers } = claim;
  const optional = OPTIONAL.filter(({ field }) => !isZero(totals[field]));
  const named = officers.some(({ officer_name }) => officer_name !== null);
  const columns: LayoutColumn[] = [
    { title: "Officer", align: "left" },
    ...(named ? [{ title: "", align: "left" as const, least: 12 }] : []),
    { title: "Model", align: "left", goes: 1 },
    { title: "Days", align: "right", goes: 0 },
    amountColumn("Salary"),
    amountColumn("Benefits"),
    amountColumn("Overtime"),
    ...optional.map(({ title, goes }) => amountColumn(title, goes)),
    amountColumn("Award"),
    amountColumn("Total"),
  ];
  const rows = officers.map((officer) => officerRow(officer, named, optional, document, view));
  const part = isIncomplete(document, claim.agency_id) ? ", incomplete" : "";
  const count = `${counted(totals.officers, "officer")}, ${totals.claimed_officers} claimed${part}`;
  const amounts = [
    totals.salary,
    totals.benefits,
    totals.overtime,
    ...optional.map(({ field }) => totals[field]),
    totals.award,
    totals.total,
  ].map(grouped);
  const titles: LayoutRow = { cells: columns.map(({ title }) => title) };
  const first = columns.length - amounts.length;
  const sum: LayoutRow = {
    cells: [...columns.slice(0, first).map(() => ""), ...amounts],
    across: { from: 0, to: first, text: count },
    style: view.style.bold,
  };
  return [columns, [titles, "rule", ...rows, "rule", sum]];
}

const OPTIONAL = [
  { title: "Over cap", field: "overtime_over_cap", goes: 2 },
  { title: "Other funds", field: "other_funding", goes: undefined },
  { title: "Equipment", field: "equipment", goes: undefined },
] as const;

function officerRow(
  officer: OfficerDocument,
  named: boolean,
  optional: readonly (typeof OPTIONAL)[number][],
  { quarter }: ClaimFigures,
  { style }: View,
): LayoutRow {
  const days = officer.eligible_days === quarter.days ? "all" : String(officer.eligible_days);
  const cells = [
    printable(officer.officer_id),
    ...(named ? [printable(officer.officer_name ?? "")] : []),
    officer.program_model,
    days,
    ...[officer.salary, officer.benefits, officer.overtime, ...optional.map(({ field }) => officer[field])].map(
      grouped,
    ),
    grouped(officer.award),
    grouped(officer.total),
  ];
  if (!isZero(officer.total)) return { cells };
  const text = officer.reasons.map(({ message }) => message).join("; ");
  return { cells, across: { from: named ? 4 : 3, to: cells.length - 1, text }, style: style.dim };
}

function grandTotal({ totals, incomplete }: ClaimFigures, { style }: View): string {
  const part = incomplete ? ", incomplete" : "";
  return style.bold(
    `${counted(totals.agencies, "agency", "agencies")}, ${counted(totals.officers, "officer")}: ${dollars(totals.total)}${part}\n`,
  );
}

function agenciesTable(document: ClaimFigures, view: View): string {
  const columns: LayoutColumn[] = [
    { title: "Agency", align: "left" },
    { title: "", align: "left", least: 12, goes: 3 },
    { title: "Rate", align: "right", goes: 2 },
    { title: "Officers", align: "right", goes: 1 },
    ...["Salary", "Benefits", "Overtime", "Award", "Total"].map((title) => amountColumn(title)),
  ];
  const amounts = ({ salary, benefits, overtime, award, total }: TotalsDocument): string[] =>
    [salary, benefits, overtime, award, total].map(grouped);
  const rows = document.claims.map(
    ({ agency_id, agency_name, placement, totals }): LayoutRow => ({
      cells: [
        printable(agency_id),
        printable(agency_name ?? ""),
        placement ? `${placement.rate} %` : "none",
        String(totals.officers),
        ...amounts(totals),
      ],
    }),
  );
  const titles: LayoutRow = { cells: columns.map(({ title }) => title), style: view.style.bold };
  const sum: LayoutRow = {
    cells: [
      document.incomplete ? "all, incomplete" : "all",
      "",
      "",
      String(document.totals.officers),
      ...amounts(document.totals),
    ],
    style: view.style.bold,
  };
  return `${layout(columns, [titles, "rule", ...rows, "rule", sum], view.columns).lines.join("\n")}\n`;
}

function closing(document: ClaimFigures, worth: Claims["worth"], changed: readonly string[], view: View): string {
  const { incomplete, policy, generator } = document;
  const parts: string[] = [];
  if (incomplete)
    parts.push(
      `${wrap(`Incomplete: ${leftOutText(document)}.`, Math.min(view.columns, 100) - 2, "  ").replace("Incomplete", view.style.red("Incomplete"))}\n`,
    );
  parts.push(readingsText(worth(), view));
  if (changed.length > 0) parts.push(`${view.style.yellow("Not the default")}: ${changed.join(", ")}.\n`);
  parts.push(view.style.dim(`Policy ${policy.id}, ${generator}\n`));
  return parts.join("\n");
}
