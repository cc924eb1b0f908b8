import { describe, expect, it } from "vitest";
import { rejectsText as rejectsPieces } from "../../src/report/rejects.ts";
import { documentOf } from "../../src/run/document.ts";
import { claimLines, file, RATES, read } from "../ingest/read.ts";

const rejectsText = (run: Parameters<typeof rejectsPieces>[0]): string => Buffer.concat(rejectsPieces(run)).toString();

const HEADER =
  "agency_id,officer_id,officer_name,program_model,trained_on,end_date,start_date,annual_salary,annual_benefits,overtime_paid";
const GOOD = 'FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,,,85000.37,23000.11,3456.78';
const roster = (...rows: string[]) => file("roster", [HEADER, ...rows].join("\n"));
const lines = (...rows: string[]): string => rows.map((row) => `${row}\n`).join("");

const rejecting = (files: Parameters<typeof read>[0], redact = false) => {
  const run = read(files, { rejects: true, redact });
  return { run, claims: claimLines(run), rejects: rejectsText(run), incomplete: documentOf(run).incomplete };
};

describe("--rejects", () => {
  it("leaves out an officer whole: one row of a raise alone could raise the cap", () => {
    const { claims, rejects, incomplete } = rejecting([
      roster(
        GOOD,
        "FL0310200,1043,Hale,TFM,2025-09-15,2025-11-15,,60000,0,",
        "FL0310200,1043,Hale,TFX,2025-09-15,,2025-11-16,66000,0,",
      ),
      RATES,
    ]);
    expect(claims).toEqual(["FL0310200  1042 31456.90"]);
    expect(incomplete).toEqual({ agencies: [{ agency_id: "FL0310200", problems: 1 }], rows: 2 });
    expect(rejects).toBe(
      lines(
        `${HEADER},file,line,problem`,
        "FL0310200,1043,Hale,TFM,2025-09-15,2025-11-15,,60000,0,,roster.csv,3,another row of this officer has an error",
        'FL0310200,1043,Hale,TFX,2025-09-15,,2025-11-16,66000,0,,roster.csv,4,"program_model ""TFX"" is not a program model"',
      ),
    );
  });

  it("gives rows that can be mended and run again", () => {
    const { rejects } = rejecting([
      roster(GOOD, "FL0310200,1043,Hale,TFX,2025-11-01,,,85000.37,23000.11,3456.78"),
      RATES,
    ]);
    const again = read([file("roster", rejects.replace("TFX", "TFM")), RATES]);
    expect(claimLines(again)).toEqual(["FL0310200  1043 21359.04"]);
    expect(again.problems.all.filter(({ code }) => code === "unknown-columns")).toEqual([]);
  });

  it("leaves out both rows that overlap, and an officer with the same actual twice", () => {
    const overlap = rejecting([
      roster(
        GOOD,
        GOOD.replace("3456.78", "").replaceAll("1042", "7"),
        GOOD.replace("3456.78", "").replaceAll("1042", "7"),
      ),
      RATES,
    ]);
    expect(overlap.claims).toEqual(["FL0310200  1042 31456.90"]);
    expect(overlap.incomplete?.rows).toBe(2);
  });

  it("leaves out the officers of a row whose cells may have been shifted", () => {
    const { claims, rejects } = rejecting([
      roster(
        GOOD,
        "FL0310200,1043,Hale,TFM,2025-09-15,2025-11-15,,60000,0,",
        "FL0310200,1043,Hale, M.,TFM,2025-09-15,,2025-11-16,66000,0,1",
      ),
      RATES,
    ]);
    expect(claims).toEqual(["FL0310200  1042 31456.90"]);
    expect(rejects.split("\n")[2]).toBe(
      'FL0310200,1043,Hale," M.",TFM,2025-09-15,,2025-11-16,66000,0,1,roster.csv,4,"the row has 11 cells, the header 10"',
    );
    expect(read([file("roster", rejects), RATES]).problems.all.map(({ code }) => code)).toContain("row-too-long");
  });

  it("leaves out the officers of the name in a row without an id", () => {
    const { claims } = rejecting([
      roster(
        GOOD,
        "FL0310200,1043,Hale,TFM,2025-09-15,2025-11-15,,60000,0,",
        "FL0310200,,HALE,TFM,2025-09-15,,2025-11-16,66000,0,",
      ),
      RATES,
    ]);
    expect(claims).toEqual(["FL0310200  1042 31456.90"]);
  });

  it("stops an agency for what is not one officer's: its rates, dates that cannot be told", () => {
    const twice = file("rates", "agency_id,quarter,rate\nFL0310200,FY2026-Q1,92.5\nFL0310200,FY2026-Q1,90\n");
    expect(rejecting([roster(GOOD), twice]).claims).toEqual([]);
    const dates = rejecting([
      roster(GOOD.replace("2025-09-15", "15/09/2025"), GOOD.replace("1042", "7").replace("2025-09-15", "01/11/2025")),
      RATES,
    ]);
    expect(dates.claims).toEqual([]);
    expect(dates.incomplete).toEqual({ agencies: [{ agency_id: "FL0310200", problems: 1 }], rows: 2 });
  });

  it("leaves out the officers alone where every date of the column has the day first", () => {
    const { claims, rejects } = rejecting([
      roster(
        GOOD,
        GOOD.replace("1042", "7").replace("2025-09-15", "15/09/2025"),
        GOOD.replace("1042", "8").replace("2025-09-15", "16/09/2025"),
      ),
      RATES,
    ]);
    expect(claims).toEqual(["FL0310200  1042 31456.90"]);
    expect(rejects.trimEnd().split("\n").length).toBe(3);
  });

  it("stops everything for a row whose agency cannot be read", () => {
    expect(rejecting([roster(GOOD, GOOD.replace("FL0310200", "")), RATES]).claims).toEqual([]);
  });

  it("computes the other agencies of a file whatever is wrong with one", () => {
    const { claims, incomplete } = rejecting([
      roster(GOOD, GOOD.replace("FL0310200", "GA0480300").replace("TFM", "X")),
      RATES,
    ]);
    expect(claims[0]).toBe("FL0310200  1042 31456.90");
    expect(incomplete?.agencies).toEqual([{ agency_id: "GA0480300", problems: 1 }]);
  });

  it("leaves out the officer of a payroll row, and says which row", () => {
    const payroll = file("payroll", "officer_id,quarter,salary_paid\n7,FY2026-Q1,1e3\n");
    const { claims, rejects } = rejecting([roster(GOOD, GOOD.replace("1042", "7")), RATES, payroll]);
    expect(claims).toEqual(["FL0310200  1042 31456.90"]);
    expect(rejects).toContain('roster.csv,3,"payroll.csv, line 2: salary_paid ""1e3"" is in scientific notation"');
  });

  it("stops everything for a payroll row that may be anybody's", () => {
    const payroll = (id: string) => file("payroll", `officer_id,quarter,salary_paid\n${id},FY2026-Q1,1,000\n`);
    expect(rejecting([roster(GOOD, GOOD.replace("1042", "7")), RATES, payroll("7")]).claims.length).toBe(1);
    expect(rejecting([roster(GOOD, GOOD.replace("1042", "7")), RATES, payroll("")]).claims).toEqual([]);
  });

  describe("a payroll row whose id is damaged may be anybody's, so nothing is left out but all", () => {
    const ROSTER = roster(GOOD.replace("3456.78", ""), GOOD.replace("3456.78", "").replace("1042", "123000000000"));
    const bad = [
      "1.23E+11",
      "1,23E+11",
      "#N/A",
      "#REF!",
      "#VALUE!",
      "N/A",
      "none",
      "unknown",
      "-1",
      "",
      "9".repeat(201),
    ];
    for (const id of bad)
      it(JSON.stringify(id.slice(0, 20)), () => {
        const payroll = file(
          "payroll",
          `officer_id,quarter,overtime_paid\n1042,FY2026-Q1,10.00\n"${id}",FY2026-Q1,5000.00\n`,
        );
        const { claims, incomplete, run } = rejecting([ROSTER, RATES, payroll]);
        expect(claims).toEqual([]);
        expect(incomplete).toEqual({ agencies: [{ agency_id: "FL0310200", problems: 1 }], rows: 2 });
        expect(run.problems.all.find(({ severity }) => severity === "error")).toMatchObject({ line: 3, column: 1 });
      });

    const TWO = roster(GOOD.replace("3456.78", ""), GOOD.replace("3456.78", "").replace("FL0310200", "GA0480300"));
    const stopped = (agency: string) => {
      const row = `${agency},#N/A,FY2026-Q1,5000.00`;
      const payroll = file("payroll", `agency_id,officer_id,quarter,overtime_paid\n${row}\n`);
      return rejecting([TWO, RATES, payroll]).claims.map((line) => line.slice(0, 9));
    };
    it("of the agency that it names", () => expect(stopped("FL0310200")).toEqual(["GA0480300"]));
    it("of any where it names none", () => expect(stopped("")).toEqual([]));
    it("of any where the agency's id is damaged too", () => expect(stopped("1.2E+08")).toEqual([]));
    it("of none of the run where it names another", () =>
      expect(stopped("TX1010000")).toEqual(["FL0310200", "GA0480300"]));
  });

  describe("a payroll row of a stranger, or from before the programme, is counted and no more", () => {
    const ROSTER = roster(GOOD.replace("3456.78", ""));
    const said = (...rows: string[]) => {
      const text = ["agency_id,officer_id,quarter,salary_paid,overtime_paid", ",1042,FY2026-Q1,,3456.78", ...rows].join(
        "\n",
      );
      const { claims, incomplete, run } = rejecting([ROSTER, RATES, file("payroll", text)]);
      expect([claims, incomplete]).toEqual([["FL0310200  1042 31456.90"], null]);
      const alone = read([ROSTER, RATES, file("payroll", text)]);
      expect(claimLines(alone)).toEqual(claims);
      return run.problems.all.flatMap(({ severity, code, message }) =>
        !code.startsWith("payroll-") ? [] : `${severity} ${code}: ${message}`,
      );
    };
    const STRANGER = "warning payroll-of-unknown-officers: ignored the payroll of 1 officer not in the roster: 7777";
    for (const row of [
      ",7777,FY2026-Q1,9000.00,35.10",
      ",7777,FY2026-Q1,9000.00,-35.10",
      ",7777,FY2026-Q1,1e3,(1.00)",
      ",7777,Q9,x,y",
      ",7777,,,",
      ",7777",
      "FL0310200,7777,FY2026-Q1,9,000.00,1",
      "TX1010000,7777,2026-Q1,1,NaN",
      ",7777,FY2025-Q4,1,1",
    ])
      it(row, () => expect(said(row)).toEqual([STRANGER]));
    it("of another agency with a damaged id", () =>
      expect(said("TX1010000,#N/A,FY2026-Q1,1,1")).toEqual([STRANGER.replace("7777", "#N/A")]));
    it("before the programme", () =>
      expect(said(",1042,FY2025-Q4,1e3,-1", ",1042,FY25Q4,1,1")).toEqual([
        "warning payroll-before-programme: ignored 2 rows of quarters before the programme",
      ]));
    it("both in one warning", () =>
      expect(said(",1042,FY2025-Q4,1,1", ",7777,Q9,x,y", ",8888,FY2026-Q2,1,-1")).toEqual([
        "warning payroll-of-unknown-officers: ignored the payroll of 2 officers not in the roster: 7777, 8888; and 1 row of quarters before the programme",
      ]));
  });

  it("keeps no cell that a spreadsheet would run, and amounts as they are", () => {
    const { rejects } = rejecting([roster('FL0310200,=1+1,@x,TFM,2025-09-15,,,-85000.37,"+1,000",＝2'), RATES]);
    expect(rejects.split("\n")[1]).toContain("FL0310200,'=1+1,'@x,TFM,2025-09-15,,,-85000.37,\"+1,000\",'＝2,");
  });

  it("with --redact keeps no name", () => {
    const { rejects } = rejecting(
      [roster(GOOD.replace("TFM", "X"), "FL0310200,7,Hale, Marcus,TFM,2025-09-15,,,1,1,1"), RATES],
      true,
    );
    expect(rejects).not.toMatch(/Ruiz|Ana|Hale|Marcus/);
    expect(rejects).toContain("FL0310200,1042,,");
  });

  it("puts rows of rosters with other columns under the columns of all", () => {
    const other = file(
      "roster",
      "ori,officer_id,unit,program_model,trained_on,annual_salary,annual_benefits\nGA0480300,9,K-9,X,2025-09-15,1,1\n",
      "b.csv",
    );
    const { rejects } = rejecting([roster(GOOD.replace("TFM", "X")), other, RATES]);
    expect(rejects.split("\n")[0]).toBe(`${HEADER},ori,unit,file,line,problem`);
    expect(rejects.split("\n")[2]).toContain(",9,,X,2025-09-15,,,1,1,,GA0480300,K-9,b.csv,2,");
  });

  it("gives no text where nothing was left out", () => {
    expect(rejecting([roster(GOOD), RATES]).rejects).toBe("");
  });

  describe("of the agency that was asked for", () => {
    const bad = GOOD.replace("1042", "7").replace("TFM", "TFX");
    const of = (files: Parameters<typeof read>[0]) => {
      const run = read(files, { agency: "FL0310200", rejects: true });
      return { claims: claimLines(run), leftOut: run.leftOut, rejects: rejectsText(run).split("\n").slice(1, -1) };
    };
    const leftOut = [{ agency: "FL0310200", problems: 1, rows: 1 }];
    const problem = 'roster.csv,3,"program_model ""TFX"" is not a program model"';

    it("leaves out no row of another", () => {
      const other = bad.replace("FL0310200", "GA0480300");
      expect(of([roster(GOOD, other, bad), RATES])).toEqual({
        claims: ["FL0310200  1042 31456.90"],
        leftOut,
        rejects: [`${bad},${problem.replace("3", "4")}`],
      });
    });

    it("takes the rows of a roster that names no agency", () => {
      const without = (row: string) => row.replace(/^[^,]*,/, "");
      const text = file("roster", [HEADER, GOOD, bad].map(without).join("\n"));
      expect(of([text, RATES])).toEqual({
        claims: ["FL0310200  1042 31456.90"],
        leftOut,
        rejects: [`${without(bad)},${problem}`],
      });
    });
  });
});
