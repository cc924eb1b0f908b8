import { extname } from "node:path";
import { claimDocument } from "../../audit/document.ts";
import { type Run, runClaims } from "../../audit/run.ts";
import { worthOfReadings } from "../../audit/worth.ts";
import { Problems } from "../../ingest/problems.ts";
import { didYouMean } from "../../policy/nearest.ts";
import type { Claims, Format, View } from "../../report/format.ts";
import { FORMATS } from "../../report/formats.ts";
import { PLAIN } from "../../report/style.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../exit.ts";
import { load } from "../load.ts";
import { sayOnStderr, stopped } from "../messages.ts";
import type { Given } from "../options.ts";
import { toStdout, writeWhole } from "../output.ts";
import { lookAtScreen, type Screen } from "../screen.ts";

/** One output: a file or standard output, and its format. */
interface Target {
  readonly path: string | null;
  readonly format: Format;
}

/** `claims compute`: computes the claim for a quarter and prints it, or writes it. */
export async function compute(rosters: string[], given: Given): Promise<ExitCode> {
  const problems = new Problems(given.redact);
  const screen = await lookAtScreen(given);
  let files: readonly string[] = [];
  try {
    const targets = targetsOf(given);
    const by = byOf(given);
    const loaded = await load(rosters, given, problems);
    files = loaded.files;
    const totalsOnly =
      by === "agency" && targets.every(({ format }) => format.name === "csv" || format.name === "table");
    const run = runClaims(
      loaded.policy,
      loaded.terms,
      loaded.options,
      loaded.inputs,
      problems,
      totalsOnly ? "totals" : "officers",
    );
    const code = problems.hasErrors ? EXIT.input : EXIT.done;
    if (run.claims.length === 0) {
      sayOnStderr(problems, files, given, screen);
      return code;
    }
    return await write(run, targets, { by, given, screen }, files, code);
  } catch (error) {
    const code = stopped(error, problems);
    sayOnStderr(problems, files, given, screen);
    return code;
  }
}

/** What a person asked to see, and on what. */
interface Wanted {
  readonly by: View["by"];
  readonly given: Given;
  readonly screen: Screen;
}

async function write(
  run: Run,
  targets: readonly Target[],
  { by, given, screen }: Wanted,
  files: readonly string[],
  code: ExitCode,
): Promise<ExitCode> {
  const { problems } = run;
  const claims = renderable(run);
  const codes: ExitCode[] = [code];
  for (const { path, format } of targets) {
    if (path === null) continue;
    try {
      const text = format.render(claims, { by, columns: Number.POSITIVE_INFINITY, style: PLAIN });
      const written = await writeWhole(path, text, given.force ?? false);
      problems.notice({
        code: written ? "written" : "unchanged",
        message: `${written ? "wrote" : "unchanged:"} ${path}`,
      });
    } catch (error) {
      codes.push(stopped(error, problems));
    }
  }
  sayOnStderr(problems, files, given, screen);
  const toScreen = targets.find(({ path }) => path === null);
  if (toScreen) toStdout(toScreen.format.render(claims, { by, columns: screen.columns, style: screen.out }));
  return gravest(codes);
}

function renderable(run: Run): Claims {
  let whole: ReturnType<typeof claimDocument> | undefined;
  return {
    get whole() {
      whole ??= claimDocument(run);
      return whole;
    },
    *each() {
      for (const claim of run.claims) yield claimDocument(run, [claim]);
    },
    worth: () => worthOfReadings(run),
  };
}

function targetsOf({ format, output }: Given): Target[] {
  const asked = format === undefined ? undefined : formatNamed(format);
  const [standard] = FORMATS;
  if (!output || output.length === 0) return standard ? [{ path: null, format: asked ?? standard }] : [];
  return output.map((path) => ({ path, format: asked ?? formatOfEnding(path) }));
}

function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (format) return format;
  const names = FORMATS.map((one) => one.name);
  throw new UsageError(
    "unknown-format",
    `unknown format "${name}"${didYouMean(name, names)}`,
    `one of ${names.join(", ")}`,
  );
}

function formatOfEnding(path: string): Format {
  const ending = extname(path).slice(1).toLowerCase();
  const format = FORMATS.find(({ endings }) => endings.includes(ending));
  if (format) return format;
  const endings = FORMATS.flatMap((one) => one.endings.map((known) => `.${known}`));
  throw new UsageError(
    "unknown-ending",
    `--output ${path}: no format ends so`,
    `end it in ${endings.join(", ")}, or give -f`,
  );
}

function byOf({ by = "officer" }: Given): View["by"] {
  if (by === "officer" || by === "agency") return by;
  throw new UsageError("unknown-by", `--by "${by}" is neither officer nor agency`);
}
