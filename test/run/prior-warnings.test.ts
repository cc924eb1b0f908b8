import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FiledPrior } from "../../src/document/prior.ts";
import { moneyFromText, ZERO } from "../../src/engine/values/money.ts";
import { claims, inFolder } from "../cli/run.ts";
import { compute } from "../document/files.ts";
import type { PayrollRow, RosterRow } from "../engine/build.ts";
import { shown, shownOf } from "./shown.ts";

const HEADER =
  "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid,equipment_cost";
const row = (id: string, name: string, overtime = "", equipment = "", agency = "FL0310200"): string =>
  `${agency},${id},"${name}",TFM,2025-09-15,60000.00,0,${overtime},${equipment}`;
const roster = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;

type Files = Readonly<Record<string, string>>;

/** What commands in a folder say, one after the other: severities, codes, files, lines and messages; and the last exit code. */
async function said(files: Files, ...commands: string[]) {
  return inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    let last = { stderr: "", code: null as number | null, stdout: "" };
    for (const command of commands) last = await claims([...command.split(" "), "-f", "json"], folder);
    const { problems = [] } = last.stderr === "" ? {} : JSON.parse(last.stderr);
    const lines = (problems as Record<string, unknown>[])
      .filter(({ code }) => CODES.has(String(code)))
      .map(({ severity, code, file, line, message }) => [severity, code, file, line, message].join(" | "));
    return { lines, code: last.code, claim: last.stdout === "" ? undefined : JSON.parse(last.stdout), folder };
  });
}

const CODES = new Set([
  "carried-over",
  "actuals-carried-over",
  "allowance-without-prior",
  "earlier-overtime-unknown",
  "prior-incomplete",
  "prior-officer-gone",
  "receipts-below-claimed",
  "prior-does-not-add-up",
  "prior-of-this-quarter",
  "prior-not-earlier",
]);

const FIRST = "compute q1.csv --quarter FY2026-Q1 --no-rates --no-payroll -q -o q1.json";
const SECOND = "compute q2.csv --quarter FY2026-Q2 --no-rates --no-payroll --prior q1.json";
const RUIZ = row("1042", "Ruiz, Ana", "3456.78");
const HALE = row("1043", "Hale, Marcus");

describe("carried-over", () => {
  const error = (file: string): string =>
    `error | carried-over | ${file} |  | ${file} has the actuals from which the prior claim of FL0310200 for FY2026-Q1, q1.json, was computed`;

  it("the same file is an error that names both, whatever its name", async () => {
    const files = { "q1.csv": roster(RUIZ, HALE), "q2.csv": roster(RUIZ, HALE) };
    expect(await said(files, FIRST, SECOND)).toMatchObject({ lines: [error("q2.csv")], code: 3, claim: undefined });
    expect(await said(files, FIRST, SECOND.replace("q2.csv", "q1.csv"))).toMatchObject({ lines: [error("q1.csv")] });
  });

  it("the same rows of one of several agencies are", async () => {
    const other = row("7", "Sosa, Luz", "1.00", "", "GA0480300");
    const first = `${FIRST.replace("-o q1.json", "--out-dir filed")} --agency FL0310200`;
    const second = SECOND.replace("q1.json", "filed");
    const files = { "q1.csv": roster(RUIZ, other), "q2.csv": roster(RUIZ, other.replace("60000", "61000")) };
    const { lines, claim } = await said(files, FIRST.replace("-o q1.json", "--out-dir filed"), second);
    expect(lines.map((line) => line.slice(0, 40))).toEqual([
      "error | carried-over | q2.csv |  | q2.cs",
      "warning | actuals-carried-over | q2.csv ",
    ]);
    expect(claim.claims.map(({ agency_id }: { agency_id: string }) => agency_id)).toEqual(["GA0480300"]);
    expect((await said(files, first, second)).lines.length).toBe(1);
  });

  it("the same file without actuals, or with zeros alone, is not", async () => {
    for (const overtime of ["", "0.00"]) {
      const files = { "q1.csv": roster(row("1042", "Ruiz, Ana", overtime)) };
      expect(await said(files, FIRST, SECOND.replace("q2.csv", "q1.csv"))).toMatchObject({ lines: [], code: 0 });
    }
  });

  it("the same actuals in a changed file are a warning with the dollars; others are not", async () => {
    const changed = { "q1.csv": roster(RUIZ), "q2.csv": roster(RUIZ, HALE) };
    expect(await said(changed, FIRST, SECOND)).toMatchObject({
      lines: [
        "warning | actuals-carried-over | q2.csv | 2 | officer 1042 has the actuals of FY2026-Q1 again, $3,456.78: make sure that they are those of FY2026-Q2",
      ],
      code: 0,
    });
    const other = { ...changed, "q2.csv": roster(RUIZ.replace("3456.78", "3456.79")) };
    expect(await said(other, FIRST, SECOND)).toMatchObject({ lines: [], code: 0 });
  });

  it("of an officer who is left out are no warning", async () => {
    const files = { "q1.csv": roster(RUIZ, HALE), "q2.csv": roster(RUIZ.replace("TFM", "TFX"), HALE) };
    expect(await said(files, FIRST, `${SECOND} --rejects r.csv`)).toMatchObject({ lines: [], code: 3 });
  });

  it("is seen beside payroll that gives the salary", async () => {
    const files = {
      "q1.csv": roster(RUIZ),
      "q2.csv": roster(RUIZ, HALE),
      "paid.csv": "officer_id,quarter,salary_paid\n1042,FY2026-Q2,14000.00\n",
    };
    const { lines } = await said(files, FIRST, SECOND.replace("--no-payroll", "--payroll paid.csv"));
    expect(lines.map((line) => line.slice(0, 44))).toEqual(["warning | actuals-carried-over | q2.csv | 2 "]);
  });
});

