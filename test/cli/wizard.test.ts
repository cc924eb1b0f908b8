import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { programShell } from "./program.ts";
import { ENTER, GOOD, NO_PAYROLL, Q1, REVIEWED, sameAgain, totalOf, type, withRoster, wizard } from "./terminal.ts";

/** The other ways through are in test/slow. */
it(
  "claims wizard on a terminal: a header of another name is pointed out, what the roster lacks is said, and the answers are kept",
  () =>
    withRoster(async (folder) => {
      const rows = GOOD.replace("annual_salary", "Anual Salry").replace("program_model,", "").replace("TFM,", "");
      writeFileSync(join(folder, "hr.csv"), rows.replace("agency_id,", "").replace("FL0310200,", ""));
      const { screen, code } = await wizard(folder, [
        ["Which roster", ["hr", ENTER]],
        ["no columns agency_id", []],
        ["come back here", ["Point", ENTER]],
        ["which column is agency_id", ["None: type", ENTER]],
        ["The agency's ORI", type("fl0310200")],
        ["which column is program_model", ["None: all", ENTER]],
        ["All officers are", [ENTER]],
        ["which column is annual_salary", ["Anual", ENTER]],
        ["Found 1 officer of FL0310200", []],
        ["Later", ["Later", ENTER]],
        ...NO_PAYROLL,
        ...Q1,
        ...REVIEWED,
        ["same each quarter", ["Yes", ENTER]],
        ["Write it as", ["The claim alone", ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--map 'annual_salary=Anual Salry'")]);
      expect(screen).toContain("--set program_model=TFM");
      expect(totalOf(folder, "claim-FY2026-Q1.json")).toBe("19500.00");
      sameAgain(folder, screen, "claim-FY2026-Q1.json");
      expect(JSON.parse(readFileSync(join(folder, "claims.json"), "utf8"))).toEqual({
        schema: "claims-profile/1",
        agency: { id: "FL0310200" },
        map: { annual_salary: "Anual Salry" },
        set: { program_model: "TFM" },
      });
      const alone = programShell("claims compute hr.csv --quarter FY2026-Q1 --no-rates -q -o alone.json", folder);
      expect([alone.code, totalOf(folder, "alone.json")]).toEqual([0, "19500.00"]);
    }),
  120_000,
);
