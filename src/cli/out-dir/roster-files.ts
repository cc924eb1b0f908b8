import { statSync } from "node:fs";
import { UnreadableFile } from "../../files/read.ts";
import type { InputFile } from "../../ingest/inputs.ts";
import { openSource, type Source } from "../running/input-files.ts";
import { roomToKeep } from "../running/rosters.ts";

/**
 * The rosters of a run by their numbers, each looked at before it is read. As much as there is room for is kept from the one
 * to the other, and what can be read once only, such as standard input, in any case.
 */
export class RosterFiles {
  private readonly sources: (Source | undefined)[];
  private readonly kept = new Map<number, InputFile>();
  private room: number;

  constructor(sources: readonly Source[]) {
    this.sources = [...sources];
    this.room = roomToKeep(sources.length);
    sources.forEach((source, roster) => {
      if (source.bytes) this.keep(roster, openSource(source));
    });
  }

  get count(): number {
    return this.sources.length;
  }

  /** The name of a roster that was not taken yet. */
  nameOf(roster: number): string {
    return this.sources[roster]?.name ?? "";
  }

  /** A roster for a look; undefined where it cannot be read. */
  ifThere(roster: number): InputFile | undefined {
    try {
      return this.open(roster);
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  }

  /** A roster for the last time: nothing of it is kept here any longer. @throws UnreadableFile */
  take(roster: number): InputFile {
    const file = this.open(roster);
    this.sources[roster] = undefined;
    this.kept.delete(roster);
    return file;
  }

  private open(roster: number): InputFile {
    const before = this.kept.get(roster);
    if (before) return before;
    const source = this.sources[roster];
    if (!source) throw new Error(`roster ${roster} was taken before`);
    const file = openSource(source);
    if (file.bytes.length < this.room || !statSync(source.path, { throwIfNoEntry: false })?.isFile())
      this.keep(roster, file);
    return file;
  }

  private keep(roster: number, file: InputFile): void {
    this.kept.set(roster, file);
    this.room -= file.bytes.length;
  }
}
