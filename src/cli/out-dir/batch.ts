import { readClaims } from "../../document/files.ts";
import { type PriorByAgency, withPrior } from "../../document/prior.ts";
import { ClaimWriter } from "../../document/write.ts";
import type { Terms } from "../../engine/values/terms.ts";
import { UnreadableFile } from "../../files/read.ts";
import { BesideByAgency } from "../../ingest/beside-by-agency.ts";
import {
  type Beside,
  type InputFile,
  type InputOptions,
  type Inputs,
  openTables,
  readBeside,
  readRosters,
} from "../../ingest/inputs.ts";
import { Strangers } from "../../ingest/strangers.ts";
import { haveErrors, type RosterPart, surveyRosters } from "../../ingest/survey.ts";
import { type Policy, termsFor } from "../../policy/policy.ts";
import { PartProblems, type Problems } from "../../problems/problems.ts";
import type { RunOptions } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { inputSources, openSource, type Source } from "../running/input-files.ts";
import { checkAgency, checkMap, checkQuarter, settings } from "../running/load.ts";
import { stopped } from "../running/messages.ts";
import { priorOf } from "../running/prior.ts";
import { RosterFiles } from "./roster-files.ts";

/** A run of which the rosters are read part by part, so that not all are in memory at once. */
export interface Batch {
  readonly policy: Policy;
  readonly terms: Terms;
  readonly options: RunOptions;
  readonly writer: ClaimWriter;
  /** The ids of all agencies. */
  readonly agencies: ReadonlySet<string>;
  readonly parts: () => Iterable<Part>;
  /** Whether the problems of each part are its own, those of rates and payroll apart. */
  readonly severalParts: boolean;
  /** The names of the files that stand beside the rosters. */
  readonly files: readonly string[];
  /** Reports what only all parts together show. */
  readonly finish: (problems: Problems) => void;
}

/** Rosters that are read together. */
export interface Part {
  /** null: a file could not be read. */
  readonly inputs: Inputs | null;
  /** All problems that concern these rosters. */
  readonly problems: Problems;
  /** Those that are to be told of this part. */
  readonly own: Problems;
  readonly files: readonly string[];
}

/** The rosters of a run, before prior claims are taken into account. */
interface Rosters {
  readonly agencies: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  /** Whether a roster has errors, so that there may be agencies that were not found. */
  readonly haveErrors: () => boolean;
  readonly severalParts: boolean;
  readonly parts: () => Iterable<Part>;
}

/** Reads flags, rates and payroll, and looks through the rosters. @throws UsageError, UnreadableFile, BadPolicy */
export async function openBatch(paths: readonly string[], given: Given, problems: Problems): Promise<Batch> {
  const { policy, readings, asked, options } = await settings(given, problems);
  const sources = inputSources(paths, given, problems);
  const rosters = sources.filter(({ role }) => role === "roster");
  const others = sources.filter(({ role }) => role !== "roster");
  const beside = readBeside(openTables(others.map(openSource), asked, problems), asked, problems);
  checkQuarter(beside, asked, problems);
  const strangers = new Strangers();
  const context = { sources: rosters, beside, asked, problems, strangers };
  // The rows that --rejects leaves out are written as one file.
  const read = rosters.length === 1 || options.rejects ? allAtOnce(context) : oneByOne(context);
  checkMap(options.map, new Set([...read.headers, ...beside.tables.flatMap(({ header }) => header)]));
  if (given.agency !== undefined && !read.agencies.has(given.agency))
    checkAgency(given, read.agencies, { hasErrors: problems.hasErrors || read.haveErrors() });
  const files = others.map(({ name }) => name);
  const terms = termsFor(policy, beside.quarter, readings);
  const batch = { policy, terms, options, writer: new ClaimWriter(policy, terms, options), ...read, files };
  const finish = (last: Problems): void => strangers.report(beside, last);
  if (given.prior === undefined) return { ...batch, finish };
  const claims = await readClaims(given.prior, problems);
  const prior = priorOf(claims, { policy, before: beside.quarter, agencies: read.agencies }, problems);
  return {
    ...batch,
    finish,
    files: [...files, ...claims.map(({ name }) => name)],
    parts: () => partsWithPrior(read.parts(), prior),
  };
}

function* partsWithPrior(parts: Iterable<Part>, prior: PriorByAgency): Generator<Part> {
  for (const part of parts) yield { ...part, inputs: part.inputs && withPrior(part.inputs, prior) };
}

interface Context {
  readonly sources: readonly Source[];
  readonly beside: Beside;
  readonly asked: InputOptions;
  readonly problems: Problems;
  readonly strangers: Strangers;
}

function allAtOnce({ sources, beside, asked, problems, strangers }: Context): Rosters {
  const tables = openTables(sources.map(openSource), asked, problems);
  const inputs = readRosters(tables, beside, asked, problems, strangers);
  const files = sources.map(({ name }) => name);
  return {
    agencies: new Set(inputs.rosters.keys()),
    headers: new Set(tables.flatMap(({ header }) => header)),
    haveErrors: () => problems.hasErrors,
    severalParts: false,
    parts: () => [{ inputs, problems, own: problems, files }],
  };
}

function oneByOne({ sources, beside, asked, problems, strangers }: Context): Rosters {
  const files = new RosterFiles(sources);
  const ifThere = (roster: number): InputFile | undefined => files.ifThere(roster);
  const { parts, ...found } = surveyRosters(files.count, ifThere, asked);
  const besides = new BesideByAgency(beside, found.agencies, asked.agency, problems, strangers);
  const single = found.agencies.size === 1 ? [...found.agencies][0] : undefined;
  function* read(): Generator<Part> {
    for (const part of parts()) {
      const own = new PartProblems(problems, new Set(part.agencies));
      const names = part.rosters.map((roster) => files.nameOf(roster));
      const inputs = readPart(part, files, (opened) =>
        readRosters(openTables(opened, asked, own), besides.of(part.agencies), asked, own, strangers, single),
      );
      if (!("rosters" in inputs)) stopped(inputs, own);
      yield { inputs: "rosters" in inputs ? inputs : null, problems: own, own: own.own, files: names };
    }
  }
  return { ...found, haveErrors: () => haveErrors(files.count, ifThere, asked), severalParts: true, parts: read };
}

/** Reads the rosters of a part, or tells which could not be read. */
function readPart(
  { rosters, agencies }: RosterPart,
  all: RosterFiles,
  read: (files: readonly InputFile[]) => Inputs,
): Inputs | UnreadableFile {
  try {
    const files = rosters.map((roster) => all.take(roster));
    const inputs = read(files);
    const same = inputs.rosters.size === agencies.length && agencies.every((id) => inputs.rosters.has(id));
    return same ? inputs : new UnreadableFile(files[0]?.name ?? "", new Error("it changed while it was read"));
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
}
