import { join } from "node:path";
import { isFolderAt } from "../../files/read.ts";
import { POLICY_287G } from "../../policy/policy.ts";
import { Problems } from "../../problems/problems.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import { type AgencyRun, agencyRuns, type Run } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { type Apart, type Loaded, load } from "../running/load.ts";
import { messagesText, sayOnStderr, stopped } from "../running/messages.ts";
import { toStderr } from "../running/output.ts";
import { refuseOverwriting } from "../running/overwriting.ts";
import { byOf, changedFromDefault, type Product } from "../running/produce.ts";
import { writeRejects } from "../running/rejects.ts";
import { targetsOf } from "../running/targets.ts";
import { problemFiles, writeAgencyProblems } from "./agency-problems.ts";
import { ClaimFolder } from "./claim-folder.ts";
import { FileNames } from "./file-names.ts";
import { Folder } from "./folder.ts";
import { INDEX_FILE } from "./folder-index.ts";
import { LOCK } from "./lock.ts";
import { Progress } from "./progress.ts";
import { failuresText, outcomeText, timeText } from "./summary.ts";
import { SUMS_FILE } from "./sums.ts";

/** Computes the claim of each agency into a file of its own: the way of --out-dir. */
export async function computeInto(path: string, command: CommandRun, product: Product): Promise<ExitCode> {
  const { paths, given, screen } = command;
  const problems = new Problems(given.redact, given.rejects !== undefined);
  try {
    const format = formatOf(given, product.formats);
    const detail = product.detail(byOf(given), [format]);
    const apart: Apart = { unread: [], problems: new Problems(given.redact) };
    const loaded = await load(paths, given, problems, POLICY_287G, apart);
    const { terms, inputs, read } = loaded;
    const names = new FileNames(inputs.rosters.keys(), `_${terms.quarter.id}.${format.endings[0] ?? format.name}`);
    refuseOverwriting(outputsIn(path, [...inputs.rosters.keys()], names, given), () => [...command.read, ...read]);
    const folder = new Folder(path, given.force ?? false);
    try {
      return await fill({ loaded, apart, folder, names, given, format, detail, command, problems });
    } finally {
      folder.close();
    }
  } catch (error) {
    const code = stopped(error, problems);
    await sayOnStderr(problems, [], given, screen);
    return code;
  }
}

/** The files that a run into a folder may write. */
function outputsIn(path: string, agencies: readonly string[], names: FileNames, { rejects }: Given): string[] {
  const files = [...agencies].map((id) => names.of(id)).filter((name) => typeof name === "string");
  if (!isFolderAt(path) && rejects === undefined) return [];
  const all = [...files, ...problemFiles(agencies).values(), INDEX_FILE, SUMS_FILE, LOCK];
  const inFolder = all.map((name) => join(path, name));
  return rejects === undefined ? inFolder : [...inFolder, rejects];
}

interface Work {
  readonly loaded: Loaded;
  readonly apart: Apart;
  readonly folder: Folder;
  readonly names: FileNames;
  readonly given: Given;
  readonly format: Format<ClaimParts>;
  readonly detail: ReturnType<Product["detail"]>;
  readonly command: CommandRun;
  /** What the inputs and the claims show. */
  readonly problems: Problems;
}

async function fill(work: Work): Promise<ExitCode> {
  const { loaded, apart, folder, names, given, format, command, problems } = work;
  const { screen } = command;
  const { inputs } = loaded;
  // What cannot be read or written stops no other agency, so it is not among the problems of the inputs.
  const last = apart.problems;
  const codes: ExitCode[] = apart.unread.map((error) => stopped(error, last));
  const claims = new ClaimFolder({ folder, names, format, given, problems: last });
  const progress = new Progress(inputs.agencies.length, screen.errTerminal && !given.quiet);
  const ended = await addAll(claims, progress, work);
  if (given.rejects !== undefined && ended) codes.push(await writeRejects(ended, given.rejects, given.force ?? false));
  codes.push(...(await claims.finish()));
  try {
    writeAgencyProblems(folder, problemFiles([...inputs.rosters.keys()]), problems);
  } catch (error) {
    codes.push(stopped(error, last));
  }
  if (problems.hasErrors) codes.push(EXIT.input);
  progress.clear();
  await sayAll(claims, progress, last, work);
  return gravest(codes);
}

/** Computes and writes one agency after the other. @returns the last run, of all inputs */
async function addAll(claims: ClaimFolder, progress: Progress, work: Work): Promise<Run | undefined> {
  const { loaded, detail, command, problems } = work;
  const { interruption } = command;
  const { inputs, rosters } = loaded;
  if (interruption) interruption.says = () => interruptedText(claims, progress, work);
  let last: AgencyRun | undefined;
  for (last of agencyRuns(loaded, inputs, problems, detail, rosters)) {
    await claims.add(last);
    progress.show(claims.index.size);
    await interruption?.pause();
  }
  return last && { ...last.run, inputs };
}

/** What is said where a run is asked to end before its last agency. */
function interruptedText(
  { index }: ClaimFolder,
  progress: Progress,
  { loaded, given, command, problems }: Work,
): string {
  progress.clear();
  const { screen } = command;
  const view = { style: screen.err, columns: screen.errColumns };
  const done = `interrupted after ${index.size} of ${loaded.inputs.agencies.length} agencies; run again to do the rest\n`;
  return messagesText(problems, loaded.files, given, view) + (given.format === "json" ? "" : done);
}

/** Says what the inputs show, then what was done, and what failed with the first reason. */
async function sayAll(
  claims: ClaimFolder,
  progress: Progress,
  last: Problems,
  { loaded, folder, given, command, problems }: Work,
): Promise<void> {
  const { screen } = command;
  const changed = changedFromDefault(loaded, given);
  if (changed.length > 0)
    last.notice({ code: "not-the-default", message: `read with ${changed.join(", ")}, not the default` });
  const time = screen.errTerminal ? `, in ${timeText(progress.seconds)}` : "";
  last.notice({ code: "written", message: `${outcomeText(folder.path, claims.index)}${time}` });
  if (given.format === "json") for (const problem of last.all) problems.add(problem);
  await sayOnStderr(problems, loaded.files, given, screen);
  if (given.format !== "json") await sayOnStderr(last, loaded.files, given, screen);
  if (!given.quiet && given.format !== "json") await toStderr(failuresText(claims.failures));
}

function formatOf(given: Given, formats: readonly Format<ClaimParts>[]): Format<ClaimParts> {
  if (given.output !== undefined)
    throw new UsageError("output-and-out-dir", "--output and --out-dir are given together", "give one of them");
  const [target] = targetsOf({ ...given, format: given.format ?? "json" }, formats);
  if (!target) throw new Error("there is no format");
  return target.format;
}
