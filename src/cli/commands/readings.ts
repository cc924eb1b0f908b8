import { READINGS_FORMATS } from "../../report/readings.ts";
import type { Given } from "../flags.ts";
import type { ExitCode } from "../running/exit.ts";
import { produce } from "../running/produce.ts";

/** `claims readings`: for each reading of the rules, what each other value would change in this claim, in dollars. */
export const readings = (rosters: string[], given: Given): Promise<ExitCode> =>
  produce(rosters, given, { formats: READINGS_FORMATS, detail: () => "officers" });
