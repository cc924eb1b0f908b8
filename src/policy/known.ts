import { version } from "../version.ts";
import { policyHash } from "./hash.ts";
import type { Policy } from "./policy.ts";
import { RELEASES } from "./released.ts";

/** The policy of a hash: that of a release, or the one given; undefined where it is neither. */
export const policyOfHash = (hash: string, given?: Policy): Policy | undefined =>
  [...RELEASES.map(({ policy }) => policy), ...(given ? [given] : [])].find((policy) => policyHash(policy) === hash);

/** Whether claims under a policy with that hash go together with claims under this one: the same, or two releases of it. */
export function isSamePolicy(hash: string, policy: Policy): boolean {
  if (policyHash(policy) === hash) return true;
  const other = policyOfHash(hash);
  return other !== undefined && other.id === policy.id && policyOfHash(policyHash(policy)) === policy;
}

/** Whether a claim says that a release made it, or this program. */
export const isReleased = (generator: string): boolean =>
  [version, ...RELEASES.map((release) => release.version)].some((one) => generator === `claims ${one}`);
