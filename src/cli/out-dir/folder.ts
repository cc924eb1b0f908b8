import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { UnwritableFile, writePieces } from "../running/output.ts";
import { LOCK, lockFolder } from "./lock.ts";

/** What became of a file: `exists` where another one is there that must not be overwritten. */
export type Put = "written" | "unchanged" | "exists";

/** Only the run that holds the lock writes, one file after the other, so one name is enough. */
const UNFINISHED = ".claims.tmp";

/** A folder into which one run writes. A file is there whole or not at all, and is left alone where its bytes would not change. */
export class Folder {
  readonly path: string;
  private readonly unfinished: string;
  private readonly force: boolean;
  private readonly unlock: () => void;
  /** Whether nothing was there when the run began, so that no file need be looked for. */
  private readonly wasEmpty: boolean;

  /** Makes the folder where there is none, and takes it. @throws UnwritableFile */
  constructor(path: string, force: boolean) {
    this.path = path;
    this.unfinished = join(path, UNFINISHED);
    this.force = force;
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UnwritableFile(path, code === "EEXIST" ? new Error("it is a file, not a folder") : error);
    }
    this.unlock = lockFolder(path);
    this.removeUnfinished();
    this.wasEmpty = readdirSync(path).every((name) => name === LOCK);
  }

  /**
   * @param pieces gives the bytes of the file, each piece until the next is asked for
   * @param always whether another file there is overwritten in any case @throws UnwritableFile
   */
  put(name: string, pieces: () => Iterable<Uint8Array>, always = false): Put {
    const path = join(this.path, name);
    try {
      if (!this.wasEmpty && statSync(path, { throwIfNoEntry: false })) {
        if (holds(path, pieces())) return "unchanged";
        if (!this.force && !always) return "exists";
      }
      writePieces(this.unfinished, pieces());
      renameSync(this.unfinished, path);
      return "written";
    } catch (error) {
      this.removeUnfinished();
      throw new UnwritableFile(path, error);
    }
  }

  has(name: string): boolean {
    return statSync(join(this.path, name), { throwIfNoEntry: false }) !== undefined;
  }

  /** Gives the folder back. */
  close(): void {
    this.removeUnfinished();
    this.unlock();
  }

  private removeUnfinished(): void {
    rmSync(this.unfinished, { force: true });
  }
}

/** Whether a file has these bytes and no others. */
function holds(path: string, pieces: Iterable<Uint8Array>): boolean {
  const file = openSync(path, "r");
  try {
    for (const piece of pieces) {
      const there = Buffer.allocUnsafe(piece.length);
      if (readSync(file, there) < piece.length || !there.equals(piece)) return false;
    }
    return readSync(file, Buffer.alloc(1)) === 0;
  } finally {
    closeSync(file);
  }
}
