import { READINGS_FORMATS } from "../../report/readings.ts";
import type { Action } from "../running/command.ts";
import { produce } from "../running/produce.ts";

/** `claims readings`: for each reading of the rules, what each other value would change in this claim, in dollars. */
export const readings: Action = (command) => produce(command, { formats: READINGS_FORMATS, detail: () => "officers" });
