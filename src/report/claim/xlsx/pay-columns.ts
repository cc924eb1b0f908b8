import { amount, amountBy } from "./cell.ts";
import type { InputsSheet } from "./inputs.ts";
import { added, type OfficerColumn, paidOf, summed } from "./officer-column.ts";
import type { Part } from "./part.ts";
import { toCent } from "./rounding.ts";

/** Rules salary, benefits and actuals. */
export function payColumns(
  line: "salary" | "benefits",
  title: string,
  part: Part,
  inputs: InputsSheet,
): OfficerColumn[] {
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

/** Rule other-funding. */
export function fundingColumns(part: Part): OfficerColumn[] {
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
