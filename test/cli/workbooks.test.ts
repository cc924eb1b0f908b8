import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { sheetText } from "../../src/ingest/text/workbook.ts";
import { runs } from "../runs.ts";
import { claims, inFolder } from "./run.ts";

const MADE = new URL("../ingest/workbooks/", import.meta.url).pathname;

/** The lines of a claim of workbooks, and what was said as `code line:column`. */
async function computed(name: string, args: readonly string[] = [], also: Readonly<Record<string, string>> = {}) {
  return inFolder(async (folder) => {
    copyFileSync(join(MADE, name), join(folder, "roster.xlsx"));
    for (const [as, from] of Object.entries(also)) copyFileSync(join(MADE, from), join(folder, as));
    const run = ["roster.xlsx", "--quarter", "FY2026-Q1", "--no-rates", ...args];
    const { stdout } = await claims(["check", ...run, "-f", "json"], folder);
    const said = (JSON.parse(stdout).problems as { code: string; line: number | null; column: number | null }[])
      .filter(({ code }) => !["no-rate", "payroll-found", "mixed-zero-padding"].includes(code))
      .map(({ code, line, column }) => `${code} ${line ?? ""}:${column ?? ""}`);
    const made = await claims(["compute", ...run, "-f", "json", "-q"], folder);
    const all = made.stdout === "" ? [] : JSON.parse(made.stdout).claims;
    const officers: { officer_id: string; total: string }[] = all.flatMap(({ officers }: { officers: [] }) => officers);
    const totals = officers.map(({ officer_id, total }) => [officer_id, total]);
    return { said: said.sort(), totals, code: made.code };
  });
}

