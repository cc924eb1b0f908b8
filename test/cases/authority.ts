import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { AgreementRow, RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";
import { firstQuarter } from "./first-quarter.ts";

const trained = { trained_on: "2024-01-10" };

/** An officer trained long ago, and authorized so. */
const authorized = (name: string, row: Partial<RosterRow>, days: number, salary: string, why?: readonly ReasonCode[]) =>
  firstQuarter(name, { ...trained, ...row }, days, salary, why);

/** The same under agreements. */
const under = (
  name: string,
  agreements: readonly AgreementRow[],
  days: number,
  salary: string,
  why?: readonly ReasonCode[],
  row: Partial<RosterRow> = {},
): Case => ({ ...firstQuarter(name, { ...trained, ...row }, days, salary, why), agreements });

export const cases: readonly Case[] = [
  under("an agreement of long before, without end", [{ signed_on: "2020-03-01" }], 92, "23000.00"),
  under("signed on the first day", [{ signed_on: "2025-10-01" }], 92, "23000.00"),
  under("signed on the second day", [{ signed_on: "2025-10-02" }], 91, "22750.00"),
  under("signed on the last day", [{ signed_on: "2025-12-31" }], 1, "250.00"),
  under("signed the day after", [{ signed_on: "2026-01-01" }], 0, "0.00", ["agreement-later"]),
  under("ended the day before", [{ signed_on: "2020-03-01", ended_on: "2025-09-30" }], 0, "0.00", ["agreement-ended"]),
  under("ended on the first day", [{ signed_on: "2020-03-01", ended_on: "2025-10-01" }], 1, "250.00"),
  under("ended on the last day but one", [{ signed_on: "2020-03-01", ended_on: "2025-12-30" }], 91, "22750.00"),
  under("ended on the last day", [{ signed_on: "2020-03-01", ended_on: "2025-12-31" }], 92, "23000.00"),
  under("for another model", [{ model: "JEM", signed_on: "2020-03-01" }], 0, "0.00", ["no-agreement"]),
  under("none of the agency", [], 0, "0.00", ["no-agreement"]),
  under(
    "two without a gap are one: 31 and 61 days",
    [{ signed_on: "2020-03-01", ended_on: "2025-10-31" }, { signed_on: "2025-11-01" }],
    92,
    "23000.00",
  ),
  under(
    "a gap of ten days: 31 and 51",
    [{ signed_on: "2025-11-11" }, { signed_on: "2020-03-01", ended_on: "2025-10-31" }],
    82,
    "20500.00",
  ),
  under(
    "days of two agreements count once",
    [
      { signed_on: "2025-10-01", ended_on: "2025-11-30" },
      { signed_on: "2025-10-15", ended_on: "2025-12-10" },
      { signed_on: "2025-11-01", ended_on: "2025-11-05" },
    ],
    71,
    "17750.00",
  ),
  authorized("authorized on the first day", { authorized_on: "2025-10-01" }, 92, "23000.00"),
  authorized("authorized on the second day", { authorized_on: "2025-10-02" }, 91, "22750.00"),
  authorized("authorized the day after the quarter", { authorized_on: "2026-01-01" }, 0, "0.00", ["authorized-later"]),
  authorized("two years less a day: to the first day", { authorized_on: "2023-10-02" }, 1, "250.00"),
  authorized("two years less a day: to the day before", { authorized_on: "2023-10-01" }, 0, "0.00", [
    "authorization-ended",
  ]),
  authorized("two years less a day: to the last day", { authorized_on: "2024-01-01" }, 92, "23000.00"),
  authorized("from a leap day: to 28 February", { authorized_on: "2024-02-29" }, 92, "23000.00"),
  authorized(
    "until a day that the row states, shorter than two years",
    { authorized_on: "2025-06-01", authorized_until: "2025-12-01" },
    62,
    "15500.00",
  ),
  authorized(
    "until a day that the row states, longer than two years",
    { authorized_on: "2022-06-01", authorized_until: "2026-06-01" },
    92,
    "23000.00",
  ),
  authorized("until a day, from none", { authorized_until: "2025-10-10" }, 10, "2500.00"),
  under(
    "both bound: authorized from 15 October, an agreement to 15 November",
    [{ signed_on: "2020-03-01", ended_on: "2025-11-15" }],
    32,
    "8000.00",
    undefined,
    { authorized_on: "2025-10-15" },
  ),
  under(
    "trained after the agreement ended",
    [{ signed_on: "2020-03-01", ended_on: "2025-10-31" }],
    0,
    "0.00",
    ["no-eligible-day"],
    { trained_on: "2025-11-01" },
  ),
  {
    name: "the cap weighs the days of the year under agreements alone: 60,000 for 61 days, 90,000 for 31 of 90",
    work: "Q2 to date: (60,000 × 92 + 90,000 × 31) ÷ 123 × 25 % = 16,890.2439…",
    quarter: "FY2026-Q2",
    roster: [
      { trained_on: "2025-01-01", end_date: "2025-12-31", annual_salary: "60000.00" },
      { trained_on: "2025-01-01", start_date: "2026-01-01", annual_salary: "90000.00" },
    ],
    agreements: [{ signed_on: "2025-01-01", ended_on: "2026-01-31" }],
    expected: {
      A1: { eligible_days: 31, salary: "7750.00", overtime_cap_room: "16890.24", total: "7750.00" },
    },
  },
  {
    name: "equipment: a task force officer under an agreement before the quarter is one still",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-01-01", annual_salary: "60000.00", equipment_cost: "500.00" }],
    agreements: [{ signed_on: "2025-01-01", ended_on: "2025-10-31" }],
    expected: { A1: { eligible_days: 0, salary: "0.00", equipment: "500.00", total: "500.00" } },
  },
  {
    name: "equipment: none where no agreement has been for the task force",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-01-01", annual_salary: "60000.00", equipment_cost: "500.00" }],
    agreements: [{ model: "JEM", signed_on: "2025-01-01" }],
    expected: {
      A1: { salary: "0.00", total: "0.00", reasons: ["no-agreement", "equipment-not-task-force"] },
    },
  },
];
