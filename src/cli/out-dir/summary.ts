import { moneyText } from "../../engine/money.ts";
import { printable } from "../../ingest/printable.ts";
import { counted, dollars, grouped, sumOf } from "../../report/amounts.ts";
import type { IndexRow } from "../../report/index-csv.ts";

/** An agency without a file of this run, and the first reason. */
export interface Failure {
  readonly id: string;
  readonly reason: string;
}

const MOST_NAMED = 20;

const many = (n: number, one: string, more?: string): string =>
  counted(n, one, more).replace(/^\d+/, (text) => grouped(text));

/** What a run into a folder came to, in one line. */
export function outcomeText(folder: string, rows: readonly IndexRow[]): string {
  const count = (status: IndexRow["status"]): number => rows.filter((row) => row.status === status).length;
  const [written, unchanged, exist, failed] = [count("written"), count("unchanged"), count("exists"), count("error")];
  return [
    `wrote ${many(written, "claim")} to ${printable(folder)}`,
    unchanged > 0 ? `${grouped(String(unchanged))} unchanged` : "",
    exist > 0 ? `${grouped(String(exist))} not overwritten` : "",
    failed > 0 ? `${grouped(String(failed))} failed` : "",
    totalsText(rows.filter(({ status }) => status === "written" || status === "unchanged")),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function totalsText(done: readonly IndexRow[]): string {
  const totals = done.flatMap(({ totals: one }) => one ?? []);
  const officers = totals.reduce((sum, one) => sum + one.officers, 0);
  const total = moneyText(sumOf(totals.map((one) => one.total)));
  return `${dollars(total)} for ${many(officers, "officer")} of ${many(done.length, "agency", "agencies")}`;
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
