import { setFlagsFromString } from "node:v8";
import { Problems } from "../../problems/problems.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import { agencyRuns, type Run } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { stopped } from "../running/messages.ts";
import { byOf, changedFromDefault, type Product } from "../running/produce.ts";
import { writeRejects } from "../running/rejects.ts";
import { lookAtScreen } from "../running/screen.ts";
import { targetsOf } from "../running/targets.ts";
import { type Batch, openBatch, type Part } from "./batch.ts";
import { ClaimFolder } from "./claim-folder.ts";
import { FileNames } from "./file-names.ts";
import { Folder } from "./folder.ts";
import { Interrupted, Interruption } from "./interruption.ts";
import { Progress } from "./progress.ts";
import { Speaker } from "./speaker.ts";
import { failuresText, outcomeText, timeText } from "./summary.ts";

/** That of Node 20; another one is left to itself. */
const MEASURED_V8 = "11.3.";
/** For a run that does a little of everything many times over. docs/performance.md has what each brings. */
const V8_FLAGS = [
  // What an agency leaves behind is cleared away before much of it has gathered.
  "--heap-growing-percent=20",
  "--incremental-marking-hard-trigger=10",
  "--semi-space-growth-factor=1",
  // There is too little to copy or to sweep for several threads.
  "--no-parallel-scavenge",
  "--no-concurrent-array-buffer-sweeping",
  // Compiling less pays in a run of seconds.
  "--max-inlined-bytecode-size-cumulative=300",
];

/** Computes the claim of each agency into a file of its own: the way of --out-dir. */
export async function computeInto(
  path: string,
  rosters: readonly string[],
  given: Given,
  product: Product,
): Promise<ExitCode> {
  if (process.versions.v8.startsWith(MEASURED_V8)) for (const flag of V8_FLAGS) setFlagsFromString(flag);
  const problems = new Problems(given.redact, given.rejects !== undefined);
  const speaker = new Speaker(given, await lookAtScreen(given));
  try {
    const format = formatOf(given, product.formats);
    const detail = product.detail(byOf(given), [format]);
    const batch = await openBatch(rosters, given, problems);
    const folder = new Folder(path, given.force ?? false);
    const interruption = new Interruption();
    try {
      return await fill({ batch, folder, interruption, given, format, detail, speaker, problems });
    } finally {
      interruption.end();
      folder.close();
    }
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    const code = stopped(error, problems);
    speaker.say(problems, []);
    return code;
  } finally {
    speaker.end();
  }
}

interface Work {
  readonly batch: Batch;
  readonly folder: Folder;
  readonly interruption: Interruption;
  readonly given: Given;
  readonly format: Format<ClaimParts>;
  readonly detail: ReturnType<Product["detail"]>;
  readonly speaker: Speaker;
  /** What was found before the first roster was read. */
  readonly problems: Problems;
}

async function fill(work: Work): Promise<ExitCode> {
  const { batch, folder, given, format, speaker, problems } = work;
  const names = new FileNames(batch.agencies, `_${batch.terms.quarter.id}.${format.endings[0] ?? format.name}`);
  const last = new Problems(given.redact);
  const claims = new ClaimFolder({ folder, names, format, given, problems: last });
  const progress = new Progress(batch.agencies.size, speaker.isTerminal && !given.quiet);
  const codes: ExitCode[] = [];
  if (batch.severalParts) speaker.say(problems, batch.files);
  for (const part of batch.parts()) {
    if (part.inputs) codes.push(...(await fillPart(part, claims, progress, work)));
    else codes.push(EXIT.file);
    progress.clear();
    speaker.say(part.own, part.files);
    if (part.problems.hasErrors) codes.push(EXIT.input);
  }
  codes.push(...claims.finish());
  batch.finish(last);
  sayOutcome(claims, progress, last, work);
  return gravest([...codes, ...(problems.hasErrors ? [EXIT.input] : [])]);
}

async function fillPart(
  part: Part,
  claims: ClaimFolder,
  progress: Progress,
  { batch, interruption, given, detail, speaker }: Work,
): Promise<ExitCode[]> {
  const { inputs, problems } = part;
  if (!inputs) return [];
  let last: Run | undefined;
  for (const { agency, run } of agencyRuns(batch, inputs, problems, detail)) {
    claims.add(agency, run);
    last = run;
    progress.show(claims.index.size);
    try {
      await interruption.pause();
    } catch (error) {
      progress.clear();
      speaker.sayMore();
      speaker.note(
        `interrupted after ${claims.index.size} of ${batch.agencies.size} agencies; run again to do the rest\n`,
      );
      throw error;
    }
  }
  if (given.rejects === undefined || !last) return [];
  return [await writeRejects({ ...last, inputs }, given.rejects, given.force ?? false)];
}

/** The closing lines: what was done, and what failed with the first reason. */
function sayOutcome(
  claims: ClaimFolder,
  progress: Progress,
  last: Problems,
  { batch, folder, given, speaker }: Work,
): void {
  const changed = changedFromDefault(batch, given);
  if (changed.length > 0)
    last.notice({ code: "not-the-default", message: `read with ${changed.join(", ")}, not the default` });
  const time = speaker.isTerminal ? `, in ${timeText(progress.seconds)}` : "";
  speaker.sayMore();
  last.notice({ code: "written", message: `${outcomeText(folder.path, claims.index)}${time}` });
  speaker.say(last, batch.files);
  if (!given.quiet) speaker.note(failuresText(claims.failures));
}

function formatOf(given: Given, formats: readonly Format<ClaimParts>[]): Format<ClaimParts> {
  if (given.output !== undefined)
    throw new UsageError("output-and-out-dir", "--output and --out-dir are given together", "give one of them");
  const [target] = targetsOf({ ...given, format: given.format ?? "json" }, formats);
  if (!target) throw new Error("there is no format");
  return target.format;
}
