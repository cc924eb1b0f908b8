import { POLICY_287G, type Policy } from "./policy.ts";

/** A release of this program and the policy that it was released with. */
interface Release {
  readonly version: string;
  readonly policy: Policy;
}

/** Every release. A policy stays here, as it was, when a later release changes it, so that old claims can be recomputed. */
export const RELEASES: readonly Release[] = [
  { version: "1.0.0", policy: withoutAuthority(POLICY_287G) },
  { version: "1.1.0", policy: POLICY_287G },
];

/** 1.0.0 did not know the rule authority, nor what it rests on. */
function withoutAuthority({ sources, parameters, ...policy }: Policy): Policy {
  const { "MOA-TFM-2025-03": _, ...sourcesThen } = sources;
  const { "authorization-years": __, ...parametersThen } = parameters;
  const { schema, id, title, readings } = policy;
  return { schema, id, title, sources: sourcesThen, parameters: parametersThen, readings };
}
