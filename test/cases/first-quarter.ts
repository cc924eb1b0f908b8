import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

/** 92,000 a year is 250.00 for each of the 92 days of a first quarter. */
export const firstQuarter = (
  name: string,
  row: RosterRow,
  eligible_days: number,
  salary: string,
  why: readonly ReasonCode[] = [],
): Case => ({
  name,
  work: `${eligible_days} × 250`,
  quarter: "FY2026-Q1",
  roster: [{ annual_salary: "92000.00", ...row }],
  expected: {
    A1: { eligible_days, salary, total: salary, reasons: eligible_days > 0 ? [noAward(eligible_days)] : why },
  },
});

/** Without a rate nobody has an award; who was not there every day would not be counted either, which is said first. */
const noAward = (days: number): ReasonCode => (days === 92 ? "award-no-rate" : "award-not-counted");
