import { dollarText, type Money, moneyText, plus, ZERO } from "../../../engine/values/money.ts";
import { sumOf } from "../../text/amounts.ts";
import { amount, amountBy, formula, numberOf, text } from "./cell.ts";
import { agencyColumn, type InputsSheet } from "./inputs.ts";
import { isEquipped, isFunded, isNamed, isOfSeveral, nameIn, type Part } from "./part.ts";
import type { RatesSheet } from "./rates.ts";
import { downToCent, toCent } from "./rounding.ts";
import { Sheet } from "./sheet.ts";
import { type Column, Table } from "./table.ts";
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

export function officersSheet(part: Part, inputs: InputsSheet, rates: RatesSheet): OfficersSheet {
  const sheet = new Sheet(`Officers${part.suffix}`);
  const several = isOfSeveral(part);
  const officers = part.agencies.flatMap((agency) => agency.officers);
  sheet.put(1, 0, text("Officers: each figure of the claim", "title"));
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
  sheet.print = { ...sheet.print, pages: 2 };
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

type Officers = Column<WorkedOfficer>;

function officerColumns(part: Part, inputs: InputsSheet, rates: RatesSheet): Officers[] {
  const [funded, equipped] = [isFunded(part), isEquipped(part)];
  return [
    { key: "no", title: "No.", width: 6, cell: ({ number }) => ({ value: number, style: "count" }) },
    ...(isOfSeveral(part) ? agencyColumns : []),
    { key: "officer", title: "Officer", width: 12, cell: ({ officer }) => text(officer.officer_id) },
    ...(isNamed(part)
      ? [{ key: "name", title: "Name", width: 22, cell: ({ officer }: WorkedOfficer) => text(officer.officer_name) }]
      : []),
    { key: "model", title: "Model", width: 8, cell: ({ officer }) => text(officer.program_model) },
    { key: "basis", title: "Basis", width: 9, cell: ({ officer }) => text(officer.basis) },
    {
      key: "days",
      title: "Eligible days",
      width: 9,
      cell: (officer) => formula(summed(inputs.of("days", officer)), officer.officer.eligible_days, "count"),
    },
    ...payColumns("salary", "Salary", part, inputs),
    ...payColumns("benefits", "Benefits", part, inputs),
    ...overtimeColumns(part, inputs),
    ...(funded ? fundingColumns(part) : []),
    ...awardColumns(part, inputs, rates),
    ...(equipped ? equipmentColumns(part, inputs) : []),
    totalColumn(funded, equipped),
    estimatedColumn(part),
    { key: "note", title: "Reasons and notes", width: 55, cell: (officer) => text(noteOf(officer, part), "wrapped") },
  ];
}

const agencyColumns: Officers[] = [
  { key: "agency_no", title: "Agency no.", width: 8, cell: ({ agency }) => ({ value: agency.number, style: "count" }) },
  agencyColumn(({ agency }) => agency.claim.agency_id),
];

/** One cell by itself, several as their sum. */
const summed = (range: string): string => (range.includes(":") ? `SUM(${range})` : range);

const added =
  (
    figure:
      | "salary"
      | "benefits"
      | "overtime"
      | "overtime_over_cap"
      | "other_funding"
      | "award"
      | "equipment"
      | "total",
  ) =>
  (officers: readonly WorkedOfficer[]) =>
    numberOf(moneyText(sumOf(officers.map(({ officer }) => officer[figure]))));

const paidOf = ({ officer }: WorkedOfficer, { terms }: Part) =>
  officer.actuals.find(({ quarter }) => quarter === terms.quarter.id);

function payColumns(line: "salary" | "benefits", title: string, part: Part, inputs: InputsSheet): Officers[] {
  const paid = `${line}_paid` as const;
  return [
    {
      key: `${line}_by_pay`,
      title: `${title} by annual pay`,
      width: 13,
      group: title,
      cell: (officer) =>
        amountBy(toCent(summed(inputs.of(line, officer)), part.terms.readings), officer.byAnnualPay[line]),
    },
    {
      key: paid,
      title: `${title} paid`,
      width: 13,
      group: title,
      cell: (officer) => amount(paidOf(officer, part)?.[paid], "inputAmount"),
    },
    {
      key: line,
      title: `${title} claimed`,
      width: 13,
      group: title,
      cell: ({ officer }, at) =>
        amountBy(
          `IF(${at(paid)}="",${at(`${line}_by_pay`)},MIN(${at(`${line}_by_pay`)},${at(paid)}))`,
          officer[line],
          "claimed",
        ),
      sum: added(line),
    },
  ];
}

const BASES = {
  annual: "Annual salary",
  accrued: "Salary claimed this year",
  quarter: "Salary claimed this quarter",
} as const;

function overtimeColumns(part: Part, inputs: InputsSheet): Officers[] {
  const { readings } = part.terms;
  const reading = readings["overtime-cap"];
  const group = "Overtime";
  const earlier = part.agencies.some(({ officers }) => officers.some((one) => one.earlier.length > 0));
  const before = earlier && reading !== "quarter";
  const claimed = (officer: WorkedOfficer, at: (key: string) => string): string =>
    readings["salary-models"] === "task-force" ? summed(inputs.of("task_force_days", officer)) : at("days");
  return [
    {
      key: "overtime_paid",
      title: "Overtime paid",
      width: 13,
      group,
      cell: (officer) => amount(paidOf(officer, part)?.overtime_paid, "inputAmount"),
    },
    ...(earlier && reading === "accrued"
      ? [earlierColumn("salary_before", "Salary in earlier quarters", group, "salary")]
      : []),
    {
      key: "cap_base",
      title: `The cap is a share of: ${BASES[reading].toLowerCase()}`,
      width: 15,
      group,
      cell: (officer, at) => formula(baseFormula(officer, at), officer.capBase, "unrounded"),
    },
    {
      key: "cap",
      title: "Overtime cap",
      width: 13,
      group,
      cell: ({ cap }, at) => amountBy(downToCent(`${at("cap_base")}*${nameIn(part, "cap_share")}`), cap),
    },
    ...(before ? [earlierColumn("overtime_before", "Overtime in earlier quarters", group, "overtime")] : []),
    {
      key: "room",
      title: "Room under the cap",
      width: 13,
      group,
      cell: (officer, at) => {
        const left = before ? `MAX(0,${at("cap")}-${at("overtime_before")})` : at("cap");
        return amountBy(`IF(${claimed(officer, at)}=0,0,${left})`, officer.officer.overtime_cap_room);
      },
    },
    {
      key: "overtime",
      title: "Overtime claimed",
      width: 13,
      group,
      cell: ({ officer }, at) =>
        amountBy(
          `IF(${at("overtime_paid")}="",0,MIN(${at("overtime_paid")},${at("room")}))`,
          officer.overtime,
          "claimed",
        ),
      sum: added("overtime"),
    },
    {
      key: "overtime_over_cap",
      title: "Overtime over the cap",
      width: 13,
      group,
      cell: (officer, at) =>
        amountBy(
          `IF(OR(${at("overtime_paid")}="",${claimed(officer, at)}=0),0,${at("overtime_paid")}-${at("overtime")})`,
          officer.officer.overtime_over_cap,
        ),
      sum: added("overtime_over_cap"),
    },
  ];

  function baseFormula(officer: WorkedOfficer, at: (key: string) => string): string {
    if (reading === "quarter") return at("salary");
    if (reading === "accrued") return earlier ? `${at("salary_before")}+${at("salary")}` : at("salary");
    const pay = inputs.of("annual_salary", officer);
    if (!pay.includes(":")) return pay;
    const days = inputs.of("year_days", officer);
    return `IF(SUM(${days})=0,0,SUMPRODUCT(${pay},${days})/SUM(${days}))`;
  }
}

const earlierColumn = (key: string, title: string, group: string, figure: "salary" | "overtime"): Officers => ({
  key,
  title,
  width: 13,
  group,
  cell: ({ earlier }) =>
    amount(
      moneyText(earlier.reduce<Money>((sum, line) => plus(sum, line[figure]), ZERO)),
      earlier.length > 0 ? "given" : "amount",
    ),
});

function fundingColumns(part: Part): Officers[] {
  const group = "Other funding";
  return [
    {
      key: "funding_given",
      title: "Other funding given",
      width: 13,
      group,
      cell: (officer) => amount(paidOf(officer, part)?.other_funding, "inputAmount"),
    },
    {
      key: "other_funding",
      title: "Other funding, taken off",
      width: 13,
      group,
      cell: ({ officer }, at) =>
        amountBy(
          `IF(${at("funding_given")}="",0,MIN(${at("funding_given")},${at("salary")}+${at("benefits")}+${at("overtime")}))`,
          officer.other_funding,
          "claimed",
        ),
      sum: added("other_funding"),
    },
  ];
}

const COUNTED = {
  "full-quarter": "task force every day",
  "last-day": "task force on the last day",
  "any-day": "task force on any day",
} as const;

function awardColumns(part: Part, inputs: InputsSheet, rates: RatesSheet): Officers[] {
  const reading = part.terms.readings["award-headcount"];
  const group = "Award";
  const isCounted = (officer: WorkedOfficer): string => {
    const days = inputs.of("task_force_days", officer);
    switch (reading) {
      case "full-quarter":
        return `${summed(days)}=${nameIn(part, "quarter_days")}`;
      case "any-day":
        return `${summed(days)}>0`;
      case "last-day":
        return `SUMPRODUCT((${days}>0)*(${inputs.of("to", officer)}=${nameIn(part, "quarter_end")}))>0`;
    }
  };
  return [
    {
      key: "counted",
      title: `Counted: ${COUNTED[reading]}`,
      width: 12,
      group,
      cell: (officer) => formula(`IF(${isCounted(officer)},1,0)`, officer.counted ? 1 : 0, "count"),
    },
    {
      key: "award",
      title: "Award claimed",
      width: 12,
      group,
      cell: ({ officer, agency }, at) =>
        amountBy(`${at("counted")}*${rates.of("award", agency)}`, officer.award, "claimed"),
      sum: added("award"),
    },
  ];
}

function equipmentColumns(part: Part, inputs: InputsSheet): Officers[] {
  const group = "Equipment";
  return [
    {
      key: "equipment_cost",
      title: "Equipment receipts to date",
      width: 13,
      group,
      cell: ({ officer }) => amount(officer.equipment_cost, "inputAmount"),
    },
    {
      key: "equipment_before",
      title: "Equipment in prior claims",
      width: 13,
      group,
      cell: ({ equipmentBefore }) => amount(moneyText(equipmentBefore), equipmentBefore === 0 ? "amount" : "given"),
    },
    {
      key: "equipment",
      title: "Equipment claimed",
      width: 13,
      group,
      cell: (officer, at) => {
        const none = `OR(${at("equipment_cost")}="",${summed(inputs.of("task_force", officer))}=0)`;
        const left = `MIN(${at("equipment_cost")},${nameIn(part, "equipment_allowance")})-${at("equipment_before")}`;
        return amountBy(`IF(${none},0,MAX(0,${left}))`, officer.officer.equipment, "claimed");
      },
      sum: added("equipment"),
    },
  ];
}

const totalColumn = (funded: boolean, equipped: boolean): Officers => ({
  key: "total",
  title: "Total",
  width: 14,
  cell: ({ officer }, at) => {
    const pay = `${at("salary")}+${at("benefits")}+${at("overtime")}${funded ? `-${at("other_funding")}` : ""}`;
    return amountBy(`${pay}+${at("award")}${equipped ? `+${at("equipment")}` : ""}`, officer.total, "claimed");
  },
  sum: added("total"),
});

function estimatedColumn(part: Part): Officers {
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
  const before = earlier.map(({ quarter, salary, overtime, filed }) => {
    const by = filed ? "a prior claim" : "payroll of that quarter";
    const amounts = {
      annual: `overtime ${dollarText(overtime)}`,
      quarter: "",
      accrued: `salary ${dollarText(salary)}, overtime ${dollarText(overtime)}`,
    };
    const said = amounts[terms.readings["overtime-cap"]];
    return said && `${quarter} by ${by}: ${said}`;
  });
  const equipment = equipmentBefore === 0 ? "" : `prior claims claimed ${dollarText(equipmentBefore)} of equipment`;
  return [...officer.reasons.map(({ message }) => message), ...before, equipment].filter(Boolean).join("; ");
}