describe("a workbook", () => {
  // 61 of 92 days at 92.5 %: 64,250/4 and 17,300/4 × 0.925 × 61/92 are 9,851.3798… and 2,652.5883….
  const BY_FORMATS = {
    totals: [
      ["001042", "27000.12"],
      ["01043", "12503.97"],
    ],
    code: 0,
  };

  it.each(["officers.xlsx", "officers-libreoffice.xlsx"])(
    "%s: zeros, dates and percents by their formats",
    async (name) => {
      expect(await computed(name)).toEqual({ said: ["sheet-chosen :", "title-rows 1:"], ...BY_FORMATS });
    },
  );

  it.each(["officers-sheetjs.xlsx", "officers-sheetjs-dates.xlsx"])(
    "%s: texts in cells or shared, dates as serials or texts",
    async (name) => {
      expect(await computed(name)).toEqual({ said: ["title-rows 1:"], ...BY_FORMATS });
    },
  );

  it("of another sheet, or none of that name", async () => {
    expect((await computed("officers.xlsx", ["--sheet", "Officers"])).totals).toHaveLength(2);
    expect(await computed("officers.xlsx", ["--sheet", "Officer"])).toEqual({
      said: ["no-sheet :"],
      totals: [],
      code: 3,
    });
  });

  it("that has another agency on another sheet says that this is not read", async () => {
    expect(await computed("two-agencies.xlsx")).toEqual({
      said: ["sheet-chosen :", "sheets-alike :"],
      totals: [["1042", "27000.12"]],
      code: 0,
    });
    expect(await computed("two-agencies.xlsx", ["--sheet", "Pine Hollow"])).toEqual({
      said: ["sheet-chosen :"],
      totals: [["7", "17500.00"]],
      code: 0,
    });
  });

  it("a formula without a value, and an error value, are errors at the cell", async () => {
    expect((await computed("formula.xlsx")).said).toEqual(["blank-cell 2:6", "formula-without-value 2:6"]);
    expect(await computed("error.xlsx")).toEqual({ said: ["not-an-id 2:2"], totals: [], code: 3 });
  });

  it("what a person does not see of it is named", async () => {
    expect(await computed("unseen.xlsx")).toEqual({
      said: ["hidden-rows 3:", "merged-cells 4:", "note-rows 4:"],
      totals: [
        ["1042", "27000.12"],
        ["01043", "6758.90"],
      ],
      code: 0,
    });
  });

  it("days since 1904; 36:00 is 36 hours", async () => {
    const { totals } = await computed("from-1904.xlsx", [], { "payroll.xlsx": "payroll.xlsx" });
    // 36 × 61.30 = 2,206.80.
    expect(totals).toEqual([["1042", "29206.92"]]);
  });

  it("is an input that a claim is verified with, and an explanation names its cells", async () => {
    await inFolder(async (folder) => {
      copyFileSync(join(MADE, "officers.xlsx"), join(folder, "roster.xlsx"));
      const run = ["roster.xlsx", "--quarter", "FY2026-Q1", "-q"];
      await claims(["compute", ...run, "-o", "q1.json"], folder);
      const { stdout } = await claims(["verify", "q1.json"], folder);
      expect(stdout).toBe("q1.json: verified, $39,504.09: agrees with its inputs, roster.xlsx\n");
      const explained = await claims(["explain", ...run, "--officer", "01043"], folder);
      expect(explained.stdout).toContain('annual_salary "64250", roster.xlsx:4:6\n');
    });
  });

  it("that is broken is an error, and one of ours in a folder is passed over", async () => {
    await inFolder(async (folder) => {
      writeFileSync(
        join(folder, "broken.xlsx"),
        Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from("xl/workbook.xml")]),
      );
      const broken = await claims(["compute", "broken.xlsx", "-q"], folder);
      expect([broken.code, broken.stderr.split("\n")[0]?.slice(0, 62)]).toEqual([
        3,
        "broken.xlsx: error: the roster is a workbook that cannot be re",
      ]);
      copyFileSync(join(MADE, "officers.xlsx"), join(folder, "fixtures/filed/roster.xlsx"));
      await claims(
        ["compute", "roster.xlsx", "--quarter", "FY2026-Q1", "-o", "q1.xlsx", "-q"],
        join(folder, "fixtures/filed"),
      );
      const { stderr, code } = await claims(
        ["compute", "fixtures/filed", "--quarter", "FY2026-Q1", "-f", "csv"],
        folder,
      );
      expect([code, stderr.includes("passed over fixtures/filed/q1.xlsx: written by claims")]).toEqual([0, true]);
    });
  });

  it("a number of more digits than a spreadsheet keeps is no id", async () => {
    const rows = [
      ["agency_id", "officer_id", "program_model", "trained_on", "annual_salary", "annual_benefits"],
      ["FL0310200", 123_456_789_012_345, "TFM", "2025-09-15", 60_000, 0],
      ["FL0310200", 123_456_789_012_345_680, "TFM", "2025-09-15", 60_000, 0],
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: "S", rows }] }));
    const read = await sheetText(bytes, undefined);
    if (!("text" in read)) throw new Error(read.says);
    expect(
      read.text
        .trim()
        .split("\n")
        .map((line) => line.split(",")[1]),
    ).toEqual([...["officer_id", "123456789012345", "1.23456789012346E+17"]]);
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "roster.xlsx"), bytes);
      const { code, stderr } = await claims(["check", "roster.xlsx", "--quarter", "FY2026-Q1"], folder);
      expect([code, stderr]).toEqual([3, ""]);
    });
  });

  it("has the values of its cells, with as many digits as a spreadsheet keeps", async () => {
    const numbers = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 100),
        fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => n / 10_000),
        fc.integer({ min: 0, max: 2_000_000_000 }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    const text = fc.stringMatching(/^[ -~]{1,12}$/).filter((one) => one.trim() === one && !/_x[0-9A-F]{4}_/i.test(one));
    await fc.assert(
      fc.asyncProperty(numbers, fc.array(text, { minLength: 1, maxLength: 4 }), async (row, texts) => {
        const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: "S", rows: [row, texts] }] }));
        const read = await sheetText(bytes, undefined);
        if (!("text" in read)) throw new Error(read.says);
        const quoted = (one: string): string => (/[",]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
        const [first, second] = read.text.split("\n");
        expect(first?.replace(/,+$/, "")).toBe(row.map(String).join(","));
        expect(second?.replace(/,+$/, "")).toBe(texts.map(quoted).join(",").replace(/,+$/, ""));
      }),
      runs(60),
    );
  });
});
