import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims, inFolder } from "./run.ts";

const ROSTER = 'Badge #,Deputy,Date Trained,Base Pay,Fringe Benefits\n1042,"Ruiz, Ana",9/15/2025,85000.37,23000.11\n';
const RATES = "quarter,rate\nFY2026-Q1,89.5%\n";
const PROFILE = {
  schema: "claims-profile/1",
  agency: { id: "FL0310200", name: "Palmetto Bay", official: { name: "J. Poe", title: "Sheriff" } },
  bill_to: { agency: "ICE", office: "Miami" },
  map: { annual_salary: "Base Pay" },
  set: { program_model: "TFM" },
  readings: { "rate-rounding": "nearest" },
  rates: "given/placements.csv",
};

/** A folder with a roster, rates in another and a profile. */
const inAgency = <T>(profile: unknown, work: (folder: string, run: typeof claims) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "roster.csv"), ROSTER);
    mkdirSync(join(folder, "given"));
    writeFileSync(join(folder, "given/placements.csv"), RATES);
    if (profile !== undefined) writeFileSync(join(folder, "claims.json"), JSON.stringify(profile));
    return work(folder, claims);
  });

const documentOf = async (folder: string, ...args: readonly string[]) =>
  JSON.parse((await claims(["compute", "roster.csv", "-f", "json", "-q", ...args], folder)).stdout);

