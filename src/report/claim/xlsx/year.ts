import type { TotalsDocument } from "../../../document/schema.ts";
import type { FullYearOfficer } from "../../../whatif/full-year.ts";
import type { YearAgency, YearDocument } from "../../../whatif/year.ts";
import { figureName, figuresShown, YEAR_COLUMNS } from "../../figures.ts";
import { withName, yearLine } from "../../heading.ts";
import { isZero } from "../../text/amounts.ts";
import { amount, type Cell, formula, numberOf, text } from "./cell.ts";
import type { Written } from "./claim-sheets.ts";
import { letter, Sheet } from "./sheet.ts";

type Shown = (typeof YEAR_COLUMNS)["figures"][number];

/** The sheet Year: each agency by quarter, from the sheets of the quarters. */
export function yearSheet(year: YearDocument, quarters: readonly Written[]): Sheet {
  const sheet = new Sheet("Year");
  sheet.widths.push(16);
  sheet.put(1, 0, text("287(g) reimbursement claims of a fiscal year", "title"));
  sheet.put(2, 0, text(yearLine(year.year), "subtitle"));
  const shown = figuresShown(YEAR_COLUMNS, (figure) => isZero(String(year.totals[figure])));
  let row = 4;
  for (const agency of year.agencies) row = agencyLines(sheet, row, agency, year.year, quarters, shown);
  const incomplete = year.quarters.filter((one) => one.incomplete).map(({ quarter }) => quarter.id);
  if (incomplete.length > 0)
    sheet.across(3, 0, shown.length, text(`Incomplete for errors: ${incomplete.join(", ")}`, "alarm"));
  if (year.left_out.length > 0)
    sheet.put(row, 0, text(`Left out: ${year.left_out.join(", ")}: neither rates nor payroll name them.`, "hint"));
  return sheet;
}

function agencyLines(
  sheet: Sheet,
  top: number,
  agency: YearAgency,
  year: string,
  quarters: readonly Written[],
  shown: readonly Shown[],
): number {
  sheet.across(top, 0, shown.length, text(withName(agency.agency_id, agency.agency_name), "section"));
  sheet.line(
    top + 1,
    ["Quarter", ...shown.map(figureName)].map((title) => text(title, "header")),
  );
  sheet.height(top + 1, 32);
  shown.forEach((_, index) => {
    sheet.widths[index + 1] = 15;
  });
  let row = top + 2;
  for (const { part, figure } of quarters) {
    const own = part.agencies.find(({ claim }) => claim.agency_id === agency.agency_id);
    if (!own) continue;
    const cells = shown.map((id): Cell => {
      const value = own.claim.totals[id];
      const by = figure(id, own);
      const style = typeof value === "number" ? "count" : "amount";
      return by === undefined ? given(value) : formula(by, typeof value === "number" ? value : numberOf(value), style);
    });
    sheet.line(row, [text(part.claim.quarter.id), ...cells]);
    row += 1;
  }
  const sum = shown.map((id, index) => yearCell(agency.totals[id], `SUM(${range(index + 1, top + 2, row - 1)})`));
  sheet.line(row, [text(year, "sumText"), ...sum]);
  return fullYearLines(sheet, row + 2, agency.full_year);
}

const range = (column: number, from: number, to: number): string => `${letter(column)}${from}:${letter(column)}${to}`;

const given = (value: number | string): Cell =>
  typeof value === "number" ? { value, style: "givenNumber" } : amount(value, isZero(value) ? "amount" : "given");

/** An officer counts once in a year, so that counts are no sums. */
const yearCell = (value: TotalsDocument[Shown], sum: string): Cell =>
  typeof value === "number" ? { value, style: "givenNumber" } : formula(sum, numberOf(value), "sum");

/** What four rounded quarters make of annual amounts. */
function fullYearLines(sheet: Sheet, top: number, officers: readonly FullYearOfficer[]): number {
  const apart = officers.filter((one) => !isZero(one.salary_difference) || !isZero(one.benefits_difference));
  if (officers.length === 0) return top + 1;
  sheet.put(
    top,
    0,
    text(
      `Four claimed quarters less the annual amount: ${officers.length} officers with one pay all year, ${apart.length} of them apart by rounding`,
      "hint",
    ),
  );
  apart.forEach((one, index) => {
    sheet.line(top + 1 + index, [
      text(one.officer_id),
      amount(one.salary_difference, "given"),
      amount(one.benefits_difference, "given"),
    ]);
  });
  return top + apart.length + 2;
}
