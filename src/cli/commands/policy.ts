import { dayText } from "../../engine/values/calendar.ts";
import { date } from "../../ingest/cells/cells.ts";
import { inForceOn } from "../../policy/in-force.ts";
import { POLICY_287G } from "../../policy/policy.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { Format, View } from "../../report/format.ts";
import { POLICY_FORMATS, type PolicyShown } from "../../report/policy.ts";
import type { Given } from "../flags.ts";
import { deliverFiles, deliverScreen } from "../running/deliver.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { policyFile } from "../running/load.ts";
import { messagesText, sayOnStderr, stopped } from "../running/messages.ts";
import { toStdout } from "../running/output.ts";
import { lookAtScreen } from "../running/screen.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims policy`: prints the rules in force on a day, or checks a policy file. */
export async function policy(what: string, file: string | undefined, given: Given): Promise<ExitCode> {
  const problems = new Problems();
  const screen = await lookAtScreen(given);
  try {
    if (what === "check") return await check(file, given, problems);
    if (what !== "show") {
      const near = didYouMean(what, ["show", "check"]);
      throw new UsageError(
        "unknown-policy-command",
        `policy has no ${quoted(what)}${near}`,
        "claims policy show, or claims policy check FILE",
      );
    }
    if (file !== undefined)
      throw new UsageError("policy-show-file", "policy show takes no file", `claims policy show --policy ${file}`);
    const targets = targetsOf(given, POLICY_FORMATS);
    const shown = await rules(given, problems);
    const render = (format: Format<PolicyShown>, view: View): string => format.render(shown, view);
    const codes = await deliverFiles(targets, render, given, problems);
    sayOnStderr(problems, [], given, screen);
    deliverScreen(targets, render, screen);
    return gravest([EXIT.done, ...codes]);
  } catch (error) {
    const code = stopped(error, problems);
    if (what === "check" && code === EXIT.input)
      toStdout(messagesText(problems, [], given, { style: screen.out, columns: screen.errColumns }, true));
    else sayOnStderr(problems, [], given, screen);
    return code;
  }
}

async function check(file: string | undefined, given: Given, problems: Problems): Promise<ExitCode> {
  if (file === undefined)
    throw new UsageError("no-policy-file", "policy check needs a file", "claims policy check FILE");
  const { id } = await policyFile(file, problems);
  const screen = { style: (await lookAtScreen(given)).out, columns: Number.POSITIVE_INFINITY };
  if (given.format === "json") toStdout(messagesText(problems, [], given, screen, true));
  else toStdout(`No errors: policy ${quoted(id)}\n`);
  return EXIT.done;
}

async function rules(given: Given, problems: Problems): Promise<PolicyShown> {
  const whole = given.policy === undefined ? POLICY_287G : await policyFile(given.policy, problems);
  if (given.on === undefined) return { policy: whole, on: null };
  const day = date(given.on);
  if (day instanceof Refusal) throw new UsageError("bad-day", `--on ${quoted(given.on)} ${day.says}`, day.remedy);
  return { policy: inForceOn(whole, day), on: dayText(day) };
}
