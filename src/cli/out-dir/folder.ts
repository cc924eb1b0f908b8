import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readFile, statOf } from "../../files/read.ts";
import {
  beginFile,
  type Content,
  type Put,
  putFile,
  removeUnfinished,
  type Unfinished,
  UnwritableFile,
} from "../../files/write.ts";
import { isAlive, lockFolder } from "./lock.ts";
import { placesIn } from "./places.ts";

/** A folder into which one run writes. A file is there whole or not at all, and is left alone where its bytes would not change. */
export class Folder {
  readonly path: string;
  private readonly force: boolean;
  private readonly unlock: () => void;

  /** Makes the folder where there is none, and takes it. @throws UnwritableFile */
  constructor(path: string, force: boolean) {
    this.path = path;
    this.force = force;
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UnwritableFile(path, code === "EEXIST" ? new Error("it is a file, not a folder") : error);
    }
    this.unlock = lockFolder(path);
    for (const place of placesIn(path)) removeUnfinished(place, (pid) => pid === process.pid || !isAlive(pid));
  }

  /** Begins a file, to be finished with others. @param from the first number of its name until then @throws UnwritableFile */
  begin(name: string, content: Content, from: number, replace = this.force): Put | Unfinished {
    return beginFile(join(this.path, name), content, { replace, from });
  }

  /** Writes a file whatever is there. @throws UnwritableFile */
  put(name: string, content: Content): void {
    putFile(join(this.path, name), content, { replace: true });
  }

  /** What a file holds; undefined where there is none. @throws UnreadableFile */
  read(name: string): Buffer | undefined {
    return readFile(join(this.path, name));
  }

  has(name: string): boolean {
    try {
      return statOf(join(this.path, name)) !== undefined;
    } catch {
      return false;
    }
  }

  /** Gives the folder back. */
  close(): void {
    this.unlock();
  }
}
