import { InputTooLarge, UnreadableFile } from "../../files/read.ts";
import { UnwritableFile } from "../../files/write.ts";
import { PolicyGap } from "../../policy/policy.ts";
import { printable } from "../../problems/printable.ts";
import { Problems, type Severity } from "../../problems/problems.ts";
import { counted } from "../../problems/words.ts";
import type { View } from "../../report/format.ts";
import { groupedWarnings } from "../../report/grouped-warnings.ts";
import { type Listing, listed, NO_FILE, problemsJson, problemsText } from "../../report/problems.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, OutputTooLarge, Reported, UsageError } from "./exit.ts";
import { toStderr } from "./output.ts";
import { lookAtScreen, type Screen } from "./screen.ts";

/** The flags that say how messages are said. */
export type Voice = Pick<Given, "format" | "quiet" | "redact" | "color" | "plain">;

/** All messages of a run as text for people, or as one JSON document. @param always a document even of no problems */
export function messagesText(
  problems: Problems,
  files: readonly string[],
  given: Voice,
  surface: View,
  always = false,
): string {
  const listing = listed(problems, files, saidOf(given, always));
  if (given.format !== "json") return listingText(listing, problems, files, given, surface);
  return listing.shown.length > 0 || always ? problemsJson(listing) : "";
}

/** What is said: with --quiet errors alone, and where problems are what was asked for warnings too. */
export function saidOf({ quiet = false }: Voice, asked: boolean): readonly Severity[] {
  if (!quiet) return ["error", "warning", "notice"];
  return asked ? ["error", "warning"] : ["error"];
}

/** What was chosen of a run's problems as text for people, and how many errors each file has. */
export function listingText(
  listing: Listing,
  problems: Problems,
  files: readonly string[],
  { redact = false }: Voice,
  { style, columns }: View,
): string {
  if (listing.shown.length === 0) return "";
  const grouped = groupedWarnings(listing, problems);
  const rests = listing.shown.some(({ severity }) => severity === "warning") ? grouped.rests : [];
  return problemsText(grouped.listing, { style, columns, redact }, rests) + summary(problems, files);
}

/** The last lines: one a file that has errors. */
function summary({ ofFiles }: Problems, files: readonly string[]): string {
  const others = [...ofFiles.keys()].filter((file) => file !== NO_FILE && !files.includes(file));
  return [...files, ...others]
    .map((file) => ({ file, tally: ofFiles.get(file) }))
    .map(({ file, tally }) => {
      if (!tally || tally.error === 0) return "";
      const warnings = tally.warning > 0 ? `, ${counted(tally.warning, "warning")}` : "";
      return `${printable(file)}: ${counted(tally.error, "error")}${warnings}\n`;
    })
    .join("");
}

/** Adds what stopped a command to its problems. @returns the exit code @throws what is a bug */
export function stopped(error: unknown, problems: Problems): ExitCode {
  if (error instanceof Reported) return EXIT.input;
  if (error instanceof UsageError) {
    problems.error({ code: error.code, message: error.message, remedy: error.remedy });
    return EXIT.usage;
  }
  if (error instanceof PolicyGap) {
    problems.error({ code: "policy-gap", message: error.message, remedy: "claims policy show lists what is in force" });
    return EXIT.usage;
  }
  if (error instanceof UnreadableFile) {
    const code = error instanceof InputTooLarge ? "input-too-large" : "unreadable-file";
    problems.error({ code, message: error.message, remedy: error.remedy });
    return EXIT.file;
  }
  if (error instanceof UnwritableFile || error instanceof OutputTooLarge) {
    const [code, remedy] =
      error instanceof OutputTooLarge
        ? (["output-too-large", error.remedy] as const)
        : (["unwritable-file", null] as const);
    problems.error({ code, message: error.message, remedy });
    return EXIT.file;
  }
  throw error;
}

/** Says on standard error what a run has to say. */
export async function sayOnStderr(
  problems: Problems,
  files: readonly string[],
  given: Voice,
  screen: Screen,
): Promise<void> {
  await toStderr(messagesText(problems, files, given, { style: screen.err, columns: screen.errColumns }));
}

/** Says what stops a command that has nothing else to say. @returns the exit code @throws what is a bug */
export async function sayAlone(error: unknown, given: Voice): Promise<ExitCode> {
  const problems = new Problems();
  const code = stopped(error, problems);
  await sayOnStderr(problems, [], given, await lookAtScreen(given));
  return code;
}
