import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { causeOf, fault, passing, statOf } from "./read.ts";

/** A file or stream that could not be written. */
export class UnwritableFile extends Error {
  readonly path: string;
  constructor(path: string, error: unknown) {
    const { code } = error as NodeJS.ErrnoException;
    super(`cannot write ${path}: ${code === "ENOENT" ? "there is no such folder" : causeOf(error)}`);
    this.path = path;
  }
}

/** What is written: a text, or pieces in their order. */
export type Content = string | Iterable<string | Uint8Array>;

/** What became of a file: `exists` where another one is there that must not be replaced. */
export type Put = "written" | "unchanged" | "exists";

/** How a file is written. */
export interface Putting {
  /** Whether another file that is there may be replaced. */
  readonly replace: boolean;
  /** Permissions of a file that is new. */
  readonly mode?: number;
  /** The first number that the name of the unfinished file may have, where several are written at a time. */
  readonly from?: number;
}

/**
 * Writes a file whole or not at all: under another name beside it, to the end, its size checked, synced to the disk, renamed.
 * On any fault what was there stands. A file that holds these very bytes is left alone. Links are followed; a device or a pipe
 * is written to as it is. @throws UnwritableFile
 */
export function putFile(path: string, content: Content, putting: Putting): Put {
  const begun = beginFile(path, content, putting);
  if (!(begun instanceof Unfinished)) return begun;
  begun.finish();
  return "written";
}

/** The first half of putFile: where the file is to be written, it is, under its other name. @throws UnwritableFile */
export function beginFile(
  path: string,
  content: Content,
  { replace, mode = 0o666, from = 0 }: Putting,
): Put | Unfinished {
  try {
    const there = statOf(path);
    if (there?.isDirectory()) throw fault("EISDIR");
    if (there && !there.isFile()) return writeThrough(path, there, content);
    const target = there ? realpathSync(path) : path;
    const unfinished = new Unfinished(path, target, there ? there.mode & 0o777 : mode, from);
    const outcome = unfinished.fill(content, there);
    if (outcome === "other" && (!there || replace)) return unfinished;
    unfinished.drop();
    return outcome === "same" ? "unchanged" : "exists";
  } catch (error) {
    throw isOfSystem(error) ? new UnwritableFile(path, error) : error;
  }
}

/** Whether the system says so, not whoever gives the content. */
const isOfSystem = (error: unknown): boolean => /^E[A-Z\d_]+$/.test(String((error as NodeJS.ErrnoException).code));

/** How the names of unfinished files begin; the number of the run follows. */
const UNFINISHED = ".claims-unfinished-";
/** Unfinished files of killed runs of the same number. */
const MOST_LEFT = 100;

/** Removes from a folder what runs began to write and cannot finish. @param isOver tells of the number of a run whether it is such a one */
export function removeUnfinished(folder: string, isOver: (pid: number) => boolean): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = name.startsWith(UNFINISHED) ? Number.parseInt(name.slice(UNFINISHED.length), 10) : 0;
      if (pid > 0 && isOver(pid)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be looked into is told of where something is written there.
  }
}

/** A file under another name beside its own. */
export class Unfinished {
  /** As it was asked for. */
  readonly path: string;
  private readonly target: string;
  private readonly beside: string;
  private readonly file: number;

  constructor(path: string, target: string, mode: number, from: number) {
    this.path = path;
    this.target = target;
    for (let n = from; ; n++) {
      this.beside = join(dirname(target), `${UNFINISHED}${process.pid}-${n}`);
      try {
        this.file = openSync(this.beside, "wx", mode);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || n > from + MOST_LEFT) throw error;
      }
    }
  }

  /** Writes all of it. @returns whether it is the same as the file that is there */
  fill(content: Content, there: Stats | undefined): "same" | "other" {
    try {
      const size = writeAll(this.file, content);
      if (fstatSync(this.file).size !== size) throw fault("EIO");
      return there && there.size === size && isSame(this.beside, this.target) ? "same" : "other";
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  /** Puts it in its place, once it is on the disk. @throws UnwritableFile */
  finish(): void {
    this.settle(() => fsyncSync(this.file));
  }

  /** Gives it up. */
  drop(): void {
    closeSync(this.file);
    rmSync(this.beside, { force: true });
  }

  /** Syncs several at once, which costs little more than one. @returns for each why it could not be put in its place, or undefined */
  static async finishAll(files: readonly Unfinished[]): Promise<(UnwritableFile | undefined)[]> {
    const synced = await Promise.allSettled(files.map(({ file }) => promisify(fsync)(file)));
    return files.map((file, index) => {
      const one = synced[index];
      try {
        file.settle(() => {
          if (one?.status === "rejected") throw one.reason;
        });
        return undefined;
      } catch (error) {
        return error as UnwritableFile;
      }
    });
  }

  private settle(sync: () => void): void {
    try {
      try {
        sync();
      } finally {
        closeSync(this.file);
      }
      renameSync(this.beside, this.target);
    } catch (error) {
      rmSync(this.beside, { force: true });
      throw new UnwritableFile(this.path, error);
    }
  }
}

/** Writes to the end, however little of it the system takes at once. @returns how many bytes it was */
function writeAll(file: number, content: Content): number {
  let size = 0;
  for (const piece of typeof content === "string" ? [content] : content) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    for (let written = 0; written < bytes.length; ) written += passing("EAGAIN", () => writeSync(file, bytes, written));
    size += bytes.length;
  }
  return size;
}

/** A pipe is waited for without blocking, so that whoever waits can be told to end. */
function writeThrough(path: string, there: Stats, content: Content): Put {
  const open = (): number => openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  const file = there.isFIFO() ? passing("ENXIO", open) : open();
  try {
    writeAll(file, content);
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
