import type { OFFICER_FIGURES } from "../../../document/figures.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { sumOf } from "../../text/amounts.ts";
import { numberOf } from "./cell.ts";
import type { Part } from "./part.ts";
import type { Column } from "./table.ts";
import type { WorkedOfficer } from "./worked.ts";

/** A column of the sheet Officers. */
export type OfficerColumn = Column<WorkedOfficer>;

/** One cell by itself, several as their sum. */
export const summed = (range: string): string => (range.includes(":") ? `SUM(${range})` : range);

/** The sum of a figure. */
export const added = (figure: (typeof OFFICER_FIGURES)[number]) => (officers: readonly WorkedOfficer[]) =>
  numberOf(moneyText(sumOf(officers.map(({ officer }) => officer[figure]))));

/** What payroll gave for the officer in the claim's quarter. */
export const paidOf = ({ officer }: WorkedOfficer, { terms }: Part) =>
  officer.actuals.find(({ quarter }) => quarter === terms.quarter.id);
