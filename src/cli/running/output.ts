import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { passing, statOf } from "../../files/read.ts";
import { type Content, putFile, removeUnfinished, UnwritableFile } from "../../files/write.ts";
import { isAlive } from "../out-dir/lock.ts";
import { UsageError } from "./exit.ts";

const NAMES = { 1: "standard output", 2: "standard error" } as const;
type Descriptor = keyof typeof NAMES;

/** As much as every pipe takes at once. */
const AT_ONCE = 1 << 12;

/**
 * Writes to a stream whole; while its reader is slow this thread is free. A reader that went away ends it quietly.
 * @throws UnwritableFile on a full disk
 */
async function writeStream(descriptor: Descriptor, content: Content): Promise<void> {
  if (typeof content === "string" && content.length < AT_ONCE) return writeAtOnce(descriptor, content);
  const stream = await unblocked(descriptor);
  try {
    await writePatiently(stream, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw unwritable(descriptor, error);
  } finally {
    if (stream !== descriptor) closeSync(stream);
  }
}

/** Writes to the end; whatever reads there is waited for without blocking. */
async function writePatiently(stream: number, content: Content): Promise<void> {
  for (const bytes of inChunks(typeof content === "string" ? [content] : content))
    for (let written = 0; written < bytes.length; )
      written += await patiently("EAGAIN", () => writeSync(stream, bytes, written));
}

const PAUSE_MS = 5;

/** Does something again and again while it fails with one code; signals come in meanwhile. */
async function patiently(code: string, act: () => number): Promise<number> {
  for (;;)
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== code) throw error;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
}

const unwritable = (descriptor: Descriptor, error: unknown): unknown =>
  (error as NodeJS.ErrnoException).syscall === "write" ? new UnwritableFile(NAMES[descriptor], error) : error;

/**
 * The stream in a way in which writing never blocks: a pipe is opened anew, so that nothing changes for others that have it;
 * a socket can be had so only by telling Node of it.
 */
async function unblocked(descriptor: Descriptor): Promise<number> {
  const there = fstatSync(descriptor);
  if (there.isSocket()) {
    const { Socket } = await import("node:net");
    new Socket({ fd: descriptor, readable: false, writable: true }).unref();
  } else if (there.isFIFO())
    try {
      return openSync(`/dev/fd/${descriptor}`, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    } catch {
      // Not every system has such names.
    }
  return descriptor;
}

const CHUNK = 1 << 16;

/** Pieces put together to bytes of some length. */
function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let chunk = "";
  for (const piece of pieces) {
    if (typeof piece === "string") chunk += piece;
    if (typeof piece === "string" && chunk.length < CHUNK) continue;
    if (chunk !== "") yield Buffer.from(chunk);
    chunk = "";
    if (typeof piece !== "string") yield piece;
  }
  if (chunk !== "") yield Buffer.from(chunk);
}

/** Writes a short text to a stream. @throws UnwritableFile on a full disk */
function writeAtOnce(descriptor: Descriptor, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let written = 0; written < bytes.length; )
      written += passing("EAGAIN", () => writeSync(descriptor, bytes, written));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw unwritable(descriptor, error);
  }
}

/** Prints a text, or its pieces. @throws UnwritableFile on a full disk */
export const toStdout = (content: Content): Promise<void> => writeStream(1, content);

/** Prints a short text, such as help. @throws UnwritableFile on a full disk */
export const printAtOnce = (text: string): void => writeAtOnce(1, text);

/** Says something short on standard error. */
export function tell(text: string): void {
  try {
    writeAtOnce(2, text);
  } catch (error) {
    if (!(error instanceof UnwritableFile)) throw error;
  }
}

/** Messages are lost rather than fatal where standard error cannot be written. */
export async function toStderr(text: string): Promise<void> {
  try {
    await writeStream(2, text);
  } catch (error) {
    if (!(error instanceof UnwritableFile)) throw error;
  }
}

/**
 * Writes a file whole or not at all. Another file there is not overwritten without `force`; the same bytes are fine. What runs
 * that were killed have left beside it goes. A pipe is written to as it is, once somebody reads from it.
 * @returns whether anything had to be written @throws UnwritableFile, UsageError
 */
export async function writeWhole(path: string, content: Content, force: boolean): Promise<boolean> {
  if (isPipe(path)) {
    await writePipe(path, content);
    return true;
  }
  removeUnfinished(dirname(path), (pid) => !isAlive(pid));
  const put = putFile(path, content, { replace: force });
  if (put === "exists")
    throw new UsageError("file-exists", `${path} exists and differs`, "give another name, or --force");
  return put === "written";
}

function isPipe(path: string): boolean {
  try {
    return statOf(path)?.isFIFO() ?? false;
  } catch (error) {
    throw new UnwritableFile(path, error);
  }
}

async function writePipe(path: string, content: Content): Promise<void> {
  try {
    const pipe = await patiently("ENXIO", () => openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)));
    try {
      await writePatiently(pipe, content);
    } finally {
      closeSync(pipe);
    }
  } catch (error) {
    throw new UnwritableFile(path, error);
  }
}
