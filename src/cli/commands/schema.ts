import { EXIT, type ExitCode } from "../exit.ts";
import { toStderr, toStdout } from "../output.ts";

/** `claims schema`: the JSON Schema of the claim document or of the policy file. */
export async function schema(what: string): Promise<ExitCode> {
  const { toJSONSchema } = await import("zod");
  if (what === "claim") {
    const { claimSchema } = await import("../../audit/schema.ts");
    toStdout(`${JSON.stringify(toJSONSchema(claimSchema), null, 2)}\n`);
  } else if (what === "policy") {
    const { policySchema } = await import("../../policy/schema.ts");
    toStdout(`${JSON.stringify(toJSONSchema(policySchema), null, 2)}\n`);
  } else {
    toStderr(`claims: error: there is no schema of "${what}"\n  claims schema claim, or claims schema policy\n`);
    return EXIT.usage;
  }
  return EXIT.done;
}
