import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandText, flagsOf } from "../../src/cli/commands.ts";
import { AMENDMENT_FORMATS } from "../../src/report/amendment.ts";
import { EXPLAIN_FORMATS, FORMATS, REPORT_FORMATS } from "../../src/report/claim/formats.ts";
import { FORECAST_FORMATS } from "../../src/report/forecast.ts";
import { POLICY_FORMATS } from "../../src/report/policy.ts";
import { READINGS_FORMATS } from "../../src/report/readings.ts";
import { STATUS_FORMATS } from "../../src/report/status.ts";
import { VERIFICATION_FORMATS } from "../../src/report/verification.ts";
import { claims } from "./run.ts";

async function help(name: string): Promise<string[]> {
  const { stdout } = await claims([name, "-h"].filter(Boolean), "/");
  return stdout.trimEnd().split("\n");
}
const SCREEN = { lines: 24, columns: 80 };

/** `check` has no documents of its own. */
const CHECK_FORMATS = [{ name: "table" }, { name: "json" }];

describe("the help", async () => {
  const pages: { readonly name: string; readonly lines: readonly string[] }[] = [];
  for (const name of ["", ...COMMANDS.map((command) => command.name)]) pages.push({ name, lines: await help(name) });

  it("fits on a screen, and --help=all has a line for each flag", async () => {
    expect(pages.filter(({ lines }) => lines.length > SCREEN.lines).map(({ name }) => name)).toEqual([]);
    const { stdout } = await claims(["compute", "--help=all"], "/");
    const whole = stdout.trimEnd().split("\n");
    const text = COMMANDS.find(({ name }) => name === "compute") as CommandText;
    const terms = flagsOf(text).map(({ name }) => `--${name}`);
    expect(terms.filter((term) => !whole.some((line) => line.startsWith("  ") && line.includes(term)))).toEqual([]);
    expect(whole.length).toBeGreaterThan(SCREEN.lines);
    const lines = [...whole, ...pages.flatMap((page) => page.lines)];
    expect(lines.filter((line) => line.length > SCREEN.columns)).toEqual([]);
  });

  it("is found before and after the command, the version by -V too", async () => {
    const [before, after, version] = await Promise.all(
      [["--help", "compute"], ["compute", "--help"], ["-V"]].map((args) => claims(args, "/")),
    );
    expect(before).toEqual(after);
    expect(version?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("leads with examples", () => {
    for (const { name, lines } of pages) {
      const headings = lines.filter((line) => ["Examples", "Commands", "Flags"].includes(line));
      expect([name, headings[0]]).toEqual([name, "Examples"]);
      expect(headings.at(-1)).toBe("Flags");
    }
  });

  it("has every flag of the table", () => {
    for (const command of COMMANDS) {
      const text = pages.find((page) => page.name === command.name)?.lines.join("\n") ?? "";
      // Where only the names of seldom flags stand, --no- before one stands for itself.
      const shown = text.includes("--help=all") ? text : "";
      const isShown = (name: string) => text.includes(`--${name}`) || shown.includes(`--${name.replace(/^no-/, "")}`);
      const missing = flagsOf(command).filter(({ name }) => !isShown(name));
      expect(missing).toEqual([]);
    }
  });

  it("names the formats that a command has", () => {
    const real: Readonly<Record<string, readonly { readonly name: string }[]>> = {
      compute: FORMATS,
      explain: EXPLAIN_FORMATS,
      readings: READINGS_FORMATS,
      check: CHECK_FORMATS,
      verify: VERIFICATION_FORMATS,
      report: REPORT_FORMATS,
      amend: AMENDMENT_FORMATS,
      forecast: FORECAST_FORMATS,
      policy: POLICY_FORMATS,
      status: STATUS_FORMATS,
    };
    const withFormats = COMMANDS.filter(({ flags }) => flags.includes("format"));
    expect(withFormats.map(({ name }) => name).sort()).toEqual(Object.keys(real).sort());
    const namesOf = ({ name }: CommandText) => real[name]?.map((format) => format.name);
    for (const command of withFormats)
      expect([command.name, command.formats]).toEqual([command.name, namesOf(command)]);
    expect(pages.find(({ name }) => name === "readings")?.lines.find((line) => line.includes("--format"))).toMatch(
      / table \(default\), json or csv$/,
    );
  });
});

describe("a near miss", () => {
  it.each([
    ["compute fixtures/roster.csv --reading rate-roundng=floor", "did you mean rate-rounding?"],
    ["compute fixtures/roster.csv --reading rate-rounding=flor", "did you mean floor?"],
    ["compute fixtures/roster.csv --quarter FY26-Q5", "write one of FY2026-Q1 to FY2026-Q4"],
    ["compute fixtures/roster.csv -f jsn", "did you mean json?"],
    ["verify fixtures/filed -f jsn", "did you mean json?"],
    ["check fixtures/roster.csv -f tabel", "did you mean table?"],
    ["amend a.json b.csv -f jsno", "did you mean json?"],
    ["compute fixtures/roster.csv --by agncy", "did you mean agency?"],
    ["compute fixtures/roster.csv --map anual_salary=Pay", "did you mean annual_salary?"],
    ["completion bsh", "did you mean bash?"],
    ["policy shw", "did you mean show?"],
    ["schema polcy", "did you mean policy?"],
    ["compte fixtures/roster.csv", "did you mean compute?"],
    ["compute --quater=FY2026-Q1 fixtures/roster.csv", "did you mean --quarter?"],
    ["--vershion", "did you mean --version?"],
    ["roster.csv", "claims compute ROSTER computes a claim"],
  ])("%s: %s", async (line, hint) => {
    const { stdout, stderr, code } = await claims(line.split(" "), new URL("../..", import.meta.url).pathname);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toContain(hint);
    expect(stderr).toMatch(/^claims: error: /);
  });

  it("is said as JSON to a script", async () => {
    const { stderr, code } = await claims(["compute", "--quater=x", "a.csv", "--format=json"], "/");
    expect(code).toBe(2);
    expect(JSON.parse(stderr).problems).toEqual([
      {
        severity: "error",
        code: "unknown-flag",
        file: null,
        line: null,
        column: null,
        message: 'compute has no flag "--quater", did you mean --quarter?',
        remedy: "claims compute -h shows the flags",
      },
    ]);
  });
});
