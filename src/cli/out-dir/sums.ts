import { sha256 } from "../../files/sha256.ts";
import { UsageError } from "../running/exit.ts";
import type { Folder } from "./folder.ts";
import type { FolderIndex } from "./folder-index.ts";

export const SUMS_FILE = "SHA256SUMS";

const LINE = /^[0-9a-f]{64} [ *](.+)$/;

/** SHA256SUMS of a folder, as `sha256sum -c` reads it: what earlier runs wrote into it stays. */
export class Sums {
  private readonly folder: Folder;
  /** By file its line as it stood when the run began. */
  private readonly before = new Map<string, string>();

  /** @throws UnreadableFile, UsageError where a file of that name is there that is not such a list */
  constructor(folder: Folder) {
    this.folder = folder;
    const text = folder.read(SUMS_FILE)?.toString("utf8") ?? "";
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const [, file] = LINE.exec(line) ?? [];
      if (file === undefined)
        throw new UsageError(
          "not-a-list-of-hashes",
          `${folder.path}/${SUMS_FILE} is not a list of hashes, so it is not replaced; nothing was written`,
          "give another folder, or move that file away",
        );
      this.before.set(file, line);
    }
  }

  /** All lines, in order of their files: those of this run, and of those before it what this run did not write. */
  with({ sums }: FolderIndex): string {
    const lines = new Map(this.before);
    for (const { file, sha256: hash } of sums)
      if (hash !== null) lines.set(file, `${hash}  ${file}`);
      else if (!this.isTrue(file)) lines.delete(file);
    return [...lines]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]) => `${line}\n`)
      .join("");
  }

  /** Whether the line from before is of the file as it is. */
  private isTrue(file: string): boolean {
    const bytes = this.folder.read(file);
    return bytes !== undefined && (this.before.get(file)?.startsWith(sha256(bytes)) ?? false);
  }
}
