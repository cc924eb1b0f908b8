import type { ClaimFile } from "../audit/claim-file.ts";
import { readClaims } from "../audit/claim-files.ts";
import { isSamePolicy } from "../audit/policies.ts";
import { type PriorByAgency, withPrior } from "../audit/prior.ts";
import { type Taking, takePrior } from "../audit/take-prior.ts";
import type { Quarter } from "../engine/calendar.ts";
import type { Problems } from "../ingest/problems.ts";
import type { Policy } from "../policy/policy.ts";
import type { Loaded } from "./load.ts";

/** What was loaded, with the claims of --prior in it. @param before the quarter that they must be earlier than */
export async function addPrior<L extends Pick<Loaded, "policy" | "inputs" | "options" | "files">>(
  paths: readonly string[],
  loaded: L,
  before: Quarter,
  problems: Problems,
): Promise<L> {
  const { policy, inputs, options, files } = loaded;
  const claims = await readClaims(paths, problems);
  const agencies = new Set(inputs.agencies.map(({ id }) => id));
  const prior = priorOf(claims, { policy, before, agencies }, problems);
  return {
    ...loaded,
    inputs: withPrior(inputs, prior),
    options: { ...options, prior },
    files: [...files, ...claims.map(({ name }) => name)],
  };
}

/** What claims filed earlier claimed, for the agencies of a run. */
export const priorOf = (
  claims: readonly ClaimFile[],
  { policy, before, agencies }: { readonly policy: Policy } & Pick<Taking, "before" | "agencies">,
  problems: Problems,
): PriorByAgency => takePrior(claims, { before, samePolicy: (hash) => isSamePolicy(hash, policy), agencies }, problems);
