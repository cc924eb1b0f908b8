import { weekdaysBetween } from "../../../engine/values/calendar.ts";
import { READING_IDS } from "../../../engine/values/ids.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { datedValues } from "../../../policy/policy.ts";
import { amount, type Cell, date, formula, numberOf, serial, text } from "./cell.ts";
import type { Lines } from "./lines.ts";
import { nameIn, type Part } from "./part.ts";

export function quarterLines(lines: Lines, part: Part): void {
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

export function policyLines(lines: Lines, { claim, policy }: Part): void {
  const { values } = claim.policy;
  const source = (parameter: keyof typeof values): string => {
    const key = datedValues(policy, parameter).at(-1)?.source ?? "";
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
export interface Bands {
  readonly from: string;
  readonly to: string;
  readonly award: string;
}

export function bandLines(lines: Lines, { claim }: Part): Bands {
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

export function readingLines(lines: Lines, { claim, policy, worth }: Part): void {
  lines.section("Readings of what the rules leave open");
  lines.head(["Reading", "Used", "Other value", "Total with it", "Difference"]);
  lines.sheet.across(lines.row - 1, 5, 9, text("The question, and what each value means", "headerLeft"));
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
