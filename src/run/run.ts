import { type ClaimOptions, ClaimWriter, type LeftOut } from "../document/write.ts";
import { type AgencyClaim, claimAgency, type Detail } from "../engine/agency.ts";
import type { Agency } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { headerMap } from "../ingest/table/columns.ts";
import type { Policy } from "../policy/policy.ts";
import type { Problem, Problems } from "../problems/problems.ts";
import { agencyProblems, officerProblems, whoseOf } from "./claim-warnings.ts";
import { countRejected } from "./rejects.ts";

/** What a run was asked for. */
export interface RunOptions extends ClaimOptions {
  /** Whether officers with errors in their rows are left out and the rest of their agency is computed. */
  readonly rejects?: boolean;
}

/** The claims of one quarter with all that they rest on. */
export interface Run {
  readonly policy: Policy;
  readonly terms: Terms;
  readonly options: RunOptions;
  readonly writer: ClaimWriter;
  readonly inputs: Inputs;
  /** The agencies without errors, in order of their ids. */
  readonly claims: readonly AgencyClaim[];
  /** The agencies of which all rows or some were left out for errors, in order of their ids. */
  readonly leftOut: readonly LeftOut[];
  readonly problems: Problems;
  /** Computes the claims anew, one after the other, where they are too many to keep: `claims` is then empty. */
  readonly again?: () => Iterable<AgencyClaim>;
}

/** The claims of a run, in order of their agencies' ids. */
export const claimsOf = ({ claims, again }: Pick<Run, "claims" | "again">): Iterable<AgencyClaim> =>
  again?.() ?? claims;

/**
 * Computes the claims of all agencies whose inputs have no errors, and adds the warnings that only a claim can give.
 * @param keep whether the claims are kept, or computed anew when they are asked for
 */
export function runClaims(
  policy: Policy,
  terms: Terms,
  options: RunOptions,
  inputs: Inputs,
  problems: Problems,
  detail: Detail,
  keep = true,
): Run {
  const leftOut: LeftOut[] = [];
  const claims: AgencyClaim[] = [];
  const stopped = new Set<string>();
  const outcomeOf = outcomes(terms, options, inputs, problems, detail);
  for (const agency of inputs.agencies) {
    const { left, claim } = outcomeOf(agency);
    if (left) leftOut.push(left);
    if (!claim) stopped.add(agency.id);
    else if (keep) claims.push(claim);
  }
  const writer = new ClaimWriter(policy, terms, options);
  const run = { policy, terms, options, writer, inputs, claims, leftOut, problems };
  if (keep) return run;
  return {
    ...run,
    *again() {
      for (const agency of inputs.agencies) if (!stopped.has(agency.id)) yield claimAgency(agency, terms, detail);
    },
  };
}

/** One agency of a run, and the run as if it had no other. */
export interface AgencyRun {
  readonly agency: Agency;
  readonly run: Run;
  /** The first error that stops it, where one does. */
  readonly because: Problem | undefined;
}

/**
 * The same, agency by agency, each computed when it is asked for and not kept.
 * @param files of the rosters, each of which is taken for itself: what is wrong in one of them stops no agency of another
 */
export function* agencyRuns(
  asked: Pick<Run, "policy" | "terms" | "options">,
  inputs: Inputs,
  problems: Problems,
  detail: Detail,
  files: ReadonlySet<string>,
): Generator<AgencyRun> {
  const { policy, terms, options } = asked;
  const writer = new ClaimWriter(policy, terms, options);
  const outcomeOf = outcomes(terms, options, inputs, problems, detail, files);
  const beside = inputs.tables.filter(({ role }) => role !== "roster");
  for (const agency of inputs.agencies) {
    const { left, claim, because } = outcomeOf(agency);
    const table = inputs.rosters.get(agency.id)?.table;
    const tables = table ? [table, ...beside] : beside;
    const alone = { ...inputs, agencies: [agency], tables };
    const [claims, leftOut] = [claim ? [claim] : [], left ? [left] : []];
    const run = { policy, terms, options, writer, inputs: alone, claims, leftOut, problems };
    yield { agency, because, run };
  }
}

/** What becomes of an agency: its claim, unless errors stop it, and what was left out of it. */
interface Outcome {
  readonly claim: AgencyClaim | null;
  readonly left: LeftOut | null;
  readonly because: Problem | undefined;
}

/** Tells what becomes of each agency, adding what its claim shows of the inputs. */
function outcomes(
  terms: Terms,
  options: RunOptions,
  inputs: Inputs,
  problems: Problems,
  detail: Detail,
  files?: ReadonlySet<string>,
) {
  const stopping = problems.stopping(files);
  const rejected = options.rejects && problems.hasErrors ? rejectedCounts(options, inputs, problems) : NONE_REJECTED;
  const claimed = (agency: Agency): AgencyClaim => {
    const whose = whoseOf(agency, terms, inputs);
    const add = (found: Problem): void => problems.add(found);
    // Which rows of evidence name no line is told by the officers.
    const kept = detail === "totals" && agency.evidence ? "officers" : detail;
    const claim = claimAgency(agency, terms, kept, (officer) => officerProblems(officer, whose, add));
    for (const found of agencyProblems(claim, terms, inputs)) problems.add(found);
    return claim;
  };
  return (agency: Agency): Outcome => {
    const roster = inputs.rosters.get(agency.id);
    const { count, ofOfficers, first } = stopping(agency.id, roster?.table.name);
    const stops = options.rejects ? count > ofOfficers : count > 0;
    const rows = stops ? (roster?.rows ?? 0) : (rejected.get(agency.id) ?? 0);
    const left = count > 0 || rows > 0 ? { agency: agency.id, problems: count, rows } : null;
    return { left, claim: stops ? null : claimed(agency), because: first };
  };
}

const NONE_REJECTED: ReadonlyMap<string, number> = new Map();

const rejectedCounts = ({ map, agency }: RunOptions, inputs: Inputs, problems: Problems) =>
  countRejected(inputs, headerMap(map), agency, problems);
