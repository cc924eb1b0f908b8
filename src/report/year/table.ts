import type { TotalsDocument } from "../../document/schema.ts";
import { type Money, moneyFromText, moneyText, plus, ZERO } from "../../engine/values/money.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { FullYearOfficer } from "../../whatif/full-year.ts";
import type { YearAgency, YearDocument } from "../../whatif/year.ts";
import { grouped, isZero } from "../text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "../text/layout.ts";
import { wrap } from "../text/width.ts";
import type { YearView } from "./format.ts";

const MOST_NAMED = 20;

/** The year as a person reads it: each agency by quarter, its officers' rounding, and what was left out. */
export function yearTable(year: YearDocument, view: YearView): string {
  const parts = year.agencies.map((agency) => agencyPart(year, agency, view));
  if (year.agencies.length > 1) parts.push(allAgencies(year, view));
  return `${[...parts, closing(year)].join("\n")}`;
}

function agencyPart(year: YearDocument, agency: YearAgency, view: YearView): string {
  const name = agency.agency_name === null ? "" : `   ${printable(agency.agency_name)}`;
  const ofQuarters = year.quarters.flatMap(({ quarter, claims }) =>
    claims
      .filter(({ agency_id }) => agency_id === agency.agency_id)
      .map(({ totals }) => ({ period: quarter.id, totals })),
  );
  const heading = `${view.style.bold(`${printable(agency.agency_id)}${name}`)}\n${periodLine(year)}\n\n`;
  const table = periodsTable(ofQuarters, { period: year.year, totals: agency.totals }, view);
  const whole = ofQuarters.length === 4 ? `\n${fullYearText(agency.full_year, view)}` : "";
  return `${heading}${table}${whole}`;
}

const periodLine = ({ year }: YearDocument): string =>
  `${year}   October 1, ${Number(year.slice(2)) - 1} to September 30, ${year.slice(2)}`;

interface Period {
  readonly period: string;
  readonly totals: TotalsDocument;
}

const LINES = [
  { title: "Salary", field: "salary", always: true },
  { title: "Benefits", field: "benefits", always: true },
  { title: "Overtime", field: "overtime", always: true },
  { title: "Over cap", field: "overtime_over_cap", always: true, goes: 2 },
  { title: "Other funds", field: "other_funding", always: false, goes: 5 },
  { title: "Award", field: "award", always: true },
  { title: "Equipment", field: "equipment", always: false, goes: 3 },
  { title: "Vehicles", field: "vehicles", always: false, goes: 4 },
  { title: "Total", field: "total", always: true },
] as const;

function periodsTable(quarters: readonly Period[], year: Period, { columns, style }: YearView): string {
  const shown = LINES.filter(({ field, always }) => always || !isZero(year.totals[field]));
  const titles: LayoutColumn[] = [
    { title: "Quarter", align: "left" },
    { title: "Claimed", align: "right", goes: 0 },
    { title: "Awarded", align: "right", goes: 1 },
    ...shown.map(
      ({ title, ...one }): LayoutColumn => ({ title, align: "right", ...("goes" in one && { goes: one.goes }) }),
    ),
  ];
  const row = ({ period, totals }: Period): LayoutRow => ({
    cells: [
      period,
      String(totals.claimed_officers),
      String(totals.award_officers),
      ...shown.map(({ field }) => grouped(totals[field])),
    ],
  });
  const head: LayoutRow = { cells: titles.map(({ title }) => title), style: style.bold };
  const sum: LayoutRow = { ...row(year), style: style.bold };
  const { lines, dropped } = layout(titles, [head, "rule", ...quarters.map(row), "rule", sum], columns);
  const narrow = dropped.length > 0 ? [style.dim(`Not shown at this width: ${dropped.join(", ")}.`)] : [];
  return `${[...lines, ...narrow].join("\n")}\n`;
}

/** What four rounded quarters make of annual amounts. */
function fullYearText(officers: readonly FullYearOfficer[], { style, columns }: YearView): string {
  const title = style.bold("Four claimed quarters less the annual amount");
  if (officers.length === 0) return `${title}\n  No officer was eligible on every day of the year with one pay.\n`;
  const sum = (field: "salary_difference" | "benefits_difference"): Money =>
    officers.reduce((total, officer) => plus(total, moneyFromText(officer[field])), ZERO);
  const apart = officers.filter((one) => !isZero(one.salary_difference) || !isZero(one.benefits_difference));
  const lines = [
    `${counted(officers.length, "officer")} with one pay all year: salary ${cents(moneyText(sum("salary_difference")))}, benefits ${cents(moneyText(sum("benefits_difference")))}`,
    ...(apart.length > 0 ? [`${named(apart)}.`] : []),
  ];
  return `${title}\n${lines.map((line) => `  ${wrap(line, Math.min(columns, 110) - 2, "  ")}\n`).join("")}`;
}

function named(officers: readonly FullYearOfficer[]): string {
  const shown = officers.slice(0, MOST_NAMED).map(({ officer_id, salary_difference, benefits_difference }) => {
    const parts = [
      ...(isZero(salary_difference) ? [] : [`salary ${cents(salary_difference)}`]),
      ...(isZero(benefits_difference) ? [] : [`benefits ${cents(benefits_difference)}`]),
    ];
    return `${printable(officer_id)} ${parts.join(" and ")}`;
  });
  const more = officers.length - MOST_NAMED;
  return `${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** A difference in cents: `−3 ¢`, `0 ¢`. */
function cents(difference: string): string {
  const amount = moneyFromText(difference);
  return `${amount < 0 ? "−" : amount > 0 ? "+" : ""}${grouped(String(amount).replace("-", ""))} ¢`;
}

function allAgencies(year: YearDocument, view: YearView): string {
  const heading = view.style.bold(counted(year.totals.agencies, "agency", "agencies"));
  const quarters = year.quarters.map(({ quarter, totals }) => ({ period: quarter.id, totals }));
  return `${heading}\n\n${periodsTable(quarters, { period: year.year, totals: year.totals }, view)}`;
}

function closing({ left_out, quarters }: YearDocument): string {
  const [first] = quarters;
  const left = left_out.length > 0 ? `Left out: ${left_out.join(", ")}: neither rates nor payroll name them.\n` : "";
  const incomplete = quarters.filter((one) => one.incomplete !== null).map(({ quarter }) => quarter.id);
  const parts = incomplete.length > 0 ? `Incomplete for errors: ${incomplete.join(", ")}.\n` : "";
  return `${parts}${left}Policy ${first?.policy.id ?? ""}, ${first?.generator ?? ""}\n`;
}
