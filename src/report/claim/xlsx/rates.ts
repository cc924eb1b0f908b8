import { weekdaysBetween } from "../../../engine/values/calendar.ts";
import { READING_IDS } from "../../../engine/values/ids.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { amount, amountBy, type Cell, date, formula, numberOf, serial, text } from "./cell.ts";
import type { InputsSheet } from "./inputs.ts";
import { hasAllowance, nameIn, type Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, Table } from "./table.ts";
import type { WorkedAgency } from "./worked.ts";

/** A name of a cell, for formulas. */
export interface CellName {
  readonly name: string;
  readonly range: string;
}

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
  readingLines(writer, part);
  writer.section("Placement rates, awards and vehicles");
  const table = new Table(sheet, writer.row, rateColumns(part, inputs, bands), part.agencies);
  return { sheet, names, has: (key) => table.has(key), of: (key, { number }) => table.cell(key, table.top + number) };
}

/** Writes lines one below the other. */
class Lines {
  readonly sheet: Sheet;
  private readonly part: Part;
  private readonly names: CellName[];
  row: number;

  constructor(sheet: Sheet, part: Part, names: CellName[], row: number) {
    this.sheet = sheet;
    this.part = part;
    this.names = names;
    this.row = row;
  }

  section(title: string): void {
    this.row += 1;
    this.sheet.across(this.row, 0, 6, text(title, "section"));
    this.row += 1;
  }

  /** A label and a value. @param name by which formulas find the value */
  value(label: string, cell: Cell, name?: string, says = ""): void {
    this.line([text(label, "label"), cell, text(says, "hint")]);
    if (name) this.names.push({ name: nameIn(this.part, name), range: this.sheet.at(this.row - 1, 1) });
  }

  head(titles: readonly string[]): void {
    this.sheet.height(this.row, 32);
    this.line(titles.map((title) => text(title, "header")));
  }

  line(cells: readonly Cell[]): void {
    this.sheet.line(this.row, cells);
    this.row += 1;
  }
}

function quarterLines(lines: Lines, part: Part): void {
  const { quarter, readings } = part.terms;
  const name = (id: string): string => nameIn(part, id);
  lines.section("The quarter");
  lines.value("Quarter", text(quarter.id, "inputText"));
  lines.value("First day", { value: serial(quarter.start), style: "inputDate" }, "quarter_start");
  lines.value("Last day", { value: serial(quarter.end), style: "inputDate" }, "quarter_end");
  const days = (from: string, to: string): string => `${name(to)}-${name(from)}+1`;
  lines.value("Days", formula(days("quarter_start", "quarter_end"), quarter.days, "count"), "quarter_days");
  if (readings["partial-quarter"] === "weekdays") {
    const weekdays = weekdaysBetween(quarter.start, quarter.end);
    const count = `NETWORKDAYS(${name("quarter_start")},${name("quarter_end")})`;
    lines.value("Weekdays, Monday to Friday", formula(count, weekdays, "count"), "quarter_weekdays");
  }
  lines.value("First day of the fiscal year", { value: serial(quarter.year.start), style: "inputDate" }, "year_start");
  lines.value("Last day of the fiscal year", { value: serial(quarter.year.end), style: "inputDate" }, "year_end");
  const equal = readings["quarter-share"] === "equal";
  const share = equal ? "1/4" : `${name("quarter_days")}/(${days("year_start", "year_end")})`;
  lines.value(
    "The quarter's share of an annual amount",
    formula(share, equal ? 0.25 : quarter.days / quarter.year.days, "part"),
    "quarter_share",
    equal ? "one fourth" : "days of the quarter ÷ days of the fiscal year",
  );
}

function policyLines(lines: Lines, { claim, policy }: Part): void {
  const { values } = claim.policy;
  const source = (parameter: keyof typeof values): string => {
    const key = policy.parameters[parameter].at(-1)?.source ?? "";
    const found = policy.sources[key];
    return found ? `${key}: ${found.title}, ${found.date}` : key;
  };
  lines.section(`Values in force, policy ${claim.policy.id}`);
  lines.value("The programme begins on", date(values["programme-start"]), "programme_start", source("programme-start"));
  const share = numberOf(values["overtime-cap-share"]);
  const cap: Cell = { value: typeof share === "number" ? share / 100 : share, style: "inputPercent" };
  lines.value("Overtime up to this share of salary", cap, "cap_share", source("overtime-cap-share"));
  lines.value(
    "Equipment, once for each officer",
    amount(values["equipment-allowance"], "inputAmount"),
    "equipment_allowance",
    source("equipment-allowance"),
  );
  lines.value(
    "Vehicles, once for each agency",
    amount(values["vehicle-allowance"], "inputAmount"),
    "vehicle_allowance",
    source("vehicle-allowance"),
  );
  lines.value("Policy, SHA-256", text(claim.policy.sha256, "hint"));
}

