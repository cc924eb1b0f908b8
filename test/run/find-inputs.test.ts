import { mkdirSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { sha256 } from "../../src/files/sha256.ts";
import { type FoundInput, InputFinder, isInside, OpenedFile } from "../../src/run/find-inputs.ts";
import { claimText, withFiles } from "../document/files.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const LEE = "FL0310200,1,TFM,2025-09-15,60000,0";
const BAY = "FL0030000,2,TFM,2025-09-15,60000,0";
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
const ROSTER = csv(LEE, BAY);
const CLAIM: ClaimDocument = JSON.parse(claimText({ "roster.csv": ROSTER }, "FY2026-Q1"));
const hashOf = (text: string): string => sha256(Buffer.from(text));

/** The claim as of one agency alone, by the hash of the header and its rows. */
const OF_LEE: ClaimDocument = {
  ...CLAIM,
  claims: CLAIM.claims.filter(({ agency_id }) => agency_id === "FL0310200"),
  inputs: [{ role: "roster", path: "roster.csv", scope: "rows", sha256: hashOf(csv(LEE)), rows: 1 }],
};

type Files = Readonly<Record<string, string>>;

/** Files in a folder and in those beneath it. */
const inFolders = <T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> =>
  withFiles({}, async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return work(folder);
  });

/** What was found, as status and the path from the folder on. */
const places = (found: readonly FoundInput[], folder: string): string[] =>
  found.map(({ status, file }) => [status, ...(file ? [file.path.slice(folder.length + 1)] : [])].join(" "));

const looked = (files: Files, folders: readonly string[] = [], document = CLAIM) =>
  inFolders(files, async (folder) => {
    const finder = new InputFinder(folders.map((one) => join(folder, one)));
    return places(await finder.inputsOf(document, join(folder, "filed")), folder);
  });

describe("an input of a claim", () => {
  const at = (path: string): ClaimDocument => ({ ...CLAIM, inputs: CLAIM.inputs.map((input) => ({ ...input, path })) });

  it.each<[string, Files, string[]]>([
    ["there", { "filed/roster.csv": ROSTER }, ["same filed/roster.csv"]],
    ["changed", { "filed/roster.csv": `${ROSTER}\n` }, ["changed"]],
    ["missing", { "filed/other.csv": ROSTER }, ["missing"]],
    ["in a folder that was named", { "second/roster.csv": ROSTER }, ["same second/roster.csv"]],
    [
      "in the first of the folders where it is the same",
      { "filed/roster.csv": "x\n", "first/roster.csv": "x\n", "second/roster.csv": ROSTER },
      ["same second/roster.csv"],
    ],
    [
      "beside the claim before all",
      { "filed/roster.csv": ROSTER, "first/roster.csv": ROSTER },
      ["same filed/roster.csv"],
    ],
    ["changed where it is, and nowhere else", { "first/roster.csv": "x\n" }, ["changed"]],
    ["in no other folder", { "roster.csv": ROSTER, "third/roster.csv": ROSTER }, ["missing"]],
  ])("is %s", async (_, files, found) => expect(await looked(files, ["first", "second"])).toEqual(found));

  it("is found under its path, and under its name alone", async () => {
    const deep = at("in/roster.csv");
    expect(await looked({ "filed/in/roster.csv": ROSTER }, [], deep)).toEqual(["same filed/in/roster.csv"]);
    expect(await looked({ "filed/roster.csv": ROSTER }, [], deep)).toEqual(["same filed/roster.csv"]);
    expect(await looked({ "filed/in/roster.csv": "x\n", "filed/roster.csv": ROSTER }, [], deep)).toEqual([
      "same filed/roster.csv",
    ]);
  });

  it("is looked for in no place outside", async () => {
    expect(await looked({ "roster.csv": ROSTER }, [], at("../roster.csv"))).toEqual(["missing"]);
    expect(await looked({ "filed/roster.csv": ROSTER }, [], at("../roster.csv"))).toEqual(["missing"]);
  });

  it("may be a folder, which is none", async () =>
    expect(await looked({ "filed/roster.csv/x": ROSTER })).toEqual(["missing"]));

  it("of some agencies is the same, whatever rows of others come with it", async () => {
    const roster = (text: string) => looked({ "filed/roster.csv": text }, [], OF_LEE);
    expect(await roster(ROSTER)).toEqual(["same filed/roster.csv"]);
    expect(await roster(csv(BAY.replace("60000", "1"), LEE))).toEqual(["same filed/roster.csv"]);
    expect(await roster(csv(LEE.replace("60000", "60001"), BAY))).toEqual(["changed"]);
    expect(await roster(csv(BAY))).toEqual(["changed"]);
    expect(await roster("")).toEqual(["changed"]);
  });

  it("of some agencies is told apart by the columns that the claim names", async () => {
    const text = csv(LEE, BAY).replace("agency_id", "Dept");
    const mapped: ClaimDocument = {
      ...OF_LEE,
      options: { ...OF_LEE.options, map: { agency_id: "Dept" } },
      inputs: OF_LEE.inputs.map((input) => ({ ...input, sha256: hashOf(csv(LEE).replace("agency_id", "Dept")) })),
    };
    const file = new OpenedFile("roster.csv", Buffer.from(text));
    const [input] = mapped.inputs;
    if (!input) throw new Error("no input");
    expect(await file.isInput(input, { ...mapped, options: OF_LEE.options })).toBe(false);
    expect(await file.isInput(input, mapped)).toBe(true);
    expect(await file.isInput(input, mapped)).toBe(true);
    expect(await file.isInput(input, { ...mapped, claims: CLAIM.claims })).toBe(false);
  });

  it("is read once for the claims that share it", () =>
    inFolders({ "roster.csv": ROSTER }, async (folder) => {
      const finder = new InputFinder([]);
      const [first] = await finder.inputsOf(CLAIM, folder);
      unlinkSync(join(folder, "roster.csv"));
      const [second] = await finder.inputsOf(OF_LEE, folder);
      expect(second).toEqual({ ...first, path: "roster.csv" });
      expect(second?.file).toBe(first?.file);
    }));

  it("of many is read again, once eight others came after it", () => {
    const names = Array.from({ length: 9 }, (_, index) => `${index}.csv`);
    return inFolders(Object.fromEntries(names.map((name) => [name, ROSTER])), async (folder) => {
      const finder = new InputFinder([]);
      const look = async (name: string) => places(await finder.inputsOf(at(name), folder), folder).join();
      const all = async (some: readonly string[]) => {
        const seen = [];
        for (const name of some) seen.push(await look(name));
        return seen;
      };
      await all(names);
      for (const name of names) unlinkSync(join(folder, name));
      expect(await all(names)).toEqual(["missing", ...names.slice(1).map((name) => `same ${name}`)]);
    });
  });
});

