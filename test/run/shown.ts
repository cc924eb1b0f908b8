import type { PriorByAgency } from "../../src/document/prior.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { fileOf, type Problem } from "../../src/problems/problems.ts";
import { compute, type Files, filesOf } from "../document/files.ts";
import type { AgencyText } from "../engine/build.ts";

/** A problem in words, with its file and line and, at the end, the dollars that it is about: `roster.csv:2 code: message [1.00]`. */
export function inWords(problem: Problem): string {
  const { code, line, message, amount } = problem;
  const place = [fileOf(problem), line].filter((part) => part !== null).join(":");
  return `${place} ${code}: ${message}${amount === undefined ? "" : ` [${moneyText(amount)}]`}`.trimStart();
}

interface Given {
  readonly readings?: Partial<Readings>;
  readonly prior?: PriorByAgency;
  readonly only?: string;
}

/** What the claims of files show of them, in words. @param only codes that begin so */
export function shownOf(files: Files, quarterId: string, { readings = {}, prior, only = "" }: Given = {}): string[] {
  const { problems } = compute(files, quarterId, readings, prior);
  return problems.all.filter(({ code, fromClaim }) => fromClaim && code.startsWith(only)).map(inWords);
}

/** The same of an agency's text. */
export const shown = (text: AgencyText, quarterId: string, given: Given = {}): string[] =>
  shownOf(filesOf(text), quarterId, given);
