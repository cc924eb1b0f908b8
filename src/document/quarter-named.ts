import { type Quarter, quarterOfId } from "../engine/values/calendar.ts";

/** The quarter of an id that is known to be one. */
export function quarterNamed(id: string): Quarter {
  const quarter = quarterOfId(id);
  if (!quarter) throw new RangeError(`${id} is not a quarter`);
  return quarter;
}