describe("once-ever", () => {
  const rates = { "rates.csv": "quarter,rate,vehicle_cost\nFY2026-Q1,92.5,40000.00\nFY2026-Q2,92.5,40000.00\n" };
  const files = { "q1.csv": roster(row("1042", "Ruiz, Ana", "", "5000.00")), ...rates };
  const q = (quarter: string) => `compute q1.csv --quarter ${quarter} --no-payroll`;
  const warning = (what: string): string =>
    `warning | allowance-without-prior |  |  | FL0310200 claims ${what} for FY2026-Q2: no prior claim shows that the once-ever allowance is still there`;

  it("an allowance in a later quarter without prior claims is a warning with the dollars", async () => {
    expect((await said(files, q("FY2026-Q2"))).lines).toEqual([
      warning("$5,000.00 of equipment and $40,000.00 of vehicles"),
    ]);
    expect((await said(files, `${q("FY2026-Q2")} --no-rates`)).lines).toEqual([warning("$5,000.00 of equipment")]);
  });

  it("one in the programme's first quarter, or with prior claims, is not", async () => {
    expect((await said(files, q("FY2026-Q1"))).lines).toEqual([]);
    expect((await said(files, `${q("FY2026-Q1")} -q -o q1.json`, `${q("FY2026-Q2")} --prior q1.json`)).lines).toEqual(
      [],
    );
  });

  it("of a year is told of its first quarter alone", async () => {
    const later = { ...files, "rates.csv": rates["rates.csv"].replace("Q1", "Q3") };
    expect((await said(later, "compute q1.csv --year FY2026")).lines).toEqual([
      warning("$5,000.00 of equipment and $40,000.00 of vehicles"),
    ]);
  });
});

