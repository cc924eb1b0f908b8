import { moneyText } from "../../../engine/values/money.ts";
import { amount, amountBy, type Cell, formula, numberOf, text } from "./cell.ts";
import type { InputsSheet } from "./inputs.ts";
import { type CellName, Lines } from "./lines.ts";
import { hasAllowance, isOfSeveral, nameIn, type Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import { type Bands, bandLines, policyLines, quarterLines, readingLines } from "./terms-lines.ts";
import type { WorkedAgency } from "./worked.ts";

/** The sheet "Rates and readings": what the claim is computed under. */
export interface RatesSheet {
  readonly sheet: Sheet;
  readonly names: readonly CellName[];
  readonly has: (key: string) => boolean;
  /** A cell of an agency's line. */
  readonly of: (key: string, agency: WorkedAgency) => string;
}

export function ratesSheet(part: Part, inputs: InputsSheet | undefined): RatesSheet {
  const sheet = new Sheet(`Rates and readings${part.suffix}`);
  sheet.widths.push(38, 16, 16, 16, 16, 16, 18, 14, 18, 14, 14, 14, 30);
  sheet.put(1, 0, text("Rates and readings: what the claim was computed under", "title"));
  sheet.put(
    2,
    0,
    text(
      "Blue was read from the inputs or the policy, black is computed here, brown on yellow is a value with a note.",
      "hint",
    ),
  );
  const names: CellName[] = [];
  const writer = new Lines(sheet, part, names, 4);
  quarterLines(writer, part);
  policyLines(writer, part);
  const bands = bandLines(writer, part);
  // Of one agency the rate stands before the readings; the rates of many would hide them.
  if (isOfSeveral(part)) readingLines(writer, part);
  writer.section("Placement rates, awards and vehicles");
  const table = new Table(sheet, writer.row, rateColumns(part, inputs, bands), part.agencies);
  writer.row = table.last + 1;
  if (!isOfSeveral(part)) readingLines(writer, part);
  return { sheet, names, has: (key) => table.has(key), of: (key, { number }) => table.cell(key, table.top + number) };
}

function rateColumns(part: Part, inputs: InputsSheet | undefined, bands: Bands): Column<WorkedAgency>[] {
  const reading = part.terms.readings["rate-rounding"];
  const whole = {
    floor: (rate: string) => `INT(${rate})`,
    nearest: (rate: string) => `ROUND(${rate},0)`,
    exact: (rate: string) => rate,
  };
  const inBand = (at: (key: string) => string): string =>
    `(${bands.from}<=${at("whole")})*(${bands.to}>=${at("whole")})`;
  return [
    column("agency", "Agency", 38, ({ claim }) => text(claim.agency_id, "inputText")),
    column("provided", "Locations provided", 16, ({ claim }) =>
      count(claim.placement?.provided ?? claim.placements_provided),
    ),
    column("successful", "Successful", 16, ({ claim }) => count(claim.placement?.successful)),
    column("rate", "Rate in percent", 16, ({ claim }, at) => rateCell(claim.placement, at)),
    {
      key: "whole",
      title: { floor: "Whole percents, fraction dropped", nearest: "Whole percents, half up", exact: "As it is" }[
        reading
      ],
      width: 16,
      cell: (agency, at) =>
        formula(`IF(${at("rate")}="","",${whole[reading](at("rate"))})`, wholePercent(agency, reading), "number"),
    },
    column("award", "Award for each counted officer", 16, ({ claim }, at) =>
      amountBy(
        `IF(${at("rate")}="",0,SUMPRODUCT(${inBand(at)}*${bands.award}))`,
        claim.placement?.award_per_officer ?? "0.00",
      ),
    ),
    column("status", "Status", 18, ({ claim }, at) =>
      formula(
        `IF(${at("rate")}="","no rate",IF(${at("reference")}="","indicated","determined"))`,
        claim.placement?.status ?? "no rate",
        "text",
      ),
    ),
    column("reference", "ICE's reference", 14, ({ claim }) => text(claim.placement?.reference, "inputText")),
    ...(hasAllowance(part) ? vehicleColumns(part, inputs) : []),
    column("name", "Name of the agency", 30, ({ claim }) => text(claim.agency_name, "inputText")),
  ];
}

const count = (value: number | null | undefined): Cell => ({ value: value ?? null, style: "inputNumber" });

function rateCell(placement: WorkedAgency["claim"]["placement"], at: (key: string) => string): Cell {
  if (!placement) return { value: null, style: "inputNumber" };
  const { provided, successful, rate } = placement;
  if (provided === null || successful === null) return { value: numberOf(rate), style: "inputNumber" };
  return formula(`${at("successful")}*100/${at("provided")}`, (successful * 100) / provided, "number");
}

function wholePercent({ claim }: WorkedAgency, reading: "floor" | "nearest" | "exact"): number | string {
  if (!claim.placement) return "";
  const { provided, successful, rate } = claim.placement;
  const exact = provided === null || successful === null ? Number(rate) : (successful * 100) / provided;
  return { floor: Math.floor(exact), nearest: Math.round(exact), exact }[reading];
}

function vehicleColumns(part: Part, inputs: InputsSheet | undefined): Column<WorkedAgency>[] {
  return [
    column("vehicle_cost", "Vehicle receipts", 18, ({ claim }) => amount(claim.vehicle_cost, "inputAmount")),
    column("vehicles_before", "Vehicles in prior claims", 14, ({ vehiclesBefore }) =>
      amount(moneyText(vehiclesBefore), vehiclesBefore === 0 ? "amount" : "given"),
    ),
    {
      key: "vehicles",
      title: "Vehicles",
      width: 14,
      cell: (agency, at) => {
        if (!inputs) return amount(agency.claim.totals.vehicles, "given");
        const some = inputs.ofAgency("task_force", agency);
        const left = `MAX(0,${nameIn(part, "vehicle_allowance")}-${at("vehicles_before")})`;
        return amountBy(
          `IF(OR(${at("vehicle_cost")}="",SUM(${some})=0),0,MIN(${at("vehicle_cost")},${left}))`,
          agency.claim.totals.vehicles,
          "claimed",
        );
      },
    },
  ];
}
