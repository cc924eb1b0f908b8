import { totalsDocument } from "../../document/write.ts";
import { POLICY_287G } from "../../policy/policy.ts";
import { fileOf, type Problem, Problems } from "../../problems/problems.ts";
import { type AgencyRun, agencyRuns, type Run } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "../running/command.ts";
import type { ExitCode } from "../running/exit.ts";
import { type Apart, load } from "../running/load.ts";
import { stopped } from "../running/messages.ts";
import { byOf, changedFromDefault, type Product, renderable } from "../running/produce.ts";
import { writeRejects } from "../running/rejects.ts";
import { agencyTexts } from "./agency-problems.ts";
import type { AgencyOutcome } from "./claim-folder.ts";
import { fillFolder, formatOf, intoFolder } from "./fill.ts";

/** Computes the claim of each agency into a file of its own: the way of --out-dir. */
export function computeInto(path: string, command: CommandRun, product: Product): Promise<ExitCode> {
  const { paths, given } = command;
  const problems = new Problems(given.redact, given.rejects !== undefined);
  return intoFolder(command, problems, async () => {
    const format = formatOf(given, product.formats);
    const detail = product.detail(byOf(given), [format]);
    const apart: Apart = { unread: [], problems: new Problems(given.redact) };
    const loaded = await load(paths, given, problems, POLICY_287G, apart);
    const { terms, inputs, read, rosters, files } = loaded;
    const last = apart.problems;
    const unread = apart.unread.map((error) => stopped(error, last));
    let run: Run | undefined;
    return await fillFolder(path, command, {
      quarter: terms.quarter.id,
      ids: [...inputs.rosters.keys()],
      format,
      reads: () => [...command.read, ...read],
      *outcomes() {
        for (const one of agencyRuns(loaded, inputs, problems, detail, rosters)) {
          ({ run } = one);
          yield outcomeOf(one, given);
        }
      },
      async besides() {
        const { rejects } = given;
        const codes = [...unread];
        if (rejects !== undefined && run)
          codes.push(await writeRejects({ ...run, inputs }, rejects, given.force ?? false));
        const changed = changedFromDefault(loaded, given);
        if (changed.length > 0)
          last.notice({ code: "not-the-default", message: `read with ${changed.join(", ")}, not the default` });
        return codes;
      },
      texts: () => agencyTexts(problems),
      files,
      problems,
      last,
    });
  });
}

function outcomeOf({ agency: { id, name }, run, because }: AgencyRun, given: Given): AgencyOutcome {
  const [claim] = run.claims;
  const problems = run.leftOut[0]?.problems ?? 0;
  if (!claim) return { id, name, problems, reason: reasonOf(because) };
  const { totals } = claim;
  return { id, name, problems, parts: renderable(run, given), totals: totalsDocument(totals), total: totals.total };
}

const reasonOf = (first: Problem | undefined): string =>
  first ? `${placeOf(first)}${first.message}` : "its inputs have errors";

function placeOf(problem: Problem): string {
  const place = [fileOf(problem), problem.line, problem.column].filter((part) => part !== null);
  return place.length > 0 ? `${place.join(":")}: ` : "";
}
