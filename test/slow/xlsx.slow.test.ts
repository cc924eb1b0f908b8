import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { claimWorkbook } from "../../src/report/claim/xlsx/workbook.ts";
import { asked } from "../engine/arbitrary.ts";
import { documentOf, shown } from "../report/claim/documents.ts";
import { type Recalculated, recalculated } from "./office/recalculated.ts";

const RUNS = Number(process.env.RUNS ?? 150);

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

describe("a workbook without the engine's figures", () => {
  it("is recalculated by LibreOffice to the very claim, under every reading", async () => {
    const all = fc.sample(asked(), RUNS);
    const documents = all.map((one, index) => documentOf(...([one, ...all.slice(0, index % 3)] as const)));
    const workbooks: Uint8Array[] = [];
    for (const document of documents) workbooks.push(await claimWorkbook(shown(document)));
    const found = recalculated(workbooks);
    for (const [index, bytes] of workbooks.entries())
      expect({ claim: all[index], differing: await differing(bytes, found[index] as Recalculated) }).toEqual({
        claim: all[index],
        differing: [],
      });
  });
});
