import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClaimDocument, RequestDocument } from "../../src/document/schema.ts";
import { compareRequests } from "../../src/verify/request.ts";
import { claimText, withFiles } from "../document/files.ts";

const ROSTER = `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1042,TFM,2025-09-15,85000.37,23000.11
GA0480300,7,TFM,2025-09-15,60000,16000
`;
const CLAIM: ClaimDocument = JSON.parse(claimText({ "roster.csv": ROSTER }, "FY2026-Q1"));

const AGENCY = { name: "Bay County", contact: { name: "J. Poe" } };
const BILL_TO = { agency: "ICE", address: "Miami" };
const PROFILE = JSON.stringify({ agency: AGENCY, bill_to: BILL_TO });

/** The claim with requests of its two agencies. */
const asking = (
  requests: readonly (RequestDocument | undefined)[],
  amends: ClaimDocument["amends"] = undefined,
): ClaimDocument => ({
  ...CLAIM,
  ...(amends && { amends }),
  claims: CLAIM.claims.map((claim, index) => ({ ...claim, ...(requests[index] && { request: requests[index] }) })),
});

const FIRST = { invoice: "FL0310200-FY2026-Q1" };
const SECOND = { invoice: "GA0480300-FY2026-Q1" };
const NONE = { differences: [], notCompared: [] };

/** What comes of requests beside files in the first of two folders. */
const compared = (
  document: ClaimDocument,
  { files = {}, amended, at = [] }: { files?: Record<string, string>; amended?: ClaimDocument; at?: string[] } = {},
) => withFiles(files, async (folder) => compareRequests(document, amended, [folder, join(folder, "none")], at));

describe("the request of a claim", () => {
  it("is compared where there is one, of each agency", async () => {
    expect(await compared(asking([]))).toEqual(NONE);
    expect(await compared(asking([FIRST, SECOND]))).toEqual(NONE);
    expect(await compared(asking([undefined, FIRST]))).toEqual({
      ...NONE,
      notCompared: ["claims[1].request.invoice"],
    });
  });

  it("of another agency is wrong, at its place; the rest of what it says of the agency is not compared then", async () => {
    const document = asking([FIRST, { ...SECOND, agency: { id: "FL0310200", ...AGENCY } }]);
    expect(await compared(document, { files: { "claims.json": PROFILE }, at: ["claim"] })).toEqual({
      differences: [{ path: "claim.claims[1].request.agency.id", filed: "FL0310200", recomputed: "GA0480300" }],
      notCompared: [],
    });
  });

  it.each<[string, RequestDocument, string[]]>([
    ["is the profile's", { ...FIRST, agency: AGENCY, bill_to: BILL_TO }, []],
    ["is the profile's, as far as it is there", { ...FIRST, bill_to: BILL_TO }, []],
    ["asks for another", { ...FIRST, agency: { ...AGENCY, name: "Polk County" }, bill_to: BILL_TO }, ["agency"]],
    ["asks for another with the agency's id", { ...FIRST, agency: { id: "FL0310200", name: "Polk" } }, ["agency"]],
    ["asks another", { ...FIRST, agency: AGENCY, bill_to: { ...BILL_TO, address: "Tampa" } }, ["bill_to"]],
    ["says both of somebody else", { ...FIRST, agency: {}, bill_to: {} }, ["agency", "bill_to"]],
  ])("that %s", async (_, request, parts) => {
    const paths = parts.map((part) => `claims[0].request.${part}`);
    const files = { "claims.json": PROFILE };
    expect(await compared(asking([request]), { files })).toEqual({ ...NONE, notCompared: paths });
    // The profile may lie in any of the folders, and one of them may have none.
    await withFiles(files, async (folder) => {
      const folders = [join(folder, "none"), folder];
      expect(compareRequests(asking([request]), undefined, folders, [])).toEqual({ ...NONE, notCompared: paths });
    });
  });

  it("is not compared with a profile that is not there, is wrong, or cannot be read", async () => {
    const document = asking([{ ...FIRST, agency: AGENCY, bill_to: BILL_TO }]);
    const neither = { ...NONE, notCompared: ["claims[0].request.agency", "claims[0].request.bill_to"] };
    expect(await compared(document)).toEqual(neither);
    expect(await compared(document, { files: { "claims.json": PROFILE.replace("bill_to", "bill_too") } })).toEqual(
      neither,
    );
    await withFiles({}, async (folder) => {
      symlinkSync("claims.json", join(folder, "claims.json"));
      expect(compareRequests(document, undefined, [folder], [])).toEqual(neither);
      mkdirSync(join(folder, "sub/claims.json"), { recursive: true });
      expect(compareRequests(document, undefined, [join(folder, "sub")], [])).toEqual(neither);
    });
  });

  it.each<[string, string, string | undefined, string[]]>([
    ["after a number of its own", "R-7-A1", "R-7", []],
    ["after that of an amendment", "R-7-A3", "R-7-A2", []],
    ["after none, as if the claim had had the agency's and the quarter's", "GA0480300-FY2026-Q1-A1", undefined, []],
    ["of the claim itself", "R-7", "R-7", ["claim.claims[1].request.invoice"]],
    ["of no amendment", "GA0480300-FY2026-Q1", undefined, ["claim.claims[1].request.invoice"]],
  ])("of an amendment has the number %s", async (_, invoice, before, notCompared) => {
    const document = asking([undefined, { invoice }], "0".repeat(64));
    const amended = asking([{ invoice: "other" }, before === undefined ? undefined : { invoice: before }]);
    expect(await compared(document, { amended, at: ["claim"] })).toEqual({ ...NONE, notCompared });
  });

  it("of an amendment has the next number of the quarter that the amended claim is of", async () => {
    const document = asking([{ invoice: "FL0310200-FY2025-Q4-A1" }], "0".repeat(64));
    const amended = { ...asking([]), quarter: { ...CLAIM.quarter, id: "FY2025-Q4" } };
    expect(await compared(document, { amended })).toEqual(NONE);
    expect(await compared(document, { amended: { ...amended, claims: [] } })).toEqual(NONE);
  });

  it("of an amendment without the claim that it amends is not compared", async () => {
    const document = asking([{ invoice: "FL0310200-FY2026-Q1-A1" }], "0".repeat(64));
    expect((await compared(document)).notCompared).toEqual(["claims[0].request.invoice"]);
  });
});
