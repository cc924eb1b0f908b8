import { redacted } from "../../document/redact.ts";
import { isFolderAt, UnreadableFile } from "../../files/read.ts";
import { Problems } from "../../problems/problems.ts";
import { AMENDMENT_FORMATS } from "../../report/amendment.ts";
import { REPORT_FORMATS } from "../../report/claim/formats.ts";
import { filedParts } from "../../report/claim/parts.ts";
import { type Format, piecesOf } from "../../report/format.ts";
import type { Action, CommandRun } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";
import { openFiled } from "../running/filed-claim.ts";
import { viewOf } from "../running/produce.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims report`: shows filed claims, or an amendment, in another format, without computing anything again. */
export const report: Action = async (command) => {
  const { paths, given } = command;
  if (given.outDir !== undefined) return (await import("../out-dir/report-into.ts")).reportInto(given.outDir, command);
  const [path = "", ...others] = paths;
  if (others.length > 0)
    throw new UsageError(
      "too-many-arguments",
      "claims report shows one claim, or writes many into a folder",
      "name one claim, or give --out-dir DIR",
    );
  if (isFolderAt(path)) throw new UnreadableFile(path, new Error("it is a folder, which --out-dir DIR takes"));
  command.problems = new Problems(given.redact);
  const { file } = await openFiled(path, given, command.problems);
  command.reads([path]);
  const claim = given.redact ? redacted(file.document) : file.document;
  await (file.amendment
    ? render(command, AMENDMENT_FORMATS, { ...file.amendment, claim })
    : render(command, REPORT_FORMATS, filedParts(claim, file.sha256)));
  return EXIT.done;
};

const render = <T>(command: CommandRun, formats: readonly Format<T>[], what: T): Promise<void> =>
  command.show(targetsOf(command.given, formats), (format, view) =>
    piecesOf(format, what, { ...view, ...viewOf(command.given) }),
  );
