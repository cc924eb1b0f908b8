import { join } from "node:path";
import { type Day, dayFromText, type Quarter } from "../../engine/values/calendar.ts";
import type { Readings } from "../../engine/values/ids.ts";
import type { Terms } from "../../engine/values/terms.ts";
import { displayNames, readBytes, readFile, type UnreadableFile } from "../../files/read.ts";
import { sha256 } from "../../files/sha256.ts";
import type { HashOfDocument } from "../../ingest/evidence.ts";
import { type InputOptions, type Inputs, readInputs } from "../../ingest/inputs.ts";
import { headerMap } from "../../ingest/table/columns.ts";
import { POLICY_287G, type Policy, termsFor, valueOn } from "../../policy/policy.ts";
import { printable, quoted } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import { checkAgreement } from "../../run/agreement.ts";
import { isInside } from "../../run/find-inputs.ts";
import type { RunOptions } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { Reported, UsageError } from "./exit.ts";
import { inputSources, openSources } from "./input-files.ts";

/** Everything that a command on rosters needs before it computes. */
export interface Loaded {
  readonly policy: Policy;
  /** The readings that were chosen; the others are the policy's. */
  readonly readings: Partial<Readings>;
  readonly terms: Terms;
  readonly options: RunOptions;
  readonly inputs: Inputs;
  /** Where each file is, by its name. */
  readonly paths: ReadonlyMap<string, string>;
  /** The names of the rosters. */
  readonly rosters: ReadonlySet<string>;
  /** The paths of the files that were read, which no output may replace. */
  readonly read: readonly string[];
  /** The names of the files in the order in which their problems are shown. */
  readonly files: readonly string[];
}

/** What is told of a run and stops none of its agencies. */
export interface Apart {
  /** Rosters that cannot be read, where there are several. */
  readonly unread: UnreadableFile[];
  /** What is about no claim of the run. */
  readonly problems: Problems;
}

/** What the flags say of a run, before any roster is read. */
interface Settings {
  readonly policy: Policy;
  readonly readings: Partial<Readings>;
  readonly asked: InputOptions;
  readonly options: RunOptions;
}

/**
 * Reads the flags and the policy. @param usual the policy where no flag names another
 * @throws UsageError, UnreadableFile, Reported
 */
async function settings(given: Given, problems: Problems, usual: Policy = POLICY_287G): Promise<Settings> {
  const policy = given.policy === undefined ? usual : await policyFile(given.policy, problems);
  const { quarter, reading: readings = {}, map = {}, set = {}, today, invoice, sheet, parties = {} } = given;
  const programmeStart = startOf(policy);
  if (quarter !== undefined) refuseBefore(programmeStart, quarter);
  const agency = given.agency ?? null;
  return {
    policy,
    readings,
    asked: {
      agency,
      map: headerMap(map),
      set: new Map(Object.entries(set)),
      quarter,
      programmeStart,
      today,
    },
    options: {
      ...{ agency, map, set, sheet, redact: given.redact ?? false, rejects: given.rejects !== undefined },
      ...(invoice === undefined && Object.keys(parties).length === 0 ? {} : { request: { invoice, ...parties } }),
    },
  };
}

/**
 * Reads what the flags name. @param usual the policy where no flag names another
 * @param apart takes what stops no agency, where each has a claim of its own @param more what no flag says
 * @throws UsageError, UnreadableFile; problems of the inputs are collected, not thrown
 */
export async function load(
  rosters: readonly string[],
  given: Given,
  problems: Problems,
  usual: Policy = POLICY_287G,
  apart?: Apart,
  more: Pick<InputOptions, "actualsApart"> = {},
): Promise<Loaded> {
  const { policy, readings, asked, options } = await settings(given, problems, usual);
  const sources = inputSources(rosters, given, problems);
  const unread = apart?.unread ?? [];
  const documents = new Map<string, string | Refusal>();
  const inputs = readInputs(
    await openSources(sources, given.sheet, unread),
    { ...asked, ...more, ...(given.evidenceDir && { hashOfDocument: documentsIn(given.evidenceDir, documents) }) },
    problems,
    apart?.problems,
  );
  checkQuarter(inputs, asked, problems);
  checkMap(options.map, new Set(inputs.tables.flatMap(({ header }) => header)));
  checkAgency(given, inputs.rosters, problems.hasErrors || unread.length > 0);
  const terms = termsFor(policy, inputs.quarter, readings);
  checkAgreement(inputs, terms, problems);
  if (!apart) refuseUnread(unread, problems);
  const loaded = {
    policy,
    readings,
    terms,
    options,
    inputs,
    paths: new Map(sources.map(({ name, path }) => [name, path])),
    rosters: new Set(sources.flatMap(({ role, name }) => (role === "roster" ? [name] : []))),
    read: [
      ...sources.map(({ path }) => path),
      ...(given.policy === undefined ? [] : [given.policy]),
      ...[...documents].flatMap(([name, found]) =>
        given.evidenceDir === undefined || found instanceof Refusal ? [] : [join(given.evidenceDir, name)],
      ),
    ],
    files: sources.map(({ name }) => name),
  };
  if (given.prior === undefined) return loaded;
  const { addPrior } = await import("./prior.ts");
  return addPrior(given.prior, loaded, inputs.quarter, problems);
}

