import { openedClaims } from "../../document/files.ts";
import type { ClaimFile } from "../../document/read.ts";
import { redacted } from "../../document/redact.ts";
import { moneyFromText } from "../../engine/values/money.ts";
import { UnreadableFile } from "../../files/read.ts";
import { printable } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { few } from "../../problems/words.ts";
import { REPORT_FORMATS } from "../../report/claim/formats.ts";
import { filedParts } from "../../report/claim/parts.ts";
import type { CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { sayOnStderr } from "../running/messages.ts";
import type { AgencyOutcome } from "./claim-folder.ts";
import { fillFolder, formatOf, intoFolder } from "./fill.ts";
import { type Gathered, gather } from "./gather.ts";

/** Puts filed claims into one folder, a file an agency, without computing anything: the way of `claims report --out-dir`. */
export function reportInto(path: string, command: CommandRun): Promise<ExitCode> {
  const { paths, given, screen } = command;
  const problems = new Problems(given.redact);
  return intoFolder(command, problems, async () => {
    const format = formatOf(given, REPORT_FORMATS);
    const last = new Problems(given.redact);
    const gathered = await gather(paths, given, problems, last);
    const { failed, claims, codes, files } = gathered;
    if (failed.size > 0 || problems.hasErrors) codes.push(EXIT.input);
    if (claims.size + failed.size === 0) {
      if (codes.length === 0) throw noneOf(given.agency, paths);
      for (const problem of last.all) problems.add(problem);
      await sayOnStderr(problems, files, given, screen);
      return gravest(codes);
    }
    return fillFolder(path, command, {
      quarter: gathered.quarter,
      ids: [...claims.keys(), ...failed.keys()].sort(),
      format,
      reads: () => [...command.read, ...gathered.read],
      outcomes: () => outcomes(gathered, given.redact ?? false),
      besides: async () => codes,
      texts: () => gathered.texts,
      files,
      problems,
      last,
    });
  });
}

const noneOf = (agency: string | undefined, paths: readonly string[]): Error =>
  agency === undefined
    ? new UnreadableFile(few(paths), new Error("there is no claim"))
    : new UsageError("unknown-agency", `there is no claim of agency ${printable(agency)} here`);

/** Reads the claims a second time, one after the other: many of them would not have room at once. */
async function* outcomes({ claims, failed }: Gathered, redact: boolean): AsyncGenerator<AgencyOutcome> {
  const left = new Map(claims);
  for (const source of new Set([...claims.values()].map((one) => one.source)))
    try {
      for await (const { claim } of openedClaims(source)) {
        const id = claim?.document.claims[0]?.agency_id ?? "";
        if (claim?.sha256 !== left.get(id)?.sha256 || left.get(id)?.source !== source) continue;
        left.delete(id);
        if (claim) yield outcomeOf(claim, redact);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
    }
  for (const [id, { name, shown }] of left)
    yield { id, name, problems: 1, reason: `${shown} changed while it was read` };
  for (const [id, one] of failed) yield { id, ...one };
}

function outcomeOf({ document, sha256 }: ClaimFile, redact: boolean): AgencyOutcome {
  const [claim] = document.claims;
  if (!claim) throw new RangeError("a claim without an agency");
  const { agency_id: id, agency_name: name, totals } = claim;
  const problems = document.incomplete?.agencies.find(({ agency_id }) => agency_id === id)?.problems ?? 0;
  const parts = filedParts(redact ? redacted(document) : document, sha256);
  return { id, name, problems, parts, totals, total: moneyFromText(totals.total) };
}
