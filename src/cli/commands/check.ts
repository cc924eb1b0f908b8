import { runClaims } from "../../audit/run.ts";
import type { AgencyClaim } from "../../engine/claim.ts";
import type { Inputs } from "../../ingest/inputs.ts";
import { Problems } from "../../ingest/problems.ts";
import { counted } from "../../report/amounts.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { load } from "../load.ts";
import { messagesText, sayOnStderr, stopped } from "../messages.ts";
import type { Given } from "../options.ts";
import { toStdout } from "../output.ts";
import { lookAtScreen } from "../screen.ts";
import { formatNamed, TEXT_OR_JSON } from "../targets.ts";

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
