import type { PriorRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

/** Receipts of 7,000 for an officer and of 60,000 for vehicles, and what prior claims claimed of either. */
const receipts = (
  name: string,
  work: string,
  prior: readonly PriorRow[],
  equipment: string,
  vehicles: string,
): Case => ({
  name,
  work,
  quarter: "FY2027-Q2",
  roster: [{ trained_on: "2025-09-15", equipment_cost: "7000.00" }],
  rates: [{ quarter: "FY2027-Q2", vehicle_cost: "60000.00" }],
  prior,
  expected: { A1: { equipment, total: equipment } },
  agency: { equipment, vehicles, total: ((Number(equipment) * 100 + Number(vehicles) * 100) / 100).toFixed(2) },
});

const took = (quarter: string, equipment: string, vehicles: string): PriorRow => ({
  quarter,
  vehicles,
  officers: { A1: { equipment } },
});

export const cases: readonly Case[] = [
  receipts("no prior claim", "7,000 and 60,000", [], "7000.00", "60000.00"),
  receipts("a prior claim of neither", "7,000 and 60,000", [took("FY2026-Q1", "0.00", "0.00")], "7000.00", "60000.00"),
  receipts(
    "two prior claims of another year",
    "7,000 − 2,000 − 4,000; min(60,000, 100,000 − 30,000 − 20,000)",
    [took("FY2026-Q1", "2000.00", "30000.00"), took("FY2026-Q3", "4000.00", "20000.00")],
    "1000.00",
    "50000.00",
  ),
  receipts(
    "prior claims of more than there is",
    "never below zero",
    [took("FY2026-Q1", "7500.00", "100000.00")],
    "0.00",
    "0.00",
  ),
];
