import { sha256 } from "../files/sha256.ts";
import { version } from "../version.ts";
import { type Policy, policyText } from "./policy.ts";
import { RELEASES } from "./released.ts";

/** The SHA-256 of a policy's text. */
export const policyHash = (policy: Policy): string => sha256(policyText(policy));

/** The policies that are known, by their hashes: those of the releases, and the one given. */
export const knownPolicies = (given?: Policy): ReadonlyMap<string, Policy> =>
  new Map([...(given ? [given] : []), ...RELEASES.map(({ policy }) => policy)].map((one) => [policyHash(one), one]));

/** Tells by its hash whether claims under a policy go together with claims under this one: the same, or two releases of it. */
export function samePolicyAs(policy: Policy): (hash: string) => boolean {
  const own = policyHash(policy);
  const known = knownPolicies();
  return (hash) => hash === own || (known.has(own) && known.get(hash)?.id === policy.id);
}

/** Whether a claim says that a release made it, or this program: of a policy that was released, none from before it. */
export function isReleased(generator: string, hash: string): boolean {
  const first = RELEASES.findIndex(({ policy }) => policyHash(policy) === hash);
  const since = RELEASES.slice(Math.max(0, first)).map((release) => release.version);
  return [version, ...since].some((one) => generator === `claims ${one}`);
}
