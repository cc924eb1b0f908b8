import { divide, HALF_UP, type Money, minus, moneyFromText, moneyText, times, ZERO } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import type { ForecastBand, ForecastDocument } from "../whatif/forecast.ts";
import { type CsvRow, withLeftOut } from "./csv-text.ts";
import { FORECAST_COLUMNS, figureLayout, figuresShown } from "./figures.ts";
import { asCsv, asJson, asTable, type TextFormat, type View } from "./format.ts";
import { grouped, isZero, sumOf } from "./text/amounts.ts";
import { type LayoutRow, layout, left, right } from "./text/layout.ts";
import { hanging } from "./text/width.ts";

/** Formats of `claims forecast`. */
export const FORECAST_FORMATS: readonly TextFormat<ForecastDocument>[] = [asTable(table), asJson(), asCsv(rows)];

const FIGURES = FORECAST_COLUMNS.figures;
type Figure = (typeof FIGURES)[number];

/** The pay of each quarter, which no band changes; then awards and totals of all bands, side by side. */
function table(forecast: ForecastDocument, view: View): string {
  const { year, agencies, officers, assumptions } = forecast;
  const of = `${counted(agencies, "agency", "agencies")}, ${counted(officers, "officer")}`;
  const leftOut = leftOutText(forecast);
  return [
    `${view.style.bold(`${year} forecast`)}   ${of}\n${leftOut && `${view.style.yellow("Incomplete")}: ${leftOut}\n`}`,
    `${payLines(forecast, view).join("\n")}\n`,
    `${bandLines(forecast, view).join("\n")}\n`,
    `It takes for granted\n${assumptions.map((text) => `${hanging("  ", text, view.columns, 2)}\n`).join("")}`,
  ].join("\n");
}

/** Salary, benefits and overtime by quarter, with a bar of what they come to. */
function payLines({ bands, year }: ForecastDocument, { columns, style }: View): readonly string[] {
  const quarters = (bands[0]?.quarters ?? []).map((one) => ({ ...one, total: withoutAward(one) }));
  const most = quarters.map(({ total }) => moneyFromText(total)).reduce((a, b) => (a > b ? a : b), ZERO);
  const all = figuresShown(FORECAST_COLUMNS, (figure) => quarters.every((quarter) => isZero(quarter[figure])));
  const shown = all.filter((figure) => figure !== "award");
  const titled = [
    left(""),
    ...figureLayout(FORECAST_COLUMNS, shown, "long").slice(0, -1),
    right("Before award"),
    left("", { goes: 1 }),
  ];
  const row = (period: string, textOf: (figure: Figure) => string, last = ""): LayoutRow => ({
    cells: [period, ...shown.map((figure) => grouped(textOf(figure))), last],
  });
  const ofQuarters = quarters.map((one) => row(one.id, (figure) => one[figure], bar(one.total, most)));
  const sums = row(year, (figure) => moneyText(sumOf(quarters.map((one) => one[figure]))));
  const titles: LayoutRow = { cells: titled.map(({ title }) => title), style: style.bold };
  return layout(titled, [titles, ...ofQuarters, { ...sums, style: style.bold }], columns).lines;
}

const withoutAward = ({ total, award }: ForecastBand["quarters"][number]): string =>
  moneyText(minus(moneyFromText(total), moneyFromText(award)));

/** Awards of each quarter and of the year, and the year's total, a column a band. */
function bandLines(forecast: ForecastDocument, { columns, style }: View): readonly string[] {
  const { bands, year } = forecast;
  const titled = [left("Award at a placement rate of"), ...bands.map((band) => right(bandName(band, forecast)))];
  const quarters = (bands[0]?.quarters ?? []).map(
    ({ id }, index): LayoutRow => ({
      cells: [id, ...bands.map((band) => grouped(band.quarters[index]?.award ?? ""))],
    }),
  );
  const awards = bands.map((band) => grouped(moneyText(sumOf(band.quarters.map(({ award }) => award)))));
  const titles: LayoutRow = { cells: titled.map(({ title }) => title), style: style.bold };
  const sums: LayoutRow = { cells: [`${year} awards`, ...awards] };
  const total: LayoutRow = { cells: [`${year} total`, ...bands.map((band) => grouped(band.total))], style: style.bold };
  return layout(titled, [titles, ...quarters, sums, total], columns).lines;
}

/** @param forecast whose bands are from the highest to what is below all */
function bandName({ band }: ForecastBand, { bands }: ForecastDocument): string {
  if (band !== null) return `${band.replace("-", " to ")} %`;
  return `below ${bands.at(-2)?.band?.split("-")[0] ?? "100"} %, none`;
}

const BAR = 12;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of up to twelve characters, in eighths of one. */
function bar(total: string, most: Money): string {
  if (most <= 0) return "";
  const eighths = Number(divide(times(moneyFromText(total), BAR * 8), most, HALF_UP));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

const leftOutText = ({ left_out }: ForecastDocument): string =>
  left_out.length === 0 ? "" : `left out for errors: ${left_out.map(printable).join(", ")}`;

/** One row a band and quarter. The band below all others is `below`. */
function rows(forecast: ForecastDocument): CsvRow[] {
  const ofBands = forecast.bands.flatMap(({ band, quarters }) =>
    quarters.map((one) => [forecast.year, band ?? "below", one.id, ...FIGURES.map((figure) => one[figure])]),
  );
  return withLeftOut([["year", "band", "quarter", ...FIGURES], ...ofBands], leftOutText(forecast));
}
