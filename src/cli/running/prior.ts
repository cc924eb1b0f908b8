import { readClaims } from "../../document/files.ts";
import { type PriorByAgency, withPrior } from "../../document/prior.ts";
import type { ClaimFile } from "../../document/read.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { samePolicyAs } from "../../policy/known.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Problems } from "../../problems/problems.ts";
import { refuseCarriedOver } from "../../run/carried-over.ts";
import { type Taking, takePrior } from "../../run/prior.ts";
import type { Loaded } from "./load.ts";

/** What was loaded, with the claims of --prior in it. @param before the quarter that they must be earlier than */
export async function addPrior<L extends Pick<Loaded, "policy" | "inputs" | "files">>(
  paths: readonly string[],
  loaded: L,
  before: Quarter,
  problems: Problems,
): Promise<L> {
  const { policy, inputs, files } = loaded;
  const claims = await readClaims(paths, problems);
  const agencies = new Set(inputs.agencies.map(({ id }) => id));
  const prior = priorOf(claims, { policy, before, agencies }, problems);
  refuseCarriedOver(claims, inputs, problems);
  return {
    ...loaded,
    inputs: withPrior(inputs, prior),
    files: [...files, ...claims.map(({ name }) => name)],
  };
}

/** What claims filed earlier claimed, for the agencies of a run. */
export const priorOf = (
  claims: readonly ClaimFile[],
  { policy, before, agencies }: { readonly policy: Policy } & Pick<Taking, "before" | "agencies">,
  problems: Problems,
): PriorByAgency => takePrior(claims, { before, samePolicy: samePolicyAs(policy), agencies }, problems);
