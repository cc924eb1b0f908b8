import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const HEADER =
  "agency_id,officer_id,program_model,trained_on,authorized_on,authorized_until,annual_salary,annual_benefits";
/** 36,500 and 92,000 a year: 9,125.00 and 23,000.00 a quarter. */
const ROSTER = `${HEADER}
FL0310200,1,TFM,2025-09-15,2025-09-15,,92000,36500
FL0310200,2,JEM,2025-09-15,2025-09-15,,92000,36500
`;
/** ICE's list with a column of ids: TYPE is there what the agency is. */
const LIST = (
  tfm: string,
  jem: string,
): string => `STATE,LAW ENFORCEMENT AGENCY,COUNTY,TYPE,SUPPORT TYPE,SIGNED,MOA,ORI,ended_on
FLORIDA,Lee County Sheriff,Lee,County,Task Force Model,2/26/2025,LINK,FL0310200,${tfm}
FLORIDA,Lee County Sheriff,Lee,County,Jail Enforcement Model,6/8/2020,LINK,FL0310200,${jem}
TEXAS,Some Sheriff,Some,County,Tunnel Model,6/8/2020,LINK,,
TEXAS,Other Sheriff,Other,County,Tunnel Model,soon,LINK,TX1090000,
`;

interface Officer {
  readonly eligible_days: number;
  readonly salary: string;
  readonly reasons: readonly { readonly code: string }[];
}

/** A folder with the roster and the list beside it. */
const withList = <T>(list: string, work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder((folder) => {
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    writeFileSync(join(folder, "agreements.csv"), list);
    return work(folder);
  });

const json = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await claims([...args, "-f", "json", "-q"], folder)).stdout);
const Q1 = ["compute", "roster.csv", "--quarter", "FY2026-Q1"] as const;

describe("agreements", () => {
  it("bound the days by agency and model, as ICE publishes them", () =>
    withList(LIST("", "10/31/2025"), async (folder) => {
      const { code, stderr } = await claims([...Q1, "-f", "json"], folder);
      expect([code, stderr.includes("Tunnel")]).toEqual([0, false]);
      expect(stderr).toContain("the agreement of FL0310200 for JEM ended on 2025-10-31, within FY2026-Q1");
      expect(stderr).toContain("passed over 1 agreement without an agency_id");
      const document = await json(folder, ...Q1);
      const days = document.claims[0].officers.map((one: Officer) => [one.eligible_days, one.salary]);
      // 31 of 92 days of 23,000.00: 7,750.00.
      expect(days).toEqual([
        [92, "23000.00"],
        [31, "7750.00"],
      ]);
      expect(document.claims[0].agreements).toEqual([
        { line: 3, program_model: "JEM", signed_on: "2020-06-08", ended_on: "2025-10-31" },
        { line: 2, program_model: "TFM", signed_on: "2025-02-26", ended_on: null },
      ]);
      expect(document.inputs.map(({ role, scope, rows }: Record<string, unknown>) => [role, scope, rows])).toEqual([
        ["roster", "file", 2],
        ["agreements", "rows", 3],
      ]);
    }));

  it("leave an agency that the list does not have without a day, and say so", () =>
    withList(LIST("", "").replaceAll("FL0310200", "FL0310300"), async (folder) => {
      const { stderr } = await claims([...Q1], folder);
      expect(stderr).toContain("no agreement of FL0310200 for TFM: none of its officers' days as TFM counts");
      const { claims: found, totals } = await json(folder, ...Q1);
      expect(totals.total).toBe("0.00");
      expect(found[0].officers.map((one: Officer) => one.reasons[0]?.code)).toEqual(["no-agreement", "no-agreement"]);
      expect((await json(folder, ...Q1, "--no-agreements")).totals.total).toBe("64250.00");
    }));

  it("of a list that names agencies but no ids are of nobody", () =>
    withList("LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED\nOther Sheriff,TFM,6/8/2020\n", async (folder) => {
      const { code, stderr } = await claims([...Q1, "-q"], folder);
      expect([code, stderr.includes("the agreements has no column agency_id")]).toEqual([3, true]);
    }));

  it("hold for each quarter of a year, and for a forecast", () =>
    withList(LIST("1/31/2026", "1/31/2026"), async (folder) => {
      writeFileSync(join(folder, "rates.csv"), "quarter,rate\nFY2026-Q1,69\nFY2026-Q2,69\nFY2026-Q3,69\n");
      const year = await json(folder, "compute", "roster.csv", "--year", "FY2026");
      // Q2: 31 of 90 days of 32,125.00 each: 11,065.28 (7,922.22 + 3,143.06).
      expect(year.quarters.map(({ totals }: { totals: { total: string } }) => totals.total)).toEqual([
        "64250.00",
        "22130.56",
        "0.00",
      ]);
      const forecast = await json(folder, "forecast", "roster.csv", "--year", "FY2026", "--no-rates");
      expect(forecast.bands.at(-1).total).toBe("86380.56");
    }));

  it("are found again by verify and amend, which names them as the cause", () =>
    withList(LIST("", ""), async (folder) => {
      await claims([...Q1, "-o", "q1.json", "-q"], folder);
      mkdirSync(join(folder, "alone"));
      copyFileSync(join(folder, "q1.json"), join(folder, "alone/q1.json"));
      expect((await json(folder, "verify", "q1.json")).status).toBe("verified");
      expect((await json(folder, "verify", "alone/q1.json", "--without-inputs")).status).toBe("consistent");
      const altered = readFileSync(join(folder, "q1.json"), "utf8").replace('"2025-02-26"', '"2025-10-26"');
      writeFileSync(join(folder, "alone/q1.json"), altered);
      const { status, differences } = await json(folder, "verify", "alone/q1.json", "--without-inputs");
      expect([status, differences[0].path]).toEqual(["differs", "claims[0].officers[0].eligible_days"]);
      writeFileSync(join(folder, "now.csv"), LIST("", "10/31/2025"));
      const amendment = await json(folder, "amend", "q1.json", "roster.csv", "--agreements", "now.csv");
      // Of officer 2: 61 of 92 days of 23,000.00 and 9,125.00 less.
      expect(amendment.difference).toBe("-21300.27");
      expect(amendment.lines[0].cause).toBe(
        "the agreements are now JEM 2020-06-08 to 2025-10-31 and TFM from 2025-02-26, they were JEM from 2020-06-08 and TFM from 2025-02-26",
      );
      expect((await json(folder, "amend", "q1.json", "roster.csv")).difference).toBe("0.00");
    }));
});

