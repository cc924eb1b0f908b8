import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendedLines } from "../../src/amend/amend.ts";
import { BadClaim, readClaim } from "../../src/document/read.ts";
import { type Verification, Verifier } from "../../src/verify/verify.ts";
import { claimText, type Files, filesOf, withFiles } from "../document/files.ts";
import { type Asked, asked } from "../engine/arbitrary.ts";
import { runs } from "../runs.ts";

const claimOf = ({ agency, quarterId, readings }: Asked): { files: Files; text: string } => {
  const files = filesOf(agency);
  return { files, text: claimText(files, quarterId, readings) };
};

/** What verify says of a text, or `refused`. */
async function verdict(text: string, folder: string, withoutInputs = false): Promise<Verification | "refused"> {
  const verifier = new Verifier({ folders: [], withoutInputs, policy: undefined, amendedLines });
  try {
    return await verifier.verify(await readClaim("claim.json", Buffer.from(text)), folder);
  } catch (error) {
    if (error instanceof BadClaim) return "refused";
    throw error;
  }
}

/** Every place in a JSON text where a digit stands inside a value, but those of the warnings, which are not compared. */
function digits(text: string): number[] {
  const found: number[] = [];
  for (const { index, 0: line } of text.slice(0, text.indexOf('"warnings": [')).matchAll(/^.*$/gm)) {
    const value = /^\s*(?:"(?:[^"\\]|\\.)*": )?/.exec(line)?.[0].length ?? 0;
    for (const { index: at } of line.slice(value).matchAll(/\d/g)) found.push(index + value + at);
  }
  return found;
}

describe("a claim", () => {
  it("agrees with its inputs and with its own rows", async () => {
    await fc.assert(
      fc.asyncProperty(asked(), async (one) => {
        const { files, text } = claimOf(one);
        await withFiles(files, async (folder) => {
          expect(await verdict(text, folder)).toMatchObject({
            status: "verified",
            ok: true,
            policy: "same",
            differences: [],
          });
          expect(await verdict(text, `${folder}/elsewhere`, true)).toMatchObject({
            status: "consistent",
            ok: true,
            differences: [],
          });
        });
      }),
      runs(150),
    );
  });

  it("with any one digit of any value changed is not verified", async () => {
    const changed = asked().chain((one) => {
      const { files, text } = claimOf(one);
      return fc
        .tuple(fc.constantFrom(...digits(text)), fc.integer({ min: 1, max: 9 }))
        .map(([at, by]) => ({ files, text, at, digit: (Number(text[at]) + by) % 10 }));
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ files, text, at, digit }) => {
        const forged = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
        await withFiles(files, async (folder) => {
          const found = await verdict(forged, folder);
          if (found !== "refused") expect(found.ok, `${text.slice(at - 60, at + 20)} → ${digit}`).toBe(false);
        });
      }),
      runs(300),
    );
  });

  it("with derivations is verified, and with any one digit of them changed is not", async () => {
    const changed = asked().chain((one) => {
      const files = filesOf(one.agency);
      const text = claimText(files, one.quarterId, one.readings, new Map(), "derivations");
      const at = fc.constantFrom(...digits(text));
      return fc.tuple(at, fc.integer({ min: 1, max: 9 })).map(([place, by]) => ({ files, text, place, by }));
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ files, text, place, by }) => {
        const forged = `${text.slice(0, place)}${(Number(text[place]) + by) % 10}${text.slice(place + 1)}`;
        await withFiles(files, async (folder) => {
          expect(await verdict(text, folder)).toMatchObject({ status: "verified", differences: [] });
          expect(await verdict(text, "/nowhere", true)).toMatchObject({ status: "consistent", differences: [] });
          const found = await verdict(forged, folder);
          if (found !== "refused") expect(found.ok, text.slice(place - 60, place + 20)).toBe(false);
        });
      }),
      runs(100),
    );
  });

  it("of any shape is refused or judged, never a crash", async () => {
    const oddValue = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        "",
        "0.00",
        "99999999999999999999.99",
        0,
        -1,
        1e15,
        [],
        {},
        "FY2031-Q4",
        "FY2012-Q1",
      ),
      fc.constantFrom<unknown>("1900-01-01", "2199-12-31", "TFM", "100", "0", "00.10", "FL0310200", "../x", "derived"),
    );
    const odd = fc.tuple(asked(), fc.nat(), oddValue, fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(odd, async ([one, at, value, remove, alone]) => {
        const { files, text } = claimOf(one);
        const document = JSON.parse(text);
        const places: [Record<string, unknown>, string][] = [];
        const walk = (node: unknown): void => {
          if (typeof node !== "object" || node === null) return;
          for (const key of Object.keys(node)) {
            places.push([node as Record<string, unknown>, key]);
            walk((node as Record<string, unknown>)[key]);
          }
        };
        walk(document);
        const [holder, key] = places[at % places.length] ?? [{}, ""];
        if (Array.isArray(holder)) holder.splice(Number(key), 1, ...(remove ? [] : [value]));
        else if (remove) delete holder[key];
        else holder[key] = value;
        await withFiles(files, async (folder) => {
          const found = await verdict(JSON.stringify(document), alone ? "/nowhere" : folder, alone);
          if (found !== "refused") expect(["verified", "consistent", "differs"]).toContain(found.status);
        });
      }),
      runs(300),
    );
  });

  it("with a figure or a sum changed does not agree with its own rows either", async () => {
    const FIGURE =
      /"(salary|benefits|overtime_paid|overtime_cap_room|overtime|overtime_over_cap|other_funding|award|equipment|vehicles|total|estimated|award_per_officer|eligible_days|officers|claimed_officers|award_officers|agencies|days)": "?\d/;
    const changed = asked().chain((one) => {
      const { text } = claimOf(one);
      const figures = digits(text).filter((at) => {
        const line = text.slice(text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at));
        // What an officer was paid stands on rows of actuals too, which only the inputs can tell.
        return FIGURE.test(line) && !/^ {14}/.test(line);
      });
      return fc.constantFrom(...figures).map((at) => ({ text, at, digit: (Number(text[at]) + 1) % 10 }));
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ text, at, digit }) => {
        const found = await verdict(`${text.slice(0, at)}${digit}${text.slice(at + 1)}`, "/nowhere", true);
        if (found !== "refused") expect(found.status, text.slice(at - 60, at + 20)).toBe("differs");
      }),
      runs(250),
    );
  });
});

