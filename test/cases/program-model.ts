import type { ProgramModel } from "../../src/engine/values/ids.ts";
import type { Case } from "./case.ts";

const trained = { trained_on: "2025-09-15" };

const model = (name: string, of: ProgramModel, award: string): Case => ({
  name,
  quarter: "FY2026-Q1",
  roster: [{ ...trained, model: of }],
  rates: [{ quarter: "FY2026-Q1", rate: "95" }],
  expected: { A1: { eligible_days: 92, award, total: award } },
});

export const cases: readonly Case[] = [
  model("a task force officer", "TFM", "1000.00"),
  model("a jail enforcement officer has none", "JEM", "0.00"),
  model("a warrant service officer has none", "WSO", "0.00"),
  {
    name: "jail enforcement at 95 %: salary, benefits and overtime as usual, no award",
    work: "60,000/4 + 20,000/4 + 500",
    quarter: "FY2026-Q1",
    roster: [
      {
        ...trained,
        model: "JEM",
        annual_salary: "60000.00",
        annual_benefits: "20000.00",
        overtime_paid: "500.00",
      },
    ],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: {
      A1: {
        salary: "15000.00",
        benefits: "5000.00",
        overtime: "500.00",
        total: "20500.00",
        reasons: ["award-not-task-force"],
      },
    },
  },
  {
    name: "the model belongs to the row: only days as a task force officer count for the award",
    work: "60,000/4; 45 of 92 days as task force officer",
    quarter: "FY2026-Q1",
    readings: { "award-headcount": "any-day" },
    roster: [
      { ...trained, model: "JEM", end_date: "2025-11-16", annual_salary: "60000.00" },
      { ...trained, model: "TFM", start_date: "2025-11-17", annual_salary: "60000.00" },
    ],
    rates: [{ quarter: "FY2026-Q1", rate: "95" }],
    expected: { A1: { eligible_days: 92, salary: "15000.00", award: "1000.00", total: "16000.00" } },
  },
];
