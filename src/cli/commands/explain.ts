import { nearest } from "../../problems/nearest.ts";
import { EXPLAIN_FORMATS } from "../../report/claim/formats.ts";
import type { Run } from "../../run/run.ts";
import type { Action } from "../running/command.ts";
import { UsageError } from "../running/exit.ts";
import { produce } from "../running/produce.ts";

/** `claims explain`: shows how each figure came about: cell, rule, reading, arithmetic, rounding. */
export const explain: Action = (command) =>
  produce(command, {
    formats: EXPLAIN_FORMATS,
    detail: () => "derivations",
    check: (run) => refuseUnknown(command.given.officer, run),
  });

/** @throws UsageError where an officer is asked for whom no claim has */
function refuseUnknown(officer: string | undefined, { claims }: Run): void {
  const ids = claims.flatMap(({ officers }) => officers.map((one) => one.officer.id));
  if (officer === undefined || ids.includes(officer)) return;
  const near = nearest(officer, ids);
  throw new UsageError(
    "unknown-officer",
    `no officer has the id "${officer}"`,
    near === undefined ? null : `the nearest is ${near}`,
  );
}
