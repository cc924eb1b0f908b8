import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that could not be read. */
export class UnreadableFile extends Error {
  readonly path: string;
  constructor(path: string, error: unknown) {
    super(`cannot read ${path === STDIN ? "standard input" : path}: ${causeOf(error)}`);
    this.path = path;
  }
}

export const STDIN = "-";

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "there is no such file",
  EEXIST: "a file is in its place",
  EBUSY: "it is open in another program",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links go round in circles",
};

/** Why a file operation failed, in words. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && CAUSES[code]) || code || message;
}

/** The bytes of a file, or of standard input. @throws UnreadableFile */
export function readBytes(path: string): Buffer {
  try {
    return path === STDIN ? readStdin() : readFileSync(path);
  } catch (error) {
    throw new UnreadableFile(path, error);
  }
}

function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const length = readSome(chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
  }
}

function readSome(chunk: Buffer): number {
  for (;;)
    try {
      return readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
}

const HEADER_BYTES = 1024;

/** As much of the first line of a file as a header of ours has. @throws UnreadableFile */
export function firstLine(path: string): string {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(HEADER_BYTES);
      const [line = ""] = start.toString("utf8", 0, readSync(file, start)).split(/[\r\n]/, 1);
      return line;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new UnreadableFile(path, error);
  }
}

/** The file of that name in the folder of a single roster file, where there is one. */
export function besideRoster(roster: string, name: string): string | undefined {
  if (roster === STDIN) return undefined;
  const path = join(dirname(roster), name);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}

/** How files are shown: the base name, with as much of the folder as tells two apart, `/` always. */
export function displayNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]+/).filter((part) => part !== ""));
  const tail = (index: number, depth: number): string => parts[index]?.slice(-depth).join("/") ?? "";
  const ends: Map<string, number>[] = [];
  const endsAt = (depth: number): Map<string, number> => {
    ends[depth] ??= tally(paths.map((_, index) => tail(index, depth)));
    return ends[depth];
  };
  return paths.map((path, index) => {
    if (path === STDIN) return STDIN;
    for (let depth = 1; depth < (parts[index]?.length ?? 0); depth++) {
      const name = tail(index, depth);
      if (endsAt(depth).get(name) === 1) return name;
    }
    return tail(index, parts[index]?.length ?? 1) || basename(path);
  });
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
