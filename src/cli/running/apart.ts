import { dirname, join } from "node:path";
import { expandPaths } from "../../files/expand.ts";
import { STDIN, statOfInput } from "../../files/read.ts";
import { BESIDE } from "../../ingest/text/rows.ts";
import type { Given } from "../flags.ts";

/** So many bytes are computed within a part of a second. */
const LIGHT = 1 << 22;
const ENDINGS = ["csv", "json", "ndjson", "xlsx"];

/**
 * Whether a command may take long, or wait for what it reads: many bytes, a pipe, a terminal. Such a one is done in a thread of
 * its own, so that a signal is heard at any moment; the start of a thread would be most of the time of the others.
 */
export function isHeavy(paths: readonly string[], given: Given): boolean {
  let bytes = 0;
  for (const path of inputsNamed(paths, given)) {
    const size = sizeOf(path);
    if (size === undefined) return true;
    bytes += size;
    if (bytes > LIGHT) return true;
  }
  return false;
}

function* inputsNamed(paths: readonly string[], given: Given): Generator<string> {
  const { policy, profile, payments, prior = [] } = given;
  const named = [...paths, ...BESIDE.map((role) => given[role]), policy, profile, payments, ...prior];
  for (const path of named) if (path) yield* filesOf(path);
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && only !== STDIN)
    for (const role of BESIDE) yield join(dirname(only), `${role}.csv`);
}

/** What cannot be found is told by those who read it. */
function filesOf(path: string): string[] {
  try {
    return expandPaths([path], ENDINGS).map((file) => file.path);
  } catch {
    return [];
  }
}

/** @returns undefined where only reading tells */
function sizeOf(path: string): number | undefined {
  try {
    const there = statOfInput(path);
    return !there || there.isDirectory() ? 0 : there.isFile() ? there.size : undefined;
  } catch {
    return 0;
  }
}