describe("a profile beside the roster", () => {
  it("is refused as an output, forced or not, found beside the roster or named", () =>
    inAgency(PROFILE, async (folder, run) => {
      for (const more of [[], ["--force"], ["--force", "--profile", "claims.json"]]) {
        const { stderr, code } = await run(["compute", "roster.csv", "-o", "claims.json", ...more], folder);
        expect([code, stderr]).toEqual([2, expect.stringContaining("claims.json is read by this run")]);
        expect(readFileSync(join(folder, "claims.json"), "utf8")).toBe(JSON.stringify(PROFILE));
      }
    }));

  it("makes a quarter one command, and what changes a figure stands in the claim as if typed", async () => {
    await inAgency(PROFILE, async (folder) => {
      const found = await documentOf(folder);
      // 89.5 % is 90 with nearest: 1,000.00; salary and benefits of a full quarter.
      expect(found.totals.total).toBe("28000.12");
      expect(found.options).toEqual({
        agency: "FL0310200",
        map: { annual_salary: "Base Pay" },
        set: { program_model: "TFM" },
        prior: [],
      });
      const { agency, bill_to } = PROFILE;
      expect(found.claims[0].request).toEqual({ invoice: "FL0310200-FY2026-Q1", agency, bill_to });
      const typed = await documentOf(
        folder,
        ...["--no-profile", "--agency", "FL0310200", "--map", "annual_salary=Base Pay", "--set", "program_model=TFM"],
        ...["--reading", "rate-rounding=nearest", "--rates", "given/placements.csv"],
      );
      const { request: _, ...claim } = found.claims[0];
      expect({ ...found, claims: [claim] }).toEqual(typed);
    });
  });

  it("gives way to flags, and is found for a folder of one roster", async () => {
    await inAgency(PROFILE, async (folder) => {
      expect((await documentOf(folder, "--reading", "rate-rounding=floor")).totals.total).toBe("27750.12");
      expect((await documentOf(folder, "--no-rates", "--quarter", "FY2026-Q1")).totals.total).toBe("27000.12");
      expect((await documentOf(folder, "--invoice", "R-7")).claims[0].request.invoice).toBe("R-7");
      const { stdout } = await claims(["compute", ".", "-f", "json", "-q"], folder);
      expect(JSON.parse(stdout).totals.total).toBe("28000.12");
    });
  });

  it("is followed by verify, and an amendment has the next number", async () => {
    await inAgency(PROFILE, async (folder) => {
      await claims(["compute", "roster.csv", "-o", "q1.json", "-q"], folder);
      const verified = await claims(["verify", "q1.json", "--inputs", "given"], folder);
      expect([verified.code, verified.stdout]).toEqual([
        0,
        "q1.json: verified, $28,000.12: agrees with its inputs, roster.csv, placements.csv\n",
      ]);
      writeFileSync(join(folder, "roster.csv"), ROSTER.replace("85000.37", "84000.37"));
      const amend = (filed: string, to: string) =>
        claims(["amend", filed, "roster.csv", "--inputs", "given", "-o", to, "-q"], folder);
      expect((await amend("q1.json", "a1.json")).code).toBe(0);
      const read = async (name: string) =>
        JSON.parse(
          (await claims(["amend", name, "roster.csv", "--inputs", "given", "-f", "json", "-q"], folder)).stdout,
        );
      const [first, second] = [await read("q1.json"), await read("a1.json")];
      expect([first.difference, first.claim.claims[0].request.invoice]).toEqual(["-250.00", "FL0310200-FY2026-Q1-A1"]);
      expect([second.difference, second.claim.claims[0].request.invoice]).toEqual(["0.00", "FL0310200-FY2026-Q1-A2"]);
    });
  });

  it("is what verify holds a request against, with the agency, the quarter and the amended claim; the rest it names", () =>
    inAgency(PROFILE, async (folder) => {
      const found = async (name: string) => {
        const { stdout, code } = await claims(["verify", name, "--inputs", "given", "-f", "json"], folder);
        const { status, differences, not_compared } = JSON.parse(stdout);
        return [code, status, differences.map(({ path }: { path: string }) => path), not_compared];
      };
      const forged = async (name: string, from: string, to: string) => {
        const text = readFileSync(join(folder, name), "utf8");
        expect(text).toContain(from);
        writeFileSync(join(folder, "forged.json"), text.replace(from, to));
        return found("forged.json");
      };
      const at = (part: string) => `claims[0].request.${part}`;
      await claims(["compute", "roster.csv", "-o", "q1.json", "-q"], folder);
      expect(await found("q1.json")).toEqual([0, "verified", [], undefined]);
      const number = '"invoice": "FL0310200-FY2026-Q1"';
      const own =
        '"request": {\n        "invoice": "FL0310200-FY2026-Q1",\n        "agency": {\n          "id": "FL0310200"';
      expect(await forged("q1.json", own, own.replace('"id": "FL', '"id": "GA'))).toEqual([
        4,
        "differs",
        [at("agency.id")],
        undefined,
      ]);
      // A coordinator may give all agencies one number, so that none is wrong.
      for (const other of ["R-7", "FL0310200-FY2026-Q2", "GA0480300-FY2026-Q1"])
        expect(await forged("q1.json", number, `"invoice": "${other}"`)).toEqual([0, "verified", [], [at("invoice")]]);
      expect(await forged("q1.json", '"J. Poe"', '"J. Doe"')).toEqual([0, "verified", [], [at("agency")]]);
      expect(await forged("q1.json", '"Miami"', '"Tampa"')).toEqual([0, "verified", [], [at("bill_to")]]);
      const quarter = '"quarter": {\n    "id"';
      const amends = `"amends": "${"0".repeat(64)}",\n  ${quarter}`;
      expect(await forged("q1.json", quarter, amends)).toEqual([0, "verified", [], ["amends", at("invoice")]]);

      writeFileSync(join(folder, "roster.csv"), ROSTER.replace("85000.37", "84000.37"));
      await claims(["amend", "q1.json", "roster.csv", "--inputs", "given", "-o", "a1.json", "-q"], folder);
      expect(await found("a1.json")).toEqual([0, "verified", [], undefined]);
      expect(await forged("a1.json", "FY2026-Q1-A1", "FY2026-Q1-A2")).toEqual([
        0,
        "verified",
        [],
        [`claim.${at("invoice")}`],
      ]);
      const said = await claims(["verify", "forged.json", "--inputs", "given"], folder);
      rmSync(join(folder, "claims.json"));
      symlinkSync("claims.json", join(folder, "claims.json"));
      expect(await found("a1.json")).toEqual([
        ...[0, "verified", []],
        ["agency", "bill_to"].map((part) => `claim.${at(part)}`),
      ]);
      expect(said.stdout).toContain(
        "\n  taken as written, for nothing here says what it was: claim.claims[0].request.invoice\n",
      );
    }));

  it("with a wrong key is an error at its place, with the nearest", async () => {
    await inAgency({ ...PROFILE, bill_too: {} }, async (folder) => {
      const { stderr, code } = await claims(["compute", "roster.csv"], folder);
      expect(code).toBe(3);
      expect(stderr).toMatch(
        /^claims\.json:1:\d+: error: the profile: unknown key "bill_too", did you mean bill_to\?$/m,
      );
    });
  });

  it("is not what a claim is that was written under its name", async () => {
    await inAgency(undefined, async (folder) => {
      const args = ["--agency", "FL0310200", "--map", "annual_salary=Base Pay", "--set", "program_model=TFM"];
      const rest = ["--quarter", "FY2026-Q1", "-q"];
      await claims(["compute", "roster.csv", ...args, ...rest, "-o", "claims.json"], folder);
      expect((await documentOf(folder, ...args, ...rest)).totals.total).toBe("27000.12");
    });
  });
});

describe("--set", () => {
  it("is what every row has in a column that the roster lacks, and explain says so", async () => {
    await inAgency(undefined, async (folder) => {
      const args = ["--agency", "FL0310200", "--map", "annual_salary=Base Pay", "--quarter", "FY2026-Q1", "-q"];
      const set = ["--set", "program_model=Task Force Model", "--set", "end_date=10/15/2025"];
      const { stdout } = await claims(["explain", "roster.csv", ...args, ...set], folder);
      // 15 of 92 days: 21,250.0925 and 5,750.0275 × 15/92 are 3,464.6890… and 937.5044….
      expect(stdout).toContain("1042   Ruiz, Ana   TFM   $4,402.19\n");
      expect(stdout).toContain('end_date "10/15/2025", --set\n');
    });
  });

  it.each([
    ["program_model=Jail", "bad-set"],
    ["annual_salary=85.000", "bad-set"],
    ["program_model", "bad-set"],
    ["officer_id=7", "unknown-column"],
    ["overtime_paid=7", "unknown-column"],
  ])("%s is wrong usage", async (text, code) => {
    const { stderr, code: exit } = await claims(["compute", "fixtures/roster.csv", "--set", text, "-f", "json"], "/");
    expect([exit, JSON.parse(stderr).problems[0].code]).toEqual([2, code]);
  });
});
