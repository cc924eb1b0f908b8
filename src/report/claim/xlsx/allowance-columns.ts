import { moneyText } from "../../../engine/values/money.ts";
import { amount, amountBy, formula } from "./cell.ts";
import type { InputsSheet } from "./inputs.ts";
import { added, type OfficerColumn, summed } from "./officer-column.ts";
import { nameIn, type Part } from "./part.ts";
import type { RatesSheet } from "./rates.ts";
import type { WorkedOfficer } from "./worked.ts";

const COUNTED = {
  "full-quarter": "task force every day",
  "last-day": "task force on the last day",
  "any-day": "task force on any day",
} as const;

/** Rule award. */
export function awardColumns(part: Part, inputs: InputsSheet, rates: RatesSheet): OfficerColumn[] {
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

/** Rules equipment and once-ever. */
export function equipmentColumns(part: Part, inputs: InputsSheet): OfficerColumn[] {
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