describe("prior-claims", () => {
  const gone = (line: string, id: string, dollars: string, now = ""): string =>
    `warning | prior-officer-gone | q2.csv | ${line} | officer ${id} of FL0310200 is not in the roster: ${dollars} were claimed for FY2026-Q1${now}`;

  it("an officer who is gone is a warning with what was claimed", async () => {
    const files = { "q1.csv": roster(row("1042", "Ruiz, Ana", "3456.78", "100.00"), HALE), "q2.csv": roster(HALE) };
    expect((await said(files, FIRST, SECOND)).lines).toEqual([
      gone("", "1042", "$3,456.78 of overtime and $100.00 of equipment"),
    ]);
  });

  it("one of the same name, or of an id with zeros in front, is named with it", async () => {
    const OVERTIME = "$3,456.78 of overtime and $0.00 of equipment";
    const now = async (...rows: string[]) =>
      (await said({ "q1.csv": roster(RUIZ, HALE), "q2.csv": roster(...rows) }, FIRST, SECOND)).lines;
    expect(await now(HALE, row("9", "RUIZ,  ANA"))).toEqual([
      gone("3", "1042", OVERTIME, "; officer 9 may be the same person"),
    ]);
    expect(await now(HALE, row("001042", "Somebody Else"))).toEqual([
      gone("3", "1042", OVERTIME, "; officer 001042 may be the same person"),
    ]);
    expect(await now(HALE, row("9", "Somebody Else"))).toEqual([gone("", "1042", OVERTIME)]);
    // Two of one name, one of whom was there before.
    const twins = { "q1.csv": roster(RUIZ, row("1043", "Ruiz, Ana")), "q2.csv": roster(row("1043", "Ruiz, Ana")) };
    expect((await said(twins, FIRST, SECOND)).lines).toEqual([gone("", "1042", OVERTIME)]);
  });

  it("an officer of another fiscal year who is gone is not", async () => {
    const files = { "q1.csv": roster(RUIZ, HALE), "q2.csv": roster(HALE) };
    expect((await said(files, FIRST, SECOND.replace("FY2026-Q2", "FY2027-Q1"))).lines).toEqual([]);
  });

  it("overtime that payroll leaves blank in an earlier quarter is a warning", async () => {
    const paid = (...rows: string[]) => ({
      "q2.csv": roster(row("1042", "Ruiz, Ana"), HALE),
      "paid.csv": `officer_id,quarter,salary_paid,overtime_paid\n${rows.join("\n")}\n`,
    });
    const run = SECOND.replace("--no-payroll --prior q1.json", "--payroll paid.csv");
    const unknown = (id: string, line: number) =>
      `warning | earlier-overtime-unknown | q2.csv | ${line} | officer ${id} has no overtime_paid for FY2026-Q1 in payroll: it counts as none, and the cap may be smaller`;
    const files = paid("1042,FY2026-Q1,15000.00,", "1042,FY2026-Q2,15000.00,100.00");
    expect((await said(files, run)).lines).toEqual([unknown("1042", 2)]);
    expect((await said(files, `${run} --reading overtime-cap=quarter`)).lines).toEqual([]);
    expect((await said(paid("1042,FY2026-Q1,15000.00,0"), run)).lines).toEqual([]);
    // One whom that payroll does not name, with overtime to claim now, and without.
    expect((await said(paid("1042,FY2026-Q1,,0", "1043,FY2026-Q2,,5.00"), run)).lines).toEqual([unknown("1043", 3)]);
    expect((await said(paid("1042,FY2026-Q1,,0", "1043,FY2026-Q2,5.00,"), run)).lines).toEqual([]);
  });

  it("a prior claim whose lines do not add up is an error", async () => {
    const files = { "q1.csv": roster(RUIZ, HALE), "q2.csv": roster(row("1042", "Ruiz, Ana"), HALE) };
    const after = async (from: string, to: string) =>
      inFolder(async (folder) => {
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        await claims(FIRST.split(" "), folder);
        const path = join(folder, "q1.json");
        writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
        const { stderr, stdout, code } = await claims([...SECOND.split(" "), "-f", "json"], folder);
        const [first] = JSON.parse(stderr).problems;
        expect([stdout, code]).toEqual(["", 3]);
        return `${first.code}: ${first.message}`;
      });
    const whose = "prior-does-not-add-up: the prior claim of FL0310200 for FY2026-Q1 does not add up:";
    expect(await after('"overtime": "3456.78"', '"overtime": "456.78"')).toBe(
      `${whose} the lines of officer 1042 are 15456.78, the total 18456.78`,
    );
    expect(await after('"total": "18456.78"', '"total": "18456.77"')).toMatch(whose);
    expect(await after('"total": "33456.78"\n  },\n  "incomplete"', '"total": "33456.79"\n  },\n  "incomplete"')).toBe(
      `${whose} the agencies of the document come to 33456.78 of total, the totals say 33456.79`,
    );
  });

  it("an incomplete one is a warning that names who was left out", async () => {
    const files = {
      "q1.csv": roster(RUIZ, HALE.replace("TFM", "TFX")),
      "q2.csv": roster(row("1042", "Ruiz, Ana"), HALE),
    };
    expect((await said(files, `${FIRST} --rejects r.csv`, SECOND)).lines).toEqual([
      "warning | prior-incomplete | q1.json |  | the prior claim of FL0310200 for FY2026-Q1 left out rows of it for errors; officers of the roster who are not in it: 1043",
    ]);
    const two = roster(RUIZ, row("7", "Sosa, Luz", "", "", "GA0480300").replace("TFM", "TFX"));
    const both = { "q1.csv": two, "q2.csv": two.replace("TFX", "TFM").replace("3456.78", "1.00") };
    expect((await said(both, FIRST, SECOND)).lines).toEqual([
      "warning | prior-incomplete | q1.json |  | the prior claim for FY2026-Q1 left GA0480300 out for errors",
    ]);
  });
});

