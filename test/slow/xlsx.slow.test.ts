import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { READINGS } from "../../src/engine/values/ids.ts";
import { claimWorkbook } from "../../src/report/claim/xlsx/workbook.ts";
import { claims, inFolder } from "../cli/run.ts";
import { asked } from "../engine/arbitrary.ts";
import { documentOf, shown } from "../report/claim/documents.ts";
import { runs } from "../runs.ts";
import { type Recalculated, recalculated } from "./office/recalculated.ts";

/** What stands in each cell with a formula, and what LibreOffice calculates in its place, where they differ. */
async function differing(bytes: Uint8Array, found: Recalculated): Promise<unknown[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets.flatMap(({ name, cells = new Map() }) =>
    [...cells].flatMap(([key, { formula, formulaResult, value }]) => {
      if (formula === undefined) return [];
      const [row, column] = key.split(",").map(Number) as [number, number];
      const was = dateless(formulaResult ?? value);
      const now = found.get(name)?.[row]?.[column];
      return isSame(was, now) ? [] : [{ sheet: name, key, formula, was, now }];
    }),
  );
}

const dateless = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? "");

/** Half a millionth of a dollar is what binary numbers may leave behind; no amount is nearer to another. */
const isSame = (was: unknown, now: string | undefined): boolean =>
  typeof was === "number" ? now !== undefined && now !== "" && Math.abs(Number(now) - was) < 5e-7 : was === now;

/** Opens workbooks without the engine's figures, and compares what is calculated in their place. */
async function agree(workbooks: readonly Uint8Array[], of: readonly unknown[]): Promise<void> {
  const found = recalculated(workbooks);
  for (const [index, bytes] of workbooks.entries())
    expect({ of: of[index], differing: await differing(bytes, found[index] as Recalculated) }).toEqual({
      of: of[index],
      differing: [],
    });
}

const HOSTILE = [
  "=1+1",
  "@SUM(A1)",
  "<script>",
  "#N/A",
  "_x0041_",
  "a\ufffeb",
  "a\u202eb",
  "Nguyễn 😀 李",
  "x".repeat(200),
  "00123",
];

describe("a workbook without the engine's figures", () => {
  it("is recalculated by LibreOffice to the very claim, under every reading", async () => {
    const all = fc.sample(asked(), runs(150));
    const documents = all.map((one, index) => documentOf(...([one, ...all.slice(0, index % 3)] as const)));
    const workbooks: Uint8Array[] = [];
    for (const document of documents) workbooks.push(await claimWorkbook(shown(document)));
    await agree(workbooks, all);
  });

  it("is recalculated where it is of a year or an amendment", async () => {
    const workbooks = await inFolder(async (folder) => {
      const roster = "fixtures/second-quarter/roster.csv";
      await claims(["compute", roster, "--year", "FY2026", "-q", "-o", "year.xlsx"], folder);
      await claims(
        ["compute", roster, "--quarter", "FY2026-Q1", "-q", "-o", "fixtures/second-quarter/q1.json"],
        folder,
      );
      const text = readFileSync(join(folder, roster), "utf8");
      writeFileSync(join(folder, roster), text.replace("85000.37", "87000.37").replace("1044,", "1099,"));
      await claims(["amend", "fixtures/second-quarter/q1.json", roster, "-q", "-o", "amended.xlsx"], folder);
      return ["year.xlsx", "amended.xlsx"].map((name) => readFileSync(join(folder, name)));
    });
    await agree(workbooks, ["the year", "the amendment"]);
  });

  it("shows text as text", async () => {
    const readings = Object.fromEntries(Object.entries(READINGS).map(([id, [value]]) => [id, value])) as never;
    const roster = HOSTILE.map((officer) => ({ officer, trained_on: "2025-09-15", annual_salary: "60000.00" }));
    const document = documentOf({ quarterId: "FY2026-Q1", readings, agency: { roster } });
    const [found] = recalculated([await claimWorkbook(shown(document))]);
    const ids = found
      ?.get("Officers")
      ?.slice(5, 5 + HOSTILE.length)
      .map((row) => row[1]);
    expect(ids).toEqual([
      "'=1+1",
      "'@SUM(A1)",
      "<script>",
      "'#N/A",
      "_x0041_",
      "a\ufffdb",
      "a\\u202eb",
      ...HOSTILE.slice(7),
    ]);
  });
});
