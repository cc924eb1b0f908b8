import type { ReasonCode } from "../../src/engine/values/ids.ts";
import type { PriorRow, RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

const receipts = (
  name: string,
  vehicle_cost: string,
  prior: readonly PriorRow[],
  vehicles: string,
  reasons: readonly ReasonCode[] = [],
): Case => ({
  name,
  quarter: "FY2026-Q3",
  roster: [{ trained_on: "2025-09-15" }],
  rates: [{ quarter: "FY2026-Q3", vehicle_cost }],
  prior,
  expected: { A1: { total: "0.00" } },
  agency: { vehicles, total: vehicles, reasons },
});

const OVER: readonly ReasonCode[] = ["vehicles-over-allowance"];

const taken = (quarter: string, vehicles: string): PriorRow => ({ quarter, vehicles });

const roster = (name: string, rows: readonly RosterRow[], vehicles: string): Case => ({
  name,
  quarter: "FY2026-Q1",
  roster: rows,
  rates: [{ quarter: "FY2026-Q1", vehicle_cost: "40000.00" }],
  expected: { A1: { total: "0.00" } },
  agency: { vehicles, total: vehicles, reasons: vehicles === "0.00" ? ["vehicles-no-task-force"] : [] },
});

export const cases: readonly Case[] = [
  receipts("none", "0.00", [], "0.00"),
  receipts("one cent below the allowance", "99999.99", [], "99999.99"),
  receipts("at the allowance", "100000.00", [], "100000.00"),
  receipts("one cent above the allowance", "100000.01", [], "100000.00", OVER),
  receipts("one cent below what is left", "59999.99", [taken("FY2026-Q1", "40000.00")], "59999.99"),
  receipts("at what is left", "60000.00", [taken("FY2026-Q1", "40000.00")], "60000.00"),
  receipts("one cent above what is left", "60000.01", [taken("FY2026-Q1", "40000.00")], "60000.00", OVER),
  receipts(
    "two prior claims",
    "50000.00",
    [taken("FY2026-Q1", "40000.00"), taken("FY2026-Q2", "30000.00")],
    "30000.00",
    OVER,
  ),
  receipts("nothing is left", "0.01", [taken("FY2026-Q2", "100000.00")], "0.00", OVER),
  receipts("more was taken than allowed", "0.01", [taken("FY2026-Q2", "100000.01")], "0.00", OVER),
  {
    name: "once ever: the allowance is not new in a new fiscal year",
    quarter: "FY2027-Q1",
    roster: [{ trained_on: "2025-09-15" }],
    rates: [{ quarter: "FY2027-Q1", vehicle_cost: "100000.00" }],
    prior: [taken("FY2026-Q1", "99999.99")],
    expected: { A1: { total: "0.00" } },
    agency: { vehicles: "0.01", total: "0.01" },
  },
  {
    name: "receipts of another quarter do not count",
    quarter: "FY2026-Q2",
    roster: [{ trained_on: "2025-09-15" }],
    rates: [{ quarter: "FY2026-Q1", vehicle_cost: "100000.00" }],
    expected: { A1: { total: "0.00" } },
    agency: { vehicles: "0.00", total: "0.00", reasons: [] },
  },
  roster("trained on the quarter's last day", [{ trained_on: "2025-12-31" }], "40000.00"),
  roster("trained the day after", [{ trained_on: "2026-01-01" }], "0.00"),
  roster("not trained", [{ trained_on: "" }], "0.00"),
  roster("jail enforcement alone", [{ trained_on: "2025-09-15", model: "JEM" }], "0.00"),
  roster("not eligible", [{ trained_on: "2025-09-15", eligible: "no" }], "0.00"),
  {
    name: "added to what the officers claim",
    work: "15,000 + 40,000",
    quarter: "FY2026-Q1",
    roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00" }],
    rates: [{ quarter: "FY2026-Q1", vehicle_cost: "40000.00" }],
    expected: { A1: { salary: "15000.00", total: "15000.00" } },
    agency: { salary: "15000.00", vehicles: "40000.00", total: "55000.00" },
  },
  {
    name: "a task force officer who has left is enough",
    quarter: "FY2026-Q2",
    roster: [
      { officer: "A1", trained_on: "2025-09-15", end_date: "2025-10-01" },
      { officer: "B2", trained_on: "2025-09-15", model: "WSO" },
    ],
    rates: [{ quarter: "FY2026-Q2", vehicle_cost: "40000.00" }],
    expected: { A1: { total: "0.00" }, B2: { total: "0.00" } },
    agency: { vehicles: "40000.00", total: "40000.00" },
  },
];