describe("authorizations", () => {
  const roster = (...rows: readonly string[]): string => `${HEADER}\n${rows.join("\n")}\n`;

  it("bound the days of an officer, and what hangs on their end is said in dollars", () =>
    inFolder(async (folder) => {
      const rows = [
        "FL0310200,1,TFM,2023-09-15,2025-11-01,,92000,36500",
        "FL0310200,2,TFM,2023-09-15,,2026-01-30,92000,36500",
        "FL0310200,3,TFM,2023-09-15,,,92000,36500",
        "FL0310200,4,TFM,2023-09-15,2023-09-15,2026-03-02,92000,36500",
      ];
      writeFileSync(join(folder, "roster.csv"), roster(...rows));
      const { stderr } = await claims([...Q1], folder);
      // 60 of 90 days of 32,125.00: 15,333.33 + 6,083.34, each line rounded by itself.
      expect(stderr).toContain(
        "officer 2 is authorized until 2026-01-30: $21,416.66 of salary and benefits of FY2026-Q2",
      );
      expect(stderr).toContain(
        "officer 3 was trained on 2023-09-15, and nothing tells whether the authorization was renewed",
      );
      expect(stderr).not.toMatch(/officer [14] (is authorized|was trained)/);
      const { officers } = (await json(folder, ...Q1)).claims[0];
      expect(officers.map((one: Officer) => one.eligible_days)).toEqual([61, 92, 92, 92]);
      expect(officers[3].rows[0].authorized_until).toBe("2026-03-02");
    }));

  it("that end before they begin are errors", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "roster.csv"), roster("FL0310200,1,TFM,2023-09-15,2025-11-01,2025-10-01,92000,36500"));
      const { code, stderr } = await claims([...Q1], folder);
      expect([code, stderr.includes("roster.csv:2:6: error: authorized_until 2025-10-01 is before")]).toEqual([
        3,
        true,
      ]);
    }));
});
