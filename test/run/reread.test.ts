import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { type FoundInput, OpenedFile } from "../../src/run/find-inputs.ts";
import { claimIn, claimsIn, FiledReader, isTwice, NoClaim, optionsOf, priorIn } from "../../src/run/reread.ts";
import { claimText, type Files } from "../document/files.ts";
import { quarter } from "../engine/build.ts";

const Q1 = "FY2026-Q1";
const FILES: Files = {
  "roster.csv": `agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits
FL0310200,1042,TFM,2025-09-15,60000,0
`,
  "payroll.csv": `agency_id,officer_id,quarter,overtime_paid,overtime_hours,overtime_rate
FL0310200,1042,FY2026-Q1,35.53,3.5,10.15
`,
  "evidence.csv": "officer_id,quarter,figure,document\n1042,FY2026-Q1,salary,ledger.pdf\n",
};
const TEXT = claimText(FILES, Q1);
const CLAIM: ClaimDocument = JSON.parse(TEXT);

/** The inputs of a document as they lie beside it. @param files others in their place; undefined: not there */
const found = (document: ClaimDocument, files: Readonly<Record<string, string | undefined>> = FILES): FoundInput[] =>
  document.inputs.map(({ path }) => {
    const text = files[path];
    const file = text === undefined ? undefined : new OpenedFile(path, Buffer.from(text));
    return { path, status: file ? "same" : "missing", file };
  });

const reread = (document = CLAIM, files: Readonly<Record<string, string | undefined>> = FILES) =>
  new FiledReader().read(document, POLICY_287G, found(document, files));

