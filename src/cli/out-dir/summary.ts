import { moneyText } from "../../engine/values/money.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import { dollars, grouped } from "../../report/text/amounts.ts";
import type { FolderIndex } from "./folder-index.ts";

/** An agency without a file of this run, and the first reason. */
export interface Failure {
  readonly id: string;
  readonly reason: string;
}

const MOST_NAMED = 20;

const many = (n: number, one: string, more?: string): string =>
  counted(n, one, more).replace(/^\d+/, (text) => grouped(text));

/** What a run into a folder came to, in one line. */
export function outcomeText(folder: string, { counts, officers, total }: FolderIndex): string {
  const { written, unchanged, exists, error } = counts;
  const agencies = many(written + unchanged, "agency", "agencies");
  return [
    `wrote ${many(written, "claim")} to ${printable(folder)}`,
    unchanged > 0 ? `${grouped(String(unchanged))} unchanged` : "",
    exists > 0 ? `${grouped(String(exists))} not overwritten` : "",
    error > 0 ? `${grouped(String(error))} failed` : "",
    `${dollars(moneyText(total))} for ${many(officers, "officer")} of ${agencies}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** The agencies that failed, a line each, with the first reason. */
export function failuresText(failures: readonly Failure[]): string {
  const lines = failures.slice(0, MOST_NAMED).map(({ id, reason }) => `  ${printable(id)}: ${printable(reason)}\n`);
  const more = failures.length - lines.length;
  return `${lines.join("")}${more > 0 ? `  and ${grouped(String(more))} more; index.csv names them\n` : ""}`;
}

/** The time that a run took, for people. */
export function timeText(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
