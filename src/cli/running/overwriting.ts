import { fstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { STDIN } from "../../files/read.ts";
import { UsageError } from "./exit.ts";

/**
 * Refuses an output that is a file the run reads, or the file of another output, by whatever name or link.
 * @param outputs the paths; null: standard output @param inputs asked for only where an output is there already
 * @throws UsageError
 */
export function refuseOverwriting(outputs: readonly (string | null)[], inputs: () => readonly string[]): void {
  const named = new Map<string, string>();
  let there = false;
  for (const output of outputs) {
    const file = fileOf(output);
    if (!file) continue;
    const other = named.get(file.id);
    if (other !== undefined) throw twice(other, nameOf(output));
    named.set(file.id, nameOf(output));
    there ||= file.there;
  }
  if (!there) return;
  for (const input of inputs()) {
    const output = named.get(fileOf(input === STDIN ? 0 : input)?.id ?? "");
    if (output !== undefined) throw isInput(output, input);
  }
}

const nameOf = (output: string | null): string => output ?? "standard output";

/** What tells one file from all others; undefined of a device, a pipe, and what cannot be looked up, which is told elsewhere. */
function fileOf(path: string | 0 | null): { readonly id: string; readonly there: boolean } | undefined {
  try {
    const there =
      typeof path === "string"
        ? statSync(path, { bigint: true, throwIfNoEntry: false })
        : fstatSync(path ?? 1, { bigint: true });
    if (there) return there.isFile() ? { id: `${there.dev}:${there.ino}`, there: true } : undefined;
    return typeof path === "string" ? { id: placeOf(resolve(path)), there: false } : undefined;
  } catch {
    return undefined;
  }
}

/** Where a path that is not there will be, links before it followed. */
function placeOf(path: string): string {
  const above = dirname(path);
  if (above === path) return path;
  const folder = statSync(above, { throwIfNoEntry: false }) ? realpathSync(above) : placeOf(above);
  return join(folder, basename(path));
}

const twice = (one: string, other: string): UsageError =>
  new UsageError(
    "output-twice",
    one === other ? `${one} is given as an output twice` : `the outputs ${one} and ${other} are the same file`,
    "give each output a file of its own; nothing was written",
  );

const isInput = (output: string, input: string): UsageError =>
  new UsageError(
    "output-is-input",
    output === input
      ? `the output ${output} is read by this run`
      : `the output ${output} is the same file as ${input === STDIN ? "standard input" : input}, which this run reads`,
    "give the output another name; nothing was written",
  );
