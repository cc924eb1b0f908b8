import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import type { Difference } from "../verify/differences.ts";
import type { Verification } from "../verify/verify.ts";
import { grouped } from "./text/amounts.ts";
import type { Style } from "./text/style.ts";
import { padEnd } from "./text/width.ts";

/** Differences of one claim that are shown; the rest are counted. */
const MOST_SHOWN = 50;

/** What came of verifying one claim, as a person reads it: one line where it is verified. */
export function verificationText(one: Verification, total: string, style: Style): string {
  const name = style.bold(printable(one.claim));
  const worth = `$${grouped(total)}`;
  switch (one.status) {
    case "verified":
      return `${name}: verified, ${worth}: agrees with its inputs, ${one.inputs.map(({ path }) => printable(path)).join(", ")}\n`;
    case "consistent":
      return one.ok
        ? `${name}: consistent, ${worth}: agrees with its own rows; the inputs were not found\n`
        : `${name}: ${style.yellow("not verified")}, ${worth}: agrees with its own rows, but not all inputs were found\n${inputLines(one)}  give --inputs DIR with the folder of the inputs, or --without-inputs to be content with the rows\n`;
    case "differs":
      return `${name}: ${style.red("differs")}, ${worth}: ${differsFrom(one)}\n${inputLines(one)}${differenceLines(one.differences)}`;
  }
}

function differsFrom({ policy, inputs, differences }: Verification): string {
  const from = inputs.length > 0 && inputs.every(({ status }) => status === "same") ? "its inputs" : "its own rows";
  const unknown = policy === "unknown" ? "its policy is none that was released; " : "";
  return `${unknown}does not agree with ${from} in ${counted(differences.length, "value")}`;
}

/** The inputs that were not found, and why. */
function inputLines({ inputs }: Verification): string {
  const missing = inputs.filter(({ status }) => status !== "same");
  const width = Math.max(0, ...missing.map(({ path }) => printable(path).length));
  const why = { changed: "there, but with other content", missing: "not found", same: "" };
  return missing.map(({ path, status }) => `  ${padEnd(printable(path), width)}  ${why[status]}\n`).join("");
}

function differenceLines(differences: readonly Difference[]): string {
  const shown = differences.slice(0, MOST_SHOWN);
  const width = Math.max(0, ...shown.map(({ path }) => printable(path).length));
  const lines = shown.map(
    ({ path, filed, recomputed }) =>
      `  ${padEnd(printable(path), width)}  filed ${valueText(filed)}, recomputed ${valueText(recomputed)}\n`,
  );
  const more = differences.length - shown.length;
  return lines.join("") + (more > 0 ? `  and ${more} more\n` : "");
}

function valueText(value: unknown): string {
  if (value === null) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return printable(text.length > 80 ? `${text.slice(0, 79)}…` : text) || '""';
}

/** One line for many claims: how many came out how. */
export function verifySummary(counts: Readonly<Record<Verification["status"] | "unread", number>>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = [
    [counts.verified, "verified"],
    [counts.consistent, "consistent with their own rows"],
    [counts.differs, counts.differs === 1 ? "differs" : "differ"],
    [counts.unread, "could not be read"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(String(count))} ${what}`);
  const all = counts.verified === total ? "all verified: each agrees with its inputs" : said.join(", ");
  return `${grouped(String(total))} claims: ${all}\n`;
}
