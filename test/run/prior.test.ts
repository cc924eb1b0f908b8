import { describe, expect, it } from "vitest";
import type { ClaimFile } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { Problems } from "../../src/problems/problems.ts";
import { standing, type Taking, takePrior } from "../../src/run/prior.ts";
import { claimText } from "../document/files.ts";
import { quarter } from "../engine/build.ts";
import { said } from "../ingest/table/said.ts";

const [Q1, Q2, Q3] = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"] as const;
const [LEE, POLK, HAYS] = ["FL0310200", "GA0480300", "TX1090000"] as const;
const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const DOCUMENTS = new Map<string, ClaimDocument>();

/** A claim of agencies, one officer each. @param changes to the document */
function claim(
  name: string,
  quarterId: string,
  agencies: readonly string[],
  changes: Partial<ClaimDocument> = {},
): ClaimFile {
  const key = [quarterId, ...agencies].join();
  const rows = agencies.map((id) => `${id},1,TFM,2025-09-15,60000,0\n`).join("");
  const known = DOCUMENTS.get(key) ?? JSON.parse(claimText({ "roster.csv": `${HEADER}\n${rows}` }, quarterId));
  DOCUMENTS.set(key, known);
  const document = { ...known, ...changes };
  return { name: `${name}:1`, file: name, sha256: `hash of ${name}`, document, amendment: null };
}
const without = (...ids: string[]): Partial<ClaimDocument> => ({
  incomplete: { agencies: ids.map((agency_id) => ({ agency_id, problems: 1 })), rows: 1 },
});

/** The prior claims of the agencies of a run, by quarter and file, and what is said. */
function taken(files: readonly ClaimFile[], more: Partial<Taking> = {}) {
  const problems = new Problems();
  const taking = { before: quarter(Q2), samePolicy: () => true, agencies: new Set([LEE, POLK]), ...more };
  const prior = takePrior(files, taking, problems);
  return {
    prior: [...prior].map(([id, claims]) => [id, ...claims.map((one) => `${one.quarter} ${one.path}`)].join(" ")),
    said: problems.all.map((one) => `${one.agency ?? ""} ${one.where ?? ""} ${said(one)}`.trim()),
  };
}

