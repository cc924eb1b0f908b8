import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { PriorRow, RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

const receipts = (
  name: string,
  equipment_cost: string,
  prior: readonly PriorRow[],
  equipment: string,
  over: readonly ReasonCode[] = [],
): Case => ({
  name,
  quarter: "FY2026-Q3",
  roster: [{ trained_on: "2025-09-15", equipment_cost }],
  prior,
  expected: {
    A1: {
      equipment,
      total: equipment,
      reasons: equipment_cost === "0.00" ? ["award-no-rate", "no-amount"] : ["award-no-rate", ...over],
    },
  },
});

const took = (quarter: string, equipment: string): PriorRow => ({ quarter, officers: { A1: { equipment } } });
const OVER: readonly ReasonCode[] = ["equipment-over-allowance"];
const BEFORE: readonly ReasonCode[] = ["equipment-claimed-before"];

const officer = (name: string, roster: readonly RosterRow[], equipment: string): Case => ({
  name,
  quarter: "FY2026-Q2",
  roster,
  expected: { A1: { equipment, total: equipment } },
});

const bought = { equipment_cost: "7000.00" };

export const cases: readonly Case[] = [
  receipts("none", "0.00", [], "0.00"),
  receipts("one cent below the allowance", "7499.99", [], "7499.99"),
  receipts("at the allowance", "7500.00", [], "7500.00"),
  receipts("one cent above the allowance", "7500.01", [], "7500.00", OVER),
  receipts("to date one cent below the allowance", "7499.99", [took("FY2026-Q1", "2000.00")], "5499.99", BEFORE),
  receipts("to date at the allowance", "7500.00", [took("FY2026-Q1", "2000.00")], "5500.00", BEFORE),
  receipts("to date one cent above", "7500.01", [took("FY2026-Q1", "2000.00")], "5500.00", OVER),
  receipts("to date as much as was claimed", "5000.00", [took("FY2026-Q1", "5000.00")], "0.00", BEFORE),
  receipts("to date one cent more than was claimed", "5000.01", [took("FY2026-Q1", "5000.00")], "0.01", BEFORE),
  receipts("to date less than was claimed", "4000.00", [took("FY2026-Q1", "5000.00")], "0.00", BEFORE),
  receipts(
    "two prior claims",
    "9000.00",
    [took("FY2026-Q1", "2000.00"), took("FY2026-Q2", "3000.00")],
    "2500.00",
    OVER,
  ),
  receipts("nothing is left", "7600.00", [took("FY2026-Q1", "7500.00")], "0.00", OVER),
  receipts("more was claimed than allowed", "7500.00", [took("FY2026-Q1", "7600.00")], "0.00", BEFORE),
  {
    name: "once ever: the allowance is not new in a new fiscal year",
    work: "7,500 − 7,000",
    quarter: "FY2027-Q1",
    roster: [{ trained_on: "2025-09-15", equipment_cost: "7500.00" }],
    prior: [took("FY2026-Q1", "7000.00")],
    expected: { A1: { equipment: "500.00", total: "500.00" } },
  },
  {
    name: "what another officer took does not count",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-09-15", equipment_cost: "7500.00" }],
    prior: [{ quarter: "FY2026-Q1", officers: { B2: { equipment: "7500.00" } } }],
    expected: { A1: { equipment: "7500.00", total: "7500.00" } },
  },
  officer("trained on the quarter's last day", [{ ...bought, trained_on: "2026-03-31" }], "7000.00"),
  officer("trained the day after", [{ ...bought, trained_on: "2026-04-01" }], "0.00"),
  officer("not trained", [{ ...bought, trained_on: "" }], "0.00"),
  officer("jail enforcement", [{ ...bought, trained_on: "2025-09-15", model: "JEM" }], "0.00"),
  officer("warrant service", [{ ...bought, trained_on: "2025-09-15", model: "WSO" }], "0.00"),
  officer("not eligible", [{ ...bought, trained_on: "2025-09-15", eligible: "no" }], "0.00"),
  officer(
    "a task force officer in an earlier quarter",
    [{ ...bought, trained_on: "2025-09-15", end_date: "2025-12-31" }],
    "7000.00",
  ),
  officer(
    "a task force officer once, now of the jail",
    [
      { ...bought, trained_on: "2025-09-15", end_date: "2025-10-01" },
      { trained_on: "2025-09-15", model: "JEM", start_date: "2025-10-02" },
    ],
    "7000.00",
  ),
  {
    name: "why there is none",
    quarter: "FY2026-Q1",
    roster: [{ ...bought, trained_on: "2025-09-15", model: "JEM" }],
    expected: {
      A1: { total: "0.00", reasons: ["award-not-task-force", "equipment-not-task-force"] },
    },
  },
];