/** Tells the hash of a document in a folder, in it and nowhere else. @param known takes what was looked up @throws UnreadableFile where it cannot be looked up */
function documentsIn(folder: string, known: Map<string, string | Refusal>): HashOfDocument {
  return (name) => {
    const found = known.get(name) ?? hashIn(folder, name);
    known.set(name, found);
    return found;
  };
}

function hashIn(folder: string, name: string): string | Refusal {
  const bytes = isInside(name) ? readFile(join(folder, name)) : undefined;
  if (bytes) return sha256(bytes);
  return new Refusal(
    "no-such-document",
    `is not in ${printable(displayNames([folder])[0] ?? folder)}`,
    "put it there under that name, or correct the name",
  );
}

/** Says why a quarter was chosen, and refuses one before the programme. @throws UsageError */
function checkQuarter(
  { quarter, why }: Pick<Inputs, "quarter" | "why">,
  { programmeStart }: InputOptions,
  problems: Problems,
): void {
  if (why !== null) problems.notice({ code: "quarter-chosen", message: `quarter ${quarter.id}: ${why}` });
  if (quarter.end < programmeStart)
    throw new UsageError("before-programme", `no quarter of the programme has ended yet`, "name one with --quarter");
}

/** Refuses an agency that no roster has. @throws UsageError */
function checkAgency({ agency }: Given, agencies: { has(id: string): boolean }, hasErrors: boolean): void {
  if (agency !== undefined && !agencies.has(agency) && !hasErrors)
    throw new UsageError(
      "unknown-agency",
      `no roster has a row of agency ${quoted(agency)}`,
      "give the id as it stands in the agency_id column",
    );
}

/** One document of all rosters is not made without one of them. @throws UnreadableFile the first, when the others are told */
function refuseUnread([first, ...others]: readonly UnreadableFile[], problems: Problems): void {
  for (const { message } of others) problems.error({ code: "unreadable-file", message });
  if (first) throw first;
}

/** Reads a policy file. @throws Reported when its faults have been reported */
export async function policyFile(path: string, problems: Problems): Promise<Policy> {
  const { readPolicy } = await import("../../policy/read.ts");
  const policy = readPolicy((await readBytes(path)).toString("utf8"));
  if ("faults" in policy) {
    for (const fault of policy.faults)
      problems.error({ code: "bad-policy", where: displayNames([path])[0] ?? path, ...fault });
    throw new Reported();
  }
  return policy;
}

/** The first day that a policy reimburses. */
export function startOf(policy: Policy): Day {
  const first = policy.parameters["programme-start"].map(({ from }) => from).sort()[0] ?? "";
  const day = dayFromText(first);
  return day === undefined ? 0 : (dayFromText(valueOn(policy, "programme-start", day, "the program").value) ?? 0);
}

function refuseBefore(programmeStart: Day, { id, end }: Quarter): void {
  if (end < programmeStart)
    throw new UsageError(
      "before-programme",
      `${id} ends before the programme starts: nothing in it is reimbursable`,
      "the first quarter is FY2026-Q1 (October to December 2025)",
    );
}

/** Refuses a header that no input has. @throws UsageError */
function checkMap(map: Readonly<Record<string, string>>, headers: ReadonlySet<string>): void {
  if (Object.keys(map).length === 0) return;
  const found = new Set([...headers].map((one) => headerMap({ x: one }).keys().next().value));
  for (const [column, header] of Object.entries(map)) {
    const plain = headerMap({ x: header }).keys().next().value;
    if (!found.has(plain))
      throw new UsageError("unknown-header", `--map ${column}=${header}: no input has a header ${quoted(header)}`);
  }
}
