import { describe, expect, it } from "vitest";
import { amendment, isChained, priorAsStated, restingOn, UnsoundClaim } from "../../src/amend/amend.ts";
import { type ClaimFile, readClaim } from "../../src/document/read.ts";
import type { AgencyDocument, ClaimDocument, RequestDocument } from "../../src/document/schema.ts";
import type { RequestParts } from "../../src/document/write.ts";
import { POLICY_287G, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { runClaims } from "../../src/run/run.ts";
import { read, written } from "../document/files.ts";
import { quarter } from "../engine/build.ts";

const Q1 = "FY2026-Q1";
const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\n";
const row = (agency: string, salary: string): string => `${agency},1042,TFM,2025-09-15,${salary},0\n`;

/** The run of a roster. */
function runOf(rows: string, request?: RequestParts) {
  const problems = new Problems();
  const inputs = read({ "roster.csv": HEADER + rows }, Q1, problems);
  const options = { agency: null, map: {}, redact: false, ...(request && { request }) };
  return runClaims(POLICY_287G, termsFor(POLICY_287G, quarter(Q1)), options, inputs, problems, "officers");
}

const CLAIM: ClaimDocument = JSON.parse(written(documentOf(runOf(row("FL0310200", "40000")))));

const withAgency = (change: Partial<AgencyDocument>, document = CLAIM): ClaimDocument => ({
  ...document,
  claims: document.claims.map((claim) => ({ ...claim, ...change })),
});

const fileOf = (document: ClaimDocument, name = "q1.json"): Promise<ClaimFile> =>
  readClaim(name, Buffer.from(written(document)));

const amended = async (document: ClaimDocument, rows: string, request?: RequestParts) =>
  amendment({ file: await fileOf(document), policy: POLICY_287G, inputs: undefined }, runOf(rows, request));

describe("an amendment", () => {
  it("holds the filed claim's hash and both totals, and the new claim whole", async () => {
    const { sha256 } = await fileOf(CLAIM);
    const { claim, lines, ...rest } = await amended(CLAIM, row("FL0310200", "44000"));
    expect(rest).toEqual({
      schema: "claims-amendment/1",
      filed: { path: "q1.json", sha256, total: "10000.00" },
      now: { total: "11000.00" },
      difference: "1000.00",
    });
    expect(lines.map(({ agency_id, figure, difference }) => [agency_id, figure, difference])).toEqual([
      ["FL0310200", "salary", "1000.00"],
    ]);
    const { amends, ...whole } = claim;
    expect([amends, whole]).toEqual([sha256, documentOf(runOf(row("FL0310200", "44000")))]);
    expect(Object.keys(claim).slice(0, 4)).toEqual(["schema", "generator", "amends", "policy"]);
  });

  it("is refused of a claim whose total is not the sum of its lines", async () => {
    const forged = { ...CLAIM, totals: { ...CLAIM.totals, total: "10000.07" } };
    await expect(amended(forged, row("FL0310200", "44000"))).rejects.toThrow(
      new UnsoundClaim(
        "the lines differ by 1000.00, the totals by 999.93: the filed total is not the sum of its lines",
      ),
    );
  });
});

describe("the request of an amendment", () => {
  const AGENCY = { name: "Bay County" };
  const OTHER = { name: "Bay County Sheriff" };
  const BILL_TO = { agency: "ICE" };
  const NEXT = `FL0310200-${Q1}-A1`;
  it.each<[string, RequestDocument | undefined, RequestParts | undefined, RequestDocument | undefined]>([
    ["is none where neither claim had one", undefined, undefined, undefined],
    ["has the number after the agency's and the quarter's", undefined, {}, { invoice: NEXT }],
    ["has the number after the filed one", { invoice: "R-7" }, {}, { invoice: "R-7-A1" }],
    ["has the number after the filed amendment's", { invoice: "R-7-A9" }, {}, { invoice: "R-7-A10" }],
    ["has the number that is given", { invoice: "R-7" }, { invoice: "R-8" }, { invoice: "R-8" }],
    [
      "says as filed who asks whom, where nothing is said now",
      { invoice: "R-7", agency: AGENCY, bill_to: BILL_TO },
      undefined,
      { invoice: "R-7-A1", agency: AGENCY, bill_to: BILL_TO },
    ],
    [
      "says what is said now, and the rest as filed",
      { invoice: "R-7", agency: AGENCY, bill_to: BILL_TO },
      { agency: OTHER },
      { invoice: "R-7-A1", agency: OTHER, bill_to: BILL_TO },
    ],
  ])("%s", async (_, filed, now, request) => {
    const { claim } = await amended(withAgency(filed ? { request: filed } : {}), row("FL0310200", "44000"), now);
    expect(claim.claims.map((one) => one.request)).toEqual([request]);
    expect("request" in (claim.claims[0] ?? {})).toBe(request !== undefined);
  });

  it("is that of each agency", async () => {
    const rows = row("FL0310200", "40000") + row("GA0480300", "40000");
    const document: ClaimDocument = JSON.parse(written(documentOf(runOf(rows))));
    const [first, second] = document.claims as [AgencyDocument, AgencyDocument];
    const filed = { ...document, claims: [first, { ...second, request: { invoice: "R-7" } }] };
    const { claim } = await amended(filed, rows);
    expect(claim.claims.map(({ request }) => request)).toEqual([undefined, { invoice: "R-7-A1" }]);
  });
});

const FILE = { path: "q0.json", sha256: "0".repeat(64) };
const prior = (file: object, quarterId = "FY2025-Q4") => ({ quarter: quarterId, vehicles: "1.00", ...file });

describe("a claim that counted earlier ones", () => {
  it("is chained where one of them is of no file", () => {
    const second = withAgency({ prior: [prior(FILE), prior({}, "FY2025-Q3")] });
    expect(isChained(CLAIM)).toBe(false);
    expect(isChained(withAgency({ prior: [prior(FILE)] }))).toBe(false);
    expect(isChained(second)).toBe(true);
    expect(isChained({ ...CLAIM, claims: [...CLAIM.claims, ...second.claims] })).toBe(true);
  });

  it("states what they claimed, agency by agency", () => {
    const [claim] = CLAIM.claims as [AgencyDocument];
    const line = { quarter: "FY2025-Q4", salary: "1.00", overtime: "2.00", equipment: "3.00", equipment_cost: "4.00" };
    const officers = claim.officers.map((officer) => ({
      ...officer,
      prior: [line, { ...line, quarter: "FY2025-Q3" }],
    }));
    const second = { ...claim, agency_id: "GA0480300", officers, prior: [prior(FILE)] };
    expect(priorAsStated({ ...CLAIM, claims: [claim, second] })).toEqual(
      new Map([
        ["FL0310200", []],
        [
          "GA0480300",
          [
            {
              ...{ quarter: "FY2025-Q4", path: "q0.json", sha256: FILE.sha256, vehicles: 100 },
              officers: new Map([["1042", { salary: 100, overtime: 200, equipment: 300, receipts: 400 }]]),
            },
          ],
        ],
      ]),
    );
  });

  it("rests on a claim by its hash, and on one that the claim amends", async () => {
    const filed = await fileOf({ ...CLAIM, amends: "a".repeat(64) });
    const counting = (name: string, ...priors: object[]) =>
      fileOf(withAgency({ prior: priors.map((one) => prior(one)) }), name);
    const [first] = CLAIM.claims as [AgencyDocument];
    const second = { ...first, agency_id: "GA0480300", prior: [prior({ ...FILE, sha256: filed.sha256 })] };
    const files = await Promise.all([
      fileOf({ ...CLAIM, claims: [first, second] }, "one of two.json"),
      counting("own.json", FILE, { ...FILE, sha256: filed.sha256 }),
      counting("amended.json", { ...FILE, sha256: "a".repeat(64) }),
      counting("other.json", FILE),
      counting("chained.json", {}),
      fileOf(CLAIM, "none.json"),
    ]);
    expect(restingOn(filed, files).map(({ name }) => name)).toEqual(["one of two.json", "own.json", "amended.json"]);
    expect(restingOn(await fileOf(CLAIM), files)).toEqual([]);
  });
});
