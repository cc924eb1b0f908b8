import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { causeOf, statOf } from "./read.ts";

/** A file or stream that could not be written. */
export class UnwritableFile extends Error {
  readonly path: string;
  constructor(path: string, error: unknown) {
    const { code } = error as NodeJS.ErrnoException;
    super(`cannot write ${path}: ${code === "ENOENT" ? "there is no such folder" : causeOf(error)}`);
    this.path = path;
  }
}

/** What became of a file: `exists` where another one is there that must not be replaced. */
export type Put = "written" | "unchanged" | "exists";

/** How a file is written. */
export interface Putting {
  /** Whether another file that is there may be replaced. */
  readonly replace: boolean;
  /** Permissions of a file that is new. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: under another name beside it, to the end, its size checked, synced to the disk, renamed.
 * On any fault what was there stands. A file that holds these very bytes is left alone. Links are followed; a device or a pipe
 * is written to as it is. @param pieces the content, in order @throws UnwritableFile
 */
export function putFile(path: string, pieces: Iterable<string | Uint8Array>, { replace, mode = 0o666 }: Putting): Put {
  try {
    const there = statOf(path);
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (there && !there.isFile()) return writeThrough(path, pieces);
    const target = there ? realpathSync(path) : path;
    const beside = openBeside(target, there ? there.mode & 0o777 : mode);
    return settle(target, beside, pieces, there, replace);
  } catch (error) {
    throw error instanceof UnwritableFile ? error : new UnwritableFile(path, error);
  }
}

/** A file under another name, being written. */
interface Unfinished {
  readonly file: number;
  readonly path: string;
}

function openBeside(target: string, mode: number): Unfinished {
  for (let n = 0; ; n++) {
    const path = join(dirname(target), `${UNFINISHED}${process.pid}-${n}`);
    try {
      return { file: openSync(path, "wx", mode), path };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || n > MOST_LEFT) throw error;
    }
  }
}

/** How the names of unfinished files begin. */
export const UNFINISHED = ".claims-unfinished-";
/** Unfinished files of killed runs of the same number. */
const MOST_LEFT = 100;

function settle(
  target: string,
  { file, path }: Unfinished,
  pieces: Iterable<string | Uint8Array>,
  there: Stats | undefined,
  replace: boolean,
): Put {
  let open = true;
  try {
    const size = writeAll(file, pieces);
    if (fstatSync(file).size !== size) throw Object.assign(new Error(), { code: "EIO" });
    if (there && there.size === size && isSame(path, target)) return "unchanged";
    if (there && !replace) return "exists";
    fsyncSync(file);
    closeSync(file);
    open = false;
    renameSync(path, target);
    return "written";
  } finally {
    if (open) closeSync(file);
    rmSync(path, { force: true });
  }
}

/** Writes to the end, however little of it the system takes at once. @returns how many bytes it was */
function writeAll(file: number, pieces: Iterable<string | Uint8Array>): number {
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    size += bytes.length;
  }
  return size;
}

function writeThrough(path: string, pieces: Iterable<string | Uint8Array>): Put {
  const file = openSync(path, "w");
  try {
    writeAll(file, pieces);
    return "written";
  } finally {
    closeSync(file);
  }
}

const AT_ONCE = 1 << 16;

/** Whether two files of one size hold the same bytes. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [openSync(one, "r"), openSync(other, "r")];
  const [ofA, ofB] = [Buffer.allocUnsafe(AT_ONCE), Buffer.allocUnsafe(AT_ONCE)];
  try {
    for (;;) {
      const length = readSync(a, ofA);
      if (length !== readSync(b, ofB) || !ofA.subarray(0, length).equals(ofB.subarray(0, length))) return false;
      if (length === 0) return true;
    }
  } finally {
    closeSync(a);
    closeSync(b);
  }
}