describe("a claim that another rests on", () => {
  const TEXT = '{"a":1}';
  const LINES = `${TEXT}\n{"b":2}\n`;
  const file = (text: string): OpenedFile => new OpenedFile("q1.ndjson", Buffer.from(text));

  it("is the file, or a line of it, with its hash", () => {
    const whole = file(LINES);
    expect(whole.claimWith(hashOf(LINES))).toBe(whole);
    expect(whole.sha256).toBe(hashOf(LINES));
    const line = whole.claimWith(hashOf('{"b":2}'));
    expect([line?.path, line?.bytes.toString(), line?.sha256]).toEqual(["q1.ndjson", '{"b":2}', hashOf('{"b":2}')]);
    expect(whole.claimWith(hashOf('{"c":3}'))).toBeUndefined();
  });

  /** The claim with prior claims of its agencies. */
  const resting = (
    ...prior: readonly (readonly { path?: string; sha256?: string }[] | undefined)[]
  ): ClaimDocument => ({
    ...CLAIM,
    claims: CLAIM.claims.map((claim, index) => ({
      ...claim,
      ...(prior[index] && {
        prior: prior[index].map((one) => ({ quarter: "FY2026-Q1", vehicles: "0.00", ...one })),
      }),
    })),
  });
  const [A, B] = [
    { path: "q1.json", sha256: hashOf(TEXT) },
    { path: "q1.json", sha256: hashOf("other") },
  ];
  const prior = (document: ClaimDocument) =>
    inFolders({ "q1.json": TEXT }, async (folder) =>
      places(await new InputFinder([]).priorOf(document, folder), folder),
    );

  it.each<[string, ClaimDocument, string[]]>([
    ["none", resting(), []],
    ["one of both agencies", resting([A], [A]), ["same q1.json"]],
    ["one of the second", resting(undefined, [A]), ["same q1.json"]],
    ["two of one name", resting([A], [B]), ["same q1.json", "changed"]],
    ["one of the same run, which has no file", resting([{}]), []],
    ["one without a hash", resting([{ path: "q1.json" }]), []],
    ["one without a name", resting([{ sha256: A.sha256 }]), []],
  ])("is looked for once: %s", async (_, document, found) => expect(await prior(document)).toEqual(found));
});

describe("the documents of evidence of a claim", () => {
  const line = (document: string, sha256?: string) => ({
    line: 2,
    officer_id: null,
    figure: null,
    document,
    amount: "0.00",
    ...(sha256 !== undefined && { sha256 }),
  });
  const backed = (...lines: ReturnType<typeof line>[]): ClaimDocument => ({
    ...CLAIM,
    claims: CLAIM.claims.map((claim, index) =>
      index === 0 ? { ...claim, evidence: { covered: "0.00", uncovered: "0.00", lines } } : claim,
    ),
  });

  it("are looked for where their hash is known, each once, in order", () =>
    inFolders({ "ledger.pdf": "x", "plan.pdf": "y" }, async (folder) => {
      const lines = [
        line("plan.pdf", hashOf("y")),
        line("ledger.pdf", hashOf("z")),
        line("none.pdf"),
        line("plan.pdf", hashOf("y")),
        line("gone.pdf", hashOf("x")),
      ];
      const found = await new InputFinder([]).evidenceOf(backed(...lines), folder);
      expect(found.map(({ path, status, sha256 }) => [path, status, sha256])).toEqual([
        ["plan.pdf", "same", hashOf("y")],
        ["ledger.pdf", "changed", hashOf("z")],
        ["gone.pdf", "missing", hashOf("x")],
      ]);
      expect(await new InputFinder([]).evidenceOf(CLAIM, folder)).toEqual([]);
    }));
});

describe("a path", () => {
  it.each(["roster.csv", "in/roster.csv", "in\\roster.csv", "a..b", "..a/b", "a b", "...", "data:x", "1:x"])(
    "stays where it is looked for: %s",
    (path) => expect(isInside(path)).toBe(true),
  );
  it.each([
    "",
    "/etc/passwd",
    "\\\\host\\share",
    "c:roster.csv",
    "C:\\roster.csv",
    "..",
    "../x",
    "a/../x",
    "a\\..\\x",
    "a/..",
    "a//b",
    "a/",
    "a\0b",
  ])("does not: %j", (path) => expect(isInside(path)).toBe(false));
});
