import { resolve } from "node:path";
import { amendment, type FileNames, isChained, priorAsStated, restingOn, UnsoundClaim } from "../../amend/amend.ts";
import { readClaims } from "../../document/files.ts";
import { type PriorByAgency, withPrior } from "../../document/prior.ts";
import type { ClaimFile } from "../../document/read.ts";
import { policyStated } from "../../document/records.ts";
import type { AmendmentDocument } from "../../document/schema.ts";
import { displayNames } from "../../files/read.ts";
import { knownPolicies, samePolicyAs } from "../../policy/known.ts";
import { printable } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { counted, few } from "../../problems/words.ts";
import { AMENDMENT_FORMATS } from "../../report/amendment.ts";
import { dollars } from "../../report/text/amounts.ts";
import { refuseCarriedOver } from "../../run/carried-over.ts";
import type { FoundInput } from "../../run/find-inputs.ts";
import { takePrior } from "../../run/prior.ts";
import { claimsIn, FiledReader } from "../../run/reread.ts";
import { type Run, runClaims } from "../../run/run.ts";
import type { Action } from "../running/command.ts";
import { EXIT, Reported } from "../running/exit.ts";
import { askedLike, type FiledClaim, filedPolicy, openFiled } from "../running/filed-claim.ts";
import { sayLater } from "../running/later-claims.ts";
import { type Loaded, load } from "../running/load.ts";
import { partiesOf } from "../running/profile.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims amend`: computes again and gives the difference from the filed claim, line by line, each with its cause. */
export const amend: Action = async (command) => {
  const { paths, given } = command;
  const [path = "", ...rosters] = paths;
  const targets = targetsOf(given, AMENDMENT_FORMATS);
  const filed = await openFiled(path, given, command.problems);
  const problems = new Problems(given.redact ?? filed.file.document.options.redact ?? false);
  command.problems = problems;
  const parties = await partiesOf(command, rosters);
  const asked = { ...askedLike(filed, given, problems), parties };
  if (problems.hasErrors) return EXIT.file;
  const policy = filedPolicy(filed.file, given);
  const { prior: priorPaths, ...others } = asked;
  const loaded = await load(rosters, others, problems, policy);
  const priorClaims = priorPaths && (await readClaims(priorPaths, problems));
  command.files = [...loaded.files, ...(priorClaims ?? []).map(({ name }) => name)];
  const inputs = [...filed.inputs, ...filed.prior].flatMap((input) => input.file?.path ?? []);
  // One that is passed over may be an earlier output of this very command.
  const counted = (priorClaims ?? []).filter(({ document }) => document.quarter.id < loaded.terms.quarter.id);
  command.reads([path, ...loaded.read, ...inputs, ...counted.map(({ from }) => from)]);
  const document = await amended(filed, loaded, priorClaims, problems);
  sayTakenBack(filed.file, document, problems);
  await sayLater(filed, priorClaims ?? [], problems);
  await command.show(targets, (format, view) => format.render(document, view));
  return EXIT.done;
};

/** Agencies of the filed claim that are claimed for no more: with them goes what was claimed, whether that was meant or not. */
function sayTakenBack({ document, name }: ClaimFile, { claim }: AmendmentDocument, problems: Problems): void {
  const now = new Set(claim.claims.map(({ agency_id }) => agency_id));
  for (const { agency_id, totals } of document.claims)
    if (!now.has(agency_id))
      problems.warning({
        code: "agency-taken-back",
        where: name,
        agency: agency_id,
        message: `${printable(agency_id)} is not in the rosters any more: its ${dollars(totals.total)} are given back`,
        remedy: "give all rosters of the claim, where that is not meant",
      });
}

async function amended(
  filed: FiledClaim,
  loaded: Loaded,
  prior: readonly ClaimFile[] | undefined,
  problems: Problems,
): Promise<AmendmentDocument> {
  const { file, inputs: found } = filed;
  const { document } = file;
  const policy = knownPolicies(loaded.policy).get(document.policy.sha256) ?? policyStated(document);
  const whole = found.length > 0 && found.every(({ status }) => status === "same");
  const inputs = whole ? (await new FiledReader().read(document, policy, found)).inputs : undefined;
  if (!whole)
    problems.notice({
      code: "filed-inputs-gone",
      message: `the inputs of ${file.name} were not found as they were filed: causes give the values in the claim instead`,
      remedy: "give --inputs DIR with the folder of its inputs",
    });
  const run = await runNow(filed, loaded, prior, problems);
  try {
    return amendment({ file, policy, inputs, names: namesApart(found, loaded) }, run);
  } catch (error) {
    if (!(error instanceof UnsoundClaim)) throw error;
    const remedy = "`claims verify` shows where it does not agree";
    problems.error({ code: "filed-total-disagrees", where: file.name, message: error.message, remedy });
    throw new Reported();
  }
}

