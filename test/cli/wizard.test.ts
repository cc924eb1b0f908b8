import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, shell } from "./run.ts";

const HERE = new URL(".", import.meta.url).pathname;
const PROGRAM = join(HERE, "../../bin/claims.js");
const [ENTER, UP, DOWN, INTERRUPT] = ["\r", "\x1b[A", "\x1b[B", "\x03"];

type Steps = readonly (readonly [waits: string, keys: readonly string[]])[];

/** Drives the wizard on a real pseudo-terminal. */
function wizard(folder: string, steps: Steps) {
  const args = [join(HERE, "wizard.py"), folder, JSON.stringify(steps), process.execPath, PROGRAM, "wizard"];
  const { stdout, status } = spawnSync("python3", args, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", XDG_STATE_HOME: join(folder, "state"), TERM: "xterm" },
  });
  return { screen: stdout, code: status };
}

/** Runs the command that the wizard printed, with another output, and compares what both wrote. */
function sameAgain(folder: string, screen: string, output: string): void {
  const command = /bash +(claims .*)/.exec(screen.replaceAll("\r", ""))?.[1] ?? "";
  const again = command.replace(`-o ${output}`, `-o again-${output}`);
  expect(again).not.toBe(command);
  expect(shell(again, folder).code).toBe(0);
  expect(readFileSync(join(folder, `again-${output}`), "utf8")).toBe(readFileSync(join(folder, output), "utf8"));
}

const type = (text: string): string[] => [text, ENTER];
const QUARTER = ["Quarter of", ["FY2026-Q1", ENTER]] as const;

describe("claims wizard", { timeout: 120_000 }, () => {
  it("a roster that is there, counts, no payroll: the fixture's claim, and the same command", () => {
    inFolder((folder) => {
      const { screen, code } = wizard(folder, [
        ["ORI", type("")],
        QUARTER,
        ["Roster", type("fixtures/roster.csv")],
        ["Placement rate", [ENTER]],
        ["provided by ICE", type("40")],
        ["successful", type("37")],
        ["Save the rate", type("my rates.csv")],
        ["Payroll", [ENTER]],
        ["filed earlier", [ENTER]],
        ["Write the claim", type("q1.json")],
        ["Write q1.json?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("407,993.55")]);
      expect(JSON.parse(readFileSync(join(folder, "q1.json"), "utf8")).totals.total).toBe("407993.55");
      expect(screen).toContain("--rates 'my rates.csv'");
      sameAgain(folder, screen, "q1.json");
      expect(existsSync(join(folder, "state/claims/wizard.json"))).toBe(false);
    });
  });

  it("officers typed in, back, a bad answer, Ctrl-C and the draft taken up again, a percentage", () => {
    inFolder((folder) => {
      const first = wizard(folder, [
        ["ORI", type("FL0310200")],
        QUARTER,
        ["Roster", [ENTER]],
        ["Officer 1: Officer's number", type("1042")],
        ["Name", type("<")],
        ["Officer 1: Officer's number", type("")],
        ["Name", type("")],
        ["Program model", type("TFX")],
        ["TFM", ["\x15", ...type("TFM")]],
        ["Trained on", type("2025-09-15")],
        ["Annual salary", type("85000.37")],
        ["Annual benefits", type("23000.11")],
        ["1 typed in", [INTERRUPT]],
      ]);
      expect([first.code, first.screen]).toEqual([130, expect.stringContaining("is kept")]);
      const { screen, code } = wizard(folder, [
        ["was begun here", [ENTER]],
        ["ORI", [ENTER]],
        ["Quarter of", [ENTER]],
        ["Roster", [ENTER]],
        ["Officer 2: Officer's number", type("<")],
        ["1 typed in", [UP, UP, UP, ENTER]],
        ["Save the roster", [ENTER]],
        ["Placement rate", [DOWN, ENTER]],
        ["in percent", type("92.5")],
        ["Save the rate", [ENTER]],
        ["Payroll", [ENTER]],
        ["filed earlier", [ENTER]],
        ["Write the claim", type("q1.csv")],
        ["Write q1.csv?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining("q1.csv")]);
      expect(readFileSync(join(folder, "q1.csv"), "utf8")).toContain("28000.12"); // 21,250.09 + 5,750.03 + 1,000
      sameAgain(folder, screen, "q1.csv");
    });
  });

  it("a roster with a problem, mended and tried again; no rate", () => {
    inFolder((folder) => {
      const good =
        "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,1,TFM,2025-09-15,60000,18000\n";
      writeFileSync(join(folder, "bad.csv"), good.replace("60000", "x"));
      writeFileSync(join(folder, "good.csv"), good);
      const { screen, code } = wizard(folder, [
        ["ORI", type("")],
        QUARTER,
        ["Roster", type("bad.csv")],
        ["Mend the file", [UP, ENTER]],
        ["Roster", type("good.csv")],
        ["Placement rate", [DOWN, DOWN, ENTER]],
        ["Payroll", [ENTER]],
        ["filed earlier", [ENTER]],
        ["Write the claim", type("q1.json")],
        ["Write q1.json?", [UP, ENTER]],
        ["Write the claim", [ENTER]],
        ["Write q1.json?", [ENTER]],
      ]);
      expect([code, screen]).toEqual([0, expect.stringContaining('annual_salary "x" is not an amount')]);
      expect(JSON.parse(readFileSync(join(folder, "q1.json"), "utf8")).totals.total).toBe("19500.00");
      sameAgain(folder, screen, "q1.json");
    });
  });
});
