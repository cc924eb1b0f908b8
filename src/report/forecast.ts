import { divide, HALF_UP, type Money, moneyFromText, moneyText, times, ZERO } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import type { ForecastBand, ForecastDocument } from "../whatif/forecast.ts";
import { type CsvRow, withLeftOut } from "./csv-text.ts";
import { FORECAST_COLUMNS, figureLayout, figuresShown } from "./figures.ts";
import { asCsv, asJson, asTable, type TextFormat, type View } from "./format.ts";
import { grouped, isZero, sumOf } from "./text/amounts.ts";
import { type LayoutRow, layout, left } from "./text/layout.ts";
import { hanging } from "./text/width.ts";

/** Formats of `claims forecast`. */
export const FORECAST_FORMATS: readonly TextFormat<ForecastDocument>[] = [asTable(table), asJson(), asCsv(rows)];

const FIGURES = FORECAST_COLUMNS.figures;
type Figure = (typeof FIGURES)[number];

/** Quarters and year at each band, with a bar of each quarter's total, all bars to one scale. */
function table(forecast: ForecastDocument, { columns, style }: View): string {
  const { bands, year, agencies, officers, assumptions } = forecast;
  const quarters = bands.flatMap((band) => band.quarters);
  const most = quarters.map(({ total }) => moneyFromText(total)).reduce((a, b) => (a > b ? a : b), ZERO);
  const shown = figuresShown(FORECAST_COLUMNS, (figure) => quarters.every((quarter) => isZero(quarter[figure])));
  const titled = [left(""), ...figureLayout(FORECAST_COLUMNS, shown, "long"), left("", { goes: 1 })];
  const row = (period: string, textOf: (figure: Figure) => string, last = ""): LayoutRow => ({
    cells: [period, ...shown.map((figure) => grouped(textOf(figure))), last],
  });
  const parts = bands.map((band) => {
    const ofQuarters = band.quarters.map((one) => row(one.id, (figure) => one[figure], bar(one.total, most)));
    const sums = row(year, (figure) => moneyText(sumOf(band.quarters.map((one) => one[figure]))));
    const titles: LayoutRow = { cells: titled.map(({ title }) => title), style: style.dim };
    const { lines } = layout(titled, [titles, ...ofQuarters, sums], columns);
    const heading = style.bold(`Placement rate ${bandName(band, forecast)}`);
    return `${heading}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  });
  const of = `${counted(agencies, "agency", "agencies")}, ${counted(officers, "officer")}`;
  const leftOut = leftOutText(forecast);
  return [
    `${style.bold(`${year} forecast`)}   ${of}\n${leftOut && `${style.yellow("Incomplete")}: ${leftOut}\n`}`,
    ...parts,
    `It takes for granted\n${assumptions.map((text) => `${hanging("  ", text, columns, 2)}\n`).join("")}`,
  ].join("\n");
}

/** @param forecast whose bands are from the highest to what is below all */
function bandName({ band }: ForecastBand, { bands }: ForecastDocument): string {
  if (band !== null) return `${band.replace("-", " to ")} %`;
  return `below ${bands.at(-2)?.band?.split("-")[0] ?? "100"} %, or no rate`;
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
