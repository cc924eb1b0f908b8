import { printable } from "../problems/printable.ts";
import { fileOf, type Problem, type Problems, type Severity } from "../problems/problems.ts";
import { andMore } from "../problems/words.ts";
import { type ExcerptView, excerptOf, rowsOf, type ShownRows } from "./excerpt.ts";
import { type Rest, restText } from "./grouped-warnings.ts";
import { jsonText } from "./json-text.ts";
import { wrap } from "./text/width.ts";

/** Problems of one file that are shown; the rest are counted. */
const SHOWN_PER_FILE = 50;

/** Problems in the order of their files and places, those beyond the first 50 of a file counted. */
export interface Listing {
  readonly shown: readonly Problem[];
  readonly more: readonly { readonly file: string; readonly count: number }[];
}

/** Stands for the name of a file where there is none. */
export const NO_FILE = "";

const nameOf = (problem: Problem): string => fileOf(problem) ?? NO_FILE;

const SEVERITIES = ["error", "warning", "notice"] as const satisfies readonly Severity[];

/**
 * The problems of a run, at most 50 of each file, errors rather than warnings.
 * @param files names in the order in which they are shown; what concerns no file comes first, what stopped the run last
 * @param said the kinds that are shown @param before how many that concern no file the run has shown before
 */
export function listed(
  problems: Problems,
  files: readonly string[],
  said: readonly Severity[] = SEVERITIES,
  before = 0,
): Listing {
  const wanted = problems.all.filter(({ severity }) => said.includes(severity));
  const places = new Map(files.map((file, index) => [file, index]));
  const rank = (problem: Problem): number => {
    if (problem.where === null) return isAside(problem) ? -1 : files.length + 1;
    return places.get(nameOf(problem)) ?? files.length;
  };
  const counts = new Map([[NO_FILE, before]]);
  const gravestFirst = SEVERITIES.flatMap((one) => wanted.filter(({ severity }) => severity === one).sort(byPlace));
  const chosen = new Set(
    gravestFirst.filter((problem) => {
      const count = counts.get(nameOf(problem)) ?? 0;
      const fits = count < SHOWN_PER_FILE || rank(problem) > files.length;
      if (fits) counts.set(nameOf(problem), count + 1);
      return fits;
    }),
  );
  const more = [...problems.ofFiles].map(([file, tally]) => {
    const found = said.reduce((sum, severity) => sum + tally[severity], file === NO_FILE ? before : 0);
    return { file, count: found - (counts.get(file) ?? 0) };
  });
  return {
    shown: wanted.filter((problem) => chosen.has(problem)).sort((a, b) => rank(a) - rank(b) || byPlace(a, b)),
    more: more.filter(({ count }) => count > 0),
  };
}

/** Whether a problem concerns no file, and is neither what stopped the run nor what it came to. */
const isAside = ({ where, severity, code }: Problem): boolean =>
  where === null && severity !== "error" && !isOutcome({ code });

/** Whether it says what a run came to. */
const isOutcome = ({ code }: Pick<Problem, "code">): boolean => code === "written" || code === "unchanged";

const byPlace = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/**
 * Problems as a person reads them: place, what is wrong, the row with a caret under the cell, what would be right. Warnings come
 * after all else. @param rests what the warnings that are not shown come to
 */
export function problemsText({ shown, more }: Listing, view: ExcerptView, rests: readonly Rest[] = []): string {
  const rows = rowsOf(shown);
  const texts = (of: (problem: Problem) => boolean): string[] =>
    shown.filter(of).map((problem) => problemText(problem, rows, view));
  const isWarning = ({ severity }: Problem): boolean => severity === "warning";
  const others = rests.map((rest) => `${wrapped(restText(rest), view)}\n`);
  const parts = [
    ...texts((one) => !isWarning(one) && !isOutcome(one)),
    ...texts(isWarning),
    ...others,
    ...texts(isOutcome),
  ];
  return [...parts, ...more.map(({ file, count }) => moreText(file, count))].join("");
}

/** Says how many problems of a file are not shown. */
export const moreText = (file: string, count: number): string => `${printable(file) || "claims"}: ${andMore(count)}\n`;

/** Lines no wider than the screen, all but the first two columns in. */
const wrapped = (text: string, { columns }: ExcerptView): string => wrap(text, columns - 2, "  ");

function problemText(problem: Problem, rows: ShownRows, view: ExcerptView): string {
  const { style } = view;
  const { severity, line, column, message, remedy } = problem;
  const colour = { error: style.red, warning: style.yellow, notice: style.cyan }[severity];
  const place = [printable(nameOf(problem)) || "claims", line, column].filter((part) => part !== null).join(":");
  const lead = `${place}: ${severity}: `;
  const said = wrapped(`${lead}${printable(message)}`, view).slice(lead.length);
  const head = `${style.bold(place)}: ${colour(severity)}: ${said}\n`;
  const right = remedy === null ? "" : `  ${wrapped(printable(remedy), view)}\n`;
  return `${head}${excerptOf(problem, rows, view)}${right}`;
}

/** The claims-problems/1 document. */
export function problemsJson({ shown, more }: Listing): string {
  const problems = shown.map((problem) => {
    const { severity, code, line, column, message, remedy } = problem;
    return { severity, code, file: fileOf(problem), line, column, message, remedy };
  });
  return jsonText({ schema: "claims-problems/1", problems, ...(more.length > 0 ? { more } : {}) });
}
