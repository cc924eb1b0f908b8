import { type AgencyClaim, claimAgency, type Detail } from "../engine/claim.ts";
import { dollarText } from "../engine/money.ts";
import type { Agency } from "../engine/records.ts";
import type { Terms } from "../engine/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { printable } from "../ingest/printable.ts";
import type { Problem, Problems } from "../ingest/problems.ts";
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
    claims.push(claimAgency(agency, terms, detail));
  }
  sayWhatClaimsShow(claims, terms, inputs, problems);
  return { policy, terms, options, inputs, claims, leftOut, problems };
}

/** Of warnings of one kind that only claims can give, so many are said in full; the rest are counted. */
const SAID_IN_FULL = 50;

function sayWhatClaimsShow(claims: readonly AgencyClaim[], terms: Terms, inputs: Inputs, problems: Problems): void {
  const said = new Map<string, number>();
  for (const claim of claims)
    for (const found of claimProblems(claim, terms, inputs)) {
      const count = (said.get(found.code) ?? 0) + 1;
      said.set(found.code, count);
      if (count <= SAID_IN_FULL) problems.all.push(found);
    }
  for (const [code, count] of said)
    if (count > SAID_IN_FULL)
      problems.notice({ code, message: `and ${count - SAID_IN_FULL} more of the kind ${code}` });
}

/** What only a claim can show of its inputs. */
export function* claimProblems(claim: AgencyClaim, terms: Terms, inputs: Inputs): Generator<Problem> {
  const { agency, awards, partQuarter } = claim;
  const { quarter } = terms;
  if (!awards.placement)
    yield of(agency, "notice", "no-rate", `${printable(agency.id)} has no placement rate for ${quarter.id}: no award`);
  else if (awards.placement.provided === 0)
    yield of(
      agency,
      "notice",
      "no-locations",
      `${printable(agency.id)} was provided no locations in ${quarter.id}: no rate, no award`,
    );
  if (terms.earlier.length > 0 && agency.payrollQuarters.size === 0 && agency.prior.length === 0)
    yield {
      ...of(
        agency,
        "warning",
        "cap-saw-one-quarter",
        `the overtime cap of ${printable(agency.id)} saw ${quarter.id} alone: neither payroll nor a prior claim tells what earlier quarters claimed`,
      ),
      remedy: `give the payroll of the earlier quarters of ${quarter.year.id}, or --prior with the claims filed`,
    };
  for (const { officer, eligibleDays, overtimePaid } of partQuarter) {
    const what = overtimePaid > 0 ? `${dollarText(overtimePaid)} of overtime` : "its pay";
    yield {
      ...of(
        agency,
        "warning",
        "part-quarter-actuals",
        `officer ${printable(officer.id)} was eligible on ${eligibleDays} of ${quarter.days} days: make sure that ${what} was earned on them`,
      ),
      where: inputs.rosters.get(agency.id)?.table ?? null,
      line: officer.spans.at(-1)?.line ?? null,
    };
  }
}

const of = ({ id }: Agency, severity: Problem["severity"], code: string, message: string): Problem => ({
  severity,
  code,
  message,
  remedy: null,
  where: null,
  line: null,
  column: null,
  agency: id,
  fromClaim: true,
});
