import { dirname } from "node:path";
import { amendment, priorAsFiled, UnsoundClaim } from "../../amend/amend.ts";
import { openClaim, reportFaults } from "../../document/files.ts";
import { withPrior } from "../../document/prior.ts";
import { BadClaim, type ClaimFile } from "../../document/read.ts";
import { policyStated } from "../../document/records.ts";
import type { AmendmentDocument } from "../../document/schema.ts";
import { quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { displayNames } from "../../files/read.ts";
import { knownPolicies } from "../../policy/known.ts";
import { POLICY_287G, type Policy } from "../../policy/policy.ts";
import { Problems } from "../../problems/problems.ts";
import { counted } from "../../problems/words.ts";
import { AMENDMENT_FORMATS } from "../../report/amendment.ts";
import { type FoundInput, InputFinder } from "../../run/find-inputs.ts";
import { FiledReader } from "../../run/reread.ts";
import { type Run, runClaims } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import type { Action } from "../running/command.ts";
import { EXIT, Reported, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims amend`: computes again and gives the difference from the filed claim, line by line, each with its cause. */
export const amend: Action = async (command) => {
  const { paths, given } = command;
  const [path = "", ...rosters] = paths;
  const targets = targetsOf(given, AMENDMENT_FORMATS);
  const file = await openFiled(path, command.problems);
  const asked = askedLike(file, given);
  const problems = new Problems(asked.redact);
  command.problems = problems;
  const loaded = await load(rosters, asked, problems, filedPolicy(file, given));
  command.files = loaded.files;
  const document = await amended(file, dirname(path), loaded, given, problems);
  await command.show(targets, (format, view) => format.render(document, view));
  return EXIT.done;
};

async function openFiled(path: string, problems: Problems): Promise<ClaimFile> {
  const name = displayNames([path])[0] ?? path;
  try {
    return await openClaim({ path, name, named: true });
  } catch (error) {
    if (!(error instanceof BadClaim)) throw error;
    reportFaults(error, name, problems);
    throw new Reported();
  }
}

/** The flags with the filed claim's quarter, agency, map and readings where none of the flags says otherwise. */
function askedLike({ document: { options, quarter, policy } }: ClaimFile, given: Given): Given {
  const agency = given.agency ?? options.agency;
  return {
    ...given,
    quarter: given.quarter ?? (quarterOfId(quarter.id) as Quarter),
    reading: { ...policy.readings, ...given.reading },
    map: { ...options.map, ...given.map },
    ...(agency === null ? {} : { agency }),
    redact: given.redact ?? options.redact ?? false,
  };
}

function filedPolicy({ document: { policy } }: ClaimFile, given: Given): Policy {
  const known = knownPolicies().get(policy.sha256);
  if (known) return known;
  if (given.policy !== undefined) return POLICY_287G;
  throw new UsageError(
    "unknown-policy",
    `the filed claim's policy, ${policy.id} with SHA-256 ${policy.sha256.slice(0, 12)}…, is one that this version does not know`,
    "give that policy with --policy FILE",
  );
}

async function amended(
  file: ClaimFile,
  folder: string,
  loaded: Loaded,
  given: Given,
  problems: Problems,
): Promise<AmendmentDocument> {
  const { document } = file;
  const finder = new InputFinder(given.inputs ?? []);
  const policy = knownPolicies(loaded.policy).get(document.policy.sha256) ?? policyStated(document);
  const found = finder.inputsOf(document, folder);
  const whole = found.length > 0 && found.every(({ status }) => status === "same");
  const inputs = whole ? new FiledReader().read(document, policy, found).inputs : undefined;
  if (!whole)
    problems.notice({
      code: "filed-inputs-gone",
      message: `the inputs of ${file.name} were not found as they were filed: causes give the values in the claim instead`,
      remedy: "give --inputs DIR with the folder of its inputs",
    });
  const filedPrior = given.prior === undefined ? finder.priorOf(document, folder) : [];
  const run = await runNow(file, filedPrior, loaded, given, problems);
  try {
    return amendment({ file, policy, inputs }, run);
  } catch (error) {
    if (!(error instanceof UnsoundClaim)) throw error;
    const remedy = "`claims verify` shows where it does not agree";
    problems.error({ code: "filed-total-disagrees", where: file.name, message: error.message, remedy });
    throw new Reported();
  }
}

async function runNow(
  { document, name }: ClaimFile,
  filedPrior: readonly FoundInput[],
  loaded: Loaded,
  given: Given,
  problems: Problems,
): Promise<Run> {
  const filed = new Set(document.claims.map(({ agency_id }) => agency_id));
  const part =
    document.inputs.some(({ role, scope }) => role === "roster" && scope === "rows") && document.incomplete === null;
  const agencies = loaded.inputs.agencies.filter(({ id }) => !part || filed.has(id));
  const others = loaded.inputs.agencies.length - agencies.length;
  if (others > 0)
    problems.notice({
      code: "agencies-not-filed",
      message: `passed over ${counted(others, "agency", "agencies")} that ${name} does not claim for`,
    });
  if ([...filed, ...agencies.map(({ id }) => id)].some((id) => problems.errorsOf(id) > 0)) throw new Reported();
  const { policy, terms, options } = loaded;
  const now = { ...loaded.inputs, agencies };
  if (given.prior !== undefined) return runClaims(policy, terms, options, now, problems, "officers");
  const taking = { before: terms.quarter, agencies: new Set(agencies.map(({ id }) => id)) };
  const prior = await priorAsFiled(document, filedPrior, taking, problems);
  return runClaims(policy, terms, options, withPrior(now, prior), problems, "officers");
}
