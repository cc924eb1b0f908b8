import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { sayAlone } from "../running/messages.ts";
import { toStdout } from "../running/output.ts";

/** `claims schema`: the JSON Schema of the claim document or of the policy file. */
export async function schema(what: string): Promise<ExitCode> {
  if (what === "claim") toStdout((await import("../../document/schema.ts")).claimJsonSchema());
  else if (what === "policy") toStdout((await import("../../policy/schema.ts")).policyJsonSchema());
  else {
    const near = didYouMean(what, ["claim", "policy"]);
    const error = new UsageError(
      "unknown-schema",
      `there is no schema of ${quoted(what)}${near}`,
      "claims schema claim, or claims schema policy",
    );
    return sayAlone(error, {});
  }
  return EXIT.done;
}
