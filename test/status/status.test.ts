import { describe, expect, it } from "vitest";
import { readClaim } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { type Filed, filedOf } from "../../src/status/filed.ts";
import { standingOf, status } from "../../src/status/status.ts";
import { claimText } from "../document/files.ts";
import { day } from "../engine/build.ts";
import { claim, payment } from "./build.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const TEXT = claimText(
  {
    "roster.csv": `${HEADER}\nFL0310200,1,TFM,2025-09-15,60000,20000\nGA0480300,1,TFM,2025-09-15,48000,8000\n`,
    "rates.csv":
      "agency_id,quarter,placement_rate,reference\nFL0310200,FY2026-Q1,85%,ICE-7\nGA0480300,FY2026-Q1,71%,\n",
  },
  "FY2026-Q1",
);
const again = (): Promise<ClaimDocument> => Promise.reject(new Error("it is read again in vain"));

/** What is kept of the claim of two agencies with some of its text replaced. */
async function filed(from = "", to = ""): Promise<Filed[] | string> {
  expect(TEXT).toContain(from);
  return filedOf(await readClaim("q1.json", Buffer.from(TEXT.replace(from, to))), again);
}

describe("a filed claim", () => {
  it("is kept an agency each, with what was claimed and how sure its award is", async () => {
    const found = await filed();
    expect(found).toEqual([
      {
        ...{
          agency: "FL0310200",
          quarter: "FY2026-Q1",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          name: "q1.json",
        },
        ...{ invoice: "FL0310200-FY2026-Q1", claimed: 2_075_000, estimated: 2_000_000, award: 75_000 },
        ...{ awardStatus: "determined", amends: null, leftOut: [], again },
      },
      {
        ...{
          agency: "GA0480300",
          quarter: "FY2026-Q1",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          name: "q1.json",
        },
        ...{ invoice: "GA0480300-FY2026-Q1", claimed: 1_450_000, estimated: 1_400_000, award: 50_000 },
        ...{ awardStatus: "indicated", amends: null, leftOut: [], again },
      },
    ]);
  });

  it("keeps which agencies were left out of its document for errors, and the number of its request", async () => {
    const { document, ...file } = await readClaim("q1.json", Buffer.from(TEXT));
    const [first, ...rest] = document.claims;
    const incomplete = {
      agencies: [
        { agency_id: "TX1010000", errors: 1 },
        { agency_id: "TX2010000", errors: 2 },
      ],
    };
    const request = { invoice: "2026-001", agency: { name: "Bay" } };
    const claims = [{ ...first, request }, ...rest];
    const found = filedOf({ ...file, document: { ...document, incomplete, claims } as never }, again) as Filed[];
    expect(found.map(({ invoice, leftOut }) => [invoice, leftOut])).toEqual([
      ["2026-001", ["TX1010000", "TX2010000"]],
      ["GA0480300-FY2026-Q1", ["TX1010000", "TX2010000"]],
    ]);
  });

  it("without a rate has no award and no status of it", async () => {
    const roster = `${HEADER}\nFL0310200,1,TFM,2025-09-15,60000,20000\n`;
    const text = claimText({ "roster.csv": roster }, "FY2026-Q1");
    const found = filedOf(await readClaim("q1.json", Buffer.from(text)), again) as Filed[];
    expect(found.map(({ award, awardStatus }) => [award, awardStatus])).toEqual([[0, null]]);
  });

  it.each<[string, string, string, string]>([
    [
      "a line of an officer of the second agency",
      '"benefits": "2000.00"',
      '"benefits": "2000.01"',
      "the lines of officer 1 are 14500.01, the total 14500.00",
    ],
    [
      "the totals of the document",
      '"award": "1250.00"',
      '"award": "1250.01"',
      "the agencies of the document come to 1250.00 of award, the totals say 1250.01",
    ],
  ])("is refused where %s was changed", async (_, from, to, says) => expect(await filed(from, to)).toBe(says));
});

