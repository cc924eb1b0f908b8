import type { Day } from "../engine/values/calendar.ts";
import { type ParameterId, READINGS, type ReadingId } from "../engine/values/ids.ts";
import { defaultReading, type Policy, valueOn } from "./policy.ts";

const BY = "claims policy show";

/** A policy with what is in force on a day and nothing else: a whole policy still. @throws PolicyGap */
export function inForceOn(policy: Policy, day: Day): Policy {
  const parameters = (Object.keys(policy.parameters) as ParameterId[]).map((id) => [
    id,
    [valueOn(policy, id, day, BY)],
  ]);
  const readings = (Object.keys(READINGS) as ReadingId[]).map((id) => [
    id,
    { ...policy.readings[id], default: [defaultReading(policy, id, day, BY)] },
  ]);
  return { ...policy, parameters: Object.fromEntries(parameters), readings: Object.fromEntries(readings) };
}
