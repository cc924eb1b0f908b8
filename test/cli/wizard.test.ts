import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ENTER, GOOD, Q1, REVIEWED, sameAgain, totalOf, type, WRITE_JSON, withRoster, wizard } from "./terminal.ts";

/** The other ways through are in test/slow. */
it(
  "claims wizard on a terminal: a header of another name is pointed out, and an ORI that the roster lacks is left out",
  () =>
    withRoster(async (folder) => {
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
    }),
  120_000,
);
