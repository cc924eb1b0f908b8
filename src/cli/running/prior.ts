import { readClaims } from "../../document/files.ts";
import { type FiledPrior, type PriorByAgency, withPrior } from "../../document/prior.ts";
import type { ClaimFile } from "../../document/read.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { samePolicyAs } from "../../policy/known.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Problems } from "../../problems/problems.ts";
import { refuseCarriedOver } from "../../run/carried-over.ts";
import { type Taking, takePrior } from "../../run/prior.ts";
import type { Loaded } from "./load.ts";

/** What was loaded, with the claims of --prior in it. @param before the quarter that they must be earlier than */
export async function addPrior<L extends Pick<Loaded, "policy" | "inputs" | "read" | "files">>(
  paths: readonly string[],
  loaded: L,
  before: Quarter,
  problems: Problems,
): Promise<L> {
  const { policy, inputs, read, files } = loaded;
  const claims = await readClaims(paths, problems);
  const agencies = new Set(inputs.agencies.map(({ id }) => id));
  const prior = priorOf(claims, { policy, before, agencies }, problems);
  refuseCarriedOver(claims, inputs, problems);
  return {
    ...loaded,
    inputs: withPrior(inputs, prior),
    read: [...read, ...claims.filter((claim) => isCounted(claim, prior)).map(({ from }) => from)],
    files: [...files, ...claims.map(({ name }) => name)],
  };
}

/** Whether a run rests on a claim; one that it passes over may be its own earlier output. */
const isCounted = ({ sha256 }: ClaimFile, prior: PriorByAgency): boolean =>
  [...prior.values()].some((claims) => claims.some((one: FiledPrior) => one.sha256 === sha256));

/** What claims filed earlier claimed, for the agencies of a run. */
export const priorOf = (
  claims: readonly ClaimFile[],
  { policy, before, agencies }: { readonly policy: Policy } & Pick<Taking, "before" | "agencies">,
  problems: Problems,
): PriorByAgency => takePrior(claims, { before, samePolicy: samePolicyAs(policy), agencies }, problems);
