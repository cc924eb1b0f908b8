import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ForecastDocument } from "../../src/whatif/forecast.ts";
import { claims, inFolder } from "../cli/run.ts";

const forecastOf = (args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<ForecastDocument> =>
  inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { stdout, code } = await claims(["forecast", ...args, "--year", "FY2026", "-q", "-f", "json"], folder);
    expect(code).toBe(0);
    return JSON.parse(stdout) as ForecastDocument;
  });

const HEADER =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid,other_funding\n";
const ONE = `${HEADER}FL0310200,1,TFM,2025-09-15,60000,18000,6000,500\n`;
const line = ({ bands }: ForecastDocument, field: "overtime" | "total" | "other_funding", band = 0) =>
  bands[band]?.quarters.map((quarter) => quarter[field]);

it("has the bands of the policy, highest first, and one below", async () => {
  const { bands } = await forecastOf(["roster.csv"], { "roster.csv": ONE });
  expect(bands.map(({ band, total }) => [band, total])).toEqual([
    ["90-100", "95000.00"], // 60,000 + 18,000 + cap 15,000 − 2,000 + 4,000
    ["80-89", "94000.00"],
    ["70-79", "93000.00"],
    [null, "91000.00"],
  ]);
});

it("expects the roster's overtime and other funding in every quarter, up to the year's cap", async () => {
  const year = await forecastOf(["roster.csv"], { "roster.csv": ONE });
  expect(line(year, "overtime")).toEqual(["6000.00", "6000.00", "3000.00", "0.00"]);
  expect(line(year, "other_funding")).toEqual(["500.00", "500.00", "500.00", "500.00"]);
});

it("takes what payroll paid in the quarters that it names", async () => {
  const payroll = "officer_id,quarter,overtime_paid\n1,FY2026-Q1,9000.00\n1,FY2026-Q2,100.00\n";
  const year = await forecastOf(["roster.csv"], { "roster.csv": ONE, "payroll.csv": payroll });
  expect(line(year, "overtime")).toEqual(["9000.00", "100.00", "5900.00", "0.00"]);
  expect(line(year, "other_funding")).toEqual(["0.00", "0.00", "500.00", "500.00"]);
});

it("counts no overtime of the roster in a quarter that payroll names", async () => {
  const of = (...quarters: number[]): string =>
    `officer_id,quarter,salary_paid,overtime_paid\n${quarters.map((n) => `1,FY2026-Q${n},15000.00,${n === 2 ? "100.00" : ""}\n`).join("")}`;
  const four = await forecastOf(["roster.csv"], { "roster.csv": ONE, "payroll.csv": of(1, 2, 3, 4) });
  expect(line(four, "overtime")).toEqual(["0.00", "100.00", "0.00", "0.00"]);
  expect(line(four, "other_funding")).toEqual(["0.00", "0.00", "0.00", "0.00"]);
  const three = await forecastOf(["roster.csv"], { "roster.csv": ONE, "payroll.csv": of(1, 2, 4) });
  expect(line(three, "overtime")).toEqual(["0.00", "100.00", "6000.00", "0.00"]);
});

it("is the same with the roster on standard input", async () => {
  const payroll = "officer_id,quarter,overtime_paid\n1,FY2026-Q1,9000.00\n";
  await inFolder(async (folder) => {
    for (const [name, text] of Object.entries({ "roster.csv": ONE, "paid.csv": payroll }))
      writeFileSync(join(folder, name), text);
    const of = (roster: string) =>
      claims(["forecast", roster, "--year", "FY2026", "--payroll", "paid.csv", "-q", "-f", "csv"], folder, ONE);
    const [named, piped] = [await of("roster.csv"), await of("-")];
    expect(piped).toEqual(named);
    expect(piped.stdout).toContain("FY2026,90-100,FY2026-Q1,15000.00,4500.00,9000.00,0.00,1000.00,29500.00\n");
    expect(piped.stdout).toContain("FY2026,90-100,FY2026-Q2,15000.00,4500.00,6000.00,500.00,1000.00,26000.00\n");
  });
});

