import { extname } from "node:path";
import { didYouMean } from "../../problems/nearest.ts";
import type { Format } from "../../report/format.ts";
import type { Given } from "../flags.ts";
import { UsageError } from "./exit.ts";

/** One output: a file, or standard output (null), and its format. */
export interface Target<F> {
  readonly path: string | null;
  readonly format: F;
}

type Named = Pick<Format<never>, "name" | "endings">;

/** The formats of commands that write no files. */
export const TEXT_OR_JSON: readonly Named[] = ["table", "json"].map((name) => ({ name, endings: [] }));

/** Where a command writes and in what format: as asked, else by the ending of the file, else the first format. @throws UsageError */
export function targetsOf<F extends Named>({ format, output }: Given, formats: readonly F[]): Target<F>[] {
  const asked = format === undefined ? undefined : formatNamed(format, formats);
  const [standard] = formats;
  if (!output || output.length === 0) return standard ? [{ path: null, format: asked ?? standard }] : [];
  return output.map((path) => ({ path, format: asked ?? formatOfEnding(path, formats) }));
}

/** The format of that name. @throws UsageError */
export function formatNamed<F extends Named>(name: string, formats: readonly F[]): F {
  const format = formats.find((one) => one.name === name);
  if (format) return format;
  const names = formats.map((one) => one.name);
  throw new UsageError(
    "unknown-format",
    `unknown format "${name}"${didYouMean(name, names)}`,
    `one of ${names.join(", ")}`,
  );
}

function formatOfEnding<F extends Named>(path: string, formats: readonly F[]): F {
  const ending = extname(path).slice(1).toLowerCase();
  const format = formats.find(({ endings }) => endings.includes(ending));
  if (format) return format;
  const endings = formats.flatMap((one) => one.endings.map((known) => `.${known}`));
  throw new UsageError(
    "unknown-ending",
    `--output ${path}: no format has the ending "${extname(path)}"`,
    `end it in ${endings.join(", ")}, or give -f`,
  );
}
