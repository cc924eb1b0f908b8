import type { Case } from "./case.ts";
import { firstQuarter } from "./first-quarter.ts";

export const cases: readonly Case[] = [
  firstQuarter("trained long before", { trained_on: "1999-12-31" }, 92, "23000.00"),
  firstQuarter("trained on 2025-09-30", { trained_on: "2025-09-30" }, 92, "23000.00"),
  firstQuarter("trained on 2025-10-01", { trained_on: "2025-10-01" }, 92, "23000.00"),
  firstQuarter("trained on 2025-10-02: the day itself counts", { trained_on: "2025-10-02" }, 91, "22750.00"),
  firstQuarter("trained on 2025-12-30", { trained_on: "2025-12-30" }, 2, "500.00"),
  firstQuarter("trained on the quarter's last day", { trained_on: "2025-12-31" }, 1, "250.00"),
  firstQuarter("trained the day after", { trained_on: "2026-01-01" }, 0, "0.00", ["trained-later"]),
  firstQuarter("not trained", { trained_on: "" }, 0, "0.00", ["not-trained"]),
  firstQuarter("trained on the row's last day", { trained_on: "2025-12-10", end_date: "2025-12-10" }, 1, "250.00"),
  firstQuarter(
    "trained before the start of the row",
    { trained_on: "2025-10-10", start_date: "2025-12-01", end_date: "2025-12-10" },
    10,
    "2500.00",
  ),
  firstQuarter(
    "trained within the row",
    { trained_on: "2025-12-05", start_date: "2025-12-01", end_date: "2025-12-10" },
    6,
    "1500.00",
  ),
  firstQuarter(
    "trained the day after the row's last",
    { trained_on: "2025-12-11", end_date: "2025-12-10" },
    0,
    "0.00",
    ["no-eligible-day"],
  ),
];