describe("equipment", () => {
  it("receipts to date below what was claimed already are a warning", async () => {
    const files = (cost: string) => ({
      "q1.csv": roster(row("1042", "Ruiz, Ana", "", "5000.00")),
      "q2.csv": roster(row("1042", "Ruiz, Ana", "", cost)),
    });
    expect((await said(files("4999.99"), FIRST, SECOND)).lines).toEqual([
      "warning | receipts-below-claimed | q2.csv | 2 | officer 1042 has $4,999.99 of equipment receipts to date, below the $5,000.00 claimed before",
    ]);
    for (const cost of ["5000.00", ""]) expect((await said(files(cost), FIRST, SECOND)).lines).toEqual([]);
  });
});

describe("a prior claim of this run's own quarter", () => {
  it("is passed over with a notice, so that the routine can be run twice into one folder", async () => {
    const files = { "q1.csv": roster(RUIZ), "q2.csv": roster(row("1042", "Ruiz, Ana", "20000.00")) };
    const first = "compute q1.csv --quarter FY2026-Q1 --no-rates --no-payroll -o filed/q1.json -q";
    const second = "compute q2.csv --quarter FY2026-Q2 --no-rates --no-payroll --prior filed";
    const twice = await said(
      { ...files, "filed/x.txt": "" },
      first,
      `${second} -q -o filed/q2.json`,
      `${second} -o filed/q2.json`,
    );
    expect(twice).toMatchObject({
      lines: ["notice | prior-of-this-quarter |  |  | passed over q2.json: of FY2026-Q2 itself, so no prior claim"],
      code: 0,
    });
    const shown = await said({ ...files, "filed/x.txt": "" }, first, `${second} -q -o filed/q2.json`, second);
    expect(shown.claim.options.prior).toEqual(["q1.json"]);
    expect(shown.claim.claims[0].officers[0].overtime).toBe("11543.22"); // 15,000 − 3,456.78
  });

  it("one of another quarter does away with none, whatever it says that it amends", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "q1.csv"), roster(RUIZ));
      writeFileSync(join(folder, "q2.csv"), roster(row("1042", "Ruiz, Ana", "20000.00")));
      writeFileSync(join(folder, "q3.csv"), roster(row("1042", "Ruiz, Ana")));
      const at = (n: number) => ["--quarter", `FY2026-Q${n}`, "--no-rates", "--no-payroll", "-f", "json", "-q"];
      const first = (await claims(["compute", "q1.csv", ...at(1)], folder)).stdout;
      const second = JSON.parse((await claims(["compute", "q2.csv", ...at(2)], folder)).stdout);
      const amends = createHash("sha256").update(first).digest("hex");
      writeFileSync(join(folder, "q1.json"), first);
      writeFileSync(join(folder, "q2.json"), JSON.stringify({ ...second, amends }));
      const third = await claims(["compute", "q3.csv", ...at(3), "--prior", "q1.json", "--prior", "q2.json"], folder);
      expect(JSON.parse(third.stdout).claims[0].prior.map(({ quarter }: { quarter: string }) => quarter)).toEqual([
        "FY2026-Q1",
        "FY2026-Q2",
      ]);
    }));

  it("a later one is an error still", async () => {
    const files = { "q1.csv": roster(HALE) };
    const q = (n: number) => `compute q1.csv --quarter FY2026-Q${n} --no-rates --no-payroll`;
    const { lines, code } = await said(files, `${q(3)} -q -o q3.json`, `${q(2)} --prior q3.json`);
    expect([lines.map((line) => line.slice(0, 25)), code]).toEqual([["error | prior-not-earlier"], 3]);
  });
});

