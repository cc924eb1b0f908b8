import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { amendedLines, amendment } from "../../src/amend/amend.ts";
import { withPrior } from "../../src/document/prior.ts";
import { readClaim } from "../../src/document/read.ts";
import { policyStated } from "../../src/document/records.ts";
import type { AgencyDocument, ClaimDocument } from "../../src/document/schema.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { policyHash } from "../../src/policy/known.ts";
import { POLICY_287G, type Policy, termsFor } from "../../src/policy/policy.ts";
import { RELEASES } from "../../src/policy/released.ts";
import { Problems } from "../../src/problems/problems.ts";
import { chainClaims } from "../../src/run/chain.ts";
import { documentOf } from "../../src/run/document.ts";
import { takePrior } from "../../src/run/prior.ts";
import { runClaims } from "../../src/run/run.ts";
import { type Verification, Verifier, type VerifyOptions } from "../../src/verify/verify.ts";
import { claimText, compute, type Files, read, withFiles, written } from "../document/files.ts";
import { quarter } from "../engine/build.ts";

const Q1 = "FY2026-Q1";
const FILES: Files = {
  "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1042,TFM,2025-09-15,85000.37,23000.11
FL0310200,1043,TFM,2025-09-15,72400.00,19800.00
`,
  "payroll.csv": "officer_id,quarter,overtime_paid\n1042,FY2026-Q1,3456.78\n",
};
const CLAIM: ClaimDocument = JSON.parse(claimText(FILES, Q1));
const FIRST_RELEASE = RELEASES[0]?.policy as Policy;

/** The claim of the files under a policy, with a derivation of every figure. */
function claimUnder(policy: Policy): ClaimDocument {
  const [problems, terms] = [new Problems(), termsFor(policy, quarter(Q1))];
  const options = { agency: null, map: {}, redact: false };
  return documentOf(runClaims(policy, terms, options, read(FILES, Q1, problems), problems, "derivations"));
}

/** What verify says of a document that lies beside files. */
function judged(document: unknown, files: Files, options: Partial<VerifyOptions> = {}): Promise<Verification> {
  return withFiles(files, async (folder) => {
    const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines, ...options });
    return verifier.verify(await readClaim("claim.json", Buffer.from(JSON.stringify(document))), folder);
  });
}

/** Its differences, as `path: filed → recomputed`. */
const differences = async (...of: Parameters<typeof judged>): Promise<string[]> =>
  (await judged(...of)).differences.map((one) => `${one.path}: ${one.filed} → ${one.recomputed}`);

/** A claim with its one agency changed. */
const withAgency = (document: ClaimDocument, change: (agency: AgencyDocument) => object): ClaimDocument => ({
  ...document,
  claims: document.claims.map((agency) => ({ ...agency, ...change(agency) })),
});

describe("a claim", () => {
  it.each<[string, Files, boolean, object]>([
    ["verified with all of its inputs", FILES, false, { status: "verified", ok: true }],
    ["verified so where they are not asked for", FILES, true, { status: "verified", ok: true }],
    ["no more than consistent without", {}, false, { status: "consistent", ok: false }],
    ["well so where they are not asked for", {}, true, { status: "consistent", ok: true }],
    [
      "consistent without one of them",
      { "roster.csv": FILES["roster.csv"] ?? "" },
      false,
      { status: "consistent", ok: false },
    ],
  ])("is %s", async (_, files, withoutInputs, verdict) => {
    const { differences, policy, inputs, ...found } = await judged(CLAIM, files, { withoutInputs });
    expect([differences, policy]).toEqual([[], "same"]);
    const statusOf = (path: string) => (files[path] === undefined ? "missing" : "same");
    expect(inputs).toEqual(["roster.csv", "payroll.csv"].map((path) => ({ path, status: statusOf(path) })));
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    // Neither evidence nor what is not compared is named where there is none.
    expect(found).toEqual({ schema: "claims-verify/1", claim: "claim.json", sha256, ...verdict });
  });

  it("of one agency is verified beside a roster of two", async () => {
    const georgia = "GA0480300,7,TFM,2025-09-15,60000.00,16000.00\n";
    const both: Files = { "roster.csv": `${FILES["roster.csv"]}${georgia}` };
    const run = compute(both, Q1);
    const of = (id: string) => documentOf({ ...run, claims: run.claims.filter(({ agency }) => agency.id === id) });
    expect([of("FL0310200").totals.total, of("GA0480300").totals.total]).toEqual(["50050.12", "19000.00"]);
    for (const id of ["FL0310200", "GA0480300"])
      expect(await judged(of(id), both)).toMatchObject({ status: "verified", differences: [] });
  });

  it("that names no inputs is never verified", async () => {
    const found = await judged({ ...CLAIM, inputs: [] }, FILES);
    expect(found).toMatchObject({ status: "consistent", ok: false, inputs: [], differences: [] });
  });

  it("rests on the claims filed before it too", async () => {
    const prior = claimText({ ...FILES, "rates.csv": "quarter,placement_rate\nFY2026-Q1,92.5\n" }, Q1);
    const files = [await readClaim("q1.json", Buffer.from(prior))];
    const taking = { before: quarter("FY2026-Q2"), samePolicy: () => true, agencies: new Set(["FL0310200"]) };
    const second = documentOf(compute(FILES, "FY2026-Q2", {}, takePrior(files, taking, new Problems())));
    expect(second.claims[0]?.officers[0]?.overtime_cap_room).toBe("17793.31"); // 21,250.09 − 3,456.78
    const found = async (beside: Files) => {
      const { status, inputs } = await judged(second, { ...FILES, ...beside });
      return [status, inputs.at(-1)];
    };
    expect(await found({ "q1.json": prior })).toEqual(["verified", { path: "q1.json", status: "same" }]);
    expect(await found({ "q1.json": "{}" })).toEqual(["consistent", { path: "q1.json", status: "changed" }]);
    expect(await found({})).toEqual(["consistent", { path: "q1.json", status: "missing" }]);
    // A file with the right hash is none the more a claim.
    const none = '{"not": "a claim"}\n';
    const { path, vehicles } = second.claims[0]?.prior?.[0] ?? {};
    const forged = withAgency(second, () => ({
      prior: [
        { quarter: "FY2025-Q4", vehicles: "0.00", path: "q0.json", sha256: sha256(Buffer.from(prior)) },
        { quarter: Q1, vehicles, path, sha256: sha256(Buffer.from(none)) },
      ],
    }));
    expect(await judged(forged, { ...FILES, "q0.json": prior, "q1.json": none })).toMatchObject({
      status: "differs",
      ok: false,
      differences: [{ path: "claims[0].prior[1].sha256", filed: sha256(Buffer.from(none)), recomputed: null }],
    });
  });

  it("says which policy it is of: this release's, another that is known, or none that is", async () => {
    const own: Policy = { ...POLICY_287G, id: "county" };
    const of = async (document: ClaimDocument, policy?: Policy) => {
      const found = await judged(document, FILES, { policy });
      return [found.policy, found.status, found.differences.map(({ path }) => path)];
    };
    expect(await of(CLAIM, own)).toEqual(["same", "verified", []]);
    expect(await of({ ...claimUnder(FIRST_RELEASE), generator: "claims 1.0.0" })).toEqual(["other", "verified", []]);
    expect(await of(claimUnder(own), own)).toEqual(["other", "verified", []]);
    expect(await of(claimUnder(own))).toEqual(["unknown", "differs", ["policy.sha256"]]);
  });

  it("of a quarter of several is verified, though one agency's first was filed before and another's not", async () => {
    const [header, row] = ["equipment_cost", "5000"].map(
      (more, at) => `${FILES["roster.csv"]?.split("\n")[at]},${more}`,
    );
    const files = { "roster.csv": `${header}\n${row}\n${row?.replace("FL0310200", "GA0480300")}\n` };
    const prior = claimText({ "roster.csv": `${header}\n${row}\n` }, Q1);
    const taking = { before: quarter(Q1), year: "FY2026", samePolicy: () => true, agencies: new Set(["FL0310200"]) };
    const filed = takePrior([await readClaim("q1.json", Buffer.from(prior))], taking, new Problems());
    const problems = new Problems();
    const inputs = withPrior(read(files, Q1, problems), filed);
    const chain = {
      policy: POLICY_287G,
      readings: {},
      options: { agency: null, map: {}, redact: false },
      inputs,
      problems,
    };
    const third = chainClaims(chain, ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3"].map(quarter)).at(-1);
    const document = third && documentOf(third);
    const counted = document?.claims.map((claim) => claim.prior?.map((one) => [one.quarter, one.path]));
    expect(counted).toEqual([
      [
        [Q1, "q1.json"],
        ["FY2026-Q2", undefined],
      ],
      [
        [Q1, undefined],
        ["FY2026-Q2", undefined],
      ],
    ]);
    expect(await judged(document, { ...files, "q1.json": prior })).toMatchObject({
      status: "verified",
      differences: [],
    });
  });

  it("names the documents of its evidence, of which another with the name is a difference", async () => {
    const ledger = "1042: 21250.09\n";
    const rows = ["ledger.pdf", "letter.pdf"].map((name) => `1042,${Q1},salary,${name}\n`).join("");
    const files = { ...FILES, "evidence.csv": `officer_id,quarter,figure,document\n${rows}` };
    const document: ClaimDocument = JSON.parse(
      claimText(files, Q1).replace('"document": "ledger.pdf"', `$&, "sha256": "${sha256(Buffer.from(ledger))}"`),
    );
    const found = async (beside: Files) => {
      const { status, evidence, differences } = await judged(document, { ...files, ...beside });
      return [status, evidence, differences];
    };
    const path = "ledger.pdf";
    expect(await found({ [path]: ledger })).toEqual(["verified", [{ path, status: "same" }], []]);
    expect(await found({})).toEqual(["verified", [{ path, status: "missing" }], []]);
    expect(await found({ [path]: "another" })).toEqual([
      "differs",
      [{ path, status: "changed" }],
      [{ path: 'evidence["ledger.pdf"].sha256', filed: sha256(Buffer.from(ledger)), recomputed: null }],
    ]);
  });

  it("that no release made differs, beside what else does", async () => {
    const forged = { ...CLAIM, generator: "claims 9.9.9" };
    expect(await differences(forged, FILES)).toEqual(["generator: claims 9.9.9 → null"]);
    expect(await judged(forged, FILES, { withoutInputs: true })).toMatchObject({ status: "differs", ok: false });
    const dearer = withAgency(forged, ({ totals }) => ({ totals: { ...totals, salary: "1.00" } }));
    const both = ["generator: claims 9.9.9 → null", "claims[0].totals.salary: 1.00 → 39350.09"];
    expect(await differences(dearer, FILES)).toEqual(both);
    expect(await differences(dearer, {})).toEqual(both);
  });

  it("of a quarter of which the policy says nothing differs in its quarter", async () => {
    const forged = { ...CLAIM, quarter: { ...CLAIM.quarter, id: "FY2024-Q1" } };
    for (const files of [FILES, {}]) expect(await differences(forged, files)).toEqual(["quarter.id: FY2024-Q1 → null"]);
  });

  it("is compared with each of its derivations, in the words of this release", async () => {
    const [own, first] = [claimUnder(POLICY_287G), { ...claimUnder(FIRST_RELEASE), generator: "claims 1.0.0" }];
    const forged = (document: ClaimDocument, from: string, to: string): ClaimDocument => {
      const text = JSON.stringify(document);
      expect(text).toContain(from);
      return JSON.parse(text.replace(from, to));
    };
    const SALARY = '"derivation":[{"figure":"eligible_days","value":"92"';
    const path = "claims[0].officers[0].derivation[0]";
    for (const document of [own, first]) expect(await differences(document, FILES)).toEqual([]);
    const said = (document: ClaimDocument) => forged(document, '"formula":"', '"formula":"1 × ');
    expect(await differences(said(own), FILES)).toEqual([
      expect.stringMatching(/^claims\[0\]\.officers\[0\]\.derivation\[0\]\.steps\[0\]\.formula: 1 × /),
    ]);
    expect(await differences(said(first), FILES)).toEqual([]);
    const otherValue = (document: ClaimDocument) => forged(document, SALARY, SALARY.replace("92", "91"));
    for (const document of [own, first])
      for (const files of [FILES, {}])
        expect(await differences(otherValue(document), files)).toEqual([`${path}.value: 91 → 92`]);
  });

  it("has derivations of all officers, or of none", async () => {
    const [header, row] = (FILES["roster.csv"] ?? "").split("\n");
    const files = { "roster.csv": `${header}\n${row}\n${row?.replace("FL0310200", "GA0480300")}\n` };
    const document: ClaimDocument = JSON.parse(claimText(files, Q1, {}, new Map(), "derivations"));
    const [first, second] = document.claims;
    const without = { ...first, officers: first?.officers.map(({ derivation: _, ...officer }) => officer) };
    expect(await judged({ ...document, claims: [without, second] }, files)).toMatchObject({
      differences: [{ path: "claims[0].officers[0].derivation", filed: null }],
    });
    const [one, two] = CLAIM.claims[0]?.officers ?? [];
    const explained = claimUnder(POLICY_287G).claims[0]?.officers[0]?.derivation;
    const half = withAgency(CLAIM, () => ({ officers: [{ ...one, derivation: explained }, two] }));
    expect((await judged(half, FILES)).differences.map(({ path }) => path)).toEqual([
      "claims[0].officers[1].derivation",
      "claims[0].derivation",
    ]);
  });

  it("lacks nothing of what its release did not know, but may not have it otherwise", async () => {
    const files = { ...FILES, "payroll.csv": "officer_id,quarter,salary_paid\n1042,FY2026-Q1,30000\n" };
    const whole: ClaimDocument = JSON.parse(claimText(files, Q1));
    expect(whole.claims[0]?.not_claimed).toEqual([
      { officer_id: "1042", figure: "salary", amount: "8749.91", reason: expect.any(String) },
    ]);
    const old = { ...whole, generator: "claims 1.0.0", policy: { ...whole.policy, sha256: policyHash(FIRST_RELEASE) } };
    const without = ({ values: { "authorization-years": _, ...values }, ...policy }: ClaimDocument["policy"]) => ({
      ...policy,
      values,
    });
    const less = (document: ClaimDocument) => ({
      ...withAgency(document, () => ({ not_claimed: undefined })),
      policy: without(document.policy),
    });
    const dearer = withAgency(old, () => ({ not_claimed: [{ ...whole.claims[0]?.not_claimed?.[0], amount: "1.00" }] }));
    for (const beside of [files, {}]) {
      expect(await differences(less(old), beside)).toEqual([]);
      expect(await differences(dearer, beside)).toEqual(["claims[0].not_claimed[0].amount: 1.00 → 8749.91"]);
      expect(await differences(less(whole), beside)).toEqual([
        'policy.values["authorization-years"]: null → 2',
        expect.stringMatching(/^claims\[0\]\.not_claimed: null → /),
      ]);
    }
  });

  it("alone says of the one that it amends only its hash, which is not compared", async () => {
    const amending = { ...CLAIM, amends: "0".repeat(64) };
    expect(await judged(amending, FILES)).toMatchObject({ status: "verified", not_compared: ["amends"] });
  });

  it("has its request held against the profile beside it, and in the other folders", async () => {
    const document = withAgency(CLAIM, () => ({ request: { invoice: `FL0310200-${Q1}`, bill_to: { agency: "ICE" } } }));
    const profile = { "claims.json": '{"bill_to": {"agency": "ICE"}}' };
    expect((await judged(document, { ...FILES, ...profile })).not_compared).toBeUndefined();
    await withFiles(profile, async (elsewhere) => {
      expect((await judged(document, FILES, { folders: [elsewhere] })).not_compared).toBeUndefined();
    });
    expect((await judged(document, FILES)).not_compared).toEqual(["claims[0].request.bill_to"]);
    const wrong = withAgency(CLAIM, () => ({ request: { invoice: "1", agency: { id: "GA0480300" } } }));
    expect(await judged(wrong, FILES)).toMatchObject({
      status: "differs",
      differences: [{ path: "claims[0].request.agency.id", filed: "GA0480300", recomputed: "FL0310200" }],
      not_compared: ["claims[0].request.invoice"],
    });
  });
});

describe("an amendment", () => {
  const raised = { ...FILES, "roster.csv": FILES["roster.csv"]?.replace("85000.37", "91000.37") ?? "" };

  /** The amendment of a claim to the raise, and the files of both. */
  const amended = async () => {
    const file = await readClaim("q1.json", Buffer.from(written(CLAIM)));
    const inputs = read(FILES, Q1, new Problems());
    const document = amendment({ file, policy: POLICY_287G, inputs }, compute(raised, Q1));
    const { cause, ...line } = document.lines[0] ?? { cause: "" };
    return { document, forged: { ...document, lines: [{ ...line, cause: `${cause}, or so` }] } };
  };

  /** What verify says of an amendment beside the new inputs, with the claim that it amends and what that rests on in folders. */
  const judgedBeside = async (document: unknown, filed: Files, inputs: Files = {}): Promise<unknown[]> =>
    withFiles(filed, (first) =>
      withFiles(inputs, async (second) => {
        const found = await judged(document, raised, { folders: [first, second] });
        return [found.status, found.inputs.at(-1)?.status, ...found.differences.map(({ path }) => path)];
      }),
    );

  const filed = { "q1.json": written(CLAIM) };

  it("is verified with the claim that it amends", async () => {
    const { document } = await amended();
    expect(await judgedBeside(document, filed, FILES)).toEqual(["verified", "same"]);
    expect(await judgedBeside(document, filed)).toEqual(["verified", "same"]);
    expect(await judgedBeside(document, {})).toEqual(["consistent", "missing"]);
    expect(await judgedBeside(document, { "q1.json": "{}" })).toEqual(["consistent", "changed"]);
    expect((await judged(document, raised)).not_compared).toBeUndefined();
  });

  it("has causes that come out again, where both claims and their inputs are there", async () => {
    const { forged } = await amended();
    expect(await judgedBeside(forged, filed, FILES)).toEqual(["differs", "same", "lines[0].cause"]);
    expect(await judgedBeside(forged, filed)).toEqual(["verified", "same"]);
    expect(await judgedBeside(forged, {}, FILES)).toEqual(["consistent", "missing"]);
    const byAnother = { ...forged, claim: { ...forged.claim, generator: "claims 1.0.0" } };
    expect(await judgedBeside(byAnother, filed, FILES)).toEqual(["differs", "same", "claim.generator"]);
  });

  it("of a claim whose policy is not known has the causes that the values give which it states", async () => {
    const allowance = [{ from: "2025-10-01", value: "6000.00", source: "FOP-2025-09" }];
    const own = { ...POLICY_287G, parameters: { ...POLICY_287G.parameters, "equipment-allowance": allowance } };
    const header = `${FILES["roster.csv"]?.split("\n")[0]},equipment_cost`;
    const files = { "roster.csv": `${header}\nFL0310200,1042,TFM,2025-09-15,85000.37,23000.11,7000\n` };
    const [problems, terms] = [new Problems(), termsFor(own, quarter(Q1))];
    const options = { agency: null, map: {}, redact: false };
    const run = runClaims(own, terms, options, read(files, Q1, problems), problems, "officers");
    const file = await readClaim("q1.json", Buffer.from(written(documentOf(run))));
    const of = { file, policy: policyStated(file.document), inputs: run.inputs };
    const document = amendment(of, compute(files, Q1));
    expect(document.lines.map(({ figure, difference, cause }) => `${figure} ${difference}: ${cause}`)).toEqual([
      expect.stringMatching(/^equipment 1000\.00: the policy is now .*, it was 287g \(as the claim states it\)$/),
    ]);
    expect(await judged(document, { ...files, "q1.json": written(file.document) })).toMatchObject({
      status: "verified",
      differences: [],
    });
  });

  it("differs from the claim that it amends, with that beside it", async () => {
    const { document } = await amended();
    const [line] = document.lines;
    const moved = { ...document, lines: [{ ...line, filed: "21240.09", difference: "1510.00" }] };
    expect(await differences(moved, { ...raised, ...filed })).toEqual([
      `difference: 1500.00 → 1510.00`,
      "lines[0].filed: 21240.09 → 21250.09",
      "lines[0].difference: 1510.00 → 1500.00",
    ]);
  });

  it("of a file that is no claim differs", async () => {
    const { document } = await amended();
    const none = '{"not": "a claim"}\n';
    const hash = sha256(Buffer.from(none));
    const claim = { ...document.claim, amends: hash };
    const forged = { ...document, filed: { ...document.filed, sha256: hash }, claim };
    expect(await differences(forged, { ...raised, "q1.json": none })).toEqual([`filed.sha256: ${hash} → null`]);
  });

  it("has paths that begin in its claim", async () => {
    const { document } = await amended();
    const of = (claim: object) => ({ ...document, claim: { ...document.claim, ...claim } });
    const policy = { ...document.claim.policy, sha256: "0".repeat(64) };
    const quarter = { ...document.claim.quarter, id: "FY2024-Q1" };
    for (const files of [{ ...raised, ...filed }, {}]) {
      expect(await differences(of({ policy }), files)).toEqual([`claim.policy.sha256: ${policy.sha256} → null`]);
      expect(await differences(of({ quarter }), files)).toEqual(["claim.quarter.id: FY2024-Q1 → null"]);
    }
    const incomplete = { agencies: [], rows: 1 };
    expect(await differences(of({ incomplete }), { ...raised, ...filed })).toEqual([
      "claim.incomplete: [object Object] → null",
    ]);
    const twice = of({ inputs: [...document.claim.inputs, ...document.claim.inputs.slice(0, 1)] });
    expect(await differences(twice, {})).toEqual(["claim.inputs[2]: [object Object] → null"]);
    const request = of(withAgency(document.claim, () => ({ request: { invoice: "1", agency: { id: "9" } } })));
    expect(await differences(request, raised)).toEqual(["claim.claims[0].request.agency.id: 9 → FL0310200"]);
  });

  it("of 1.0.0 is verified under the policy of its time", async () => {
    const folder = join(import.meta.dirname, "../../fixtures/filed/1.0.0");
    const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines });
    const file = await readClaim("q1-amendment.json", readFileSync(join(folder, "q1-amendment.json")));
    expect(await verifier.verify(file, folder)).toMatchObject({ status: "verified", policy: "other", differences: [] });
  });
});
