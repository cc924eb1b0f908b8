import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../src/document/schema.ts";
import type { YearDocument } from "../../src/whatif/year.ts";
import { claims, inFolder } from "../cli/run.ts";

const HEADER =
  "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,equipment_cost";
const ROSTER = `${HEADER}\nFL0310200,1042,Ana,TFM,2025-09-15,60000.00,0,5000.00\nGA0480300,7,Bo,JEM,2025-09-15,52000.00,0,\n`;
const QUARTERS = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"];
const PAYROLL = `agency_id,officer_id,quarter,overtime_paid\n${QUARTERS.map((q) => `FL0310200,1042,${q},9000.00\nGA0480300,7,${q},100.00\n`).join("")}`;

/** A folder with a roster and payroll of three quarters, in which commands were run. */
async function after<T>(commands: readonly string[], work: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    for (const [name, text] of Object.entries({ "roster.csv": ROSTER, "payroll.csv": PAYROLL }))
      writeFileSync(join(folder, name), text);
    for (const command of commands) expect((await claims(command.split(" "), folder)).code).toBe(0);
    return work(folder);
  });
}

async function year(folder: string, flags: string) {
  const { stdout, stderr, code } = await claims(
    ["compute", "roster.csv", "--year", "FY2026", "-f", "json", ...flags.split(" ")],
    folder,
  );
  const { problems = [] } = stderr === "" ? {} : JSON.parse(stderr);
  const said = (problems as { code: string; message: string }[])
    .filter(({ code }) => code.startsWith("quarters") || code.startsWith("prior"))
    .map(({ code, message }) => `${code}: ${message}`);
  return { code, said, document: JSON.parse(stdout) as YearDocument };
}

const quarterOf = (one: ClaimDocument): string =>
  `${one.quarter.id} ${one.claims.map((claim) => `${claim.agency_id} ${claim.officers[0]?.overtime}`).join(" ")}`;
const COMPUTE = "compute roster.csv -q --payroll payroll.csv --quarter";

describe("a year with filed quarters", () => {
  it("has them as filed, and the rest computed on them", () =>
    after([`${COMPUTE} FY2026-Q1 -o q1.json`], async (folder) => {
      // What was filed is what was claimed: less overtime than payroll gives now.
      const path = join(folder, "q1.json");
      writeFileSync(join(folder, "payroll.csv"), PAYROLL.replace("FY2026-Q1,9000.00", "FY2026-Q1,9500.00"));
      const { document, said, code } = await year(folder, "--prior q1.json");
      expect(code).toBe(0);
      expect(document.quarters.map(quarterOf)).toEqual([
        "FY2026-Q1 FL0310200 9000.00 GA0480300 100.00",
        "FY2026-Q2 FL0310200 6000.00 GA0480300 100.00",
        "FY2026-Q3 FL0310200 0.00 GA0480300 100.00",
      ]);
      expect(document.quarters[0]).toEqual(JSON.parse(readFileSync(path, "utf8")));
      expect(document.quarters.map(({ claims: [first] }) => first?.totals.equipment)).toEqual([
        "5000.00",
        "0.00",
        "0.00",
      ]);
      expect(document.quarters[1]?.claims[0]?.prior).toMatchObject([{ quarter: "FY2026-Q1", path: "q1.json" }]);
      expect(document.totals).toMatchObject({ agencies: 2, officers: 2, overtime: "15300.00" });
      expect(document.left_out).toEqual(["FY2026-Q4"]);
      expect(said).toEqual([
        expect.stringMatching(/^prior-differs-from-payroll: officer 1042/),
        "quarters-as-filed: as filed: q1.json for FY2026-Q1",
        "quarters-left-out: left out FY2026-Q4: neither rates nor payroll name them",
      ]);
    }));

  it("is to the cent the year without them, where nothing has changed", () =>
    after(
      [`${COMPUTE} FY2026-Q1 --out-dir filed`, `${COMPUTE} FY2026-Q2 --prior filed --out-dir filed`],
      async (folder) => {
        const [whole, filed] = [await year(folder, "-q"), await year(folder, "-q --prior filed")];
        expect(filed.document.quarters.map(({ quarter, claims }) => `${quarter.id} ${claims.length}`)).toEqual([
          "FY2026-Q1 1",
          "FY2026-Q1 1",
          "FY2026-Q2 1",
          "FY2026-Q2 1",
          "FY2026-Q3 2",
        ]);
        expect(filed.document.totals).toEqual(whole.document.totals);
        expect(filed.document.agencies).toEqual(whole.document.agencies);
        for (const format of ["table", "csv"]) {
          const of = async (flags: string) =>
            (await claims(`compute roster.csv --year FY2026 -q -f ${format} ${flags}`.trim().split(" "), folder))
              .stdout;
          expect(await of("--prior filed")).toBe(await of("--by agency"));
        }
      },
    ));

  it("computes only the agencies that have none in a quarter", () =>
    after([`${COMPUTE} FY2026-Q1 --agency GA0480300 -o ga.json`], async (folder) => {
      const { document } = await year(folder, "-q --prior ga.json");
      expect(document.quarters.slice(0, 2).map(quarterOf).sort()).toEqual([
        "FY2026-Q1 FL0310200 9000.00",
        "FY2026-Q1 GA0480300 100.00",
      ]);
      expect(document.totals.overtime).toBe("15300.00");
    }));

  it("counts the agencies of the run alone, takes an amendment for its claim, and may be filed whole", () =>
    after(
      [
        `${COMPUTE} FY2026-Q1 -o q1.json`,
        "amend q1.json roster.csv -q --payroll payroll.csv -o q1a.json",
        `${COMPUTE} FY2026-Q2 --prior q1a.json -o q2.json`,
      ],
      async (folder) => {
        const one = await year(folder, "-q --no-payroll --agency GA0480300 --prior q1.json --prior q2.json");
        expect(one.document.quarters.map(({ quarter }) => quarter.id)).toEqual(["FY2026-Q1", "FY2026-Q2"]);
        expect(one.document.totals).toMatchObject({ agencies: 1, officers: 1, overtime: "200.00", salary: "26000.00" });
        const amended = await year(folder, "-q --prior q1.json --prior q1a.json --prior q2.json");
        expect(amended.document.quarters[0]?.amends).toMatch(/^[0-9a-f]{64}$/);
        expect(amended.document.totals.overtime).toBe("15300.00");
      },
    ));

  it("filed late leaves nothing of an allowance to the quarters before", () =>
    after([`${COMPUTE} FY2026-Q3 -o q3.json`], async (folder) => {
      const { document } = await year(folder, "-q --prior q3.json");
      expect(document.totals.equipment).toBe("5000.00");
      expect(document.quarters.map(({ claims: [first] }) => first?.totals.equipment)).toEqual([
        "0.00",
        "0.00",
        "5000.00",
      ]);
    }));

  it("has no names with --redact", () =>
    after([`${COMPUTE} FY2026-Q1 -o q1.json`], async (folder) => {
      const { document } = await year(folder, "-q --redact --prior q1.json");
      expect(JSON.stringify(document)).not.toMatch(/"Ana"|"Bo"/);
    }));
});
