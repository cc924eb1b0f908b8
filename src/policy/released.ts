import { POLICY_287G, type Policy } from "./policy.ts";

/** A release of this program and the policy that it was released with. */
interface Release {
  readonly version: string;
  readonly policy: Policy;
}

/** Every release. A policy stays here, as it was, when a later release changes it, so that old claims can be recomputed. */
export const RELEASES: readonly Release[] = [{ version: "1.0.0", policy: POLICY_287G }];