describe("the inputs of a filed claim", () => {
  it("are read as it read them", async () => {
    const { inputs, problems } = await reread();
    expect(inputs.tables.map(({ role, name }) => `${role} ${name}`)).toEqual(
      CLAIM.inputs.map(({ role, path }) => `${role} ${path}`),
    );
    expect([inputs.quarter.id, inputs.agencies.map(({ id }) => id), problems.hasErrors]).toEqual([
      Q1,
      ["FL0310200"],
      false,
    ]);
  });

  it("are read without those that are not there", async () => {
    const { inputs } = await reread(CLAIM, { ...FILES, "payroll.csv": undefined });
    expect(inputs.tables.map(({ role }) => role)).toEqual(["roster", "evidence"]);
  });

  it("are held against each other, hours × rate by the rounding of the claim", async () => {
    const errors = async (document: ClaimDocument) =>
      (await reread(document)).problems.all.flatMap(({ severity, message }) => (severity === "error" ? [message] : []));
    const { policy } = CLAIM;
    const halfEven: ClaimDocument = {
      ...CLAIM,
      policy: { ...policy, readings: { ...policy.readings, rounding: "half-even" } },
    };
    expect(await errors(CLAIM)).toEqual([]);
    expect(await errors(halfEven)).toEqual(["overtime_paid 35.53 disagrees with 3.5 hours × 10.15: 35.52"]);
  });

  it("are read by the columns and values that the claim names", async () => {
    const roster = "Dept,Badge,Trained,Pay,Plan\nFL0310200,1042,2025-09-15,60000,0\n";
    const map = {
      agency_id: "Dept",
      officer_id: "Badge",
      trained_on: "Trained",
      annual_salary: "Pay",
      annual_benefits: "Plan",
    };
    const document: ClaimDocument = {
      ...CLAIM,
      inputs: CLAIM.inputs.slice(0, 1),
      options: { ...CLAIM.options, map, set: { program_model: "JEM" } },
    };
    const { inputs, problems } = await reread(document, { "roster.csv": roster });
    expect(problems.hasErrors).toBe(false);
    const spans = inputs.agencies.flatMap(({ officers }) => [...officers].flatMap((officer) => officer.spans));
    expect(spans.map(({ model, salary }) => [model, salary])).toEqual([["JEM", 60_000_0000]]);
  });

  const LEDGER = sha256(Buffer.from("ledger"));
  /** The claim as it is filed with a hash of its document of evidence. */
  const BACKED: ClaimDocument = {
    ...CLAIM,
    claims: CLAIM.claims.map((claim) => ({
      ...claim,
      evidence: {
        covered: "0.00",
        uncovered: "0.00",
        lines: [
          { line: 2, officer_id: "1042", figure: null, document: "ledger.pdf", amount: "0.00", sha256: LEDGER },
          { line: 3, officer_id: "1042", figure: null, document: "other.pdf", amount: "0.00" },
        ],
      },
    })),
  };
  const hashesIn = ({ inputs }: Awaited<ReturnType<typeof reread>>) =>
    inputs.agencies.flatMap(({ evidence = [] }) => evidence.map((row) => row.sha256));

  it("carry the hashes of documents with which the claim was filed, and none of a claim before it", async () => {
    const reader = new FiledReader();
    const hashes = [];
    for (const one of [CLAIM, BACKED, CLAIM]) hashes.push(hashesIn(await reader.read(one, POLICY_287G, found(one))));
    expect(hashes).toEqual([[undefined], [LEDGER], [undefined]]);
  });

  it("are those of the sheet that the claim names, whatever the claim before it named", async () => {
    const bytes = readFileSync(join(import.meta.dirname, "../ingest/workbooks/two-agencies.xlsx"));
    const inputs: FoundInput[] = [{ path: "book.xlsx", status: "same", file: new OpenedFile("book.xlsx", bytes) }];
    const reader = new FiledReader();
    const agencies = [];
    for (const sheet of ["Palmetto Bay", "Pine Hollow"]) {
      const [roster] = CLAIM.inputs.map((input) => ({ ...input, path: "book.xlsx" }));
      const one: ClaimDocument = { ...CLAIM, inputs: roster ? [roster] : [], options: { ...CLAIM.options, sheet } };
      agencies.push((await reader.read(one, POLICY_287G, inputs)).inputs.agencies.map(({ id }) => id));
    }
    expect(agencies).toEqual([["FL0310200"], ["GA0480300"]]);
  });

  describe("of one claim after another", () => {
    const again = async (next: ClaimDocument, files: Files = FILES) => {
      const reader = new FiledReader();
      const first = await reader.read(CLAIM, POLICY_287G, found(CLAIM));
      const second = await reader.read(next, POLICY_287G, found(next, files));
      return first.inputs === second.inputs;
    };
    const { options, policy } = CLAIM;
    it("are read once, where nothing of them is different", async () => {
      expect(await again(CLAIM)).toBe(true);
      expect(await again({ ...CLAIM, warnings: [] })).toBe(true);
      expect(
        await again({ ...CLAIM, policy: { ...policy, readings: { ...policy.readings, "overtime-cap": "quarter" } } }),
      ).toBe(true);
    });

    it.each<[string, ClaimDocument]>([
      ["the quarter", { ...CLAIM, quarter: { ...CLAIM.quarter, id: "FY2026-Q2" } }],
      ["the agency asked for", { ...CLAIM, options: { ...options, agency: "FL0310200" } }],
      ["columns", { ...CLAIM, options: { ...options, map: { officer_name: "x" } } }],
      ["values", { ...CLAIM, options: { ...options, set: { program_model: "TFM" } } }],
      ["the sheet", { ...CLAIM, options: { ...options, sheet: "May" } }],
      ["documents of evidence", BACKED],
      ["names that are not shown", { ...CLAIM, options: { ...options, redact: true } }],
      ["officers left out", { ...CLAIM, incomplete: { agencies: [{ agency_id: "FL0310200", problems: 1 }], rows: 1 } }],
      ["the rounding", { ...CLAIM, policy: { ...policy, readings: { ...policy.readings, rounding: "half-even" } } }],
      ["fewer files", { ...CLAIM, inputs: CLAIM.inputs.slice(0, 1) }],
    ])("are read anew for another of %s", async (_, next) => expect(await again(next)).toBe(false));

    it("are read anew where a file has other bytes", async () =>
      expect(await again(CLAIM, { ...FILES, "evidence.csv": `${FILES["evidence.csv"]}\n` })).toBe(false));
  });
});

