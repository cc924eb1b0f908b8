import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { type Expanded, expandPaths } from "../../files/expand.ts";
import { firstLine, isFileAt, isFolderAt, readFile, STDIN, UnreadableFile } from "../../files/read.ts";
import { zippedText } from "../../files/zip.ts";
import { BESIDE, type BesideRole } from "../../ingest/text/rows.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { few } from "../../problems/words.ts";
import { isOwnHeader } from "../../report/own-csv.ts";
import type { Given } from "../flags.ts";

/** Files of a folder that are inputs or outputs of another kind. */
const NOT_ROSTERS: ReadonlySet<string> = new Set(
  [...BESIDE, "payments", "index"].flatMap((name) => [`${name}.csv`, `${name}.xlsx`]),
);

/** What a folder is looked through for. */
const ENDINGS = ["csv", "xlsx"];

/**
 * The roster files that paths stand for: files, folders, patterns. Each once, in order of their paths, so that the order of
 * the arguments changes nothing. @throws UnreadableFile where a path stands for no roster
 */
export function rosterFiles(paths: readonly string[], given: Given, problems: Problems): Expanded[] {
  const [only] = paths;
  if (only !== undefined && paths.length === 1 && (only === STDIN || isFileAt(only)))
    return [{ path: only, named: true, link: true }];
  const found = new Map<string, Expanded>();
  const expanded = paths.map((path) => ({ path, files: expandPaths([path], ENDINGS) }));
  const passed: Passed = { own: new Set(), beside: new Set() };
  const twice = new Set<string>();
  const folders = new Map<string, string>();
  for (const file of inOrder(expanded.flatMap((one) => rostersOf(one, passed)))) {
    const real = realPath(file, folders);
    if (found.has(real)) twice.add(file.path);
    else found.set(real, file);
  }
  const alone = paths.length === 1 && found.size === 1 && only !== undefined && isFolderAt(only);
  sayOwn([...passed.own], problems);
  if (!alone) warnOfOthers(passed, given, problems);
  sayTwice([...twice], problems);
  // What lies beside the one roster of a folder is found as for a file that is named.
  return [...found.values()].map((file) => (alone ? { ...file, named: true } : file));
}

/** The one roster of a run, where it is one: a file, or the only roster of a folder. */
export function singleRoster(paths: readonly string[]): string | undefined {
  const [only] = paths;
  if (only === undefined || paths.length > 1 || only === STDIN) return undefined;
  if (!isFolderAt(only)) return isFileAt(only) ? only : undefined;
  try {
    const passed: Passed = { own: new Set(), beside: new Set() };
    const rosters = rostersOf({ path: only, files: expandPaths([only], ENDINGS) }, passed);
    return rosters.length === 1 ? rosters[0]?.path : undefined;
  } catch {
    return undefined;
  }
}

/** What folders and patterns hold besides rosters. */
interface Passed {
  /** Files that this tool wrote. */
  readonly own: Set<string>;
  /** rates.csv, payroll.csv and what else may lie beside a roster. */
  readonly beside: Set<string>;
}

interface ExpandedPath {
  readonly path: string;
  readonly files: readonly Expanded[];
}

function rostersOf({ path, files }: ExpandedPath, passed: Passed): Expanded[] {
  const rosters = files.flatMap((file) => (file.named ? file : (rosterIn(file, passed) ?? [])));
  if (rosters.length === 0) throw new UnreadableFile(path, new Error("there is no roster among its files"));
  return rosters;
}

/** The roster that a file is; undefined where it is none. */
function rosterIn({ path, named, link }: Expanded, passed: Passed): Expanded | undefined {
  const name = basename(path).toLowerCase();
  if (BESIDE.some((role) => name.startsWith(`${role}.`))) passed.beside.add(normalize(path));
  if (NOT_ROSTERS.has(name)) return undefined;
  if (!isOwn(path)) return { path, named, link };
  passed.own.add(normalize(path));
  return undefined;
}

/** Bytes that the properties of a workbook may have. */
const MOST_PROPERTIES = 1 << 16;

/** Whether this tool wrote a file; of one that cannot be read that is told when it is read as a roster. */
function isOwn(path: string): boolean {
  try {
    if (!path.toLowerCase().endsWith(".xlsx")) return isOwnHeader(firstLine(path));
    const bytes = readFile(path);
    return bytes !== undefined && /<dc:creator>claims\b/.test(zippedText(bytes, "docProps/core.xml", MOST_PROPERTIES));
  } catch {
    return false;
  }
}

const inOrder = (files: readonly Expanded[]): Expanded[] =>
  files
    .map((file) => ({ file, key: file.named ? normalize(file.path) : file.path }))
    .sort((a, b) => (a.key === b.key ? Number(b.file.named) - Number(a.file.named) : a.key < b.key ? -1 : 1))
    .map(({ file }) => file);

/**
 * What a path leads to; a pipe has no other name, and a file that is not there is told when it is read.
 * @param folders what each folder leads to, as far as it is known
 */
function realPath({ path, link }: Expanded, folders: Map<string, string>): string {
  try {
    if (path === STDIN) return STDIN;
    if (link && lstatSync(path).isSymbolicLink()) return realpathSync(path);
    const folder = dirname(path);
    const real = folders.get(folder) ?? realpathSync(folder);
    folders.set(folder, real);
    return join(real, basename(path));
  } catch {
    return normalize(path);
  }
}

function sayOwn(own: readonly string[], problems: Problems): void {
  if (own.length > 0)
    problems.notice({
      code: "own-files",
      message: `passed over ${few([...own].sort().map(printable))}: written by claims, not ${own.length === 1 ? "a roster" : "rosters"}`,
    });
}

/** Rates, payroll and the like beside several rosters are of none of them for sure. */
function warnOfOthers({ beside }: Passed, given: Given, problems: Problems): void {
  for (const path of [...beside].sort()) {
    const role = basename(path).toLowerCase().split(".")[0] as BesideRole;
    if (given[role] === undefined)
      problems.warning({
        code: `${role}-not-read`,
        message: `${printable(path)} is not read, because there are several rosters`,
        remedy: `--${role} ${printable(join(dirname(path), basename(path)))} takes it, --no-${role} leaves it`,
      });
  }
}

function sayTwice(paths: readonly string[], problems: Problems): void {
  if (paths.length > 0)
    problems.notice({
      code: "roster-twice",
      message: `${few(paths.map(printable))} ${paths.length === 1 ? "was" : "were"} given more than once, and read once`,
    });
}
