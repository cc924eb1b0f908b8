import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import type { Action } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";

/** The JSON Schema of each. */
const SCHEMAS: ReadonlyMap<string, () => Promise<string>> = new Map([
  ["claim", async () => (await import("../../document/schema.ts")).claimJsonSchema()],
  ["profile", async () => (await import("../../ingest/profile.ts")).profileJsonSchema()],
  ["policy", async () => (await import("../../policy/schema.ts")).policyJsonSchema()],
]);

/** `claims schema`: the JSON Schema of the claim document of the policy file or of the profile. */
export const schema: Action = async (command) => {
  const [what = ""] = command.paths;
  const text = await SCHEMAS.get(what)?.();
  if (text === undefined)
    throw new UsageError(
      "unknown-schema",
      `there is no schema of ${quoted(what)}${didYouMean(what, SCHEMAS.keys())}`,
      "claims schema claim, claims schema policy or claims schema profile",
    );
  command.print(() => text);
  return EXIT.done;
};
