import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { STDIN, UnreadableFile } from "./read.ts";

/** A file that a path stands for. */
export interface Expanded {
  readonly path: string;
  /** Whether the file itself was named, not a folder or a pattern that holds it. */
  readonly named: boolean;
  /** Whether it may lead to another file. */
  readonly link: boolean;
}

/**
 * The files that paths stand for: a file itself, the files of a folder with one of the endings that are not hidden, or those
 * that a pattern with `*`, `?` and `**` names. In the order given, those of one folder or pattern in order of their names; each once.
 * @throws UnreadableFile where a path stands for no file
 */
export function expandPaths(paths: readonly string[], endings: readonly string[]): Expanded[] {
  const found = new Map<string, Expanded>();
  for (const path of paths) {
    const files = filesOf(path, endings);
    if (files.length === 0) throw new UnreadableFile(path, new Error(whyNone(path, endings)));
    for (const file of files) if (!found.has(file.path) || file.named) found.set(file.path, file);
  }
  return [...found.values()];
}

const whyNone = (path: string, endings: readonly string[]): string =>
  isPattern(path) ? "no file has a name like that" : `no file in this folder ends in .${endings.join(" or .")}`;

const isPattern = (path: string): boolean => /[*?]/.test(path);

function filesOf(path: string, endings: readonly string[]): Expanded[] {
  if (path === STDIN) return [{ path, named: true, link: false }];
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory())
    return entriesOf(path)
      .filter(({ folder }) => !folder)
      .filter(({ name }) => !name.startsWith(".") && endings.some((one) => name.toLowerCase().endsWith(`.${one}`)))
      .map(({ name, link }) => ({ path: join(path, name), named: false, link }));
  if (there || !isPattern(path)) return [{ path, named: true, link: true }];
  return matching(path).map((file) => ({ path: file, named: false, link: true }));
}

interface Entry {
  readonly name: string;
  readonly folder: boolean;
  readonly link: boolean;
}

function entriesOf(folder: string): Entry[] {
  try {
    return readdirSync(folder || ".", { withFileTypes: true })
      .map((entry) => ({
        name: entry.name,
        folder: isFolder(folder, entry),
        link: entry.isSymbolicLink(),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new UnreadableFile(folder, error);
  }
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function matching(pattern: string): string[] {
  const parts = pattern.split(/[\\/]/).filter((part, index, all) => part !== "**" || all[index - 1] !== "**");
  const fixed = parts.findIndex(isPattern);
  const root = parts.slice(0, fixed).join("/");
  return new Walk(parts.slice(fixed)).from(fixed > 0 ? root || "/" : "", 0);
}

/** Goes through the folders that a pattern may name files in; each once, however many ways there are to it. */
class Walk {
  private readonly parts: readonly string[];
  private readonly been = new Set<string>();

  constructor(parts: readonly string[]) {
    this.parts = parts;
  }

  /** Files below a folder that the pattern names from one of its parts on. */
  from(folder: string, index: number): string[] {
    const key = `${index} ${folder}`;
    if (this.been.has(key)) return [];
    this.been.add(key);
    const part = this.parts[index] ?? "";
    const entries = entriesOf(folder).filter(({ name }) => !name.startsWith(".") || part.startsWith("."));
    if (part === "**") {
      // A link may lead back to where it stands.
      const below = entries.filter((entry) => entry.folder && !entry.link);
      return [...this.from(folder, index + 1), ...below.flatMap(({ name }) => this.from(join(folder, name), index))];
    }
    const named = entries.filter(({ name }) => isLike([...name], [...part]));
    if (index === this.parts.length - 1)
      return named.filter((entry) => !entry.folder).map(({ name }) => join(folder, name));
    return named.filter((entry) => entry.folder).flatMap(({ name }) => this.from(join(folder, name), index + 1));
  }
}

/** Whether a name is what a pattern of `*` and `?` says. Only the last star met may have to take more, so it never takes long. */
function isLike(name: readonly string[], pattern: readonly string[]): boolean {
  let [at, place, star, taken] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[place] === "*") [star, taken] = [place++, at];
    else if (pattern[place] === "?" || pattern[place] === name[at]) [at, place] = [at + 1, place + 1];
    else if (star >= 0) [at, place] = [++taken, star + 1];
    else return false;
  }
  return pattern.slice(place).every((rest) => rest === "*");
}
