import Papa from "papaparse";
import { moneyText } from "../engine/values/money.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import type { ForecastBand, ForecastDocument } from "../whatif/forecast.ts";
import { withLeftOut } from "./claim/csv.ts";
import { jsonText } from "./json-text.ts";
import { grouped, isZero, sumOf } from "./text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "./text/layout.ts";
import type { Style } from "./text/style.ts";
import { wrap } from "./text/width.ts";

interface Surface {
  readonly columns: number;
  readonly style: Style;
}

/** One output format of a forecast. */
export interface ForecastFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly render: (forecast: ForecastDocument, surface: Surface) => string;
}

const AMOUNTS = ["salary", "benefits", "overtime", "other_funding", "award", "total"] as const;
type Quarter = ForecastBand["quarters"][number];

const TITLES = {
  salary: "Salary",
  benefits: "Benefits",
  overtime: "Overtime",
  other_funding: "Other funding",
  award: "Award",
  total: "Total",
};

const bandName = ({ band }: ForecastBand, lowest: string): string =>
  band === null ? `below ${lowest} %, or no rate` : `${band.replace("-", " to ")} %`;

/** Quarters and year at each band, with a bar of each quarter's total, all bars to one scale. */
function table(forecast: ForecastDocument, { columns, style }: Surface): string {
  const { bands, year, agencies, officers, assumptions } = forecast;
  const quarters = bands.flatMap((band) => band.quarters);
  const most = Math.max(...quarters.map(({ total }) => Number(total)));
  const funded = quarters.some(({ other_funding }) => !isZero(other_funding));
  const lowest = bands.at(-2)?.band?.split("-")[0] ?? "100";
  const shown = AMOUNTS.filter((name) => name !== "other_funding" || funded);
  const parts = bands.map((band) => {
    const titles = { cells: ["", ...shown.map((name) => TITLES[name])], style: style.dim };
    const rows = [
      titles,
      ...band.quarters.map((one) => rowOf(one, shown, bar(one.total, most))),
      yearRow(band, year, shown),
    ];
    const { lines } = layout(columnsOf(shown), rows, columns);
    return `${style.bold(`Placement rate ${bandName(band, lowest)}`)}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  });
  const width = Math.min(columns, 110);
  const heading = `${style.bold(`${year} forecast`)}   ${counted(agencies, "agency", "agencies")}, ${counted(officers, "officer")}\n`;
  const left = leftOut(forecast);
  return [
    `${heading}${left === "" ? "" : `${style.yellow("Incomplete")}: ${left}\n`}`,
    ...parts,
    `It takes for granted\n${assumptions.map((text) => `  ${wrap(text, width - 2, "    ")}\n`).join("")}`,
  ].join("\n");
}

const columnsOf = (shown: readonly string[]): LayoutColumn[] => [
  { title: "", align: "left" },
  ...shown.map((name) => ({ title: name, align: "right" as const })),
  { title: "", align: "left", goes: 1 },
];

const rowOf = (quarter: Quarter, shown: readonly (typeof AMOUNTS)[number][], last: string): LayoutRow => ({
  cells: [quarter.id, ...shown.map((name) => grouped(quarter[name])), last],
});

function yearRow(band: ForecastBand, year: string, shown: readonly (typeof AMOUNTS)[number][]): LayoutRow {
  const sums = Object.fromEntries(AMOUNTS.map((name) => [name, moneyText(sumOf(band.quarters.map((q) => q[name])))]));
  return rowOf({ id: year, ...sums } as unknown as Quarter, shown, "");
}

const BAR = 12;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of up to twelve characters, in eighths of one. */
function bar(total: string, most: number): string {
  const eighths = most > 0 ? Math.round((Number(total) / most) * BAR * 8) : 0;
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

const leftOut = ({ left_out }: ForecastDocument): string =>
  left_out.length === 0 ? "" : `left out for errors: ${left_out.map(printable).join(", ")}`;

/** One row a band and quarter. The band below all others is `below`. */
function csv(forecast: ForecastDocument): string {
  const rows = forecast.bands.flatMap(({ band, quarters }) =>
    quarters.map((one) => [forecast.year, band ?? "below", one.id, ...AMOUNTS.map((name) => one[name])]),
  );
  const lines = [["year", "band", "quarter", ...AMOUNTS], ...rows];
  const left = leftOut(forecast);
  return `${Papa.unparse(left === "" ? lines : withLeftOut(lines, left), { newline: "\n" })}\n`;
}

/** Formats of `claims forecast`. */
export const FORECAST_FORMATS: readonly ForecastFormat[] = [
  { name: "table", endings: ["txt"], render: table },
  { name: "json", endings: ["json"], render: (forecast) => jsonText(forecast) },
  { name: "csv", endings: ["csv"], render: csv },
];
