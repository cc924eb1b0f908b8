import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ClaimDocument, claimSchema, problemsSchema, readingsSchema } from "../../src/document/schema.ts";
import { moneyFromText, moneyText, plus, type Whole } from "../../src/engine/values/money.ts";
import { evaluate, lowest, rounded } from "../engine/arithmetic.ts";
import { program } from "./program.ts";
import { claims, inFolder } from "./run.ts";

const ROSTERS = ["fixtures/roster.csv", "fixtures/second-quarter/roster.csv", "fixtures/multi-agency/roster.csv"];

const sum = (amounts: readonly string[]): string =>
  moneyText(amounts.reduce<Whole>((total, amount) => plus(total, moneyFromText(amount)), 0));

const documentOf = async (folder: string, ...args: string[]): Promise<ClaimDocument> =>
  claimSchema.parse(JSON.parse((await claims([...args, "-q"], folder)).stdout));

describe.each(ROSTERS)("the claim document of %s", async (roster) => {
  const document = await inFolder((folder) => documentOf(folder, "compute", roster, "-f", "json"));

  it("sums its lines", async () => {
    for (const { officers, totals } of document.claims) {
      for (const line of ["salary", "benefits", "overtime", "overtime_over_cap", "other_funding", "award"] as const)
        expect([line, totals[line]]).toEqual([line, sum(officers.map((officer) => officer[line]))]);
      expect(totals.total).toBe(sum([...officers.map(({ total }) => total), totals.vehicles]));
      expect(totals.officers).toBe(officers.length);
      expect(totals.claimed_officers).toBe(officers.filter(({ total }) => total !== "0.00").length);
      expect(totals.award_officers).toBe(officers.filter(({ award }) => award !== "0.00").length);
    }
    expect(document.totals.total).toBe(sum(document.claims.map(({ totals }) => totals.total)));
    expect(document.totals.agencies).toBe(document.claims.length);
  });

  it("gives each officer with nothing claimed a reason", async () => {
    const silent = document.claims.flatMap(({ officers }) =>
      officers.filter(({ total, reasons }) => total === "0.00" && reasons.length === 0),
    );
    expect(silent).toEqual([]);
  });

  it("is the same from another folder and under another locale and time zone", async () => {
    await inFolder(async (folder) => {
      const { stdout: here } = await claims(["compute", roster, "-f", "json", "-q"], folder);
      mkdirSync(join(folder, "elsewhere"));
      cpSync(join(folder, "fixtures"), join(folder, "elsewhere/fixtures"), { recursive: true });
      const env = { LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" };
      const { stdout: there } = program(
        ["compute", join(folder, "elsewhere", roster), "-f", "json", "-q"],
        "/",
        "",
        env,
      );
      expect(there).toBe(here);
    });
  });

  it("says the hash of each input", async () => {
    for (const { path, scope, sha256, rows } of document.inputs) {
      const bytes = readFileSync(new URL(`../../${roster.replace("roster.csv", path)}`, import.meta.url));
      expect([path, scope, sha256]).toEqual([path, "file", createHash("sha256").update(bytes).digest("hex")]);
      expect(rows).toBe(bytes.toString().trimEnd().split("\n").length - 1);
    }
  });
});

describe("one document an agency", async () => {
  const { stdout } = await inFolder((folder) => claims(["compute", ROSTERS[2] ?? "", "-f", "ndjson", "-q"], folder));
  const documents = stdout
    .trimEnd()
    .split("\n")
    .map((line) => claimSchema.parse(JSON.parse(line)));

  it("holds each agency alone, in order of the ids", async () => {
    expect(documents.map(({ claims: [first] }) => first?.agency_id)).toEqual(["GA0480300", "TN0330000", "TX1090000"]);
    expect(documents.map(({ totals }) => totals.total)).toEqual(["30533.30", "61347.09", "173455.12"]);
  });

  it("hashes the header and the agency's own rows, each with LF", async () => {
    const rows = readFileSync(new URL("../../fixtures/multi-agency/roster.csv", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    const own = [rows[0], ...rows.filter((row) => row.startsWith("GA0480300"))].map((row) => `${row}\n`).join("");
    expect(documents[0]?.inputs).toEqual([
      {
        role: "roster",
        path: "roster.csv",
        scope: "rows",
        sha256: createHash("sha256").update(own).digest("hex"),
        rows: 2,
      },
      {
        role: "rates",
        path: "rates.csv",
        scope: "rows",
        sha256: createHash("sha256")
          .update("agency_id,quarter,rate,provided,successful,reference,vehicle_cost\n")
          .digest("hex"),
        rows: 0,
      },
    ]);
  });
});

describe.each(ROSTERS)("claims explain %s", async (roster) => {
  const [document, plain] = await inFolder(async (folder) => [
    await documentOf(folder, "explain", roster, "-f", "json"),
    await documentOf(folder, "compute", roster, "-f", "json"),
  ]);

  it("is the claim and nothing but the claim, with derivations", async () => {
    const withoutDerivations = document.claims.map(({ derivation: _, officers, ...claim }) => ({
      ...claim,
      officers: officers.map(({ derivation: __, ...officer }) => officer),
    }));
    expect(withoutDerivations).toEqual(plain.claims);
  });

  it("ends each derivation in the figure of the claim", async () => {
    for (const { officers, totals, derivation } of document.claims) {
      for (const officer of officers)
        for (const { figure, value, steps } of officer.derivation ?? []) {
          expect([figure, steps.at(-1)?.value]).toEqual([figure, value]);
          if (figure !== "estimated") expect(value).toBe(String(officer[figure as keyof typeof officer]));
        }
      for (const { figure, value, steps } of derivation ?? []) {
        expect([figure, value]).toEqual([figure, totals[figure as keyof typeof totals]]);
        expect([figure, steps.at(-1)?.value]).toEqual([figure, value]);
      }
    }
  });

  it("is arithmetic that a calculator repeats", async () => {
    const steps = document.claims.flatMap(({ officers, derivation }) =>
      [...officers.flatMap((officer) => officer.derivation ?? []), ...(derivation ?? [])].flatMap((one) => one.steps),
    );
    for (const { formula, exact, rounding, value } of steps) {
      const calculated = evaluate(formula);
      const told = evaluate(exact);
      if (!calculated || !told) throw new Error(`${formula} = ${exact} is not arithmetic`);
      expect([formula, lowest(calculated)]).toEqual([formula, lowest(told)]);
      const whole = rounding?.startsWith("whole percent");
      const mode =
        rounding === "whole percent, down" ? "down" : rounding === "whole percent, half up" ? "half-up" : rounding;
      const result = mode === undefined ? told : rounded(told, whole ? 1n : 100n, mode as "down");
      const said = evaluate(value);
      expect([formula, value, lowest(result)]).toEqual([formula, value, said && lowest(said)]);
    }
  });

  it("reads each cell as it stands in the file", async () => {
    const cells = document.claims.flatMap(({ officers }) =>
      officers.flatMap(({ derivation }) =>
        (derivation ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.cells ?? [])),
      ),
    );
    expect(cells.length).toBeGreaterThan(document.claims.length * 10);
    for (const { file, line, header, text } of cells) {
      const lines = readFileSync(new URL(`../../${roster.replace("roster.csv", file)}`, import.meta.url), "utf8").split(
        "\n",
      );
      expect([file, line, lines[line - 1]?.includes(text)]).toEqual([file, line, true]);
      expect([file, lines[0]?.includes(header)]).toEqual([file, true]);
    }
  });
});

describe("the other documents", () => {
  it("readings: each alternative is what a claim with that reading gives", async () => {
    await inFolder(async (folder) => {
      for (const roster of ROSTERS) {
        const { total, readings } = readingsSchema.parse(
          JSON.parse((await claims(["readings", roster, "-f", "json", "-q"], folder)).stdout),
        );
        expect(readings.length).toBe(7);
        for (const { id, alternatives } of readings)
          for (const { value, total: other, difference } of alternatives) {
            const claim = await documentOf(folder, "compute", roster, "-f", "json", "--reading", `${id}=${value}`);
            expect([id, value, other]).toEqual([id, value, claim.totals.total]);
            expect(sum([total, difference])).toBe(other);
          }
      }
    });
  }, 120_000);

  it("problems: of a broken roster, every one with its place", async () => {
    const { stderr, stdout, code } = await inFolder((folder) =>
      claims(["compute", "fixtures/broken/roster.csv", "-f", "json"], folder),
    );
    const { problems } = problemsSchema.parse(JSON.parse(stderr));
    expect([stdout, code]).toEqual(["", 3]);
    expect(
      problems
        .filter(({ severity }) => severity === "error")
        .map(({ file, line, column, code }) => [file, line, column, code]),
    ).toEqual([
      ["roster.csv", 2, 6, "not-a-date"],
      ["roster.csv", 3, 9, "decimal-comma"],
      ["roster.csv", 3, 11, "negative-amount"],
      ["roster.csv", 5, 3, "overlapping-rows"],
      ["roster.csv", 6, 6, "excel-date"],
      ["roster.csv", 6, 8, "ends-before-start"],
      ["roster.csv", 6, 11, "not-an-amount"],
      ["roster.csv", 7, 12, "row-too-long"],
      ["roster.csv", 8, 3, "blank-cell"],
      ["roster.csv", 8, 6, "not-a-date"],
      ["roster.csv", 8, 10, "blank-cell"],
      ["rates.csv", 2, 2, "ambiguous-quarter"],
      ["rates.csv", 3, 3, "bad-percent"],
      ["rates.csv", 4, 5, "more-successful-than-provided"],
      ["rates.csv", 5, 3, "ambiguous-percent"],
    ]);
  });

  it("schemas are JSON Schemas of what is written", async () => {
    await inFolder(async (folder) => {
      const claim = JSON.parse((await claims(["schema", "claim"], folder)).stdout);
      expect(claim.properties.schema).toEqual({ type: "string", const: "claims/1" });
      const policy = JSON.parse((await claims(["schema", "policy"], folder)).stdout);
      expect(policy.properties.schema).toEqual({ type: "string", const: "claims-policy/1" });
    });
  });
});
