import type { AgencyClaim } from "../../engine/agency.ts";
import type { Inputs } from "../../ingest/inputs.ts";
import { counted } from "../../problems/words.ts";
import { runClaims } from "../../run/run.ts";
import type { Action } from "../running/command.ts";
import { EXIT } from "../running/exit.ts";
import { load } from "../running/load.ts";

/** `claims check`: reads every input and reports every problem in one pass, on standard output; writes nothing. */
export const check: Action = async (command) => {
  const { paths, given, problems } = command;
  command.problemsAsked = true;
  const { policy, terms, options, inputs, files } = await load(paths, given, problems);
  command.files = files;
  const { claims } = runClaims(policy, terms, options, inputs, problems, "totals");
  if (problems.hasErrors) return EXIT.input;
  if (given.format !== "json") command.print(() => verdict(claims, inputs));
  return EXIT.done;
};

function verdict(claims: readonly AgencyClaim[], { quarter }: Inputs): string {
  const officers = claims.reduce((sum, { totals }) => sum + totals.officers, 0);
  return `No errors: ${counted(claims.length, "agency", "agencies")}, ${counted(officers, "officer")}, ready to compute for ${quarter.id}\n`;
}
