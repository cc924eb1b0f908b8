import { READINGS_FORMATS } from "../../report/readings.ts";
import type { ExitCode } from "../exit.ts";
import type { Given } from "../options.ts";
import { produce } from "../produce.ts";

/** `claims readings`: for each reading of the rules, what each other value would change in this claim, in dollars. */
export const readings = (rosters: string[], given: Given): Promise<ExitCode> =>
  produce(rosters, given, { formats: READINGS_FORMATS, detail: () => "officers" });
