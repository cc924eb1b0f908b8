import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programShell } from "../cli/program.ts";
import {
  DOWN,
  drafts,
  ENTER,
  GOOD,
  INTERRUPT,
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
  it("a roster that is there and two counts: the fixture's claim in three formats, and the same command", () =>
    withRoster(async (folder) => {
      const { screen, code } = await wizard(folder, [
        ["ORI (", [ENTER]],
        Q1,
        ["Which roster", [ENTER]],
        ["Type the two counts", ["Type the two", ENTER]],
        ["that ICE provided in the quarter", type("40")],
        ["were successful", type("41")],
        ["At most the 40", ["\x15", ...type("37")]],
        ["Reference", type("<")],
        ["were successful", [ENTER]],
        ["Reference", [ENTER]],
        ["Save the rate as", type("the rate's.csv")],
        ["5 of 8", []],
        ["None", [ENTER]],
        ["6 of 8", []],
        ["None", [ENTER]],
        ["more lines", [ENTER]],
        ["Show the table", [ENTER]],
        ["more lines", [DOWN, ENTER]],
        ["The claim", [ENTER]],
        ["Write it as", [ENTER]],
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
        ["ORI (", type("fl0310200")],
        ["in capitals: FL0310200", ["\x15", ...type("FL0310200")]],
        Q1,
        ["Which roster", ["Type the", ENTER]],
        ["Badge", type("1042")],
        ["Name", type("<")],
        ["Badge", [ENTER]],
        ["Name", type("Ruiz, Ana")],
        ["Program model", [ENTER]],
        ["training completed on", type("2025-13-02")],
        ["is not a date", ["\x15", ...type("9/15/2025")]],
        ["First day", [ENTER]],
        ["Last day", [INTERRUPT]],
      ]);
      expect([first.code, first.screen]).toEqual([130, expect.stringContaining("Nothing is lost")]);
      expect(drafts(folder)).toEqual([expect.stringMatching(/^wizard-[0-9a-f]{12}\.json$/)]);
      const { screen, code } = await wizard(folder, [
        ["was begun here: FY2026-Q1", [ENTER]],
        ["3 of 8", []],
        ["Which roster", [ENTER]],
        ["Last day", [ENTER]],
        ["Share of paid time", [ENTER]],
        ["Annual salary", type("85,000.37")],
        ["Annual benefits", type("23000.11")],
        ["overtime paid", type("3456.78")],
        ["1 officer typed in", [ENTER]],
        ["Badge", type("1042")],
        ["is typed in already", ["\x15", ...type("<")]],
        ["1 officer typed in", ["Correct", ENTER]],
        ["Correct", [ENTER]],
        ["Badge", [ENTER]],
        ["Name", type("none")],
        ["Program model", [ENTER]],
        ["training", [ENTER]],
        ["First day", [ENTER]],
        ["Last day", [ENTER]],
        ["Share", [ENTER]],
        ["Annual salary", [ENTER]],
        ["Annual benefits", [ENTER]],
        ["overtime paid", [ENTER]],
        ["1 officer typed in", ["That is", ENTER]],
        ["Save the officers as", [ENTER]],
        ["4 of 8", []],
        ["Type the percentage", ["Type the percentage", ENTER]],
        ["such as 92.5%", type("92.5")],
        ["Reference", type("ICE-7")],
        ["Save the rate as", [ENTER]],
        ["5 of 8", []],
        ["None", [ENTER]],
        ["6 of 8", []],
        ["None", [ENTER]],
        ...REVIEWED,
        ["Write it as", ["csv", ENTER]],
        ["File", type("q1.csv")],
        ["is there already", [DOWN, ENTER]],
        ["something else too", [ENTER]],
        ["Write it?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--force")]);
      expect(readFileSync(join(folder, "roster.csv"), "utf8").split("\n")[1]).toBe(
        'FL0310200,,1042,,TFM,9/15/2025,,,,,,,"85,000.37",23000.11,,,3456.78,,',
      );
      // 21,250.09 + 5,750.03 + 3,456.78 + 1,000.00: the first worked case.
      expect(readFileSync(join(folder, "q1.csv"), "utf8")).toContain("31456.90");
      sameAgain(folder, screen, "q1.csv");
      expect(drafts(folder)).toEqual([]);
    }));

  it("problems mended in the file while it waits, and read again; then back over questions", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "bad.csv"), GOOD.replace("60000", "x").replace("FL0310200", ""));
      const { screen, code } = await wizard(folder, [
        ["ORI (", [ENTER]],
        Q1,
        ["Which roster", ["bad", ENTER]],
        ["2 problems", [ENTER]],
        ["2 problems", [{ write: "bad.csv", text: GOOD.replace("60000", "6e4") }, ENTER]],
        ["1 problem.", [{ write: "bad.csv", text: GOOD }, ENTER]],
        ["Found 1 officer", []],
        ["Later", ["Later", ENTER]],
        ["5 of 8", []],
        ["None", ["<", ENTER]],
        ["4 of 8", []],
        ["Later", [ENTER]],
        ["5 of 8", []],
        ["None", [ENTER]],
        ["6 of 8", []],
        ["None", [ENTER]],
        ["Show the table", [UP, UP, "<", ENTER]],
        ["6 of 8", []],
        ["None", [ENTER]],
        ...REVIEWED,
        ["Write it as", [ENTER]],
        ["File", type("bad.csv")],
        ["End the name in .json", ["\x15", ...type("nowhere/q1.json")]],
        ["There is no folder nowhere", ["\x15", ...type("q1.json")]],
        ["something else too", [ENTER]],
        ["Write it?", [{ write: "bad.csv", text: GOOD.replace("60000", "80000") }, "<", ENTER]],
        ["Write it as", [ENTER]],
        ["File", type("q1.json")],
        ["something else too", [ENTER]],
        ["have changed since", []],
        ...REVIEWED,
        ...WRITE_JSON,
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining('annual_salary "x" is not an amount')]);
      expect(screen).toContain("write all its digits");
      expect(totalOf(folder, "q1.json")).toBe("24500.00");
      sameAgain(folder, screen, "q1.json");
    }));

  it("payroll and an earlier claim given, the path typed with Tab; a closed terminal, and gone on from there", () =>
    withRoster(async (folder) => {
      writeFileSync(join(folder, "roster.csv"), GOOD);
      const pay = "officer_id,quarter,salary_paid,benefits_paid,overtime_paid\n";
      writeFileSync(join(folder, "pay1.csv"), `${pay}1,FY2026-Q1,15000.00,4500.00,9000.00\n`);
      writeFileSync(join(folder, "pay2.csv"), `${pay}1,FY2026-Q2,14000.00,4500.00,9000.00\n`);
      programShell("claims compute roster.csv --quarter FY2026-Q1 --payroll pay1.csv -o filed-q1.json", folder);
      const first = await wizard(folder, [
        ["ORI (", [ENTER]],
        ["Which quarter", ["FY2026-Q2", ENTER]],
        ["Which roster", ["Another", ENTER]],
        ["Where is it", ["rost", "\t", ENTER]],
        ["4 of 8", []],
        ["Later", ["Later", ENTER]],
        ["5 of 8", [{ close: true }]],
      ]);
      expect(first.code).toBe(130);
      const { screen, code } = await wizard(folder, [
        ["was begun here: FY2026-Q2, roster.csv", [ENTER]],
        ["5 of 8", []],
        ["pay1.csv", ["pay2", ENTER]],
        ["known for 1 of 1 officers", []],
        ["6 of 8", []],
        ["filed-q1.json", [ENTER]],
        ["Counted: filed-q1.json (FL0310200, FY2026-Q1)", []],
        ["Another claim", [ENTER]],
        ...REVIEWED,
        ...WRITE_JSON,
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--prior filed-q1.json")]);
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
          ["ORI (", type("<")],
          ["ORI (", type("")],
          ["Number (Enter for 4", type("17")],
          ["a number from 1 to", [INTERRUPT]],
        ]);
        expect([stopped.code, stopped.screen]).toEqual([130, expect.stringContaining("Nothing is lost")]);
        const ended = await run([
          ["was begun here", type("2")],
          ["ORI (", type("")],
          ["Number", ["\x04"]],
        ]);
        expect(ended.code).toBe(130);
        const { screen, code } = await run([
          ["was begun here", type("")],
          ["1  FY2026-Q1  October to December 2025", type("1")],
          ["Which roster", []],
          ["Number", type("3")],
          ["Where is it", type("oficers.csv")],
          ["Did you mean officers.csv?", type("officers.csv")],
          ["4 of 8", []],
          ["Number", type("1")],
          ["provided in the quarter", type("40")],
          ["were successful", type("37")],
          ["Reference", type("")],
          ["Save the rate as (Enter for rates.csv)", type("")],
          ["5 of 8", []],
          ["Number", type("")],
          ["6 of 8", []],
          ["Number", type("")],
          ["7 of 8", []],
          ["Number", type("2")],
          ["Write it as", type("")],
          ["File", type("q1.json")],
          ["something else too", type("")],
          ["Write it?", type("")],
        ]);
        expect([code, screen]).toEqual([0, expect.stringContaining("ESCAPES 0")]);
        expect(totalOf(folder, "q1.json")).toBe("407993.55");
        sameAgain(folder, screen, "q1.json");
      }));
});
