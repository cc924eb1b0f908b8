import type { TotalsDocument } from "../../document/schema.ts";
import { type Money, moneyFromText, moneyText, plus, ZERO } from "../../engine/values/money.ts";
import { printable } from "../../problems/printable.ts";
import { counted, fewTexts } from "../../problems/words.ts";
import type { FullYearOfficer } from "../../whatif/full-year.ts";
import { type YearAgency, type YearDocument, yearTotals } from "../../whatif/year.ts";
import { policyLine } from "../closing.ts";
import { figureCell, figureLayout, figuresShown, YEAR_COLUMNS } from "../figures.ts";
import type { View } from "../format.ts";
import { agencyHeading, yearLine } from "../heading.ts";
import { isZero, signed } from "../text/amounts.ts";
import { type LayoutRow, left, notShown, summed } from "../text/layout.ts";
import { hanging } from "../text/width.ts";

const MOST_NAMED = 20;

/** The year as a person reads it: each agency by quarter, its officers' rounding, and what was left out. */
export function yearTable(year: YearDocument, view: View): string {
  const parts = year.agencies.map((agency) => agencyPart(year, agency, view));
  if (year.agencies.length > 1) parts.push(allAgencies(year, view));
  return [...parts, closing(year)].join("\n");
}

function agencyPart({ year, quarters }: YearDocument, agency: YearAgency, view: View): string {
  const ofQuarters = quarters.flatMap(({ quarter, claims }) =>
    claims
      .filter(({ agency_id }) => agency_id === agency.agency_id)
      .map(({ totals }) => ({ period: quarter.id, totals })),
  );
  const heading = agencyHeading(agency, yearLine(year), view.style);
  const table = periodsTable(ofQuarters, { period: year, totals: agency.totals }, view);
  const whole = ofQuarters.length === 4 ? `\n${fullYearText(agency.full_year, view)}` : "";
  return `${heading}\n${table}${whole}`;
}

interface Period {
  readonly period: string;
  readonly totals: TotalsDocument;
}

function periodsTable(quarters: readonly Period[], year: Period, view: View): string {
  const shown = figuresShown(YEAR_COLUMNS, (figure) => isZero(String(year.totals[figure])));
  const row = ({ period, totals }: Period): LayoutRow => ({
    cells: [period, ...shown.map((figure) => figureCell(totals[figure]))],
  });
  const table = summed([left("Quarter"), ...figureLayout(YEAR_COLUMNS, shown)], quarters.map(row), row(year), view);
  return `${[...table.lines, ...notShown(table, view.style)].join("\n")}\n`;
}

/** What four rounded quarters make of annual amounts. */
function fullYearText(officers: readonly FullYearOfficer[], { style, columns }: View): string {
  const title = style.bold("Four claimed quarters less the annual amount");
  if (officers.length === 0) return `${title}\n  No officer was eligible on every day of the year with one pay.\n`;
  const sum = (field: "salary_difference" | "benefits_difference"): Money =>
    officers.reduce((total, officer) => plus(total, moneyFromText(officer[field])), ZERO);
  const [salary, benefits] = [sum("salary_difference"), sum("benefits_difference")].map(moneyText).map(cents);
  const apart = officers.map(apartText).filter((text) => text !== "");
  const lines = [
    `${counted(officers.length, "officer")} with one pay all year: salary ${salary}, benefits ${benefits}`,
    ...(apart.length > 0 ? [`${fewTexts(apart, MOST_NAMED)}.`] : []),
  ];
  return `${title}\n${lines.map((line) => `${hanging("  ", line, columns)}\n`).join("")}`;
}

/** `1042 salary +1 ¢ and benefits −2 ¢`; empty where four quarters are the annual amounts. */
function apartText({ officer_id, salary_difference, benefits_difference }: FullYearOfficer): string {
  const parts = [
    ...(isZero(salary_difference) ? [] : [`salary ${cents(salary_difference)}`]),
    ...(isZero(benefits_difference) ? [] : [`benefits ${cents(benefits_difference)}`]),
  ];
  return parts.length === 0 ? "" : `${printable(officer_id)} ${parts.join(" and ")}`;
}

/** A difference in cents: `−3 ¢`, `0 ¢`. */
const cents = (difference: string): string =>
  isZero(difference) ? "0 ¢" : `${signed(String(moneyFromText(difference)))} ¢`;

function allAgencies({ year, totals, quarters, agencies }: YearDocument, view: View): string {
  const heading = view.style.bold(counted(totals.agencies, "agency", "agencies"));
  const own = new Set(agencies.map(({ agency_id }) => agency_id));
  const ids = [...new Set(quarters.map(({ quarter }) => quarter.id))];
  const ofQuarters = ids.map((period) => {
    const claims = quarters.flatMap((one) => (one.quarter.id === period ? one.claims : []));
    return { period, totals: yearTotals(claims.filter(({ agency_id }) => own.has(agency_id))) };
  });
  return `${heading}\n\n${periodsTable(ofQuarters, { period: year, totals }, view)}`;
}

function closing({ left_out, quarters }: YearDocument): string {
  const incomplete = [...new Set(quarters.filter((one) => one.incomplete !== null).map(({ quarter }) => quarter.id))];
  return [
    incomplete.length > 0 ? `Incomplete for errors: ${incomplete.join(", ")}.\n` : "",
    left_out.length > 0 ? `Left out: ${left_out.join(", ")}: neither rates nor payroll name them.\n` : "",
    ...quarters.slice(0, 1).map(policyLine),
  ].join("");
}
