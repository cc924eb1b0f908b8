import { type Money, moneyText, plus, ZERO } from "../../../engine/values/money.ts";
import { amount, amountBy, formula } from "./cell.ts";
import type { InputsSheet } from "./inputs.ts";
import { added, type OfficerColumn, paidOf, summed } from "./officer-column.ts";
import { nameIn, type Part } from "./part.ts";
import { downToCent } from "./rounding.ts";
import type { WorkedOfficer } from "./worked.ts";

const BASES = {
  annual: "Annual salary",
  accrued: "Salary claimed this year",
  quarter: "Salary claimed this quarter",
} as const;

/** Rules overtime, overtime-cap and prior-claims. */
export function overtimeColumns(part: Part, inputs: InputsSheet): OfficerColumn[] {
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

const earlierColumn = (key: string, title: string, group: string, figure: "salary" | "overtime"): OfficerColumn => ({
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
