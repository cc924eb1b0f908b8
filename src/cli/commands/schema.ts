import { EXIT, type ExitCode } from "../exit.ts";
import { toStderr, toStdout } from "../output.ts";

/** `claims schema`: the JSON Schema of the claim document or of the policy file. */
export async function schema(what: string): Promise<ExitCode> {
  if (what === "claim") toStdout((await import("../../audit/schema.ts")).claimJsonSchema());
  else if (what === "policy") toStdout((await import("../../policy/schema.ts")).policyJsonSchema());
  else {
    toStderr(`claims: error: there is no schema of "${what}"\n  claims schema claim, or claims schema policy\n`);
    return EXIT.usage;
  }
  return EXIT.done;
}
