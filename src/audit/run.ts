import { type AgencyClaim, claimAgency, type Detail } from "../engine/claim.ts";
import { dollarText } from "../engine/money.ts";
import type { Terms } from "../engine/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { printable } from "../ingest/printable.ts";
import type { Problems } from "../ingest/problems.ts";
import type { Policy } from "../policy/policy.ts";

/** What a run was asked for, as the claim document records it. */
export interface RunOptions {
  readonly agency: string | null;
  /** Column to header. */
  readonly map: Readonly<Record<string, string>>;
  readonly redact: boolean;
}

/** The claims of one quarter with all that they rest on. */
export interface Run {
  readonly policy: Policy;
  readonly terms: Terms;
  readonly options: RunOptions;
  readonly inputs: Inputs;
  /** The agencies without errors, in order of their ids. */
  readonly claims: readonly AgencyClaim[];
  /** The agencies that have errors and are not computed. */
  readonly leftOut: readonly { readonly agency: string; readonly problems: number; readonly rows: number }[];
  readonly problems: Problems;
}

/** Computes the claims of all agencies whose inputs have no errors, and adds the warnings that only a claim can give. */
export function runClaims(
  policy: Policy,
  terms: Terms,
  options: RunOptions,
  inputs: Inputs,
  problems: Problems,
  detail: Detail,
): Run {
  const leftOut: { agency: string; problems: number; rows: number }[] = [];
  const claims: AgencyClaim[] = [];
  const faulty = problems.hasErrors;
  for (const agency of inputs.agencies) {
    const errors = faulty ? problems.errorsOf(agency.id) : 0;
    if (errors > 0) {
      leftOut.push({ agency: agency.id, problems: errors, rows: inputs.rosters.get(agency.id)?.rows ?? 0 });
      continue;
    }
    const claim = claimAgency(agency, terms, detail);
    warnOf(claim, terms, inputs, problems);
    claims.push(claim);
  }
  return { policy, terms, options, inputs, claims, leftOut, problems };
}

function warnOf(claim: AgencyClaim, terms: Terms, inputs: Inputs, problems: Problems): void {
  const { agency, awards, partQuarter } = claim;
  const id = printable(agency.id);
  const { quarter } = terms;
  const roster = inputs.rosters.get(agency.id)?.table ?? null;
  if (!awards.placement)
    problems.notice({
      code: "no-rate",
      agency: agency.id,
      message: `${id} has no placement rate for ${quarter.id}: no award`,
    });
  else if (awards.placement.provided === 0)
    problems.notice({
      code: "no-locations",
      agency: agency.id,
      message: `${id} was provided no locations in ${quarter.id}: no rate, no award`,
    });
  if (terms.earlier.length > 0 && agency.payrollQuarters.size === 0 && agency.prior.length === 0)
    problems.warning({
      code: "cap-saw-one-quarter",
      agency: agency.id,
      message: `the overtime cap of ${id} saw ${quarter.id} alone: neither payroll nor a prior claim tells what earlier quarters claimed`,
      remedy: `give the payroll of the earlier quarters of ${quarter.year.id}, or --prior with the claims filed`,
    });
  for (const { officer, eligibleDays, overtimePaid } of partQuarter) {
    const overtime = overtimePaid > 0 ? `${dollarText(overtimePaid)} of overtime` : "its pay";
    problems.warning({
      code: "part-quarter-actuals",
      where: roster,
      line: officer.spans.at(-1)?.line ?? null,
      agency: agency.id,
      message: `officer ${printable(officer.id)} was eligible on ${eligibleDays} of ${quarter.days} days: make sure that ${overtime} was earned on them`,
    });
  }
}
