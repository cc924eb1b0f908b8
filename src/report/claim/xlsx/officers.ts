import { dollarText, moneyText } from "../../../engine/values/money.ts";
import { sumOf } from "../../text/amounts.ts";
import { awardColumns, equipmentColumns } from "./allowance-columns.ts";
import { amountBy, formula, numberOf, text } from "./cell.ts";
import { agencyColumn, type InputsSheet } from "./inputs.ts";
import { added, type OfficerColumn, paidOf, summed } from "./officer-column.ts";
import { overtimeColumns } from "./overtime-columns.ts";
import { isEquipped, isFunded, isNamed, isOfSeveral, nameIn, type Part } from "./part.ts";
import { fundingColumns, payColumns } from "./pay-columns.ts";
import type { RatesSheet } from "./rates.ts";
import { Sheet } from "./sheet.ts";
import { column, Table } from "./table.ts";
import type { WorkedAgency, WorkedOfficer } from "./worked.ts";

/** The sheet Officers: a line an officer, from the inputs to the total. */
export interface OfficersSheet {
  readonly sheet: Sheet;
  /** A figure of an officer, wherever the lines are sorted to. */
  readonly figure: (key: string, officer: WorkedOfficer) => string;
  readonly has: (key: string) => boolean;
  /** The sum of a figure of an agency. */
  readonly sum: (key: string, agency: WorkedAgency) => string;
  /** How many officers an agency has. */
  readonly all: (agency: WorkedAgency) => string;
  /** How many officers of an agency have a figure above zero. */
  readonly above: (key: string, agency: WorkedAgency) => string;
}

const HEAD = 5;
const TITLE = "Officers: each figure of the claim";

export function officersSheet(part: Part, inputs: InputsSheet, rates: RatesSheet): OfficersSheet {
  const sheet = new Sheet(`Officers${part.suffix}`);
  const several = isOfSeveral(part);
  const officers = part.agencies.flatMap((agency) => agency.officers);
  sheet.put(1, 0, text(TITLE, "title"));
  sheet.put(
    2,
    0,
    text(
      "Blue was read from the inputs, black is computed here, brown on yellow is a value with a note. Days and annual pay come from the sheet Inputs, under the same number.",
      "hint",
    ),
  );
  const table = new Table(sheet, HEAD, officerColumns(part, inputs, rates), officers);
  table.sums(table.last + 1, "Sum", officers);
  sheet.filter(nameIn(part, "officers"), HEAD, table.last, table.titles);
  sheet.print = { ...sheet.print, pages: 2, from: { row: HEAD - 1, title: TITLE } };
  sheet.freeze(HEAD, isNamed(part) ? 3 : 2);
  const number = (agency: WorkedAgency): string => `${table.range("agency_no")},${agency.number}`;
  return {
    sheet,
    has: (key) => table.has(key),
    figure: (key, { number }) => `INDEX(${table.range(key)},MATCH(${number},${table.range("no")},0))`,
    sum: (key, agency) => (several ? `SUMIF(${number(agency)},${table.range(key)})` : `SUM(${table.range(key)})`),
    all: (agency) => (several ? `COUNTIF(${number(agency)})` : `COUNT(${table.range("no")})`),
    above: (key, agency) =>
      several ? `COUNTIFS(${number(agency)},${table.range(key)},">0")` : `COUNTIF(${table.range(key)},">0")`,
  };
}

function officerColumns(part: Part, inputs: InputsSheet, rates: RatesSheet): OfficerColumn[] {
  const [funded, equipped] = [isFunded(part), isEquipped(part)];
  return [
    column("no", "No.", 6, ({ number }) => ({ value: number, style: "count" })),
    ...(isOfSeveral(part) ? agencyColumns : []),
    column("officer", "Officer", 12, ({ officer }) => text(officer.officer_id)),
    ...(isNamed(part) ? [column("name", "Name", 22, ({ officer }: WorkedOfficer) => text(officer.officer_name))] : []),
    column("model", "Model", 8, ({ officer }) => text(officer.program_model)),
    column("basis", "Basis", 9, ({ officer }) => text(officer.basis)),
    column("days", "Eligible days", 9, (officer) =>
      formula(summed(inputs.of("days", officer)), officer.officer.eligible_days, "count"),
    ),
    ...payColumns("salary", "Salary", part, inputs),
    ...payColumns("benefits", "Benefits", part, inputs),
    ...overtimeColumns(part, inputs),
    ...(funded ? fundingColumns(part) : []),
    ...awardColumns(part, inputs, rates),
    ...(equipped ? equipmentColumns(part, inputs) : []),
    totalColumn(funded, equipped),
    estimatedColumn(part),
    column("note", "Reasons and notes", 55, (officer) => text(noteOf(officer, part), "wrapped")),
  ];
}

const agencyColumns: OfficerColumn[] = [
  column("agency_no", "Agency no.", 8, ({ agency }) => ({ value: agency.number, style: "count" })),
  agencyColumn(({ agency }) => agency.claim.agency_id),
];

const totalColumn = (funded: boolean, equipped: boolean): OfficerColumn => ({
  key: "total",
  title: "Total",
  width: 14,
  cell: ({ officer }, at) => {
    const pay = `${at("salary")}+${at("benefits")}+${at("overtime")}${funded ? `-${at("other_funding")}` : ""}`;
    return amountBy(`${pay}+${at("award")}${equipped ? `+${at("equipment")}` : ""}`, officer.total, "claimed");
  },
  sum: added("total"),
});

function estimatedColumn(part: Part): OfficerColumn {
  const lines = ["salary", "benefits"] as const;
  const estimated = (officer: WorkedOfficer): string[] => {
    const paid = paidOf(officer, part);
    return lines.flatMap((line) => (paid?.[`${line}_paid`] === undefined ? [officer.officer[line]] : []));
  };
  return {
    key: "estimated",
    title: "Of it resting on estimates",
    width: 13,
    cell: (officer, at) =>
      amountBy(
        lines.map((line) => `IF(${at(`${line}_paid`)}="",${at(line)},0)`).join("+"),
        moneyText(sumOf(estimated(officer))),
      ),
    sum: (officers) => numberOf(moneyText(sumOf(officers.flatMap(estimated)))),
  };
}

/** Why a figure is less than somebody might expect, and where a value came from that cannot be followed here. */
function noteOf({ officer, earlier, equipmentBefore }: WorkedOfficer, { terms }: Part): string {
  const reading = terms.readings["overtime-cap"];
  const before = earlier.flatMap(({ quarter, salary, overtime, filed }) => {
    const parts = [...(reading === "accrued" ? [["salary", salary] as const] : []), ["overtime", overtime] as const];
    const said = parts.flatMap(([figure, cents]) => (cents > 0 ? [`${figure} ${dollarText(cents)}`] : []));
    if (said.length === 0 || reading === "quarter") return [];
    return [`${quarter} by ${filed ? "a prior claim" : "payroll of that quarter"}: ${said.join(", ")}`];
  });
  const equipment = equipmentBefore === 0 ? "" : `prior claims claimed ${dollarText(equipmentBefore)} of equipment`;
  return [...officer.reasons.map(({ message }) => message), ...before, equipment].filter(Boolean).join("; ");
}
