import { statSync } from "node:fs";
import type { HeaderMap } from "../../ingest/columns.ts";
import type { Table } from "../../ingest/csv.ts";
import type { InputFile } from "../../ingest/inputs.ts";
import { Unheard } from "../../ingest/problems.ts";
import { UnreadableFile } from "../../ingest/sources.ts";
import { openTable } from "../../ingest/table.ts";
import { openSource, type Source } from "../input-files.ts";
import { MOST_KEPT } from "../rosters.ts";

/**
 * The rosters of a run by their numbers, each looked at before it is read. As much as there is room for is kept from the one
 * to the other, and what can be read once only, such as standard input, in any case.
 */
export class RosterFiles {
  private readonly sources: (Source | undefined)[];
  private readonly map: HeaderMap;
  private readonly kept = new Map<number, InputFile>();
  private readonly unheard = new Unheard();
  private room: number;

  constructor(sources: readonly Source[], map: HeaderMap) {
    this.sources = [...sources];
    this.map = map;
    this.room = sources.reduce((left, { bytes }) => left - (bytes?.length ?? 0), MOST_KEPT);
  }

  get count(): number {
    return this.sources.length;
  }

  /** Whether a roster's table can be told without reporting anything; it is kept where the roster is. */
  look(roster: number): Table | undefined {
    const file = this.ifThere(roster);
    const before = this.unheard.count;
    const table = file && openTable("roster", file.name, file.bytes, this.map, this.unheard);
    if (table && this.unheard.count === before && this.kept.has(roster)) this.kept.set(roster, table);
    return table;
  }

  /** A roster; undefined where it cannot be read. */
  ifThere(roster: number): InputFile | undefined {
    try {
      return this.open(roster);
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  }

  /** The name of a roster. */
  nameOf(roster: number): string {
    return this.sources[roster]?.name ?? "";
  }

  /** A roster for the last time. @throws UnreadableFile */
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
    if (!source.bytes) this.room -= file.bytes.length;
    if (source.bytes || this.room > 0 || !statSync(source.path, { throwIfNoEntry: false })?.isFile())
      this.kept.set(roster, file);
    return file;
  }
}
