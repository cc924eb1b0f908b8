import { printable } from "../problems/printable.ts";
import { andMore, counted, few } from "../problems/words.ts";
import type { Difference } from "../verify/differences.ts";
import type { Verification } from "../verify/verify.ts";
import { asTable, type TextFormat, type View } from "./format.ts";
import { jsonText } from "./json-text.ts";
import { dollars, grouped } from "./text/amounts.ts";
import { padEnd } from "./text/width.ts";

/** A claim that was verified. */
export interface Verified {
  readonly verification: Verification;
  /** What it claims. */
  readonly total: string;
  /** Whether it is one of several: then a page shows what is wrong, and JSON has a line each. */
  readonly several: boolean;
}

/** How many claims came out how. */
export type VerifiedCounts = Readonly<Record<Verification["status"] | "unread", number>>;

/** A format of verified claims, one after the other, and what it says of several in the end. */
export interface VerificationFormat extends TextFormat<Verified> {
  readonly summary: (counts: VerifiedCounts) => string;
}

/** Formats of `claims verify`. */
export const VERIFICATION_FORMATS: readonly VerificationFormat[] = [
  { ...asTable(page), summary },
  {
    name: "json",
    endings: ["json"],
    render: ({ verification, several }) => jsonText(verification, several ? 0 : 2),
    summary: () => "",
  },
];

/** Differences of one claim that are shown; the rest are counted. */
const MOST_SHOWN = 50;
/** Paths of what was not compared that are named. */
const MOST_NAMED = 3;

/** What came of verifying one claim, as a person reads it: one line where it is verified; of several, only those that are not. */
function page({ verification: one, total, several }: Verified, { style }: View): string {
  if (several && one.ok) return "";
  const name = style.bold(printable(one.claim));
  const worth = dollars(total);
  switch (one.status) {
    case "verified":
      return `${name}: verified, ${worth}: agrees with its inputs, ${one.inputs.map(({ path }) => printable(path)).join(", ")}\n${notComparedLine(one)}${evidenceLines(one)}`;
    case "consistent":
      return one.ok
        ? `${name}: consistent, ${worth}: agrees with its own rows; the inputs were not found\n${notComparedLine(one)}`
        : `${name}: ${style.yellow("not verified")}, ${worth}: agrees with its own rows, but not all inputs were found\n${inputLines(one)}  give --inputs DIR with the folder of the inputs, or --without-inputs to be content with the rows\n`;
    case "differs":
      return `${name}: ${style.red("differs")}, ${worth}: ${differsFrom(one)}\n${inputLines(one)}${evidenceLines(one)}${differenceLines(one.differences)}`;
  }
}

function differsFrom({ policy, inputs, differences }: Verification): string {
  const from = inputs.length > 0 && inputs.every(({ status }) => status === "same") ? "its inputs" : "its own rows";
  const unknown = policy === "unknown" ? "its policy is none that was released; " : "";
  return `${unknown}does not agree with ${from} in ${counted(differences.length, "value")}`;
}

type Row = readonly [path: string, says: string];

/** Paths, and what is said of each in a column of its own. */
function pathLines(rows: readonly Row[]): string {
  const width = Math.max(0, ...rows.map(([path]) => printable(path).length));
  return rows.map(([path, says]) => `  ${padEnd(printable(path), width)}  ${says}\n`).join("");
}

const WHY_MISSING = { changed: "there, but with other content", missing: "not found", same: "" };

/** The inputs that were not found, and why. */
const inputLines = ({ inputs }: Pick<Verification, "inputs">): string =>
  pathLines(
    inputs.filter(({ status }) => status !== "same").map(({ path, status }): Row => [path, WHY_MISSING[status]]),
  );

/** What was taken as it stands, because nothing here says what it was. */
function notComparedLine({ not_compared: paths = [] }: Verification): string {
  if (paths.length === 0) return "";
  return `  taken as written, for nothing here says what it was: ${few(paths, MOST_NAMED)}\n`;
}

/** The documents of evidence that were not found as they were, and why. */
function evidenceLines({ evidence = [] }: Verification): string {
  const lines = inputLines({ inputs: evidence });
  return lines === "" ? "" : `  of its ${counted(evidence.length, "document")} of evidence\n${lines}`;
}

function differenceLines(differences: readonly Difference[]): string {
  const shown = differences.slice(0, MOST_SHOWN);
  const lines = shown.map(({ path, filed, recomputed }): Row => {
    return [path, `filed ${valueText(filed)}, recomputed ${valueText(recomputed)}`];
  });
  const more = differences.length - shown.length;
  return pathLines(lines) + (more > 0 ? `  ${andMore(more)}\n` : "");
}

function valueText(value: unknown): string {
  if (value === null) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return printable(text.length > 80 ? `${text.slice(0, 79)}…` : text) || '""';
}

/** One line for many claims: how many came out how. */
function summary(counts: VerifiedCounts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = [
    [counts.verified, "verified"],
    [counts.consistent, "consistent with their own rows"],
    [counts.differs, counts.differs === 1 ? "differs" : "differ"],
    [counts.unread, "could not be read"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
  const all = counts.verified === total ? "all verified: each agrees with its inputs" : said.join(", ");
  return `${grouped(total)} claims: ${all}\n`;
}
