import { fiscalQuarter } from "../../src/engine/rules/fiscal-quarter.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { type InputFile, readInputs } from "../../src/ingest/inputs.ts";
import { headerMap } from "../../src/ingest/table/columns.ts";
import { POLICY_287G, termsFor } from "../../src/policy/policy.ts";
import { fileOf, type Problem, Problems } from "../../src/problems/problems.ts";
import { checkAgreement } from "../../src/run/agreement.ts";
import { type Run, runClaims } from "../../src/run/run.ts";

/** How files are read in a test, where not as usual. */
export interface Reading {
  readonly agency?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly quarter?: 1 | 2 | 3 | 4;
  readonly redact?: boolean;
  readonly rejects?: boolean;
}

export const file = (role: InputFile["role"], content: string | Buffer, name = `${role}.csv`): InputFile => ({
  role,
  name,
  bytes: typeof content === "string" ? Buffer.from(content) : content,
});

/** The rate of the worked cases: 37 of 40. */
export const RATES = file(
  "rates",
  "agency_id,quarter,placements_provided,placements_successful,reference\nFL0310200,FY2026-Q1,40,37,ICE-1\nGA0480300,FY2026-Q1,40,37,ICE-2\n",
);

/** Reads files and computes their claims for a quarter of FY2026. */
export function read(files: readonly InputFile[], reading: Reading = {}): Run {
  const { agency = null, map = {}, redact = false, rejects = false } = reading;
  const problems = new Problems(redact, rejects);
  const quarter = fiscalQuarter(2026, reading.quarter ?? 1);
  const options = {
    agency,
    map: headerMap(map),
    quarter,
    programmeStart: 20_362,
    today: () => 0,
  } as const;
  const inputs = readInputs(files, options, problems);
  const terms = termsFor(POLICY_287G, quarter, {});
  checkAgreement(inputs, terms, problems);
  return runClaims(POLICY_287G, terms, { agency, map, redact, rejects }, inputs, problems, "officers");
}

/** A claim in a line an agency: each officer with the total. */
export const claimLines = ({ claims }: Run): string[] =>
  claims.map(({ agency, officers }) =>
    [agency.id, ...officers.map(({ officer, total }) => `${officer.id} ${moneyText(total)}`)].join("  "),
  );

/** A problem in a line: `error roster.csv 3:6 not-a-date`. */
export function problemLine(problem: Problem): string {
  const { severity, code, line, column } = problem;
  const place = [line, column].filter((part) => part !== null).join(":");
  return [severity, fileOf(problem), place, code].filter((part) => part !== null && part !== "").join(" ");
}
