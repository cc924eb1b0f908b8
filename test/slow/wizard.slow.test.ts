import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programShell } from "../cli/program.ts";
import {
  DOWN,
  drafts,
  ENTER,
  GOOD,
  INTERRUPT,
  NO_PAYROLL,
  NOT_KEPT,
  Q1,
  REVIEWED,
  type Steps,
  sameAgain,
  totalOf,
  type,
  UP,
  WRITE_JSON,
  withRoster,
  wizard,
} from "../cli/terminal.ts";

describe.concurrent("claims wizard", { timeout: 120_000 }, () => {
  it("Enter all the way: what compute claims, in eight answers, one of them to read on", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "rates.csv"), "quarter,rate\nFY2026-Q1,92.5\n");
      const { screen, code } = await wizard(folder, [
        ["Which roster", [ENTER]],
        ["rates.csv", [ENTER]],
        ["None", [ENTER]],
        ["FY2026-Q1  October to December 2025, the only quarter in the rates", [ENTER]],
        ["more lines", [ENTER]],
        ["The claim", [ENTER]],
        ["same each quarter", [ENTER]],
        ["Write it as", [ENTER]],
        ["The same in one command", []],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("Total               $407,993.55")]);
      expect(totalOf(folder, "claim-FY2026-Q1.json")).toBe("407993.55");
      sameAgain(folder, screen, "claim-FY2026-Q1.pdf", "claim-FY2026-Q1.json");
      expect(existsSync(join(folder, "claims.json"))).toBe(false);
    }));

  it("a roster that is there and two counts: the fixture's claim in three formats, and the same command", () =>
    withRoster(async (folder) => {
      const { screen, code } = await wizard(folder, [
        ["Which roster", [ENTER]],
        ["Type the two counts", ["Type the two", ENTER]],
        ...Q1,
        ["that ICE provided in the quarter", type("40")],
        ["were successful", type("41")],
        ["At most the 40", ["\x15", ...type("37")]],
        ["Reference", type("<")],
        ["were successful", [ENTER]],
        ["Reference", [ENTER]],
        ["Save the rate as", type("the rate's.csv")],
        ...NO_PAYROLL,
        ["more lines", [ENTER]],
        ["The claim", ["Show", ENTER]],
        ["more lines", [DOWN, ENTER]],
        ["The claim", [ENTER]],
        ...NOT_KEPT,
        ["Write it as", ["Something", ENTER]],
        ["Write it as", ["json", ENTER]],
        ["File", type("q1.json")],
        ["something else too", ["pdf", ENTER]],
        ["File", type("q1.pdf")],
        ["something else too", ["csv", ENTER]],
        ["File", type("q1.csv")],
        ["something else too", [ENTER]],
        ["Write them?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("Total               $407,993.55")]);
      expect(screen).toContain("Found 24 officers of FL0310200");
      expect(totalOf(folder, "q1.json")).toBe("407993.55");
      expect(readFileSync(join(folder, "the rate's.csv"), "utf8")).toContain("FL0310200,FY2026-Q1,,40,37,,");
      expect(screen).toContain("--rates 'the rate'\\''s.csv'");
      expect(screen).toContain("--rates 'the rate''s.csv'");
      sameAgain(folder, screen, "q1.json", "q1.pdf", "q1.csv");
      expect(drafts(folder)).toEqual([]);
    }));

  it("officers typed in, back, a bad answer, Ctrl-C in the middle of one, gone on, a percentage, replacing asked", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "q1.csv"), "mine\n");
      const first = await wizard(folder, [
        ["Which roster", ["Type the", ENTER]],
        ["The agency's ORI", type("Bay")],
        ["An ORI is nine", [ENTER]],
        ["The agency's ORI", type("fl0310200")],
        ["Its name", type("Bay County")],
        ...Q1,
        ["Badge", type("1042 Ruiz, Ana")],
        ["Program model", ["<", ENTER]],
        ["Badge", [ENTER]],
        ["Program model", [ENTER]],
        ["training completed on", type("2025-13-02")],
        ["is not a date", ["\x15", ...type("9/15/2025")]],
        ["Annual salary", [INTERRUPT]],
      ]);
      expect([first.code, first.screen]).toEqual([130, expect.stringContaining("Nothing is lost")]);
      expect(drafts(folder)).toEqual([expect.stringMatching(/^wizard-[0-9a-f]{12}\.json$/)]);
      const { screen, code } = await wizard(folder, [
        ["was begun here: FY2026-Q1, 1042  Ruiz, Ana  TFM begun", [ENTER]],
        ["Which roster", [ENTER]],
        ["The agency's ORI", [ENTER]],
        ["Its name", [ENTER]],
        ["Which one", [ENTER]],
        ["Annual salary and benefits", type("85,000.37")],
        ["Two amounts are needed", ["\x15", ...type("85,000.37 23000.11")]],
        ["overtime paid", type("3456.78")],
        ["Anything unusual", [ENTER]],
        ["Enter: that is all", type("1042 x")],
        ["is typed in already", ["\x15", ...type("1043")]],
        ["Program model", [ENTER]],
        ["training", ["\x15", ...type("none")]],
        ["Annual salary and benefits", type("60000 0")],
        ["overtime paid", [ENTER]],
        ["Anything unusual", ["Salary and", ENTER]],
        ["Salary paid", type("9000.00")],
        ["Benefits paid", [ENTER]],
        ["paid are known: 9000.00", [ENTER]],
        ["Enter: that is all", type("<")],
        ["Anything unusual", ["<", ENTER]],
        ["overtime paid", [ENTER]],
        ["Anything unusual", [ENTER]],
        ["Enter: that is all", [ENTER]],
        ["2 officers typed in", ["Take", ENTER]],
        ["Take out", [DOWN, ENTER]],
        ["1 officer typed in", ["Correct", ENTER]],
        ["Correct", [ENTER]],
        ["Badge", ["\x15", ...type("1042")]],
        ["Program model", [ENTER]],
        ["training", [ENTER]],
        ["Annual salary", [ENTER]],
        ["overtime paid", [ENTER]],
        ["Anything unusual", [ENTER]],
        ["1 officer typed in", [ENTER]],
        ["Save the officers as", [ENTER]],
        ["Saved roster.csv and payroll.csv", []],
        ["Type the percentage", ["Type the percentage", ENTER]],
        ["such as 92.5%", type("92.5")],
        ["Reference", type("ICE-7")],
        ["Save the rate as", [ENTER]],
        ...REVIEWED,
        ...NOT_KEPT,
        ["Write it as", ["Something", ENTER]],
        ["Write it as", ["csv", ENTER]],
        ["File", type("q1.csv")],
        ["is there already", [DOWN, ENTER]],
        ["something else too", [ENTER]],
        ["Write it?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--force")]);
      expect(readFileSync(join(folder, "roster.csv"), "utf8").split("\n").slice(1)).toEqual([
        'FL0310200,Bay County,1042,,TFM,9/15/2025,,,,,,,"85,000.37",23000.11,,,,,',
        "",
      ]);
      expect(readFileSync(join(folder, "payroll.csv"), "utf8").split("\n")[1]).toBe(
        "FL0310200,1042,FY2026-Q1,,,3456.78,,,,,",
      );
      // 21,250.09 + 5,750.03 + 3,456.78 + 1,000.00: the first worked case.
      expect(readFileSync(join(folder, "q1.csv"), "utf8")).toContain("31456.90");
      sameAgain(folder, screen, "q1.csv");
      expect(drafts(folder)).toEqual([]);
    }));

  it("rows pasted from a spreadsheet, with a header and without one; a workbook offered", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "Officers 2026.xlsx"), "");
      const { screen, code } = await wizard(folder, [
        ["Officers 2026.xlsx", ["Paste", ENTER]],
        ["on an empty line", ["7\tAna\r", "\r"]],
        ["a row of 2 cells without a header", []],
        [
          "on an empty line",
          ["1042\tRuiz, Ana\tTFM\t9/15/2025\t60,000.00\t18000\t1000\r", "2\tBo\tJEM\t9/15/2025\t40000\t0\t\r", "\r"],
        ],
        ["Save the rows as", [ENTER]],
        ["Saved roster.csv: 2 rows", []],
        ["no column agency_id", []],
        ["come back here", ["Point", ENTER]],
        ["which column is agency_id", ["None: type", ENTER]],
        ["The agency's ORI", type("FL0310200")],
        ["Found 2 officers of FL0310200: 1 task force (TFM), 1 jail (JEM)", []],
        ["Later", ["Later", ENTER]],
        ...NO_PAYROLL,
        ...Q1,
        ...REVIEWED,
        ...NOT_KEPT,
        ...WRITE_JSON,
      ]);
      // 15,000 + 4,500 + 1,000 and 10,000.
      expect([code, totalOf(folder, "q1.json")]).toEqual([0, "30500.00"]);
      sameAgain(folder, screen, "q1.json");
    }));

  it("problems mended in the file while it waits, and read again; then back over questions", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "bad.csv"), GOOD.replace("60000", "x").replace("FL0310200", ""));
      const { screen, code } = await wizard(folder, [
        ["Which roster", ["bad", ENTER]],
        ["2 problems", [ENTER]],
        ["2 problems", [{ write: "bad.csv", text: GOOD.replace("60000", "6e4") }, ENTER]],
        ["1 problem.", [{ write: "bad.csv", text: GOOD }, ENTER]],
        ["Found 1 officer", []],
        ["Later", ["Later", ENTER]],
        ["None", ["<", ENTER]],
        ["Later", [ENTER]],
        ...NO_PAYROLL,
        ["Which one", ["<", ENTER]],
        ["None", [ENTER]],
        ...Q1,
        ["Show the table", [UP, UP, "<", ENTER]],
        ...Q1,
        ...REVIEWED,
        ...NOT_KEPT,
        ["Write it as", ["Something", ENTER]],
        ["Write it as", ["json", ENTER]],
        ["File", type("bad.csv")],
        ["End the name in .json", ["\x15", ...type("nowhere/q1.json")]],
        ["There is no folder nowhere", ["\x15", ...type("q1.json")]],
        ["something else too", [ENTER]],
        ["Write it?", ["<", ENTER]],
        ["something else too", [{ write: "bad.csv", text: GOOD.replace("60000", "80000") }, ENTER]],
        ["have changed since", []],
        ...REVIEWED,
        ...NOT_KEPT,
        ...WRITE_JSON,
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining('annual_salary "x" is not an amount')]);
      expect(screen).toContain("write all its digits");
      expect(totalOf(folder, "q1.json")).toBe("24500.00");
      sameAgain(folder, screen, "q1.json");
    }));

  it("payroll, agreements and an earlier claim given, the path typed with Tab; a closed terminal, and gone on from there", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "roster.csv"), GOOD);
      writeFileSync(join(folder, "agreements.csv"), "agency_id,program_model,signed_on\nFL0310200,TFM,2025-03-07\n");
      const pay = "officer_id,quarter,salary_paid,benefits_paid,overtime_paid\n";
      writeFileSync(join(folder, "pay1.csv"), `${pay}1,FY2026-Q1,15000.00,4500.00,9000.00\n`);
      writeFileSync(join(folder, "pay2.csv"), `${pay}1,FY2026-Q2,14000.00,4500.00,9000.00\n`);
      programShell("claims compute roster.csv --quarter FY2026-Q1 --payroll pay1.csv -o filed-q1.json", folder);
      const first = await wizard(folder, [
        ["Which roster", ["Another", ENTER]],
        ["Where is it", ["rost", "\t", ENTER]],
        ["Later", ["Later", ENTER]],
        ["pay1.csv", [{ close: true }]],
      ]);
      expect(first.code).toBe(130);
      const { screen, code } = await wizard(folder, [
        ["was begun here: roster.csv", [ENTER]],
        ["pay1.csv", ["pay2", ENTER]],
        ["FY2026-Q2  January to March 2026, the latest quarter in the payroll", [ENTER]],
        ["known for 1 of 1 officers", []],
        ["agreements.csv", [ENTER]],
        ["filed-q1.json", [ENTER]],
        ["Counted: filed-q1.json (FL0310200, FY2026-Q1)", []],
        ["Another claim", [ENTER]],
        ...REVIEWED,
        ...NOT_KEPT,
        ...WRITE_JSON,
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--prior filed-q1.json")]);
      expect(screen).toContain("--agreements agreements.csv");
      // 14,000.00 + 4,500.00 and what 9,000.00 claimed leave of a cap of 15,000.00.
      expect(totalOf(folder, "q1.json")).toBe("24500.00");
      sameAgain(folder, screen, "q1.json");
      expect(drafts(folder)).toEqual([]);
    }));

  for (const [name, env, flags] of [
    ["TERM=dumb", { TERM: "dumb" }, []],
    ["--plain", {}, ["--plain"]],
  ] as const)
    it(`plain numbered lines with ${name}: no cursor movement, no colour; Ctrl-C, an end of the input, gone on`, () =>
      withRoster(async (folder) => {
        const run = (steps: Steps) => wizard(folder, steps, env, flags);
        const stopped = await run([
          ["Number (Enter for 1", type("<")],
          ["Number (Enter for 1", type("")],
          ["Found 24 officers", []],
          ["Number (Enter for 1", type("17")],
          ["a number from 1 to", [INTERRUPT]],
        ]);
        expect([stopped.code, stopped.screen]).toEqual([130, expect.stringContaining("Nothing is lost")]);
        const ended = await run([
          ["was begun here", type("2")],
          ["Number", ["\x04"]],
        ]);
        expect(ended.code).toBe(130);
        const { screen, code } = await run([
          ["was begun here", type("2")],
          ["Which roster", []],
          ["Number", type("4")],
          ["Where is it", type("oficers.csv")],
          ["Did you mean officers.csv?", type("officers.csv")],
          ["Placement rate", []],
          ["Number", type("1")],
          ["Which one", type("Another")],
          ["The quarter, such as", type("FY2026-Q1")],
          ["provided in the quarter", type("40")],
          ["were successful", type("37")],
          ["Reference", type("")],
          ["Save the rate as (Enter for rates.csv)", type("")],
          ["Payroll", []],
          ["Number", type("")],
          ["Go on to writing", []],
          ["Number", type("")],
          ["same each quarter", []],
          ["Number", type("")],
          ["Write it as", []],
          ["Number", type("4")],
          ["The same in one command", []],
        ]);
        expect([code, screen]).toEqual([0, expect.stringContaining("ESCAPES 0")]);
        expect(totalOf(folder, "claim-FY2026-Q1.json")).toBe("407993.55");
        sameAgain(folder, screen, "claim-FY2026-Q1.json");
      }));
});
