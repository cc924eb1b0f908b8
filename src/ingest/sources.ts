import { readFileSync, readSync, statSync } from "node:fs";
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

/** The file of that name in the folder of a single roster file, where there is one. */
export function besideRoster(rosters: readonly string[], name: string): string | undefined {
  const [roster] = rosters;
  if (roster === undefined || rosters.length > 1 || roster === STDIN) return undefined;
  const path = join(dirname(roster), name);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}

/** How files are shown: the base name, with as much of the folder as tells two apart, `/` always. */
export function displayNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]+/).filter((part) => part !== ""));
  const tail = (index: number, depth: number): string => parts[index]?.slice(-depth).join("/") ?? "";
  return paths.map((path, index) => {
    if (path === STDIN) return STDIN;
    for (let depth = 1; depth < (parts[index]?.length ?? 0); depth++) {
      const name = tail(index, depth);
      if (!parts.some((_, other) => other !== index && tail(other, depth) === name)) return name;
    }
    return tail(index, parts[index]?.length ?? 1) || basename(path);
  });
}