const PLAIN: Files = {
  "roster.csv": `agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid
FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,85000.37,23000.11,3456.78
FL0310200,1043,"Okafor, Daniel",TFM,2025-11-01,72400.00,19800.00,
`,
  "rates.csv": "quarter,placement_rate\nFY2026-Q1,92.5%\n",
};
const TEXT = claimText(PLAIN, "FY2026-Q1");

/** The differences of a forged claim, as `path: filed → recomputed`. */
async function differences(forge: (text: string) => string, files = PLAIN): Promise<string[] | "refused"> {
  const forged = forge(TEXT);
  expect(forged).not.toBe(TEXT);
  return withFiles(files, async (folder) => {
    const found = await verdict(forged, folder);
    if (found === "refused") return found;
    return found.differences.map(({ path, filed, recomputed }) => `${path}: ${filed} → ${recomputed}`);
  });
}

describe("verify", () => {
  it("names each value that differs, with both", async () => {
    expect(await differences((text) => text.replace('"salary": "21250.09"', '"salary": "21250.90"'))).toEqual([
      "claims[0].officers[0].salary: 21250.90 → 21250.09",
    ]);
    const otherAgency = await differences((text) => text.replaceAll('"FL0310200"', '"FL0310201"'));
    expect(otherAgency).toContain("claims[0].agency_id: FL0310201 → null");
    expect(otherAgency).toContain("totals.salary: 33251.18 → 0.00");
  });

  it("finds a row that is not the one of the roster, though the figures are right", async () => {
    expect(
      await differences((text) => text.replace('"trained_on": "2025-09-15"', '"trained_on": "2025-09-14"')),
    ).toEqual(["claims[0].officers[0].rows[0].trained_on: 2025-09-14 → 2025-09-15"]);
  });

  it("finds an officer left out, one put in, and another order", async () => {
    const drop = (text: string) => {
      const document = JSON.parse(text);
      document.claims[0].officers.shift();
      return JSON.stringify(document);
    };
    expect(await differences(drop)).toEqual(["claims[0].officers: null → 1042"]);
    const add = (text: string) => {
      const document = JSON.parse(text);
      document.claims[0].officers.push({ ...document.claims[0].officers[0], officer_id: "9" });
      return JSON.stringify(document);
    };
    expect(await differences(add)).toEqual(["claims[0].officers[2].officer_id: 9 → null"]);
    const turn = (text: string) => {
      const document = JSON.parse(text);
      document.claims[0].officers.reverse();
      return JSON.stringify(document);
    };
    expect(await differences(turn)).toEqual(["claims[0].officers, the order: 1043 → 1042"]);
  });

  it("never opens a path that is absolute or climbs", async () => {
    for (const path of [
      "/etc/hostname",
      "../roster.csv",
      "a/../../roster.csv",
      "C:\\x",
      "\\\\host\\x",
      "..\\roster.csv",
    ]) {
      const forged = TEXT.replace('"path": "roster.csv"', `"path": ${JSON.stringify(path)}`);
      await withFiles(PLAIN, async (folder) => {
        const found = await verdict(forged, `${folder}/sub`);
        expect(found).toMatchObject({ status: "consistent", ok: false });
        expect((found as Verification).inputs[0]).toEqual({ path, status: "missing" });
      });
    }
  });

  it("tells an input that changed from one that is gone", async () => {
    await withFiles({ "roster.csv": `${PLAIN["roster.csv"]}\n` }, async (folder) => {
      expect(await verdict(TEXT, folder)).toMatchObject({
        status: "consistent",
        ok: false,
        inputs: [
          { path: "roster.csv", status: "changed" },
          { path: "rates.csv", status: "missing" },
        ],
      });
    });
  });

  it("says of a policy that was never released that it is unknown", async () => {
    const hash = /"sha256": "([0-9a-f]{64})"/.exec(TEXT)?.[1] ?? "";
    const other = `${hash.slice(0, 63)}${hash[63] === "0" ? "1" : "0"}`;
    await withFiles(PLAIN, async (folder) => {
      expect(await verdict(TEXT.replace(hash, other), folder)).toMatchObject({
        status: "differs",
        ok: false,
        policy: "unknown",
        differences: [{ path: "policy.sha256", filed: other, recomputed: null }],
      });
    });
  });
});
