import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
/** 15,000.00 and 5,000.00 a quarter each, 1,000.00 of award but for officer 2, 700.00 of overtime of officer 3. */
const ROSTER = `${HEADER}
FL0310200,1,TFM,2025-09-15,60000,20000,
FL0310200,2,JEM,2025-09-15,60000,20000,
FL0310200,3,TFM,2025-11-01,60000,20000,700.00
`;

const withClaim = <T>(payments: string, work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    writeFileSync(join(folder, "rates.csv"), "quarter,rate,reference\nFY2026-Q1,89.5,ICE-7\n");
    mkdirSync(join(folder, "filed"));
    await claims(["compute", "roster.csv", "-o", "filed/q1.json", "-q"], folder);
    writeFileSync(join(folder, "filed/payments.csv"), payments);
    return work(folder);
  });
const json = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await claims(["status", "filed", "-f", "json", "-q", ...args], folder)).stdout);
const paid = (...amounts: readonly string[]): string =>
  `quarter,paid_on,amount\n${amounts.map((amount) => `FY2026-Q1,2026-03-02,"${amount}"\n`).join("")}`;

describe("claims status", () => {
  it("has claimed, determined, paid and open of each claim", () =>
    withClaim(paid("$50,000.00", "(500.00)"), async (folder) => {
      const { claims: found, totals, schema, on } = await json(folder);
      // 20,000 + 20,000 + 9,945.65 + 3,315.22 + 700 and one award of 750.
      expect([schema, on, totals.claimed, totals.paid, totals.open]).toEqual([
        ...["claims-status/1", null],
        ...["54710.87", "49500.00", "5210.87"],
      ]);
      expect(found[0]).toMatchObject({
        ...{ agency_id: "FL0310200", quarter: "FY2026-Q1", invoice: "FL0310200-FY2026-Q1" },
        ...{ claimed: "54710.87", estimated: "53260.87", award: "750.00", award_status: "determined" },
        ...{ amended_by: null, paid: "49500.00", open: "5210.87" },
      });
      expect(found[0].payments.map(({ amount }: { amount: string }) => amount)).toEqual(["50000.00", "-500.00"]);
      expect("days_open" in found[0]).toBe(false);
    }));

  it("takes one file of payments: of two one would be lost", () =>
    withClaim(paid("100.00"), async (folder) => {
      const twice = (...names: string[]) =>
        claims(["status", "filed", ...names.flatMap((name) => ["--payments", name])], folder);
      const [one, two] = ["filed/payments.csv", "filed/more.csv"];
      expect((await twice(one, two)).code).toBe(2);
      expect((await twice(one, one)).code).toBe(0);
    }));

  it("names a file once of which two claims are doubtful", () =>
    withClaim(paid("100.00"), async (folder) => {
      const text = readFileSync(join(folder, "filed/q1.json"), "utf8");
      writeFileSync(join(folder, "filed/a.json"), text.replace(/\n\s*/g, " "));
      writeFileSync(join(folder, "filed/b.json"), text.replace(/\n\s*/g, ""));
      expect((await json(folder)).left_out).toEqual(["a.json", "b.json", "q1.json"]);
    }));

  it("leaves out a file that cannot be read, names it and ends with 1", () =>
    withClaim(paid("100.00"), async (folder) => {
      symlinkSync("loop.json", join(folder, "filed/loop.json"));
      const { stdout, stderr, code } = await claims(["status", "filed"], folder);
      expect([code, stderr]).toEqual([1, expect.stringContaining("cannot read filed/loop.json: its links go round")]);
      expect(stdout).toContain("54,710.87");
      expect(JSON.parse((await claims(["status", "filed", "-f", "json"], folder)).stdout).left_out).toEqual([
        "loop.json",
      ]);
    }));

  it("passes over no claim of a newer release, nor the claims of a year without a warning", () =>
    withClaim(paid("100.00"), async (folder) => {
      writeFileSync(join(folder, "filed/q2.json"), '{ "schema": "claims/2" }\n');
      const newer = await claims(["status", "filed", "-f", "json"], folder);
      expect([newer.code, JSON.parse(newer.stdout).left_out]).toEqual([3, ["q2.json"]]);
      writeFileSync(join(folder, "filed/q2.json"), '{ "schema": "claims-year/1" }\n');
      const year = await claims(["status", "filed"], folder);
      expect([year.code, year.stderr]).toEqual([0, expect.stringContaining("q2.json: warning: the claims of a year")]);
    }));

  it("names the reading with which the claim would be what was paid", () =>
    withClaim(paid("53960.87"), async (folder) => {
      // Without the award: exact takes 89.5 % for no band; and it is a figure of the claim.
      expect((await json(folder)).claims[0].explained_by).toEqual([
        { reading: "rate-rounding", value: "exact", total: "53960.87" },
        { officer_id: null, figure: "award", total: "53960.87" },
        { officer_id: "1", figure: "award", total: "53960.87" },
      ]);
      const { stdout } = await claims(["status", "filed", "-q"], folder);
      expect(stdout).toContain("$750.00 is missing of what was claimed: read with rate-rounding=exact it would be");
    }));

  it("names pairs of readings only where no single one does, and the officer whose line it is", () =>
    withClaim(paid("33960.87"), async (folder) => {
      // Officer 2, who is of another model, and the award: as much as all of officer 1.
      expect((await json(folder)).claims[0].explained_by).toEqual([
        { reading: "rate-rounding,salary-models", value: "exact,task-force", total: "33960.87" },
        { officer_id: "1", figure: "total", total: "33960.87" },
      ]);
      writeFileSync(join(folder, "filed/payments.csv"), paid("40750.00"));
      expect((await json(folder)).claims[0].explained_by).toEqual([
        { officer_id: "3", figure: "total", total: "40750.00" },
      ]);
    }));

  it("lets no claim of another quarter stand in the place of one, whatever it says that it amends", () =>
    inFolder(async (folder) => {
      const header = HEADER.replace(",overtime_paid", "");
      writeFileSync(join(folder, "roster.csv"), `${header}\nFL0310200,1,TFM,2025-09-15,60000,20000\n`);
      mkdirSync(join(folder, "filed"));
      const compute = ["compute", "roster.csv", "--no-rates", "-f", "json", "-q", "--quarter"];
      const q1 = await claims([...compute, "FY2026-Q1"], folder);
      writeFileSync(join(folder, "filed/q1.json"), q1.stdout);
      const q2 = JSON.parse((await claims([...compute, "FY2026-Q2", "--prior", "filed/q1.json"], folder)).stdout);
      const amends = createHash("sha256").update(q1.stdout).digest("hex");
      writeFileSync(join(folder, "filed/q2.json"), `${JSON.stringify({ ...q2, amends }, null, 2)}\n`);
      const found: readonly Record<string, unknown>[] = (await json(folder)).claims;
      expect(found.map(({ quarter, claimed, amended_by }) => [quarter, claimed, amended_by])).toEqual([
        ["FY2026-Q1", "20000.00", null],
        ["FY2026-Q2", "20000.00", null],
      ]);
    }));

  it("counts days to a day that is named, and no payment after it", () =>
    withClaim(paid("54710.87"), async (folder) => {
      const before = await json(folder, "--on", "2026-03-01");
      expect([before.on, before.claims[0].paid, before.claims[0].days_open]).toEqual(["2026-03-01", "0.00", 60]);
      const after = await json(folder, "--on", "2026-03-02");
      expect([after.claims[0].open, after.claims[0].days_open]).toEqual(["0.00", null]);
    }));

  it("takes an amendment for what it amends, and the payments of either number", () =>
    withClaim("paid_on,amount,reference\n2026-03-02,54000.00,FL0310200-FY2026-Q1\n", async (folder) => {
      writeFileSync(join(folder, "roster.csv"), ROSTER.replace("FL0310200,2,JEM", "FL0310200,2,TFM"));
      await claims(["amend", "filed/q1.json", "roster.csv", "--inputs", ".", "-o", "filed/q1-a.json", "-q"], folder);
      const found = await json(folder);
      expect(found.claims.map((one: Record<string, string>) => [one.claimed, one.paid, one.open])).toEqual([
        ["54710.87", "0.00", "0.00"],
        ["55460.87", "54000.00", "1460.87"],
      ]);
      expect(found.claims[0].amended_by).toBe(found.claims[1].sha256);
      expect(found.totals.claims).toBe(1);
    }));

  it("says which payments are of no claim, and of two claims of a quarter neither counts", () =>
    withClaim(paid("1.00").replace("FY2026-Q1", "FY2026-Q3"), async (folder) => {
      const { code, stderr, stdout } = await claims(["status", "filed"], folder);
      expect([
        code,
        stdout.includes("$1.00 of 2026-03-02, line 2: there is no claim of FL0310200 for FY2026-Q3"),
      ]).toEqual([0, true]);
      expect(stderr).toContain("1 payment is of no claim here");
      expect((await json(folder)).unmatched).toMatchObject([{ line: 2, amount: "1.00", quarter: "FY2026-Q3" }]);
      const other = readFileSync(join(folder, "filed/q1.json"), "utf8").replace('"rows": 3', '"rows": 4');
      writeFileSync(join(folder, "filed/other.json"), other);
      const twice = await claims(["status", "filed"], folder);
      expect([twice.code, twice.stderr.includes("FL0310200 has two claims for FY2026-Q1")]).toEqual([3, true]);
      expect(twice.stdout).toContain("Incomplete: 2 claims left out for errors: other.json, q1.json.");
    }));

  it("refuses rows of nothing, and warns of rows that are alike", () =>
    withClaim("quarter,paid_on,amount,reference\n,2026-03-02,5.00,\nFY2026-Q1,2026-03-02,x,\n", async (folder) => {
      const bad = await claims(["status", "filed"], folder);
      expect([bad.code, bad.stdout]).toEqual([3, ""]);
      expect(bad.stderr).toContain("payments.csv:2:1: error: the row names neither a quarter nor a request");
      expect(bad.stderr).toContain('payments.csv:3:3: error: amount "x" is not an amount');
      writeFileSync(join(folder, "filed/payments.csv"), paid("5.00", "5.00"));
      const alike = await claims(["status", "filed"], folder);
      expect(alike.stderr).toContain("is the same as line 2 in every cell");
      expect(alike.stdout).toContain("10.00");
      const spelled = "agency_id,quarter,paid_on,amount\n,FY2026-Q1,2026-03-02,5\nFL0310200,FFY26-1,3/2/2026,$5.00\n";
      writeFileSync(join(folder, "filed/payments.csv"), spelled);
      expect((await claims(["status", "filed"], folder)).stderr).toContain("is the same as line 2 in every cell");
    }));

  it("writes a row a claim, and a row of each payment of none", () =>
    withClaim(
      paid("54710.87").replace("quarter,", "agency_id,quarter,").replace("FY2026", "GA0480300,FY2026"),
      async (folder) => {
        const { stdout } = await claims(["status", "filed", "-f", "csv", "-q"], folder);
        const [, own = "", other = ""] = stdout.split("\n");
        expect(own.split(",").slice(3)).toEqual(
          "FL0310200-FY2026-Q1,54710.87,53260.87,750.00,determined,,0.00,54710.87,".split(","),
        );
        expect(other).toBe(
          "GA0480300,FY2026-Q1,,,,,,,,54710.87,,of no claim here: there is no claim of GA0480300 for FY2026-Q1",
        );
      },
    ));
});
