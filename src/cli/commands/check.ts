import type { AgencyClaim } from "../../engine/agency.ts";
import type { Inputs } from "../../ingest/inputs.ts";
import { Problems } from "../../problems/problems.ts";
import { counted } from "../../problems/words.ts";

import { runClaims } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode } from "../running/exit.ts";
import { load } from "../running/load.ts";
import { messagesText, sayOnStderr, stopped } from "../running/messages.ts";
import { toStdout } from "../running/output.ts";
import { lookAtScreen } from "../running/screen.ts";
import { formatNamed, TEXT_OR_JSON } from "../running/targets.ts";

/** `claims check`: reads every input and reports every problem in one pass, on standard output; writes nothing. */
export async function check(rosters: string[], given: Given): Promise<ExitCode> {
  const problems = new Problems(given.redact);
  const screen = await lookAtScreen(given);
  const onStdout = { style: screen.out, columns: Math.min(screen.columns, screen.errColumns) };
  try {
    if (given.format !== undefined) formatNamed(given.format, TEXT_OR_JSON);
    const { policy, terms, options, inputs, files } = await load(rosters, given, problems);
    const { claims } = runClaims(policy, terms, options, inputs, problems, "totals");
    toStdout(messagesText(problems, files, given, onStdout, true));
    if (given.format !== "json" && !problems.hasErrors) toStdout(verdict(claims, inputs));
    return problems.hasErrors ? EXIT.input : EXIT.done;
  } catch (error) {
    const code = stopped(error, problems);
    if (code === EXIT.input) toStdout(messagesText(problems, [], given, onStdout, true));
    else sayOnStderr(problems, [], given, screen);
    return code;
  }
}

function verdict(claims: readonly AgencyClaim[], { quarter }: Inputs): string {
  const officers = claims.reduce((sum, { totals }) => sum + totals.officers, 0);
  return `No errors: ${counted(claims.length, "agency", "agencies")}, ${counted(officers, "officer")}, ready to compute for ${quarter.id}\n`;
}
