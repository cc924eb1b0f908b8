import { constants } from "node:buffer";
import {
  closeSync,
  constants as fsConstants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that could not be read. */
export class UnreadableFile extends Error {
  readonly path: string;
  /** What would help, where that is known. */
  readonly remedy: string | null = null;
  constructor(path: string, error: unknown) {
    super(`cannot read ${path === STDIN ? "standard input" : path}: ${causeOf(error)}`);
    this.path = path;
  }
}

export const STDIN = "-";

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "there is no such file",
  EEXIST: "a file is in its place",
  EBUSY: "it is open in another program",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links go round in circles",
  EFBIG: "it would be larger than a file may be here",
  EDQUOT: "the disk quota is used up",
  EIO: "the disk did not take it",
};

/** Why a file operation failed, in words. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && CAUSES[code]) || code || message;
}

/** A fault of a file operation, by the system's name for it. */
export const fault = (code: string): Error => Object.assign(new Error(code), { code });

/** What is at a path, links followed; undefined where nothing is. @throws what the system says of a path that it cannot look up */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether a path leads to a folder, where it can be looked up. */
export function isFolderAt(path: string): boolean {
  try {
    return statOf(path)?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** Whether a path leads to a file, where it can be looked up. */
export function isFileAt(path: string): boolean {
  try {
    return statOf(path)?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** The most bytes that an input may have: what one text holds. */
export const LARGEST_INPUT = constants.MAX_STRING_LENGTH;

/** More than anybody types; other devices have no end. */
const MOST_OF_DEVICE = 1 << 26;

/** An input that is too large to be read, or has no end. */
export class InputTooLarge extends UnreadableFile {
  override readonly remedy = "split it into several files with the same header, and name their folder or all of them";
  constructor(path: string, most: number) {
    super(path, new Error(`it is longer than ${Math.floor(most / 1e6)} MB, the most that is read of one`));
  }
}

/** The bytes of a file, of a pipe until it ends, or of standard input. @throws UnreadableFile */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const there = statOfInput(path);
    if (!there) throw fault("ENOENT");
    if (!there.isFile() && !there.isDirectory()) return await readStream(path, there);
    return readWhole(path, there);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(path, error);
  }
}

/** The bytes of a file; undefined where there is none, but perhaps something else. @throws UnreadableFile */
export function readFile(path: string): Buffer | undefined {
  try {
    const there = statOf(path);
    return there?.isFile() ? readWhole(path, there) : undefined;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(path, error);
  }
}

function readWhole(path: string, { size }: Stats): Buffer {
  if (size > LARGEST_INPUT) throw new InputTooLarge(path, LARGEST_INPUT);
  return readFileSync(path === STDIN ? 0 : path);
}

/** What an input is. @throws what the system says of a path that it cannot look up */
export const statOfInput = (path: string): Stats | undefined => (path === STDIN ? fstatSync(0) : statOf(path));

/** Reads what may have to be waited for, and leaves this thread free meanwhile. */
async function readStream(path: string, there: Stats): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const isPipe = there.isFIFO() || there.isSocket();
  const [source, most] = isPipe ? [await pipeChunks(path), LARGEST_INPUT] : [deviceChunks(path), MOST_OF_DEVICE];
  for await (const chunk of source) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) throw new InputTooLarge(path, most);
  }
  return Buffer.concat(chunks);
}

const NO_WAITING = fsConstants.O_RDONLY | (fsConstants.O_NONBLOCK ?? 0);

/** A pipe that nobody writes to yet is not at its end: only waiting for it as sockets are waited for tells the two apart. */
async function pipeChunks(path: string): Promise<AsyncIterable<Uint8Array>> {
  const { Socket } = await import("node:net");
  return new Socket({ fd: path === STDIN ? 0 : openSync(path, NO_WAITING), writable: false });
}

async function* deviceChunks(path: string): AsyncGenerator<Uint8Array> {
  const device = path === STDIN ? openStdin() : openSync(path, NO_WAITING);
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(1 << 20);
      const length = readSome(device, chunk);
      if (length === 0) return;
      if (length === undefined) await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      else yield chunk.subarray(0, length);
    }
  } finally {
    if (device !== 0) closeSync(device);
  }
}

/** Standard input anew, where the system allows it, so that not waiting here changes nothing for others that have it. */
function openStdin(): number {
  try {
    return openSync("/dev/fd/0", NO_WAITING);
  } catch {
    return 0;
  }
}

/** @returns undefined where there is nothing yet */
function readSome(file: number, chunk: Buffer): number | undefined {
  try {
    return readSync(file, chunk);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EOF") return 0;
    if (code === "EAGAIN") return undefined;
    throw error;
  }
}

const PAUSE_MS = 5;

/** Does something again and again while it fails with one code, which time will change. */
export function passing<T>(code: string, act: () => T): T {
  for (;;)
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== code) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
}

const HEADER_BYTES = 1024;

/** As much of the first line of a file as a header of ours has. @throws UnreadableFile */
export function firstLine(path: string): string {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(HEADER_BYTES);
      const [line = ""] = start.toString("utf8", 0, readSync(file, start)).split(/[\r\n]/, 1);
      return line;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new UnreadableFile(path, error);
  }
}

/** What a folder holds; of one that cannot be read nothing is found. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The file of that name, in capitals or not, in the folder of a single roster file, where there is one. */
export function besideRoster(roster: string, name: string): string | undefined {
  if (roster === STDIN) return undefined;
  const folder = dirname(roster);
  const path = join(folder, name);
  if (isFileAt(path)) return path;
  const other = namesIn(folder).find((one) => one.toLowerCase() === name && isFileAt(join(folder, one)));
  return other === undefined ? undefined : join(folder, other);
}

/** What an agency says once, in the folder of its rosters. */
export const PROFILE = "claims.json";

/** How files are shown: the base name, with as much of the folder as tells two apart, `/` always. */
export function displayNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]+/).filter((part) => part !== ""));
  const tail = (index: number, depth: number): string => parts[index]?.slice(-depth).join("/") ?? "";
  const ends: Map<string, number>[] = [];
  const endsAt = (depth: number): Map<string, number> => {
    ends[depth] ??= tally(paths.map((_, index) => tail(index, depth)));
    return ends[depth];
  };
  return paths.map((path, index) => {
    if (path === STDIN) return STDIN;
    for (let depth = 1; depth < (parts[index]?.length ?? 0); depth++) {
      const name = tail(index, depth);
      if (endsAt(depth).get(name) === 1) return name;
    }
    return tail(index, parts[index]?.length ?? 1) || basename(path);
  });
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
