import { dayText } from "../../engine/values/calendar.ts";
import { inForceOn } from "../../policy/in-force.ts";
import { POLICY_287G } from "../../policy/policy.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { POLICY_FORMATS } from "../../report/policy.ts";
import type { Action } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";
import { policyFile } from "../running/load.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims policy`: prints the rules in force on a day, or checks a policy file. */
export const policy: Action = async (command) => {
  const [what = "", file] = command.paths;
  if (what === "check") return check(file)(command);
  if (what === "show") return show(file)(command);
  throw new UsageError(
    "unknown-policy-command",
    `policy has no ${quoted(what)}${didYouMean(what, ["show", "check"])}`,
    "claims policy show, or claims policy check FILE",
  );
};

const show =
  (file: string | undefined): Action =>
  async (command) => {
    const { given, problems } = command;
    if (file !== undefined)
      throw new UsageError("policy-show-file", "policy show takes no file", `claims policy show --policy ${file}`);
    const targets = targetsOf(given, POLICY_FORMATS);
    const whole = given.policy === undefined ? POLICY_287G : await policyFile(given.policy, problems);
    const shown =
      given.on === undefined
        ? { policy: whole, on: null }
        : { policy: inForceOn(whole, given.on), on: dayText(given.on) };
    await command.show(targets, (format, view) => format.render(shown, view));
    return EXIT.done;
  };

const check =
  (file: string | undefined): Action =>
  async (command) => {
    if (file === undefined)
      throw new UsageError("no-policy-file", "policy check needs a file", "claims policy check FILE");
    command.problemsAsked = true;
    const { id } = await policyFile(file, command.problems);
    if (command.given.format !== "json") command.print(() => `No errors: policy ${quoted(id)}\n`);
    return EXIT.done;
  };
