import { lstatSync } from "node:fs";
import { join } from "node:path";

/** The folder of a file of problems each agency, within a folder of claims. */
export const PROBLEMS_FOLDER = "problems";

/** The folders in which a run into a folder writes, and may leave something half written. A link within it is not followed. */
export function placesIn(folder: string): string[] {
  const problems = join(folder, PROBLEMS_FOLDER);
  try {
    return lstatSync(problems).isDirectory() ? [folder, problems] : [folder];
  } catch {
    return [folder];
  }
}
