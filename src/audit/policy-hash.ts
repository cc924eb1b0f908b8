import { type Policy, policyText } from "../policy/policy.ts";
import { sha256 } from "./sha256.ts";

const HASHES = new WeakMap<Policy, string>();

/** The SHA-256 of a policy's text. */
export function policyHash(policy: Policy): string {
  const known = HASHES.get(policy) ?? sha256(policyText(policy));
  HASHES.set(policy, known);
  return known;
}
