import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

it("shows every line of an officer whose total is nothing, so that the columns add up", () =>
  inFolder(async (folder) => {
    const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,other_funding";
    const rows = ["FL0310200,1,TFM,2025-09-15,60000,0,20000.00", "FL0310200,2,TFM,,60000,0,"];
    writeFileSync(join(folder, "roster.csv"), [header, ...rows].join("\n"));
    const { stdout } = await claims(["compute", "roster.csv", "--quarter", "FY2026-Q1", "--no-rates", "-q"], folder);
    const lines = stdout.split("\n").map((line) => line.trim().split(/ {2,}/));
    expect(lines.filter(([first]) => first === "1" || first === "2")).toEqual([
      ["1", "TFM", "all", "15,000.00", "0.00", "0.00", "15,000.00", "0.00", "0.00"],
      ["2", "TFM", "0", "not trained: no training date", "0.00"],
    ]);
    const totals = stdout.split("\n").find((line) => line.startsWith("2 officers")) ?? "";
    expect(totals.match(/[\d,]+\.\d\d/g)).toEqual(["15,000.00", "0.00", "0.00", "15,000.00", "0.00", "0.00"]);
  }));
