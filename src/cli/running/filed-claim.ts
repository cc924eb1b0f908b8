import { dirname } from "node:path";
import { claimsOf, reportFaults } from "../../document/files.ts";
import { BadClaim, type ClaimFile } from "../../document/read.ts";
import { quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { displayNames } from "../../files/read.ts";
import { BESIDE, type BesideRole } from "../../ingest/text/rows.ts";
import { knownPolicies } from "../../policy/known.ts";
import { POLICY_287G, type Policy } from "../../policy/policy.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { few } from "../../problems/words.ts";
import { type FoundInput, InputFinder } from "../../run/find-inputs.ts";
import type { Given } from "../flags.ts";
import { Reported, UsageError } from "./exit.ts";

/** A filed claim, and what was found of the files that it rests on. */
export interface FiledClaim {
  readonly file: ClaimFile;
  readonly folder: string;
  /** In the order of the claim's inputs. */
  readonly inputs: readonly FoundInput[];
  readonly prior: readonly FoundInput[];
}

/** Opens a claim that was filed, and looks for what it rests on. @throws UnreadableFile, UsageError where a file has several claims and none is named, Reported */
export async function openFiled(path: string, given: Given, problems: Problems): Promise<FiledClaim> {
  const name = displayNames([path])[0] ?? path;
  try {
    const all = await Promise.all((await claimsOf({ path, name, named: true })).map(({ read }) => read()));
    const file = chosen(all, name, given.agency);
    const folder = dirname(path);
    const finder = new InputFinder(given.inputs ?? []);
    const { document } = file;
    const prior = given.prior === undefined ? await finder.priorOf(document, folder) : [];
    return { file, folder, inputs: await finder.inputsOf(document, folder), prior };
  } catch (error) {
    if (!(error instanceof BadClaim)) throw error;
    reportFaults(error, name, problems);
    throw new Reported();
  }
}

/** The claim of a file that is meant. @throws UsageError */
function chosen(claims: readonly ClaimFile[], name: string, agency: string | undefined): ClaimFile {
  const [first, ...others] = claims;
  if (first && others.length === 0) return first;
  const has = ({ document }: ClaimFile): boolean => document.claims.some(({ agency_id }) => agency_id === agency);
  const [one, ...more] = claims.filter(has);
  if (one && more.length === 0) return one;
  throw new UsageError(
    "several-claims",
    `${name} holds ${claims.length} claims`,
    "name the agency whose claim is meant with --agency",
  );
}

/**
 * The flags with the filed claim's quarter, agency, map, readings, rates and payroll where none of the flags says otherwise.
 * Files that are not there as they were filed are errors. @throws UsageError for another quarter: both claims would stand
 */
export function askedLike(filed: FiledClaim, given: Given, problems: Problems): Given {
  const { options, quarter, policy } = filed.file.document;
  if (given.quarter !== undefined && given.quarter.id !== quarter.id)
    throw new UsageError(
      "amends-other-quarter",
      `${filed.file.name} is the claim of ${quarter.id}: an amendment is of the same quarter`,
      `compute ${given.quarter.id} as a claim of its own`,
    );
  const agency = given.agency ?? options.agency;
  const kept = new Set<string>();
  const fileOf = (role: BesideRole): string | false => given[role] ?? keptInput(filed, role, kept, problems) ?? false;
  const asked = {
    ...given,
    quarter: given.quarter ?? (quarterOfId(quarter.id) as Quarter),
    reading: { ...policy.readings, ...given.reading },
    map: { ...options.map, ...given.map },
    set: { ...options.set, ...given.set },
    ...(options.sheet === undefined ? {} : { sheet: given.sheet ?? options.sheet }),
    ...(agency === null ? {} : { agency }),
    redact: given.redact ?? options.redact ?? false,
    ...Object.fromEntries(BESIDE.map((role) => [role, fileOf(role)])),
  };
  for (const one of filed.prior)
    if (one.status === "same") kept.add(one.path);
    else sayMissing(filed, one, "the prior claim", "--prior takes other claims, --inputs names its folder", problems);
  if (kept.size > 0 && !problems.hasErrors)
    problems.notice({
      code: "filed-inputs-kept",
      message: `${few([...kept].map(printable))} as for ${filed.file.name}`,
      remedy: `${BESIDE.map((role) => `--${role}`).join(", ")} and --prior take others`,
    });
  return asked;
}

/** Where the filed claim's rates or payroll are; undefined where it had none. */
function keptInput(filed: FiledClaim, role: BesideRole, kept: Set<string>, problems: Problems): string | undefined {
  const { inputs } = filed.file.document;
  const found = filed.inputs[inputs.findIndex((input) => input.role === role)];
  if (!found) return undefined;
  if (!found.file)
    sayMissing(
      filed,
      found,
      role,
      `--${role} takes another file, --no-${role} none; --inputs names its folder`,
      problems,
    );
  else kept.add(found.path);
  return found.file?.path;
}

function sayMissing(
  { file }: FiledClaim,
  { path, status }: FoundInput,
  what: string,
  remedy: string,
  problems: Problems,
): void {
  const why = status === "changed" ? "has changed since" : "was not found";
  const message = `${what} of ${file.name}, ${printable(path)}, ${why}`;
  problems.error({ code: "filed-input-missing", message, remedy });
}

/** The policy of a filed claim; one that is not known must be given. @throws UsageError */
export function filedPolicy({ document: { policy } }: ClaimFile, given: Given): Policy {
  const known = knownPolicies().get(policy.sha256);
  if (known) return known;
  if (given.policy !== undefined) return POLICY_287G;
  throw new UsageError(
    "unknown-policy",
    `the filed claim's policy, ${policy.id} with SHA-256 ${policy.sha256.slice(0, 12)}…, is one that this version does not know`,
    "give that policy with --policy FILE",
  );
}
