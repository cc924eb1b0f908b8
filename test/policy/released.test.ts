import { describe, expect, it } from "vitest";
import { isReleased, knownPolicies, policyHash, samePolicyAs } from "../../src/policy/known.ts";
import { POLICY_287G, type Policy, policyText } from "../../src/policy/policy.ts";
import { readPolicy } from "../../src/policy/read.ts";
import { RELEASES } from "../../src/policy/released.ts";
import { version } from "../../src/version.ts";

/** The hash of the policy of each release: once released, never changed. A changed policy is a new release. */
const HASHES: Readonly<Record<string, string>> = {
  "1.0.0": "67e3cea965e7379553a2b0b3b822cc0aff667dc7aa7d208d2d4c53787b549617",
  "1.1.0": "85a77b21a9e5d515a3ca158365ca634f575d426982968646c83c938c12d816d3",
};

describe("released policies", () => {
  it("are what they were when they were released, and are found by their hashes", () => {
    expect(Object.fromEntries(RELEASES.map((one) => [one.version, policyHash(one.policy)]))).toEqual(HASHES);
    for (const { policy } of RELEASES) expect(knownPolicies().get(policyHash(policy))).toBe(policy);
  });

  it("hold that of this release", () => {
    expect(RELEASES.at(-1)).toEqual({ version, policy: POLICY_287G });
  });

  it("go together with each other, and a policy of somebody's own with itself alone", () => {
    const own = { ...POLICY_287G, title: "our own" };
    expect(samePolicyAs(POLICY_287G)(policyHash(POLICY_287G))).toBe(true);
    expect(samePolicyAs(own)(policyHash(own))).toBe(true);
    expect(samePolicyAs(own)(policyHash(POLICY_287G))).toBe(false);
    expect(samePolicyAs(POLICY_287G)(policyHash(own))).toBe(false);
    for (const one of RELEASES)
      for (const other of RELEASES) expect(samePolicyAs(one.policy)(policyHash(other.policy))).toBe(true);
    expect(samePolicyAs(POLICY_287G)("of no policy")).toBe(false);
    expect(knownPolicies().get(policyHash(own))).toBeUndefined();
    expect(knownPolicies(own).get(policyHash(own))).toBe(own);
    expect([knownPolicies().size, knownPolicies(own).size]).toEqual([RELEASES.length, RELEASES.length + 1]);
  });

  it("are what they are when they come from a file", () => {
    const read = readPolicy(policyText(POLICY_287G)) as Policy;
    expect(read).not.toBe(POLICY_287G);
    for (const { policy } of RELEASES) expect(samePolicyAs(read)(policyHash(policy))).toBe(true);
    expect(knownPolicies(read).size).toBe(RELEASES.length);
  });

  it("are of releases that a claim may name", () => {
    const [first, last] = [RELEASES[0], RELEASES.at(-1)].map((release) => policyHash(release?.policy as Policy));
    const known = (hash = "") =>
      ["claims 1.0.0", `claims ${version}`, "claims 9.9.9", "claims"].map((generator) => isReleased(generator, hash));
    expect(known(first)).toEqual([true, true, false, false]);
    expect(known("of somebody's own")).toEqual([true, true, false, false]);
    expect(known(last)).toEqual([false, true, false, false]);
  });
});
