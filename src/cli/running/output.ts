import { closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { causeOf } from "../../files/read.ts";
import { UsageError } from "./exit.ts";

/** A file or stream that could not be written. */
export class UnwritableFile extends Error {
  constructor(path: string, error: unknown) {
    const { code } = error as NodeJS.ErrnoException;
    super(`cannot write ${path}: ${code === "ENOENT" ? "there is no such folder" : causeOf(error)}`);
  }
}

/** Writes to a stream at once and whole. A reader that went away ends it quietly. @throws UnwritableFile on a full disk */
function writeStream(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; )
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw new UnwritableFile(descriptor === 1 ? "standard output" : "standard error", error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
}

export const toStdout = (text: string): void => writeStream(1, text);

/** Messages are lost rather than fatal where standard error cannot be written. */
export function toStderr(text: string): void {
  try {
    writeStream(2, text);
  } catch (error) {
    if (!(error instanceof UnwritableFile)) throw error;
  }
}

/**
 * Writes a file whole or not at all. Another file there is not overwritten without `force`; the same bytes are fine.
 * @returns whether anything had to be written @throws UnwritableFile, UsageError
 */
export async function writeWhole(path: string, text: string, force: boolean): Promise<boolean> {
  const bytes = Buffer.from(text);
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (there?.isFile()) {
      if (readFileSync(path).equals(bytes)) return false;
      if (!force) throw new UsageError("file-exists", `${path} exists and differs`, "give another name, or --force");
    }
    // A device or a named pipe must not be replaced by a file.
    if (there && !there.isFile()) writePieces(path, [bytes]);
    else (await import("write-file-atomic")).default.sync(path, bytes);
    return true;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UnwritableFile(path, error);
  }
}

/** Writes bytes into a file, a device or a named pipe, over what is there. */
export function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const descriptor = openSync(path, "w");
  try {
    for (const bytes of pieces)
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } finally {
    closeSync(descriptor);
  }
}