/** Where the bands stand. */
interface Bands {
  readonly from: string;
  readonly to: string;
  readonly award: string;
}

function bandLines(lines: Lines, { claim }: Part): Bands {
  lines.section("Award bands, whole percents");
  lines.head(["From", "To", "Award for each counted officer"]);
  const first = lines.row;
  const bands = claim.policy.values["award-bands"];
  for (const { from, to, award } of bands)
    lines.line([
      { value: from, style: "inputNumber" },
      { value: to, style: "inputNumber" },
      amount(award, "inputAmount"),
    ]);
  const last = first + bands.length - 1;
  const range = (column: number): string =>
    `${lines.sheet.at(first, column)}:${lines.sheet.at(last, column).replace(/^.*!/, "")}`;
  return { from: range(0), to: range(1), award: range(2) };
}

function readingLines(lines: Lines, { claim, policy, worth }: Part): void {
  lines.section("Readings of what the rules leave open");
  lines.head(["Reading", "Used", "Other value", "Total with it", "Difference", "What each value means"]);
  for (const id of READING_IDS) {
    const used = claim.policy.readings[id];
    const says = (value: string): string => `${value}: ${policy.readings[id].values[value] ?? ""}`;
    const question = text(policy.readings[id].question, "strong");
    lines.line([text(id, "strong"), text(used, "inputText"), text(""), text(""), text(""), question]);
    lines.line([...Array(5).fill(text("")), text(says(used))]);
    for (const { value, total, difference } of worth.find((one) => one.id === id)?.alternatives ?? [])
      lines.line([
        text(""),
        text(""),
        text(value),
        amount(moneyText(total), "given"),
        amount(moneyText(difference), "given"),
        text(says(value)),
      ]);
  }
  lines.line([text("Totals with another value are computed by the program: each alone, all else as used.", "hint")]);
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
    { key: "agency", title: "Agency", width: 38, cell: ({ claim }) => text(claim.agency_id, "inputText") },
    {
      key: "provided",
      title: "Locations provided",
      width: 16,
      cell: ({ claim }) => count(claim.placement?.provided ?? claim.placements_provided),
    },
    { key: "successful", title: "Successful", width: 16, cell: ({ claim }) => count(claim.placement?.successful) },
    { key: "rate", title: "Rate in percent", width: 16, cell: ({ claim }, at) => rateCell(claim.placement, at) },
    {
      key: "whole",
      title: { floor: "Whole percents, fraction dropped", nearest: "Whole percents, half up", exact: "As it is" }[
        reading
      ],
      width: 16,
      cell: (agency, at) =>
        formula(`IF(${at("rate")}="","",${whole[reading](at("rate"))})`, wholePercent(agency, reading), "number"),
    },
    {
      key: "award",
      title: "Award for each counted officer",
      width: 16,
      cell: ({ claim }, at) =>
        amountBy(
          `IF(${at("rate")}="",0,SUMPRODUCT(${inBand(at)}*${bands.award}))`,
          claim.placement?.award_per_officer ?? "0.00",
        ),
    },
    {
      key: "status",
      title: "Status",
      width: 18,
      cell: ({ claim }, at) =>
        formula(
          `IF(${at("rate")}="","no rate",IF(${at("reference")}="","indicated","determined"))`,
          claim.placement?.status ?? "no rate",
          "text",
        ),
    },
    {
      key: "reference",
      title: "ICE's reference",
      width: 14,
      cell: ({ claim }) => text(claim.placement?.reference, "inputText"),
    },
    ...(hasAllowance(part) ? vehicleColumns(part, inputs) : []),
    { key: "name", title: "Name of the agency", width: 30, cell: ({ claim }) => text(claim.agency_name, "inputText") },
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
    {
      key: "vehicle_cost",
      title: "Vehicle receipts",
      width: 18,
      cell: ({ claim }) => amount(claim.vehicle_cost, "inputAmount"),
    },
    {
      key: "vehicles_before",
      title: "Vehicles in prior claims",
      width: 14,
      cell: ({ vehiclesBefore }) => amount(moneyText(vehiclesBefore), vehiclesBefore === 0 ? "amount" : "given"),
    },
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
