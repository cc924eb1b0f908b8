import type { Readings } from "../../src/engine/values/ids.ts";
import type { RosterRow } from "../engine/build.ts";
import type { Case } from "./case.ts";

type Headcount = Readings["award-headcount"];

const READINGS: readonly Headcount[] = ["full-quarter", "last-day", "any-day"];

const trained = { trained_on: "2025-09-15" };

/** Rosters of one officer in FY2026-Q1 (2025-10-01 to 2025-12-31), with who counts the officer. */
const ROSTERS: readonly [name: string, roster: readonly RosterRow[], countedBy: readonly Headcount[]][] = [
  ["trained on the first day", [{ trained_on: "2025-10-01" }], READINGS],
  ["trained on the second day", [{ trained_on: "2025-10-02" }], ["last-day", "any-day"]],
  ["trained on 1 November", [{ trained_on: "2025-11-01" }], ["last-day", "any-day"]],
  ["trained on the last day", [{ trained_on: "2025-12-31" }], ["last-day", "any-day"]],
  ["trained the day after", [{ trained_on: "2026-01-01" }], []],
  ["left on the last day", [{ ...trained, end_date: "2025-12-31" }], READINGS],
  ["left the day before the last", [{ ...trained, end_date: "2025-12-30" }], ["any-day"]],
  ["left on the first day", [{ ...trained, end_date: "2025-10-01" }], ["any-day"]],
  ["left before the quarter", [{ ...trained, end_date: "2025-09-30" }], []],
  [
    "two rows without a gap",
    [
      { ...trained, end_date: "2025-11-15" },
      { ...trained, start_date: "2025-11-16" },
    ],
    READINGS,
  ],
  [
    "two rows with a gap of one day",
    [
      { ...trained, end_date: "2025-11-15" },
      { ...trained, start_date: "2025-11-17" },
    ],
    ["last-day", "any-day"],
  ],
  [
    "task force, then jail enforcement",
    [
      { ...trained, end_date: "2025-11-15" },
      { ...trained, model: "JEM", start_date: "2025-11-16" },
    ],
    ["any-day"],
  ],
  [
    "jail enforcement, then task force",
    [
      { ...trained, model: "JEM", end_date: "2025-11-15" },
      { ...trained, start_date: "2025-11-16" },
    ],
    ["last-day", "any-day"],
  ],
  [
    "the later row in the roster first",
    [
      { ...trained, start_date: "2025-11-16" },
      { ...trained, model: "WSO", end_date: "2025-11-15" },
    ],
    ["last-day", "any-day"],
  ],
  ["jail enforcement every day", [{ ...trained, model: "JEM" }], []],
  ["marked as not eligible", [{ ...trained, eligible: "no" }], []],
];

export const cases: readonly Case[] = ROSTERS.flatMap(([name, roster, countedBy]) =>
  READINGS.map((reading): Case => {
    const award = countedBy.includes(reading) ? "1000.00" : "0.00";
    return {
      name: `${name}, ${reading}: ${award}`,
      quarter: "FY2026-Q1",
      readings: { "award-headcount": reading },
      roster,
      rates: [{ quarter: "FY2026-Q1", successful: 37, provided: 40 }],
      expected: { A1: { award, total: award } },
    };
  }),
);