/** A claim that was filed: of each officer overtime and equipment. */
const filed = (
  quarter: string,
  lines: Readonly<Record<string, readonly [overtime: string, equipment: string]>>,
  more: Partial<FiledPrior> = {},
): FiledPrior => ({
  quarter,
  path: `${quarter.slice(-2).toLowerCase()}.json`,
  vehicles: ZERO,
  officers: new Map(
    Object.entries(lines).map(([id, [overtime, equipment]]) => [
      id,
      { salary: ZERO, overtime: moneyFromText(overtime), equipment: moneyFromText(equipment) },
    ]),
  ),
  ...more,
});
const priorOf = (...claims: readonly FiledPrior[]) => new Map([["FL0310200", claims]]);
const [Q1, Q2, Q3] = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"] as const;
const ROW: RosterRow = { trained_on: "2025-09-15", annual_salary: "60000.00" };

describe("a once-ever allowance without prior claims", () => {
  const told = (what: string, amount: string, quarter: string = Q2): string =>
    `allowance-without-prior: FL0310200 claims ${what} for ${quarter}: no prior claim shows that the once-ever allowance is still there [${amount}]`;
  const of = (equipment_cost: string, vehicle_cost: string, quarter: string = Q2) => {
    const roster = [{ ...ROW, equipment_cost }];
    const rates = [{ quarter, rate: "69", vehicle_cost }];
    return shown({ roster, rates }, quarter, { only: "allowance" });
  };

  it.each<[string, string, string[]]>([
    ["5000.00", "", [told("$5,000.00 of equipment", "5000.00")]],
    ["", "0.01", [told("$0.01 of vehicles", "0.01")]],
    ["5000.00", "40000.00", [told("$5,000.00 of equipment and $40,000.00 of vehicles", "45000.00")]],
    ["0.00", "0.00", []],
  ])("is told with its dollars: equipment %s, vehicles %s", (equipment, vehicles, lines) =>
    expect(of(equipment, vehicles)).toEqual(lines),
  );

  it("is not told of the programme's first quarter", () => {
    expect(of("5000.00", "", Q1)).toEqual([]);
    expect(of("5000.00", "", "FY2027-Q1")).toEqual([told("$5,000.00 of equipment", "5000.00", "FY2027-Q1")]);
  });
});

