import { withClaim } from "../document/prior.ts";
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
  readonly options: RunOptions;
  /** With the prior claims from before the chain. */
  readonly inputs: Inputs;
  readonly problems: Problems;
}

/**
 * Computes quarters one after the other; each counts what those before it claimed, as if they had been filed. An agency with a
 * claim of the quarter among its prior claims has been claimed for: it is not computed again.
 * @param quarters in order
 */
export function chainClaims(
  { policy, readings, options, inputs, problems }: Chain,
  quarters: readonly Quarter[],
  detail: Detail = "officers",
): Run[] {
  let now = inputs;
  return quarters.map((quarter) => {
    const agencies = now.agencies.filter(({ prior }) => !prior.some((claim) => claim.quarter === quarter.id));
    const asked = { ...now, quarter, agencies };
    const run = runClaims(policy, termsFor(policy, quarter, readings), options, asked, problems, detail);
    now = withClaims(now, run);
    return run;
  });
}

function withClaims(inputs: Inputs, { claims, terms }: Run): Inputs {
  const byAgency = new Map(claims.map((claim) => [claim.agency.id, claim]));
  return {
    ...inputs,
    agencies: inputs.agencies.map((agency) => {
      const claim = byAgency.get(agency.id);
      return claim ? withClaim(agency, claim, terms.quarter.id) : agency;
    }),
  };
}