/** Names for the files of both claims that tell apart two of one base name, as far as they are two. */
function namesApart(found: readonly FoundInput[], { paths }: Loaded): { filed: FileNames; now: FileNames } {
  const filed = found.flatMap(({ path, file }): [string, string][] => (file ? [[path, file.path]] : []));
  const byFile = new Map([...filed, ...paths].map(([, path]) => [resolve(path), path]));
  const shown = displayNames([...byFile.values()]);
  const names = new Map([...byFile.keys()].map((file, index) => [file, shown[index] ?? file]));
  const named = (files: Iterable<readonly [string, string]>): FileNames =>
    new Map([...files].map(([name, path]) => [name, names.get(resolve(path)) ?? name]));
  return { filed: named(filed), now: named(paths) };
}

/** An amendment with no agency of the filed claim would stand beside it, not for it. @throws Reported */
function refuseOthers(claimed: ReadonlySet<string>, { inputs }: Loaded, name: string, problems: Problems): void {
  if (inputs.agencies.length === 0 || inputs.agencies.some(({ id }) => claimed.has(id))) return;
  const has = few(inputs.agencies.map(({ id }) => printable(id)));
  problems.error({
    code: "amends-other-agencies",
    where: name,
    message: `it claims for ${few([...claimed].map(printable))}, the rosters have ${has}: an amendment that shares no agency with it stands for nothing`,
    remedy:
      "give the rosters of its agencies; where an id was wrong, compute the claim anew and take this one out of those filed",
  });
  throw new Reported();
}

async function runNow(
  filed: FiledClaim,
  loaded: Loaded,
  given: readonly ClaimFile[] | undefined,
  problems: Problems,
): Promise<Run> {
  const { document, name } = filed.file;
  const claimed = new Set(document.claims.map(({ agency_id }) => agency_id));
  refuseOthers(claimed, loaded, name, problems);
  const part =
    document.inputs.some(({ role, scope }) => role === "roster" && scope === "rows") && document.incomplete === null;
  const agencies = loaded.inputs.agencies.filter(({ id }) => !part || claimed.has(id));
  const others = loaded.inputs.agencies.length - agencies.length;
  if (others > 0)
    problems.notice({
      code: "agencies-not-filed",
      message: `passed over ${counted(others, "agency", "agencies")} that ${name} does not claim for`,
    });
  const { policy, terms, options } = loaded;
  const now = { ...loaded.inputs, agencies };
  const prior = await priorNow(filed, { ...loaded, inputs: now }, given, problems);
  if ([...claimed, ...agencies.map(({ id }) => id)].some((id) => problems.errorsOf(id) > 0)) throw new Reported();
  return runClaims(policy, terms, options, withPrior(now, prior), problems, "officers");
}

/** The prior claims that count: those given, else those that the filed claim counted. */
async function priorNow(
  { file, prior: found }: FiledClaim,
  { policy, terms, inputs }: Loaded,
  given: readonly ClaimFile[] | undefined,
  problems: Problems,
): Promise<PriorByAgency> {
  if (given === undefined && isChained(file.document)) {
    problems.notice({
      code: "prior-as-stated",
      message: "the prior claims count as the filed claim states them",
      remedy: "give --prior with the claims themselves",
    });
    return priorAsStated(file.document);
  }
  const later = new Set(restingOn(file, given ?? []));
  const claims = (given ?? (await claimsIn(found))).filter((claim) => !later.has(claim));
  const agencies = new Set(inputs.agencies.map(({ id }) => id));
  refuseCarriedOver(claims, inputs, problems);
  const samePolicy = given ? samePolicyAs(policy) : () => true;
  return takePrior(claims, { before: terms.quarter, agencies, samePolicy }, problems);
}
