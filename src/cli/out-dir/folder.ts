import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UnwritableFile } from "../output.ts";
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

  /** @param always whether another file there is overwritten in any case @throws UnwritableFile */
  put(name: string, bytes: Uint8Array, always = false): Put {
    const path = join(this.path, name);
    try {
      if (!this.wasEmpty && statSync(path, { throwIfNoEntry: false })) {
        if (readFileSync(path).equals(bytes)) return "unchanged";
        if (!this.force && !always) return "exists";
      }
      writeFileSync(this.unfinished, bytes);
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
