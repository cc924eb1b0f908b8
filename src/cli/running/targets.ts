import { extname } from "node:path";
import type { Format } from "../../report/format.ts";
import { asFormat } from "../flag-values.ts";
import type { Given } from "../flags.ts";
import { UsageError } from "./exit.ts";

/** One output: a file, or standard output (null), and its format. */
export interface Target<F> {
  readonly path: string | null;
  readonly format: F;
}

type Named = Pick<Format<never>, "name" | "endings">;

/** Where a command writes and in what format: as asked, else by the ending of the file, else the first format. @throws UsageError */
export function targetsOf<F extends Named>({ format, output, notClaimed }: Given, formats: readonly F[]): Target<F>[] {
  const asked = format === undefined ? undefined : formatNamed(format, formats);
  const [standard] = formats;
  const targets =
    !output || output.length === 0
      ? [asked ?? standard].flatMap((one) => (one ? [{ path: null, format: one }] : []))
      : output.map((path) => ({ path, format: asked ?? formatOfEnding(path, formats) }));
  if (notClaimed && !targets.every(({ format: { name } }) => name === "csv"))
    throw new UsageError("not-claimed-in-csv", "--not-claimed is for csv", "give -f csv, or -o with the ending .csv");
  return targets;
}

/** The format of that name; a year has fewer than the command. @throws UsageError */
export function formatNamed<F extends Named>(text: string, formats: readonly F[]): F {
  const name = asFormat(
    text,
    formats.map((one) => one.name),
  );
  return formats.find((one) => one.name === name) as F;
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
