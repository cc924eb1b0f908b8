import { expect, test } from "vitest";
import { onTerminal } from "../../docs/console.ts";

test("the table of a year fits 80 columns, and says which columns did not", () => {
  const [, page = ""] = onTerminal(["cd second-quarter", "claims compute roster.csv --year FY2026 -q 2>/dev/null"]);
  const lines = page.split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines).toContain("FY2026     553,238.35  149,450.76  76,710.91     2,500.00  16,250.00  854,400.02");
  expect(lines).toContain("Not shown at this width: Claimed, Awarded, Over cap, Vehicles.");
});