describe("status", () => {
  const one = claim("FY2026-Q1", 1000, { again });
  const two = claim("FY2026-Q2", 2000, { again });

  it("has every payment as it was read, and of which sum a part is", async () => {
    const alone = payment(300, { line: 3, quarter: "FY2026-Q1", officer: "7", figure: "award", agency: null });
    const both = payment(2500, { line: 4, reference: "FL-FY2026-Q1 FL-FY2026-Q2" });
    const none = payment(-50, { line: 5, reference: "EFT 7" });
    const found = await status(
      standingOf([
        claim("FY2026-Q1", 1000, { again, estimated: 800, award: 100, awardStatus: "indicated" }),
        claim("FY2026-Q2", 1800, { again, estimated: 700, award: 50 }),
      ]),
      [alone, both, none],
      null,
    );
    const shown = { agency_id: "FL", quarter: null, paid_on: "2024-10-04", officer_id: null, figure: null };
    const reference = "FL-FY2026-Q1 FL-FY2026-Q2";
    const rest = { amended_by: null, open: "0.00", explained_by: [] };
    expect(found).toEqual({
      schema: "claims-status/1",
      on: null,
      claims: [
        {
          ...{ agency_id: "FL", quarter: "FY2026-Q1", sha256: "FY2026-Q1 1000", invoice: "FL-FY2026-Q1" },
          ...{ claimed: "10.00", estimated: "8.00", award: "1.00", award_status: "indicated", paid: "10.00", ...rest },
          payments: [
            {
              ...{ line: 3, agency_id: null, quarter: "FY2026-Q1", paid_on: "2024-10-04", amount: "3.00" },
              ...{ reference: null, officer_id: "7", figure: "award" },
            },
            { ...shown, line: 4, amount: "7.00", of: "25.00", reference },
          ],
        },
        {
          ...{ agency_id: "FL", quarter: "FY2026-Q2", sha256: "FY2026-Q2 1800", invoice: "FL-FY2026-Q2" },
          ...{ claimed: "18.00", estimated: "7.00", award: "0.50", award_status: null, paid: "18.00", ...rest },
          payments: [{ ...shown, line: 4, amount: "18.00", of: "25.00", reference }],
        },
      ],
      totals: {
        ...{ claims: 2, claimed: "28.00", estimated: "15.00", award: "1.50" },
        ...{ paid: "28.00", open: "0.00" },
      },
      unmatched: [
        {
          ...{ ...shown, line: 5, amount: "-0.50", reference: "EFT 7" },
          why: "its reference names no request of these claims",
        },
      ],
    });
  });

  it.each<[string, number, string]>([
    ["nothing was paid", 0, "10.00"],
    ["all was paid", 1000, "0.00"],
    ["more was paid", 1100, "-1.00"],
    ["money went back", -100, "11.00"],
  ])("does not look for what explains it where %s", async (_, amount, open) => {
    const found = await status(standingOf([one]), [payment(amount, { quarter: "FY2026-Q1" })], null);
    expect(found.claims.map((claim) => [claim.open, claim.explained_by])).toEqual([[open, []]]);
  });

  it("reads a claim again that was paid in part", async () => {
    await expect(status(standingOf([one]), [payment(1, { quarter: "FY2026-Q1" })], null)).rejects.toThrow("in vain");
    await expect(status(standingOf([one]), [payment(999, { quarter: "FY2026-Q1" })], null)).rejects.toThrow("in vain");
  });

  it("says what explains a claim that was paid in part, and on what day it was asked", async () => {
    const { document } = await readClaim("q1.json", Buffer.from(TEXT));
    const own = claim("FY2026-Q1", 2_075_000, { agency: "FL0310200", again: () => Promise.resolve(document) });
    const given = [payment(1_575_000, { agency: "FL0310200", quarter: "FY2026-Q1" })];
    const found = await status(standingOf([own]), given, day("2026-01-31"));
    expect([found.on, found.claims[0]?.days_open, found.claims[0]?.open]).toEqual(["2026-01-31", 31, "5000.00"]);
    expect(found.claims[0]?.explained_by).toEqual([
      { officer_id: null, figure: "benefits", total: "15750.00" },
      { officer_id: "1", figure: "benefits", total: "15750.00" },
    ]);
  });

  it("counts the days from the end of a quarter, of which there are none before it, while anything is open", async () => {
    const open = async (on: string, ...payments: number[]) => {
      const given = payments.map((amount) => payment(amount, { quarter: "FY2026-Q1" }));
      return (await status(standingOf([one, two]), given, day(on))).claims.map(({ days_open }) => days_open);
    };
    expect(await open("2025-12-30")).toEqual([0, 0]);
    expect(await open("2025-12-31")).toEqual([0, 0]);
    expect(await open("2026-04-01")).toEqual([91, 1]);
    expect(await open("2026-04-01", 1000)).toEqual([null, 1]);
    expect(await open("2026-04-01", 1001)).toEqual([null, 1]);
  });

  it("names what was left out once, by name, and only where there is any", async () => {
    const found = await status(standingOf([one]), [], null, ["b.json", "a.json", "b.json"]);
    expect(found.left_out).toEqual(["a.json", "b.json"]);
    expect("left_out" in (await status(standingOf([one]), [], null))).toBe(false);
    expect("left_out" in (await status(standingOf([one]), [], null, []))).toBe(false);
  });

  it("takes a payment without an agency for that of the only one, unless claims cannot be read that may be another's", async () => {
    const doubtful = [claim("FY2026-Q2", 100, { name: "x.json" }), claim("FY2026-Q2", 200, { name: "y.json" })];
    const paid = async (...leftOut: string[]) => {
      const given = [payment(1000, { agency: null, quarter: "FY2026-Q1" })];
      const found = await status(standingOf([one, ...doubtful]), given, null, leftOut);
      return [found.totals.paid, ...found.unmatched.map(({ why }) => why)];
    };
    expect(await paid("x.json", "y.json")).toEqual(["10.00"]);
    expect(await paid("x.json", "y.json", "z.json")).toEqual([
      "0.00",
      "it names no agency, and there is a claim that cannot be read",
    ]);
  });

  it("is in order of agencies, quarters, and what was amended before its amendment", async () => {
    const filed = [
      claim("FY2026-Q2", 1, { agency: "GA", sha256: "ga2" }),
      claim("FY2026-Q1", 1, { agency: "GA", sha256: "ga1b", amends: "ga1a" }),
      claim("FY2026-Q1", 1, { agency: "GA", sha256: "ga1c", amends: "ga1b" }),
      claim("FY2026-Q1", 1, { agency: "GA", sha256: "ga1a" }),
      claim("FY2026-Q3", 1, { agency: "FL", sha256: "fl3" }),
      claim("FY2026-Q1", 1, { agency: "FL", sha256: "fl1" }),
    ];
    for (const given of [filed, [...filed].reverse()]) {
      const found = await status(standingOf(given), [], null);
      expect(found.claims.map(({ sha256 }) => sha256)).toEqual(["fl1", "fl3", "ga1a", "ga1b", "ga1c", "ga2"]);
    }
  });
});
