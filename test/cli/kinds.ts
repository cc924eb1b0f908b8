import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { claims, inFolder } from "./run.ts";

/** What comes of files as clerks and payroll systems make them: the total of each officer who is claimed, and the code and place of what is said. */
export interface Kind {
  readonly kind: string;
  /** `roster.csv` and what lies beside it. */
  readonly files: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly totals?: Readonly<Record<string, string>>;
  /** `code` or `code file:line:column`, of errors and warnings; notices by their code. */
  readonly says?: readonly string[];
}

export const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
export const RUIZ = 'FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,85000.37,23000.11';
export const HALE = 'FL0310200,1043,"Hale, Marcus",TFM,2025-09-15,64250.00,17300.00';
export const table = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
export const BOTH = { 1042: "27000.12", 1043: "20387.50" };
export const AGENCY = ["--agency", "FL0310200"];

/** The codes that every one of these claims has. */
const USUAL = new Set(["no-rate", "payroll-found", "rates-found"]);

/** Checks what is said of the files of a kind, and what is claimed of them. */
export async function expectKind({ files, args = [], totals = {}, says = [] }: Kind): Promise<void> {
  await inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const common = ["roster.csv", "--quarter", "FY2026-Q1", "--no-rates", ...args];
    const { stdout } = await claims(["check", ...common, "-f", "json"], folder);
    const { problems } = JSON.parse(stdout) as {
      problems: readonly Readonly<Record<string, string | number | null>>[];
    };
    const said = problems
      .filter(({ code }) => !USUAL.has(String(code)))
      .map(({ severity, code, file, line, column }) =>
        severity === "notice" ? String(code) : `${code} ${file}:${line ?? ""}:${column ?? ""}`,
      );
    expect(said.sort()).toEqual([...says].sort());
    const computed = await claims(["compute", ...common, "-f", "json", "-q"], folder);
    expect(totalsOf(computed.stdout)).toEqual(totals);
    expect(computed.code).toBe(Object.keys(totals).length > 0 ? 0 : 3);
  });
}

function totalsOf(document: string): Record<string, string> {
  if (document === "") return {};
  const { claims: all } = JSON.parse(document);
  return Object.fromEntries(
    all.flatMap(({ officers }: { officers: { officer_id: string; total: string }[] }) =>
      officers.map(({ officer_id, total }) => [officer_id, total]),
    ),
  );
}
