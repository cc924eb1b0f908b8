import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import Papa from "papaparse";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readClaim } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { REPORT_FORMATS } from "../../src/report/claim/formats.ts";
import { filedParts } from "../../src/report/claim/parts.ts";
import { IN_A_FILE } from "../../src/report/format.ts";
import { jsonText } from "../../src/report/json-text.ts";
import { asked } from "../engine/arbitrary.ts";
import { documentOf } from "../report/claim/documents.ts";
import { runs } from "../runs.ts";
import { recalculated } from "./office/recalculated.ts";

const FIGURES = ["salary", "benefits", "overtime", "award", "total"] as const;
/** The figures of each officer and of the total, by who they are of. */
type Figures = Readonly<Record<string, readonly string[]>>;

const folder = mkdtempSync(join(tmpdir(), "claims-formats-"));
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A row of a table in a browser. */
interface TableRow {
  readonly cells: Iterable<{ readonly innerText: string; readonly colSpan: number }>;
}

const plain = (text: string): string => text.replaceAll(",", "").trim();

/** The figures of a table with titles, an officer or the total a row. */
function ofRows(titles: readonly string[], rows: readonly (readonly string[])[]): Figures {
  const plainTitles = titles.map((title) => title.trim().toLowerCase());
  const at = FIGURES.map((figure) => {
    const claimed = plainTitles.indexOf(`${figure} claimed`);
    return claimed >= 0 ? claimed : plainTitles.indexOf(figure);
  });
  const wanted = rows.filter(([id = ""]) => /^([A-D]\d|Total)$/.test(id.trim()));
  return Object.fromEntries(
    wanted.map((row) => [(row[0] ?? "").trim(), at.map((index) => plain(row[index] ?? "missing"))]),
  );
}

const ofDocument = ({ claims }: ClaimDocument): Figures => {
  const [agency] = claims;
  return Object.fromEntries([
    ...(agency?.officers ?? []).map((officer) => [officer.officer_id, FIGURES.map((figure) => officer[figure])]),
    ["Total", FIGURES.map((figure) => agency?.totals[figure] ?? "")],
  ]);
};

const without = ({ Total: _, ...officers }: Figures): Figures => officers;

async function ofPage(text: string): Promise<Figures> {
  const path = join(folder, "claim.html");
  writeFileSync(path, text);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  const table = page.locator("table", { has: page.locator("tbody.officer") });
  const cells = (rows: string) =>
    table
      .locator(rows)
      .evaluateAll((all) =>
        all.map((row) =>
          [...(row as unknown as TableRow).cells].flatMap((cell) => [
            cell.innerText,
            ...Array.from({ length: cell.colSpan - 1 }, () => ""),
          ]),
        ),
      );
  const found = ofRows((await cells("thead tr"))[0] ?? [], await cells("tbody.officer tr:first-child, tfoot tr"));
  await page.close();
  return found;
}

/** The lines of officers as pdftotext lays them out: after id, name, model and days the hours, if payroll gave any, then the figures. */
function ofPaper(bytes: Uint8Array): Figures {
  const path = join(folder, "claim.pdf");
  writeFileSync(path, bytes);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  const found: Record<string, string[]> = {};
  let titles: readonly string[] = [];
  for (const line of text.split("\n")) {
    if (/^ *Officer +Name .*Reasons/.test(line))
      titles = line.match(/Salary|Benefits|Overtime|Over cap|Other funds|Equipment|Award|Total/g) ?? [];
    const [, id = ""] = /^ *([A-D]\d|Total)\b/.exec(line) ?? [];
    if (id === "" || titles.length === 0 || id in found) continue;
    const figures = line
      .replace(/^.*?(?:TFM|JEM|WSO) +\d+/, "")
      .replace(/^ *Total/, "")
      .trim()
      .split(/ {1,}/);
    const amounts = figures.map(plain).filter((one) => /^\d+\.\d\d$/.test(one));
    found[id] = FIGURES.map((figure) => amounts[titles.findIndex((one) => one.toLowerCase() === figure)] ?? "missing");
  }
  return found;
}

function ofMarkdown(text: string): Figures {
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
  const sum = rows.findIndex(([first]) => first === "Total");
  return ofRows(rows[0] ?? [], rows.slice(0, sum + 1));
}

function ofCsv(text: string): Figures {
  const [header = [], ...rows] = Papa.parse<string[]>(text.trim()).data;
  return ofRows(
    header.slice(3),
    rows.map((row) => row.slice(3)),
  );
}

describe("the same figures in every format", () => {
  it("of random claims", async () => {
    const claims = fc.sample(asked(), { numRuns: runs(12).numRuns, seed: runs(12).seed }).map((one) => documentOf(one));
    const workbooks: Uint8Array[] = [];
    for (const document of claims) {
      const file = await readClaim("q1.json", Buffer.from(jsonText(document)));
      const made = new Map<string, string | Uint8Array>();
      for (const format of REPORT_FORMATS)
        made.set(format.name, await format.render(filedParts(file.document, file.sha256), IN_A_FILE));
      const text = (name: string): string => String(made.get(name));
      const expected = ofDocument(document);
      expect({ json: ofDocument(JSON.parse(text("json"))) }).toEqual({ json: expected });
      expect({ csv: ofCsv(text("csv")) }).toEqual({ csv: without(expected) });
      expect({ markdown: ofMarkdown(text("markdown")) }).toEqual({ markdown: expected });
      expect({ html: await ofPage(text("html")) }).toEqual({ html: expected });
      expect({ pdf: ofPaper(made.get("pdf") as Uint8Array) }).toEqual({ pdf: expected });
      for (const name of ["html", "markdown"] as const) expect(text(name)).toContain(file.sha256);
      workbooks.push(made.get("xlsx") as Uint8Array);
    }
    const sheets = recalculated(workbooks);
    claims.forEach((document, index) => {
      const rows = [...(sheets[index]?.get("Officers") ?? [])].map((row) => (row ?? []).map(String));
      const header = rows.findIndex((row) => row.includes("Officer"));
      const titles = rows[header] ?? [];
      const first = titles.indexOf("Officer");
      const cents = (value: string): string => (/^-?\d/.test(value) ? Number(value).toFixed(2) : value);
      const figures = ofRows(
        titles.slice(first),
        rows.map((row) => row.slice(first).map(cents)),
      );
      expect({ xlsx: without(figures) }).toEqual({ xlsx: without(ofDocument(document)) });
    });
  });
});
