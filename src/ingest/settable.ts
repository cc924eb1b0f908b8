import { annualAmount } from "./cells/amount.ts";
import { date, lastDay } from "./cells/date.ts";
import { share } from "./cells/percent.ts";
import { type CellReader, programModel, shortText, yesNo } from "./cells/words.ts";
import type { RosterColumn } from "./table/columns.ts";

/** The columns that every row of a roster may have alike, and how each is read. */
export const SETTABLE = {
  agency_name: shortText,
  program_model: programModel,
  trained_on: date,
  start_date: date,
  end_date: lastDay,
  eligible: yesNo,
  time_share: share,
  annual_salary: annualAmount,
  annual_benefits: annualAmount,
} as const satisfies Partial<Record<RosterColumn, CellReader<unknown>>>;
