import { expect, it } from "vitest";
import { FORECAST_FORMATS } from "../../src/report/forecast.ts";
import { IN_A_FILE } from "../../src/report/format.ts";
import type { ForecastDocument } from "../../src/whatif/forecast.ts";

/** A forecast of one band in which the quarters have these totals, all of it salary. */
function forecastOf(totals: readonly string[]): ForecastDocument {
  const none = { benefits: "0.00", overtime: "0.00", other_funding: "0.00", award: "0.00" };
  const quarters = totals.map((total, index) => ({ id: `FY2026-Q${index + 1}`, salary: total, ...none, total }));
  return {
    schema: "claims-forecast/1",
    year: "FY2026",
    policy: "287g",
    agencies: 1,
    officers: 1,
    assumptions: [],
    left_out: [],
    bands: [{ band: null, quarters, total: "0.00" }],
  };
}

const bars = (...totals: string[]): string[] =>
  (FORECAST_FORMATS[0]?.render(forecastOf(totals), IN_A_FILE) ?? "")
    .split("Award at a placement rate")[0]
    ?.split("\n")
    .filter((line) => line.includes("FY2026-Q"))
    .map((line) => /[█▏▎▍▌▋▊▉]*$/.exec(line)?.[0] ?? "") ?? [];

it("bars are exact, in eighths of a character, a half of one rounded up", () => {
  expect(bars("96.00", "48.00", "1.00", "0.49")).toEqual(["█".repeat(12), "█".repeat(6), "▏", ""]);
  expect(bars("96.00", "0.50", "1.49", "1.50")).toEqual(["█".repeat(12), "▏", "▏", "▎"]);
});

it("amounts beyond what a double holds are no trouble", () => {
  expect(bars("900719925474099300.00", "450359962737049650.00")).toEqual(["█".repeat(12), "█".repeat(6)]);
});

it("no bars where nothing is claimed", () => {
  expect(bars("0.00", "0.00")).toEqual(["", ""]);
});
