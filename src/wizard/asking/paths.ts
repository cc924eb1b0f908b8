import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { firstLine } from "../../files/read.ts";
import { plainHeader } from "../../ingest/table/columns.ts";
import { BESIDE, type Role } from "../../ingest/text/rows.ts";
import { isOwnHeader } from "../../report/own-csv.ts";
import type { Wanted } from "./ask.ts";

/** A path as it was typed or dropped onto the terminal: quotes taken off, `~` the home folder, never like a flag. */
export function typedPath(text: string): string {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, "$2");
  if (bare === "~" || /^~[/\\]/.test(bare)) return join(homedir(), bare.slice(1));
  return bare.startsWith("-") ? `./${bare}` : bare;
}

export const isThere = (path: string): boolean => stat(path) !== undefined;
export const isFolder = (path: string): boolean => stat(path)?.isDirectory() ?? false;

function stat(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Files and folders whose path begins with what was typed; a folder ends in a slash. */
export function pathsLike(typed: string, { endings }: Pick<Wanted, "endings">): string[] {
  const begun = typedPath(typed);
  const ends = begun === "" || /[/\\]$/.test(begun);
  const folder = ends ? begun : dirname(begun);
  const name = ends ? "" : basename(begun).toLowerCase();
  return entries(folder || ".")
    .filter((entry) => entry.name.toLowerCase().startsWith(name))
    .filter((entry) => name.startsWith(".") || !entry.name.startsWith("."))
    .map((entry) => join(folder, entry.name))
    .filter((path) => isFolder(path) || hasEnding(path, endings))
    .sort()
    .map((path) => (isFolder(path) ? `${path}/` : path));
}

export const hasEnding = (path: string, endings: readonly string[]): boolean =>
  endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const MOST_OFFERED = 8;

/** What rosters, rates and payroll may end in. */
export const INPUT_ENDINGS = ["csv", "txt", "xlsx"];

/** Files of a folder that look like an input of a role, or like claims. */
export function filesFor(role: Role | "claim", folder = "."): string[] {
  const endings = role === "claim" ? ["json"] : INPUT_ENDINGS;
  return pathsLike(folder === "." ? "" : `${folder}/`, { endings })
    .filter((path) => !path.endsWith("/"))
    .filter((path) => (role === "claim" ? isClaim(path) : roleOf(path) === role))
    .slice(0, MOST_OFFERED);
}

/** Whether a file begins as a claim document does. */
function isClaim(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(100);
      return /"claims(-amendment)?\/1"/.test(start.toString("latin1", 0, readSync(file, start)));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** What the header of a file says it is; a roster where it says nothing else. */
function roleOf(path: string): Role | undefined {
  const name = basename(path).toLowerCase();
  const named = NAMED.find((role) => name.startsWith(`${role}.`));
  if (named) return named;
  if (name.endsWith(".xlsx")) return BESIDE.find((role) => name.startsWith(role)) ?? "roster";
  const header = headerOf(path);
  if (isOwnHeader(header)) return undefined;
  const plain = header.split(/[,;\t]/).map((text) => plainHeader(text.replaceAll('"', "")));
  if (!plain.includes("quarter")) return "roster";
  return plain.some((one) => RATE_HEADERS.includes(one)) ? "rates" : "payroll";
}

/** Files that are known by their names alone. */
const NAMED = [...BESIDE, "payments"] as const;

const RATE_HEADERS = ["placementrate", "placementsprovided", "rate", "provided", "referrals"];

function headerOf(path: string): string {
  try {
    return firstLine(path).replace(/^\uFEFF/, "");
  } catch {
    return "";
  }
}

/** Whether two paths lead to one file. */
export const isSamePath = (one: string, other: string): boolean => resolve(one) === resolve(other);

/** A name in the folder of another file. */
export const besideOf = (path: string | undefined, name: string): string =>
  path === undefined ? name : join(dirname(path), name);
