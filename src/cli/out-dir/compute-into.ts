import { POLICY_287G } from "../../policy/policy.ts";
import { Problems } from "../../problems/problems.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import { type AgencyRun, agencyRuns, type Run } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { type Apart, type Loaded, load } from "../running/load.ts";
import { sayOnStderr, stopped } from "../running/messages.ts";
import { toStderr } from "../running/output.ts";
import { byOf, changedFromDefault, type Product } from "../running/produce.ts";
import { writeRejects } from "../running/rejects.ts";
import { lookAtScreen, type Screen } from "../running/screen.ts";
import { targetsOf } from "../running/targets.ts";
import { ClaimFolder } from "./claim-folder.ts";
import { FileNames } from "./file-names.ts";
import { Folder } from "./folder.ts";
import { Interrupted, Interruption } from "./interruption.ts";
import { Progress } from "./progress.ts";
import { failuresText, outcomeText, timeText } from "./summary.ts";

/** Computes the claim of each agency into a file of its own: the way of --out-dir. */
export async function computeInto(
  path: string,
  rosters: readonly string[],
  given: Given,
  product: Product,
): Promise<ExitCode> {
  const problems = new Problems(given.redact, given.rejects !== undefined);
  const screen = await lookAtScreen(given);
  try {
    const format = formatOf(given, product.formats);
    const detail = product.detail(byOf(given), [format]);
    const apart: Apart = { unread: [], problems: new Problems(given.redact) };
    const loaded = await load(rosters, given, problems, POLICY_287G, apart);
    const folder = new Folder(path, given.force ?? false);
    const interruption = new Interruption();
    try {
      return await fill({ loaded, apart, folder, interruption, given, format, detail, screen, problems });
    } finally {
      interruption.end();
      folder.close();
    }
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    const code = stopped(error, problems);
    sayOnStderr(problems, [], given, screen);
    return code;
  }
}

interface Work {
  readonly loaded: Loaded;
  readonly apart: Apart;
  readonly folder: Folder;
  readonly interruption: Interruption;
  readonly given: Given;
  readonly format: Format<ClaimParts>;
  readonly detail: ReturnType<Product["detail"]>;
  readonly screen: Screen;
  /** What the inputs and the claims show. */
  readonly problems: Problems;
}

async function fill(work: Work): Promise<ExitCode> {
  const { loaded, apart, folder, given, format, screen, problems } = work;
  const { terms, inputs } = loaded;
  // What cannot be read or written stops no other agency, so it is not among the problems of the inputs.
  const last = apart.problems;
  const codes: ExitCode[] = apart.unread.map((error) => stopped(error, last));
  const names = new FileNames(inputs.rosters.keys(), `_${terms.quarter.id}.${format.endings[0] ?? format.name}`);
  const claims = new ClaimFolder({ folder, names, format, given, problems: last });
  const progress = new Progress(inputs.agencies.length, screen.errTerminal && !given.quiet);
  const ended = await addAll(claims, progress, work);
  if (given.rejects !== undefined && ended) codes.push(await writeRejects(ended, given.rejects, given.force ?? false));
  codes.push(...claims.finish());
  if (problems.hasErrors) codes.push(EXIT.input);
  progress.clear();
  sayAll(claims, progress, last, work);
  return gravest(codes);
}

/** Computes and writes one agency after the other. @returns the last run, of all inputs @throws Interrupted */
async function addAll(claims: ClaimFolder, progress: Progress, work: Work): Promise<Run | undefined> {
  const { loaded, interruption, given, detail, screen, problems } = work;
  const { inputs, rosters, files } = loaded;
  let last: AgencyRun | undefined;
  for (last of agencyRuns(loaded, inputs, problems, detail, rosters)) {
    claims.add(last);
    progress.show(claims.index.size);
    try {
      await interruption.pause();
    } catch (error) {
      progress.clear();
      sayOnStderr(problems, files, given, screen);
      note(
        `interrupted after ${claims.index.size} of ${inputs.agencies.length} agencies; run again to do the rest\n`,
        given,
      );
      throw error;
    }
  }
  return last && { ...last.run, inputs };
}

/** Says what the inputs show, then what was done, and what failed with the first reason. */
function sayAll(
  claims: ClaimFolder,
  progress: Progress,
  last: Problems,
  { loaded, folder, given, screen, problems }: Work,
): void {
  const changed = changedFromDefault(loaded, given);
  if (changed.length > 0)
    last.notice({ code: "not-the-default", message: `read with ${changed.join(", ")}, not the default` });
  const time = screen.errTerminal ? `, in ${timeText(progress.seconds)}` : "";
  last.notice({ code: "written", message: `${outcomeText(folder.path, claims.index)}${time}` });
  if (given.format === "json") for (const problem of last.all) problems.add(problem);
  sayOnStderr(problems, loaded.files, given, screen);
  if (given.format !== "json") sayOnStderr(last, loaded.files, given, screen);
  if (!given.quiet) note(failuresText(claims.failures), given);
}

/** Says a text that is for people only. */
function note(text: string, { format }: Given): void {
  if (format !== "json") toStderr(text);
}

function formatOf(given: Given, formats: readonly Format<ClaimParts>[]): Format<ClaimParts> {
  if (given.output !== undefined)
    throw new UsageError("output-and-out-dir", "--output and --out-dir are given together", "give one of them");
  const [target] = targetsOf({ ...given, format: given.format ?? "json" }, formats);
  if (!target) throw new Error("there is no format");
  return target.format;
}
