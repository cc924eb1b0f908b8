import { join } from "node:path";
import { isFolderAt } from "../../files/read.ts";
import type { Content } from "../../files/write.ts";
import type { Problems } from "../../problems/problems.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { messagesText, sayOnStderr, stopped } from "../running/messages.ts";
import { toStderr } from "../running/output.ts";
import { refuseOverwriting } from "../running/overwriting.ts";
import { targetsOf } from "../running/targets.ts";
import { problemFiles, writeAgencyProblems } from "./agency-problems.ts";
import { type AgencyOutcome, ClaimFolder } from "./claim-folder.ts";
import { FileNames } from "./file-names.ts";
import { Folder } from "./folder.ts";
import { INDEX_FILE } from "./folder-index.ts";
import { LOCK } from "./lock.ts";
import { Progress } from "./progress.ts";
import { failuresText, outcomeText, timeText } from "./summary.ts";
import { SUMS_FILE } from "./sums.ts";

/** What goes into a folder of claims. */
export interface Filling {
  /** The id of its quarter. */
  readonly quarter: string;
  /** Of all agencies, those with errors included. */
  readonly ids: readonly string[];
  readonly format: Format<ClaimParts>;
  /** The files that are read, asked for only where an output is there already. */
  readonly reads: () => readonly string[];
  readonly outcomes: () => Iterable<AgencyOutcome> | AsyncIterable<AgencyOutcome>;
  /** What else the run writes, once all claims are. */
  readonly besides?: () => Promise<ExitCode[]>;
  /** What is wrong or unusual in the inputs of each agency, by its id. */
  readonly texts: () => ReadonlyMap<string, Content>;
  /** The names of the files read, in the order in which their problems are said. */
  readonly files: readonly string[];
  /** What the inputs show. */
  readonly problems: Problems;
  /** What cannot be read or written: it stops no other agency, so it is not among the problems of the inputs. */
  readonly last: Problems;
}

/** Says what stops a run into a folder, with what its inputs showed until then. @param problems takes what stops it */
export async function intoFolder(
  { given, screen }: CommandRun,
  problems: Problems,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const code = stopped(error, problems);
    await sayOnStderr(problems, [], given, screen);
    return code;
  }
}

/** Writes a folder of claims, says what came of it, and gives it back. @throws UsageError, UnwritableFile, UnreadableFile */
export async function fillFolder(path: string, command: CommandRun, filling: Filling): Promise<ExitCode> {
  const { quarter, ids, format, reads } = filling;
  const { given } = command;
  const names = new FileNames(ids, `_${quarter}.${format.endings[0] ?? format.name}`);
  refuseOverwriting(outputsIn(path, ids, names, given), reads);
  const folder = new Folder(path, given.force ?? false);
  try {
    return await fill(folder, names, command, filling);
  } finally {
    folder.close();
  }
}

/** The files that a run into a folder may write. */
function outputsIn(path: string, ids: readonly string[], names: FileNames, { rejects }: Given): string[] {
  const files = ids.map((id) => names.of(id)).filter((name) => typeof name === "string");
  if (!isFolderAt(path) && rejects === undefined) return [];
  const all = [...files, ...problemFiles(ids).values(), INDEX_FILE, SUMS_FILE, LOCK];
  const inFolder = all.map((name) => join(path, name));
  return rejects === undefined ? inFolder : [...inFolder, rejects];
}

async function fill(folder: Folder, names: FileNames, command: CommandRun, filling: Filling): Promise<ExitCode> {
  const { ids, format, besides, texts, problems, last } = filling;
  const { given, screen } = command;
  const claims = new ClaimFolder({ folder, names, format, given, problems: last });
  const progress = new Progress(ids.length, screen.errTerminal && !given.quiet);
  await addAll(claims, progress, command, filling);
  const codes = besides ? await besides() : [];
  codes.push(...(await claims.finish()));
  try {
    await writeAgencyProblems(folder, problemFiles(ids), texts());
  } catch (error) {
    codes.push(stopped(error, last));
  }
  if (problems.hasErrors) codes.push(EXIT.input);
  progress.clear();
  await sayAll(claims, progress, command, filling, folder.path);
  return gravest(codes);
}

/** Writes one agency after the other. */
async function addAll(
  claims: ClaimFolder,
  progress: Progress,
  command: CommandRun,
  { ids, outcomes, problems, files }: Filling,
): Promise<void> {
  const { interruption, given, screen } = command;
  if (interruption)
    interruption.says = () => {
      progress.clear();
      const view = { style: screen.err, columns: screen.errColumns };
      const done = `interrupted after ${claims.index.size} of ${ids.length} agencies; run again to do the rest\n`;
      return messagesText(problems, files, given, view) + (given.format === "json" ? "" : done);
    };
  for await (const outcome of outcomes()) {
    await claims.add(outcome);
    progress.show(claims.index.size);
    await interruption?.pause();
  }
}

/** Says what the inputs show, then what was done, and what failed with the first reason. */
async function sayAll(
  claims: ClaimFolder,
  progress: Progress,
  { given, screen }: CommandRun,
  { problems, last, files }: Filling,
  path: string,
): Promise<void> {
  const time = screen.errTerminal ? `, in ${timeText(progress.seconds)}` : "";
  last.notice({ code: "written", message: `${outcomeText(path, claims.index)}${time}` });
  if (given.format === "json") for (const problem of last.all) problems.add(problem);
  await sayOnStderr(problems, files, given, screen);
  if (given.format !== "json") await sayOnStderr(last, files, given, screen);
  if (!given.quiet && given.format !== "json") await toStderr(failuresText(claims.failures));
}

/** The format of a folder's files, JSON where none is asked for. @throws UsageError */
export function formatOf(given: Given, formats: readonly Format<ClaimParts>[]): Format<ClaimParts> {
  if (given.output !== undefined)
    throw new UsageError("output-and-out-dir", "--output and --out-dir are given together", "give one of them");
  const [target] = targetsOf({ ...given, format: given.format ?? "json" }, formats);
  if (!target) throw new Error("there is no format");
  return target.format;
}
