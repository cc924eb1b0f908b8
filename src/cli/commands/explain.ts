import { nearest } from "../../problems/nearest.ts";
import { EXPLAIN_FORMATS } from "../../report/claim/formats.ts";
import type { Given } from "../flags.ts";
import { type ExitCode, UsageError } from "../running/exit.ts";
import { produce } from "../running/produce.ts";

/** `claims explain`: shows how each figure came about: cell, rule, reading, arithmetic, rounding. */
export const explain = (rosters: string[], given: Given): Promise<ExitCode> =>
  produce(rosters, given, {
    formats: EXPLAIN_FORMATS,
    detail: () => "derivations",
    check: ({ claims }) => {
      if (given.officer === undefined) return;
      const ids = claims.flatMap(({ officers }) => officers.map(({ officer }) => officer.id));
      if (ids.includes(given.officer)) return;
      const near = nearest(given.officer, ids);
      throw new UsageError(
        "unknown-officer",
        `no officer has the id "${given.officer}"`,
        near === undefined ? null : `the nearest is ${near}`,
      );
    },
  });
