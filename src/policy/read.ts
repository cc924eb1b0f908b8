import { policyMistakes } from "./check.ts";
import { checkedJson, type JsonFaultAt } from "./checked-json.ts";
import type { Policy } from "./policy.ts";
import { policySchema } from "./schema.ts";

/** A policy from the text of a policy file, or every fault in it in the order of the text. */
export const readPolicy = (text: string): Policy | { readonly faults: readonly JsonFaultAt[] } =>
  checkedJson(text, policySchema, "the policy", policyMistakes) as Policy | { readonly faults: readonly JsonFaultAt[] };
