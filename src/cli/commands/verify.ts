import { dirname } from "node:path";
import { amendedLines } from "../../amend/amend.ts";
import { claimSources, openedClaims, PassedOver, reportFaults } from "../../document/files.ts";
import type { ClaimFile } from "../../document/read.ts";
import { UnreadableFile } from "../../files/read.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { VERIFICATION_FORMATS } from "../../report/verification.ts";
import { isInside } from "../../run/find-inputs.ts";
import { type Verification, Verifier } from "../../verify/verify.ts";
import type { Action } from "../running/command.ts";
import { EXIT, type ExitCode, gravest } from "../running/exit.ts";
import { policyFile } from "../running/load.ts";
import { stopped } from "../running/messages.ts";
import { toStdout } from "../running/output.ts";
import { formatNamed } from "../running/targets.ts";

/** `claims verify`: recomputes filed claims and compares every figure. Each is shown as soon as it is known. */
export const verify: Action = async ({ paths, given, screen, problems }) => {
  const format = formatNamed(given.format ?? "table", VERIFICATION_FORMATS);
  const verifier = new Verifier({
    folders: given.inputs ?? [],
    withoutInputs: given.withoutInputs ?? false,
    policy: given.policy === undefined ? undefined : await policyFile(given.policy, problems),
    amendedLines,
  });
  const sources = claimSources(paths);
  const counts = { verified: 0, consistent: 0, differs: 0, unread: 0 };
  const codes: ExitCode[] = [EXIT.done];
  const passed = new PassedOver();
  let several = sources.length > 1;
  const show = async (file: ClaimFile, folder: string): Promise<void> => {
    const one = await verifier.verify(file, folder);
    counts[one.status] += 1;
    if (!one.ok) codes.push(EXIT.unverified);
    sayUnusual(one, problems);
    const verified = { verification: one, total: file.document.totals.total, several };
    await toStdout(format.render(verified, { columns: screen.columns, style: screen.out }));
  };
  for (const source of sources)
    try {
      for await (const { name, claim, refused } of openedClaims(source)) {
        several ||= name !== source.name;
        if (claim) await show(claim, dirname(source.path));
        else if (!passed.takes(refused, source)) {
          counts.unread += 1;
          codes.push(EXIT.input);
          reportFaults(refused, name, problems);
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      counts.unread += 1;
      codes.push(stopped(error, problems));
    }
  passed.say(problems);
  if (several) await toStdout(format.summary(counts));
  return gravest(codes);
};

/** What a person should know of a claim besides its figures. */
function sayUnusual({ claim, policy, inputs }: Verification, problems: Problems): void {
  if (policy === "unknown")
    problems.error({
      code: "unknown-policy",
      where: claim,
      message: "it was computed with a policy that this version does not know",
      remedy: "give that policy with --policy FILE",
    });
  for (const { path } of inputs)
    if (!isInside(path))
      problems.warning({
        code: "path-not-opened",
        where: claim,
        message: `the input "${printable(path)}" is not opened: its path leads out of the claim's folder`,
      });
}
