import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, shell } from "./run.ts";

const HERE = new URL(".", import.meta.url).pathname;
const PROGRAM = join(HERE, "../../bin/claims.js");
const [ENTER, UP, DOWN, INTERRUPT] = ["\r", "\x1b[A", "\x1b[B", "\x03"];

type Action = string | { readonly write: string; readonly text: string } | { readonly close: true };
type Steps = readonly (readonly [waits: string, actions: readonly Action[]])[];

/** A folder of its own with the fixtures in it, gone afterwards. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "claims-wizard-"));
  try {
    cpSync(join(HERE, "../../fixtures/roster.csv"), join(folder, "officers.csv"));
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drives the wizard on a real pseudo-terminal. */
function wizard(folder: string, steps: Steps, env: NodeJS.ProcessEnv = {}, flags: readonly string[] = []) {
  const args = [join(HERE, "wizard.py"), folder, JSON.stringify(steps), process.execPath, PROGRAM, "wizard", ...flags];
  const { NO_COLOR, FORCE_COLOR, ...others } = process.env;
  const child = spawn("python3", args, {
    env: { ...others, XDG_STATE_HOME: join(folder, "state"), TERM: "xterm-256color", ...env },
  });
  let screen = "";
  child.stdout.on("data", (chunk) => {
    screen += chunk;
  });
  return new Promise<{ screen: string; code: number | null }>((done) =>
    child.on("close", (code) => done({ screen: screen.replaceAll("\r", ""), code })),
  );
}

/** The command that the wizard printed, for bash. */
const commandOf = (screen: string): string => screen.match(/^claims compute .*$/m)?.[0] ?? "";

/** Runs the command that the wizard printed in a real bash, into other files, and compares what both wrote. */
function sameAgain(folder: string, screen: string, ...outputs: string[]): void {
  expect(screen.split("The same in one command")[0]).not.toMatch(/ --[a-z]/);
  const again = outputs.reduce((command, name) => command.replace(`-o ${name}`, `-o again-${name}`), commandOf(screen));
  expect(again.match(/again-/g)?.length).toBe(outputs.length);
  expect(shell(again, folder).code).toBe(0);
  for (const name of outputs)
    expect(readFileSync(join(folder, `again-${name}`), "utf8")).toBe(readFileSync(join(folder, name), "utf8"));
}

const totalOf = (folder: string, name: string): string =>
  JSON.parse(readFileSync(join(folder, name), "utf8")).totals.total;
const drafts = (folder: string): string[] =>
  existsSync(join(folder, "state/claims")) ? readdirSync(join(folder, "state/claims")) : [];

const type = (text: string): string[] => [text, ENTER];
const Q1 = ["Which quarter", ["FY2026-Q1", ENTER]] as const;
const REVIEWED: Steps = [["Show the table", ["Go on", ENTER]]];
const WRITE_JSON: Steps = [
  ["Write it as", [ENTER]],
  ["File", type("q1.json")],
  ["something else too", [ENTER]],
  ["Write it?", [ENTER]],
];

const GOOD =
  "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,1,TFM,2025-09-15,60000,18000\n";

describe.concurrent("claims wizard", { timeout: 120_000 }, () => {
  it("a roster that is there and two counts: the fixture's claim in two formats, and the same command", () =>
    inFolder(async (folder) => {
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
        ["something else too", [DOWN, DOWN, ENTER]],
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
      sameAgain(folder, screen, "q1.json", "q1.csv");
      expect(drafts(folder)).toEqual([]);
    }));

  it("officers typed in, back, a bad answer, Ctrl-C in the middle of one, gone on, a percentage, replacing asked", () =>
    inFolder(async (folder) => {
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
        ["Write it as", [DOWN, DOWN, ENTER]],
        ["File", type("q1.csv")],
        ["is there already", [DOWN, ENTER]],
        ["something else too", [ENTER]],
        ["Write it?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--force")]);
      expect(readFileSync(join(folder, "roster.csv"), "utf8").split("\n")[1]).toBe(
        'FL0310200,,1042,,TFM,9/15/2025,,,,,"85,000.37",23000.11,,,3456.78,,',
      );
      // 21,250.09 + 5,750.03 + 3,456.78 + 1,000.00: the first worked case.
      expect(readFileSync(join(folder, "q1.csv"), "utf8")).toContain("31456.90");
      sameAgain(folder, screen, "q1.csv");
      expect(drafts(folder)).toEqual([]);
    }));

  it("problems mended in the file while it waits, and read again; then back over questions", () =>
    inFolder(async (folder) => {
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
      expect(screen).toContain("write the digits out");
      expect(totalOf(folder, "q1.json")).toBe("24500.00");
      sameAgain(folder, screen, "q1.json");
    }));

  it("a header of another name is pointed out, and an ORI that the roster lacks is left out", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "hr.csv"), GOOD.replace("annual_salary", "Anual Salry"));
      const { screen, code } = await wizard(folder, [
        ["ORI (", type("FL0000000")],
        Q1,
        ["Which roster", ["hr", ENTER]],
        ["has no column annual_salary", []],
        ["You can point it out below", []],
        ["come back here", ["Point out", ENTER]],
        ["Column", ["Anual", ENTER]],
        ["no roster has a row of agency", []],
        ["come back here", ["Leave out", ENTER]],
        ["Later", ["Later", ENTER]],
        ["5 of 8", []],
        ["None", [ENTER]],
        ["6 of 8", []],
        ["None", [ENTER]],
        ...REVIEWED,
        ...WRITE_JSON,
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("--map 'annual_salary=Anual Salry'")]);
      expect(totalOf(folder, "q1.json")).toBe("19500.00");
      sameAgain(folder, screen, "q1.json");
    }));

  it("payroll and an earlier claim given, the path typed with Tab; a closed terminal, and gone on from there", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "roster.csv"), GOOD);
      const pay = "officer_id,quarter,salary_paid,benefits_paid,overtime_paid\n";
      writeFileSync(join(folder, "pay1.csv"), `${pay}1,FY2026-Q1,15000.00,4500.00,9000.00\n`);
      writeFileSync(join(folder, "pay2.csv"), `${pay}1,FY2026-Q2,14000.00,4500.00,9000.00\n`);
      claims("compute roster.csv --quarter FY2026-Q1 --payroll pay1.csv -o filed-q1.json".split(" "), folder);
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
      inFolder(async (folder) => {
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
