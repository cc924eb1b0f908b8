import { type Content, type Put, Unfinished, type UnwritableFile } from "../../files/write.ts";
import type { Folder } from "./folder.ts";

/** Files that are synced to the disk at once: one by one they would take most of the time of a run. */
const AT_ONCE = 16;

/** Puts files into a folder; several are synced to the disk at once, and the next are made meanwhile. */
export class SyncedFiles<About> {
  private readonly folder: Folder;
  private readonly ended: (about: About, end: Put | UnwritableFile) => void;
  private numbered = 0;
  private begun: { readonly about: About; readonly unfinished: Unfinished }[] = [];
  private settling = Promise.resolve();

  /** @param ended is told of each file once it is in its place, or cannot be */
  constructor(folder: Folder, ended: (about: About, end: Put | UnwritableFile) => void) {
    this.folder = folder;
    this.ended = ended;
  }

  /** Writes a file, which is in its place later. @throws UnwritableFile */
  async put(name: string, content: Content, about: About, replace?: boolean): Promise<void> {
    const put = this.folder.begin(name, content, this.numbered++ % (2 * AT_ONCE), replace);
    if (put instanceof Unfinished) this.begun.push({ about, unfinished: put });
    else this.ended(about, put);
    if (this.begun.length >= AT_ONCE) await this.settleNext();
  }

  /** Waits until all are in their places. */
  async end(): Promise<void> {
    await this.settleNext();
    await this.settling;
  }

  private async settleNext(): Promise<void> {
    await this.settling;
    const { begun } = this;
    this.begun = [];
    this.settling = Unfinished.finishAll(begun.map(({ unfinished }) => unfinished)).then((faults) =>
      begun.forEach(({ about }, index) => {
        this.ended(about, faults[index] ?? "written");
      }),
    );
  }
}