describe("an input that stands in a document before", () => {
  const inputs = (...names: string[]): ClaimDocument["inputs"] =>
    names.map((name) => {
      const [role, path] = name.split(" ") as ["roster" | "rates", string];
      return { role, path, scope: "file", sha256: "", rows: 1 };
    });
  const twice = (...names: string[]) => names.map((_, index) => isTwice(inputs(...names), index));

  it("is one of its role, but for rosters, of which each file is one", () => {
    expect(twice("roster a.csv", "roster b.csv", "roster a.csv")).toEqual([false, false, true]);
    expect(twice("rates a.csv", "rates b.csv", "roster a.csv")).toEqual([false, true, false]);
    expect(isTwice(inputs("roster a.csv"), 1)).toBe(false);
  });

  it("is not read again", async () => {
    const document: ClaimDocument = { ...CLAIM, inputs: [...CLAIM.inputs, ...CLAIM.inputs.slice(0, 1)] };
    expect((await reread(document)).inputs.tables.map(({ role }) => role)).toEqual(["roster", "payroll", "evidence"]);
  });
});

describe("what a document was asked for", () => {
  const { set: _, redact: __, ...options } = CLAIM.options;
  it("is what it says, and what it does not say is nothing", () => {
    expect(
      optionsOf({ ...CLAIM, options: { ...options, agency: "FL0310200", map: { unit: "Dept" }, sheet: "May" } }),
    ).toEqual({
      agency: "FL0310200",
      map: { unit: "Dept" },
      set: {},
      sheet: "May",
      redact: false,
      rejects: false,
    });
    expect(optionsOf({ ...CLAIM, options: { ...options, set: { program_model: "TFM" }, redact: true } })).toMatchObject(
      {
        set: { program_model: "TFM" },
        redact: true,
      },
    );
  });

  it("is to leave officers out, where an agency of its claims is incomplete", () => {
    const rejects = (...ids: string[]) => {
      const agencies = ids.map((agency_id) => ({ agency_id, problems: 1 }));
      return optionsOf({ ...CLAIM, incomplete: { agencies, rows: 1 } }).rejects;
    };
    expect([rejects("FL0310200"), rejects("GA0480300", "FL0310200"), rejects("GA0480300"), rejects()]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(optionsOf({ ...CLAIM, incomplete: null }).rejects).toBe(false);
  });
});

describe("the claims in files that were found", () => {
  const file = (text: string, path = "q1.json"): FoundInput => ({
    path,
    status: "same",
    file: new OpenedFile(`/somewhere/${path}`, Buffer.from(text)),
  });
  const gone: FoundInput = { path: "q0.json", status: "missing", file: undefined };

  it("are read, under the names that the claim gives them", async () => {
    const claims = await claimsIn([gone, file(TEXT)]);
    expect(claims.map((one) => [one.name, one.document.quarter.id])).toEqual([["q1.json", Q1]]);
  });

  it("are refused by their name where one is no claim", async () => {
    for (const text of ["{}", "x"]) {
      const refused = await claimIn("q1.json", Buffer.from(text)).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(NoClaim);
      expect((refused as NoClaim).path).toBe("q1.json");
    }
    await expect(claimsIn([file(TEXT), file("{}", "q2.json")])).rejects.toBeInstanceOf(NoClaim);
  });

  it("count as prior claims whatever their policy", async () => {
    const text = TEXT.replace(CLAIM.policy.sha256, "0".repeat(64));
    const taking = { before: quarter("FY2026-Q2"), agencies: new Set(["FL0310200"]) };
    for (const one of [TEXT, text]) {
      const prior = await priorIn([file(one)], taking);
      expect([...prior].map(([id, claims]) => [id, claims.map((claim) => claim.quarter)])).toEqual([
        ["FL0310200", [Q1]],
      ]);
    }
    expect((await priorIn([gone], taking)).size).toBe(0);
  });
});