describe("prior claims", () => {
  it("are those of each agency of the run, in order of their quarters", () => {
    const files = [claim("q2.json", Q2, [LEE]), claim("q1.json", Q1, [LEE, POLK])];
    expect(taken(files, { before: quarter(Q3) })).toEqual({
      prior: [`${LEE} ${Q1} q1.json ${Q2} q2.json`, `${POLK} ${Q1} q1.json`],
      said: [],
    });
  });

  it("keep the hash of their file, and that they left out officers of the agency", () => {
    const prior = (document: Partial<ClaimDocument>) => {
      const taking = { before: quarter(Q2), samePolicy: () => true, agencies: new Set([LEE, POLK]) };
      return [...takePrior([claim("q1.json", Q1, [LEE, POLK], document)], taking, new Problems()).values()]
        .flat()
        .map(({ sha256, incomplete }) => [sha256, incomplete]);
    };
    const hash = "hash of q1.json";
    expect(prior({})).toEqual([
      [hash, undefined],
      [hash, undefined],
    ]);
    expect(prior(without(POLK, HAYS))).toEqual([
      [hash, undefined],
      [hash, true],
    ]);
  });

  it("of agencies that are not in the run are counted once each, and named", () => {
    const files = [claim("q1.json", Q1, [HAYS, "VA0490000"]), claim("q2.json", Q2, [HAYS, LEE])];
    expect(taken(files, { before: quarter(Q3) })).toEqual({
      prior: [`${LEE} ${Q2} q2.json`],
      said: [
        "notice prior-of-other-agencies: passed over the prior claims of 2 agencies not in this run: TX1090000, VA0490000",
      ],
    });
  });

  it("of the run's own quarter are passed over, by the names of their files", () => {
    const files = [claim("a.json", Q2, [LEE, POLK]), claim("b.json", Q2, [POLK])];
    expect(taken(files)).toEqual({
      prior: [],
      said: ["notice prior-of-this-quarter: passed over a.json:1, b.json:1: of FY2026-Q2 itself, so no prior claim"],
    });
  });

  it("of a later quarter, and of another policy, are errors of their agency", () => {
    const later = claim("q3.json", Q3, [LEE]);
    expect(taken([later]).said).toEqual([
      `${LEE} q3.json:1 error prior-not-earlier: the prior claim of ${LEE} for ${Q3} is not of a quarter before ${Q2} -> leave it out, or compute a later quarter; \`claims amend\` corrects a claim that was filed`,
    ]);
    const { document } = later;
    const policy = { ...document.policy, sha256: `${"0123456789ab"}${"c".repeat(52)}` };
    const other = claim("q1.json", Q1, [POLK], { policy });
    const samePolicy = (hash: string) => hash === document.policy.sha256;
    expect(taken([claim("q0.json", Q1, [LEE]), other], { samePolicy })).toEqual({
      prior: [`${LEE} ${Q1} q0.json`],
      said: [
        `${POLK} q1.json:1 error prior-other-policy: the prior claim of ${POLK} for ${Q1} was computed with another policy: 287g, SHA-256 0123456789ab… -> compute with the policy of the prior claims, or leave it out`,
      ],
    });
  });

  it("that do not add up are errors of the agency, or of all of a document", () => {
    const remedy = "give the claim as it was filed; `claims verify` shows where it does not agree";
    const whole = claim("q1.json", Q1, [LEE, POLK]);
    const { claims, totals } = whole.document;
    const wrong = claims.map((one) =>
      one.agency_id === POLK ? { ...one, totals: { ...one.totals, award: "1.00" } } : one,
    );
    expect(taken([claim("q1.json", Q1, [LEE, POLK], { claims: wrong, totals: { ...totals, award: "1.00" } })])).toEqual(
      {
        prior: [`${LEE} ${Q1} q1.json`],
        said: [
          `${POLK} q1.json:1 error prior-does-not-add-up: the prior claim of ${POLK} for ${Q1} does not add up: its officers come to 0.00 of award, the totals say 1.00 -> ${remedy}`,
        ],
      },
    );
    const all = "the agencies of the document come to 0.00 of award, the totals say 1.00";
    expect(taken([claim("q1.json", Q1, [LEE, POLK], { totals: { ...totals, award: "1.00" } })])).toEqual({
      prior: [],
      said: [LEE, POLK].map(
        (id) =>
          `${id} q1.json:1 error prior-does-not-add-up: the prior claim of ${id} for ${Q1} does not add up: ${all} -> ${remedy}`,
      ),
    });
  });

  it("of two files for one quarter are an error of the second", () => {
    const two = [claim("a.json", Q1, [LEE, POLK]), claim("b.json", Q1, [POLK])];
    expect(taken(two)).toEqual({
      prior: [`${LEE} ${Q1} a.json`, `${POLK} ${Q1} a.json`],
      said: [
        `${POLK} b.json:1 error second-prior: ${POLK} has two prior claims for ${Q1}: a.json and this one -> give the one that was filed; an amendment made with \`claims amend\` stands for the claim that it amends`,
      ],
    });
  });

  describe("for a year that is computed whole", () => {
    const year = { before: quarter(Q1), year: "FY2026" };
    it("are of any quarter of it, the first too", () => {
      const files = [claim("q3.json", Q3, [LEE]), claim("q1.json", Q1, [LEE])];
      expect(taken(files, year)).toEqual({ prior: [`${LEE} ${Q1} q1.json ${Q3} q3.json`], said: [] });
    });

    it("are of no year after it", () => {
      const { prior, said } = taken([claim("q5.json", "FY2027-Q1", [LEE])], year);
      expect([prior, said.length, said[0]?.slice(0, 42)]).toEqual([
        [],
        1,
        "FL0310200 q5.json:1 error prior-not-earlie",
      ]);
    });
  });
});