describe("officers of prior claims who are in no row of the roster", () => {
  const roster = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
  const gone = (now: string, ...prior: readonly FiledPrior[]) =>
    shownOf({ "roster.csv": now }, Q3, { prior: priorOf(...prior), only: "prior-officer" });
  const told = (id: string, dollars: string, quarters: string, amount: string, line = "", same = ""): string =>
    `roster.csv${line} prior-officer-gone: officer ${id} of FL0310200 is not in the roster: ${dollars} were claimed for ${quarters}${same} [${amount}]`;

  it("are told with what all claims of the year claimed, and of no other year", () => {
    const first = filed(Q1, { "1042": ["100.00", "20.00"], "1043": ["9.00", "0.00"] });
    const second = filed(Q2, { "1042": ["200.00", "3.00"], "7": ["0.00", "0.00"] });
    const before = filed("FY2025-Q4", { "1042": ["5000.00", "5000.00"], "8": ["5000.00", "0.00"] });
    expect(gone(roster(HALE), before, first, second)).toEqual([
      told("1042", "$300.00 of overtime and $23.00 of equipment", "FY2026-Q1, FY2026-Q2", "323.00"),
      told("7", "$0.00 of overtime and $0.00 of equipment", "FY2026-Q2", "0.00"),
    ]);
    expect(gone(roster(HALE), before)).toEqual([]);
  });

  it("may be one of the same name in any of those claims, who is not in them", () => {
    const named = (name: string) => ({ names: new Map([["1042", name]]) });
    const [first, second] = [
      filed(Q1, { "1042": ["1.00", "0.00"] }),
      filed(Q2, { "1042": ["1.00", "0.00"] }, named("Ruiz, Ana")),
    ];
    const dollars = "$2.00 of overtime and $0.00 of equipment";
    const same = "; officer 9 may be the same person";
    const now = roster(HALE, row("9", "RUIZ,  ANA"));
    expect(gone(now, first, second)).toEqual([told("1042", dollars, "FY2026-Q1, FY2026-Q2", "2.00", ":3", same)]);
    const with9 = filed(Q1, { "1042": ["1.00", "0.00"], "9": ["0.00", "0.00"] });
    expect(gone(now, with9, second)).toEqual([told("1042", dollars, "FY2026-Q1, FY2026-Q2", "2.00")]);
    const first2 = filed(Q1, { "1042": ["1.00", "0.00"] }, named("Ruiz, Ana"));
    const second2 = filed(Q2, { "1042": ["1.00", "0.00"] }, named("Poe, Lee"));
    expect(gone(now, first2, second2)).toEqual([told("1042", dollars, "FY2026-Q1, FY2026-Q2", "2.00", ":3", same)]);
  });

  it("are nobody of those without a name", () => {
    const nameless = filed(Q2, { "1042": ["1.00", "0.00"] }, { names: new Map([["1042", ""]]) });
    const dollars = "$1.00 of overtime and $0.00 of equipment";
    expect(gone(roster(row("9", "")), nameless)).toEqual([told("1042", dollars, "FY2026-Q2", "1.00")]);
    expect(gone(roster(row("9", "")), filed(Q2, { "1042": ["1.00", "0.00"] }))).toEqual([
      told("1042", dollars, "FY2026-Q2", "1.00"),
    ]);
  });

  it.each([
    ["7", "007", true],
    ["007", "7", true],
    ["0", "00", true],
    ["70", "7", false],
    ["107", "17", false],
  ])("may be one whose id has other zeros in front: %s and %s", (was, now, same) => {
    const dollars = "$1.00 of overtime and $0.00 of equipment";
    expect(gone(roster(row(now, "Poe, Lee")), filed(Q2, { [was]: ["1.00", "0.00"] }))).toEqual([
      same
        ? told(was, dollars, "FY2026-Q2", "1.00", ":2", `; officer ${now} may be the same person`)
        : told(was, dollars, "FY2026-Q2", "1.00"),
    ]);
  });

  it("are to be given their id again, or to be looked at", () => {
    const remedy = (id: string) =>
      compute({ "roster.csv": roster(row(id, "Poe, Lee")) }, Q3, {}, priorOf(filed(Q2, { "7": ["1.00", "0.00"] })))
        .problems.all.filter(({ code }) => code === "prior-officer-gone")
        .map((one) => one.remedy);
    expect(remedy("07")).toEqual(["if so, give the officer the id of the prior claims: one person has one cap"]);
    expect(remedy("8")).toEqual(["check that the officer did not get another id: one person has one cap"]);
  });
});

