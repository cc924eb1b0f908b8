import { READING_IDS, READINGS, type ReadingId, type Readings } from "../engine/values/ids.ts";
import { didYouMean } from "../problems/nearest.ts";

/** A reading or a value that does not exist, with the nearest that does. */
export class UnknownReading extends Error {}

/**
 * The readings chosen with `ID=VALUE` texts. @throws UnknownReading on an unknown id or value, or one id with two values
 */
export function chosenReadings(texts: readonly string[]): Partial<Readings> {
  const chosen: Record<string, string> = {};
  for (const text of texts) {
    const [id, value] = oneReading(text);
    if (chosen[id] !== undefined && chosen[id] !== value)
      throw new UnknownReading(`reading ${id} is given two values, ${chosen[id]} and ${value}`);
    chosen[id] = value;
  }
  return chosen as Partial<Readings>;
}

function oneReading(text: string): [ReadingId, string] {
  const at = text.indexOf("=");
  const id = (at < 0 ? text : text.slice(0, at)).trim();
  const value = at < 0 ? "" : text.slice(at + 1).trim();
  const known = READING_IDS.find((candidate) => candidate === id);
  if (!known)
    throw new UnknownReading(`unknown reading "${id}"${didYouMean(id, READING_IDS)} (${READING_IDS.join(", ")})`);
  const values: readonly string[] = READINGS[known];
  if (value === "") throw new UnknownReading(`reading ${id} needs a value (${values.join(", ")})`);
  if (!values.includes(value))
    throw new UnknownReading(
      `unknown value "${value}" of reading ${id}${didYouMean(value, values)} (${values.join(", ")})`,
    );
  return [known, value];
}
