import { sha256 } from "../files/sha256.ts";
import { type Policy, policyText } from "./policy.ts";

const HASHES = new WeakMap<Policy, string>();

/** The SHA-256 of a policy's text. */
export function policyHash(policy: Policy): string {
  const known = HASHES.get(policy) ?? sha256(policyText(policy));
  HASHES.set(policy, known);
  return known;
}
