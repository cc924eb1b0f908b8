import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";

/** Each sheet of a workbook by its name, as rows of cells. */
export type Recalculated = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Comma, quotes, UTF-8, raw numbers, all sheets. */
const AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Files that LibreOffice opens in one run; of some hundred it leaves out the last. */
const AT_ONCE = 100;

/** What LibreOffice calculates of workbooks from which the values of formulas were taken out. */
export function recalculated(workbooks: readonly Uint8Array[]): Recalculated[] {
  if (workbooks.length > AT_ONCE)
    return [...recalculated(workbooks.slice(0, AT_ONCE)), ...recalculated(workbooks.slice(AT_ONCE))];
  const folder = mkdtempSync(join(tmpdir(), "claims-office-"));
  try {
    const bare = join(folder, "bare");
    mkdirSync(bare);
    const names = workbooks.map((bytes, index) => {
      writeFileSync(join(folder, `w${index}.xlsx`), bytes);
      return `w${index}`;
    });
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    execFileSync("python3", [join(import.meta.dirname, "without-values.py"), ...files, bare]);
    office(folder, ["--convert-to", AS_CSV, "--outdir", folder, ...names.map((name) => join(bare, `${name}.xlsx`))]);
    const written = readdirSync(folder);
    return names.map((name) => {
      const sheets = written.filter((file) => file.startsWith(`${name}-`));
      return new Map(sheets.map((file) => [sheetOf(file), rowsOf(readFileSync(join(folder, file), "utf8"))]));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `w3-Rates and readings.csv` */
const sheetOf = (file: string): string => file.replace(/^w\d+-|\.csv$/g, "");

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text, { delimiter: "," }).data;

/** Runs LibreOffice without a screen, with settings of its own. */
function office(folder: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--norestore", ...args], { stdio: "ignore", timeout: 300_000 });
}