describe("an agency that a prior claim left out whole", () => {
  const warning = (id: string, quarterId: string, file = "q1.json"): string =>
    `${id} ${file}:1 warning prior-incomplete: the prior claim for ${quarterId} left ${id} out for errors -> give the claim that was filed for it, if there is one`;
  const q1 = claim("q1.json", Q1, [LEE], without(POLK));

  it("is told, if it is in the run", () => {
    expect(taken([q1]).said).toEqual([warning(POLK, Q1)]);
    expect(taken([claim("q1.json", Q1, [LEE], without(HAYS))]).said).toEqual([]);
    expect(taken([claim("q1.json", Q1, [LEE], without(LEE))]).said).toEqual([]);
  });

  it("is told of each quarter for which no other claim has it", () => {
    const before = { before: quarter(Q3) };
    expect(taken([q1, claim("later.json", Q1, [POLK])], before).said).toEqual([]);
    expect(taken([claim("later.json", Q1, [POLK]), q1], before).said).toEqual([]);
    expect(taken([q1, claim("q2.json", Q2, [POLK])], before).said).toEqual([warning(POLK, Q1)]);
    expect(taken([q1, claim("q2.json", Q2, [POLK]), claim("later.json", Q1, [POLK])], before).said).toEqual([]);
    expect(taken([q1, claim("q2.json", Q2, [LEE], without(POLK))], before).said).toEqual([
      warning(POLK, Q1),
      warning(POLK, Q2, "q2.json"),
    ]);
  });

  it("is not one of which officers were left out, though that claim is refused", () => {
    const part = claim("q1.json", Q1, [LEE, POLK], without(POLK));
    const codes = taken([part], { samePolicy: () => false }).said.map((line) => line.split(/[: ]+/)[4]);
    expect(codes).toEqual(["prior-other-policy", "prior-other-policy"]);
  });

  it("is not told of a claim of the run's own quarter, or of a later one", () => {
    expect(taken([claim("q2.json", Q2, [HAYS], without(POLK))]).said).toEqual([
      "notice prior-of-other-agencies: passed over the prior claims of 1 agency not in this run: TX1090000",
    ]);
    expect(taken([claim("q3.json", Q3, [HAYS], without(POLK))]).said.length).toBe(1);
  });
});

describe("an amendment", () => {
  const names = (...files: ClaimFile[]) => standing(files).map(({ file }) => file);
  const first = claim("first.json", Q1, [LEE]);
  const amending = (file: ClaimFile, by: string, quarterId: string = Q1, agencies: readonly string[] = [LEE]) =>
    claim(by, quarterId, agencies, { amends: file.sha256 });
  const second = amending(first, "second.json");

  it("stands for the claim that it amends, whatever their order", () => {
    expect(names(first, second)).toEqual(["second.json"]);
    expect(names(second, first)).toEqual(["second.json"]);
    expect(names(second)).toEqual(["second.json"]);
    expect(names(amending(second, "third.json"), first, second)).toEqual(["third.json"]);
    expect(names(amending(second, "third.json"), first)).toEqual(["third.json", "first.json"]);
  });

  it("stands for it, where one of its agencies is", () => {
    const both = claim("both.json", Q1, [LEE, POLK]);
    expect(names(both, amending(both, "one.json", Q1, [POLK]))).toEqual(["one.json"]);
    expect(names(first, amending(first, "both.json", Q1, [POLK, LEE]))).toEqual(["both.json"]);
  });

  it("of another quarter, or of other agencies alone, does not", () => {
    expect(names(first, amending(first, "q2.json", Q2))).toEqual(["first.json", "q2.json"]);
    expect(names(first, amending(first, "polk.json", Q1, [POLK]))).toEqual(["first.json", "polk.json"]);
  });

  it("and any claim is one, however often it is given", () => {
    expect(names(first, first)).toEqual(["first.json"]);
    expect(names(first, { ...first, file: "copy.json" })).toEqual(["copy.json"]);
  });
});