it("keeps an agency that payroll does not name in some quarter, or in any", async () => {
  const roster = `${ONE}GA0480300,1,TFM,2025-09-15,60000,18000,6000,500\nTX1010000,1,TFM,2025-09-15,60000,18000,6000,500\n`;
  const paid = (agency: string, ...quarters: number[]): string =>
    quarters.map((n) => `${agency},1,FY2026-Q${n},50.00\n`).join("");
  const payroll = `agency_id,officer_id,quarter,overtime_paid\n${paid("FL0310200", 1, 2, 3, 4)}${paid("GA0480300", 1, 3)}`;
  const year = await forecastOf(["roster.csv"], { "roster.csv": roster, "payroll.csv": payroll });
  expect([year.agencies, year.left_out]).toEqual([3, []]);
  expect(line(year, "overtime")).toEqual(["6100.00", "12050.00", "3100.00", "6050.00"]);
});

it("takes --rates, --no-rates and --no-payroll, and rates beside the roster, which change no band", async () => {
  const files = {
    "roster.csv": ONE,
    "rates.csv": "quarter,placement_rate\nFY2026-Q1,71\n",
    "payroll.csv": "officer_id,quarter,overtime_paid\n1,FY2026-Q1,9000.00\n",
  };
  const bare = await forecastOf(["roster.csv"], { "roster.csv": ONE });
  const paid = await forecastOf(["roster.csv"], files);
  expect(line(paid, "overtime")).toEqual(["9000.00", "6000.00", "0.00", "0.00"]);
  expect(await forecastOf(["roster.csv", "--no-payroll", "--no-rates"], files)).toEqual(bare);
  expect(await forecastOf(["roster.csv", "--no-payroll", "--rates", "rates.csv"], files)).toEqual(bare);
  await inFolder(async (folder) => {
    for (const [name, text] of Object.entries({ ...files, "rates.csv": "quarter,placement_rate\nFY2026-Q1,0.5\n" }))
      writeFileSync(join(folder, name), text);
    const run = (...flags: string[]) => claims(["forecast", "roster.csv", "--year", "FY2026", ...flags], folder);
    const refused = await run();
    expect([refused.code, refused.stdout]).toEqual([3, ""]);
    expect(refused.stderr).toContain("rates.csv:2:2: error");
    expect((await run("--no-rates")).code).toBe(0);
  });
});

it("is the claim of the quarter where both rest on the same: the fixture's first quarter", async () => {
  const year = await forecastOf(["fixtures/roster.csv"]);
  expect(line(year, "total")?.[0]).toBe("407993.55");
  const sum = year.bands[0]?.quarters.reduce((total, { total: one }) => total + Number(one) * 100, 0) ?? 0;
  expect((sum / 100).toFixed(2)).toBe(year.bands[0]?.total);
});

it("is the year's claim of payroll that names all four quarters", async () => {
  const roster = ONE.replace("6000,500", ",");
  const payroll = `officer_id,quarter,overtime_paid\n${[1, 2, 3, 4].map((n) => `1,FY2026-Q${n},4000\n`).join("")}`;
  const rates = `quarter,placement_rate\n${[1, 2, 3, 4].map((n) => `FY2026-Q${n},85\n`).join("")}`;
  const files = { "roster.csv": roster, "payroll.csv": payroll, "rates.csv": rates };
  const year = await inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return JSON.parse((await claims(["compute", "roster.csv", "--year", "FY2026", "-f", "json", "-q"], folder)).stdout);
  });
  expect((await forecastOf(["roster.csv"], files)).bands[1]?.total).toBe(year.totals.total);
  expect(year.totals.total).toBe("96000.00"); // 60,000 + 18,000 + 15,000 + 4 × 750
});

it("is of the year whose quarter compute would claim, where none is named", async () => {
  const rates = "quarter,placement_rate\nFY2027-Q2,85\n";
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "roster.csv"), ONE);
    writeFileSync(join(folder, "rates.csv"), rates);
    const { stdout, stderr } = await claims(["forecast", "roster.csv", "-f", "json"], folder);
    expect((JSON.parse(stdout) as ForecastDocument).year).toBe("FY2027");
    expect(stderr).toContain("quarter FY2027-Q2: the only quarter in the rates");
    const named = await claims(["forecast", "roster.csv", "--year", "FY2027", "-f", "json"], folder);
    expect(named.stdout).toBe(stdout);
  });
});