describe("a prior claim that left out rows", () => {
  const said = (...prior: readonly FiledPrior[]) =>
    shown({ roster: [ROW, { ...ROW, officer: "B2" }] }, Q3, { prior: priorOf(...prior), only: "prior-incomplete" });
  const told = (quarter: string, who = ""): string =>
    `${quarter.slice(-2).toLowerCase()}.json prior-incomplete: the prior claim of FL0310200 for ${quarter} left out rows of it for errors${who}`;
  const both = { A1: ["0.00", "0.00"], B2: ["0.00", "0.00"] } as const;

  it("is told with the officers who are not in it", () => {
    const who = "; officers of the roster who are not in it: B2";
    expect(said(filed(Q1, { A1: both.A1 }, { incomplete: true }))).toEqual([told(Q1, who)]);
    expect(said(filed(Q1, both, { incomplete: true }))).toEqual([told(Q1)]);
    expect(said(filed(Q1, both), filed(Q2, both, { incomplete: true }))).toEqual([told(Q2)]);
    expect(said(filed(Q1, { A1: both.A1 }))).toEqual([]);
  });

  it("is not told of another year", () =>
    expect(said(filed("FY2025-Q4", { A1: both.A1 }, { incomplete: true }))).toEqual([]));
});

describe("receipts below what was claimed", () => {
  const said = (equipment_cost: string, ...prior: readonly FiledPrior[]) =>
    shown({ roster: [{ ...ROW, equipment_cost }] }, Q3, { prior: priorOf(...prior), only: "receipts" });

  it("are told with what is missing to all that was claimed, of any year", () => {
    const claims = [filed("FY2025-Q4", { A1: ["0.00", "300.00"] }), filed(Q2, { A1: ["0.00", "200.00"] })];
    expect(said("499.99", ...claims)).toEqual([
      "roster.csv:2 receipts-below-claimed: officer A1 has $499.99 of equipment receipts to date, below the $500.00 claimed before [0.01]",
    ]);
    expect(said("0.00", ...claims)).toEqual([
      "roster.csv:2 receipts-below-claimed: officer A1 has $0.00 of equipment receipts to date, below the $500.00 claimed before [500.00]",
    ]);
    expect([said("500.00", ...claims), said("", ...claims), said("1.00")]).toEqual([[], [], []]);
  });
});

describe("overtime that is not known of an earlier quarter", () => {
  const told = (quarter: string, line = 2, officer = "A1"): string =>
    `roster.csv:${line} earlier-overtime-unknown: officer ${officer} has no overtime_paid for ${quarter} in payroll: it counts as none, and the cap may be smaller`;
  const salary = (quarter: string): PayrollRow => ({ quarter, salary_paid: "15000.00" });
  const overtime = (quarter: string, overtime_paid = "1.00"): PayrollRow => ({ quarter, overtime_paid });
  const said = (payroll: readonly PayrollRow[], roster: readonly RosterRow[] = [ROW], prior = priorOf()) =>
    shown({ roster, payroll }, Q3, { prior, only: "earlier-overtime" });

  it("is told of each quarter of which payroll tells the rest", () => {
    expect(said([salary(Q1), salary(Q2)])).toEqual([told(Q1), told(Q2)]);
    expect(said([salary(Q1), overtime(Q2, "0.00")])).toEqual([told(Q1)]);
    expect(said([overtime(Q1), overtime(Q2)])).toEqual([]);
  });

  it("is told of an officer whom payroll does not name, where there is overtime now", () => {
    const two = [ROW, { ...ROW, officer: "B2" }];
    const first = { ...overtime(Q1), officer: "B2" };
    expect(said([first, overtime(Q3, "0.01")], two)).toEqual([told(Q1)]);
    expect(said([first, overtime(Q3, "0.00")], two)).toEqual([]);
    expect(said([first, salary(Q3)], two)).toEqual([]);
  });

  it("is not told of one who had no day in that quarter", () => {
    const payroll = [salary(Q1), salary(Q2)];
    expect(said(payroll, [{ ...ROW, trained_on: "2026-03-31" }])).toEqual([told(Q2)]);
    expect(said(payroll, [{ ...ROW, trained_on: "2026-04-01" }])).toEqual([]);
  });

  it("is not told of a quarter that a prior claim tells of", () => {
    const prior = priorOf(filed(Q1, { A1: ["0.00", "0.00"] }));
    expect(said([salary(Q1), salary(Q2)], [ROW], prior)).toEqual([told(Q2)]);
  });
});
