import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PriorByAgency, withPrior } from "../../src/document/prior.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import type { Detail } from "../../src/engine/agency.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { type InputFile, type Inputs, readInputs } from "../../src/ingest/inputs.ts";
import { ROLES } from "../../src/ingest/text/rows.ts";
import { POLICY_287G, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { checkAgreement } from "../../src/run/agreement.ts";
import { documentOf } from "../../src/run/document.ts";
import { type Run, runClaims } from "../../src/run/run.ts";
import { type AgencyText, day, quarter } from "../engine/build.ts";

/** The input files of an agency, by name. */
export type Files = Readonly<Record<string, string>>;

/** The input files that hold what an agency's text says. */
export function filesOf({ roster, payroll = [], rates = [], agreements, evidence }: AgencyText): Files {
  const seen = new Set<string>();
  const rosterRows = roster.map((row) => {
    const { officer = "A1" } = row;
    const first = !seen.has(officer);
    seen.add(officer);
    return [
      "FL0310200",
      officer,
      `Officer ${officer}`,
      row.model ?? "TFM",
      row.trained_on,
      row.start_date,
      row.end_date,
      row.eligible ?? "yes",
      percent(row.time_share ?? "1"),
      annual(row.annual_salary),
      annual(row.annual_benefits),
      first ? row.equipment_cost : "",
      row.authorized_on,
      row.authorized_until,
    ];
  });
  const paid = payroll.flatMap(({ officer = "A1", quarter: id, overtime_rows = [], ...amounts }) => [
    [officer, id, amounts.salary_paid, amounts.benefits_paid, amounts.overtime_paid, "", "", amounts.other_funding],
    ...overtime_rows.map(({ hours, rate }) => [officer, id, "", "", "", hours, rate, ""]),
  ]);
  const rate = rates.map((row) => [
    row.quarter,
    row.rate === undefined ? "" : `${row.rate}%`,
    row.provided,
    row.successful,
    row.reference,
    row.vehicle_cost,
  ]);
  return {
    "roster.csv": csv(ROSTER, rosterRows),
    "payroll.csv": csv(PAYROLL, paid),
    "rates.csv": csv(RATES, rate),
    ...(evidence && {
      "evidence.csv": csv(
        "officer_id,quarter,figure,document",
        evidence.map((row) => [row.officer, row.quarter, row.figure, row.document]),
      ),
    }),
    ...(agreements && {
      "agreements.csv": csv(
        "agency_id,program_model,signed_on,ended_on",
        agreements.map((row) => ["FL0310200", row.model ?? "TFM", row.signed_on, row.ended_on]),
      ),
    }),
  };
}

const ROSTER =
  "agency_id,officer_id,officer_name,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits,equipment_cost,authorized_on,authorized_until";
const PAYROLL = "officer_id,quarter,salary_paid,benefits_paid,overtime_paid,overtime_hours,overtime_rate,other_funding";
const RATES = "quarter,placement_rate,placements_provided,placements_successful,reference,vehicle_cost";

const csv = (header: string, rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `${[header, ...rows.map((row) => row.map((cell) => cell ?? "").join(","))].join("\n")}\n`;

/** An annual amount as it is read without a doubt: three decimals may be thousands. */
const annual = (pay = "0"): string => (/\.\d{3}$/.test(pay) ? `${pay}0` : pay);

/** `0.1234` as `12.34%`. */
const percent = (share: string): string =>
  share === "1" ? "100%" : `${Number(share.slice(2, 4))}.${share.slice(4) || "0"}%`;

/** What is read from files, in the order roster, rates, payroll, agreements. */
export function read(files: Files, quarterId: string, problems: Problems, readings: Partial<Readings> = {}): Inputs {
  const given: InputFile[] = ROLES.flatMap((role) => {
    const text = files[`${role}.csv`];
    return text === undefined ? [] : [{ role, name: `${role}.csv`, bytes: Buffer.from(text) }];
  });
  const inputs = readInputs(
    given,
    {
      agency: null,
      map: new Map(),
      quarter: quarter(quarterId),
      programmeStart: day("2025-10-01"),
      today: () => 0,
    },
    problems,
  );
  checkAgreement(inputs, termsFor(POLICY_287G, inputs.quarter, readings), problems);
  return inputs;
}

/** Computes the claim of files for a quarter. */
export function compute(
  files: Files,
  quarterId: string,
  readings: Partial<Readings> = {},
  prior: PriorByAgency = new Map(),
  detail: Detail = "officers",
): Run {
  const problems = new Problems();
  const inputs = withPrior(read(files, quarterId, problems, readings), prior);
  const options = { agency: null, map: {}, redact: false };
  return runClaims(POLICY_287G, termsFor(POLICY_287G, quarter(quarterId), readings), options, inputs, problems, detail);
}

/** A document as it is written. */
export const written = (document: ClaimDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** The claim of files for a quarter, as it is written. */
export const claimText = (...of: Parameters<typeof compute>): string => written(documentOf(compute(...of)));

/** A folder with files in it, gone when the work is done. */
export async function withFiles<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "claims-audit-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
