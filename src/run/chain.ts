import { type FiledPrior, type PriorByAgency, priorOfClaim, withPrior } from "../document/prior.ts";
import type { Detail } from "../engine/agency.ts";
import type { Quarter } from "../engine/values/calendar.ts";
import type { Readings } from "../engine/values/ids.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { type Policy, termsFor } from "../policy/policy.ts";
import type { Problems } from "../problems/problems.ts";
import { type Run, type RunOptions, runClaims } from "./run.ts";

/** What the claims of several quarters have in common. */
export interface Chain {
  readonly policy: Policy;
  readonly readings: Partial<Readings>;
  /** With the prior claims from before the chain. */
  readonly options: RunOptions;
  readonly inputs: Inputs;
  readonly problems: Problems;
}

/**
 * Computes quarters one after the other; each counts what those before it claimed, as if they had been filed.
 * @param quarters in order
 */
export function chainClaims(
  { policy, readings, options, inputs, problems }: Chain,
  quarters: readonly Quarter[],
  detail: Detail = "officers",
): Run[] {
  const runs: Run[] = [];
  let prior: PriorByAgency = options.prior ?? new Map();
  for (const quarter of quarters) {
    const terms = termsFor(policy, quarter, readings);
    const now: Inputs = { ...withPrior(inputs, prior), quarter };
    const run = runClaims(policy, terms, { ...options, prior }, now, problems, detail);
    runs.push(run);
    prior = withRun(prior, run);
  }
  return runs;
}

function withRun(prior: PriorByAgency, { claims, terms }: Run): PriorByAgency {
  const next = new Map(prior);
  for (const claim of claims) {
    const { id } = claim.agency;
    const own: FiledPrior = priorOfClaim(terms.quarter.id, claim);
    next.set(id, [...(prior.get(id) ?? []), own]);
  }
  return next;
}
