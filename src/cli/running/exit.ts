import { constants } from "node:buffer";
import type { ProblemCode } from "../../problems/catalogue.ts";

/** Exit codes; docs and README explain them. */
export const EXIT = { done: 0, file: 1, usage: 2, input: 3, unverified: 4, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const GRAVEST_FIRST: readonly ExitCode[] = [
  EXIT.bug,
  EXIT.interrupted,
  EXIT.usage,
  EXIT.file,
  EXIT.input,
  EXIT.unverified,
  EXIT.done,
];

/** The code to exit with where several apply. */
export const gravest = (codes: readonly ExitCode[]): ExitCode =>
  GRAVEST_FIRST.find((code) => codes.includes(code)) ?? EXIT.done;

/** Of a command line that names two files with one flag. */
export const FLAG_TWICE = "claims.flagTwice";

/** Wrong usage: what is wrong, and what would be right. */
export class UsageError extends Error {
  readonly code: ProblemCode;
  readonly remedy: string | null;

  constructor(code: ProblemCode, message: string, remedy: string | null = null) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/** The most that one text holds. */
export const LARGEST_TEXT = constants.MAX_STRING_LENGTH;

/** An output that is longer than one text can be. */
export class OutputTooLarge extends Error {
  readonly remedy =
    "-f ndjson and -f csv have no such limit; --by agency is shorter, and --out-dir writes a file an agency";
  constructor(format: string) {
    super(`the ${format} is longer than ${Math.floor(LARGEST_TEXT / 1e6)} MB, the most that it may have`);
  }
}

/** What stops a command has been reported among its problems. */
export class Reported extends Error {}
