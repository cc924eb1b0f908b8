import type { Day } from "../engine/values/calendar.ts";
import { PARAMETER_IDS, READING_IDS } from "../engine/values/ids.ts";
import { defaultReading, type Policy, valueOn } from "./policy.ts";

const BY = "claims policy show";

/** A policy with what is in force on a day and nothing else: a whole policy still. @throws PolicyGap */
export function inForceOn(policy: Policy, day: Day): Policy {
  const parameters = PARAMETER_IDS.map((id) => [id, [valueOn(policy, id, day, BY)]]);
  const readings = READING_IDS.map((id) => [
    id,
    { ...policy.readings[id], default: [defaultReading(policy, id, day, BY)] },
  ]);
  return { ...policy, parameters: Object.fromEntries(parameters), readings: Object.fromEntries(readings) };
}
