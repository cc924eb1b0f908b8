import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fault } from "../../files/read.ts";
import { UnwritableFile } from "../../files/write.ts";

/** The file that says who has a folder. */
export const LOCK = ".claims.lock";

/**
 * Takes a folder for this run alone, so that two runs at once do not spoil each other; what a run left that ended without
 * giving its folder back is taken over. @returns how to give it back @throws UnwritableFile while another run has it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  if (!create(path)) {
    const holder = holderOf(path);
    if (isRunning(holder)) throw inUse(folder, path, holder);
    putAside(path, holder);
    if (!create(path)) throw inUse(folder, path, holderOf(path));
  }
  return () => unlockFolder(folder);
}

/** Gives a folder back that this run has taken. */
export function unlockFolder(folder: string): void {
  const path = join(folder, LOCK);
  try {
    if (holderOf(path).text === mine()) rmSync(path, { force: true });
  } catch {
    // It is another run's now, or gone with its folder.
  }
}

const mine = (): string => `${process.pid} ${hostname()}\n`;

function create(path: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, "wx");
    writeSync(file, mine());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    // A full disk takes the name, but not what the lock says.
    if (file !== undefined) rmSync(path, { force: true });
    throw new UnwritableFile(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What a lock says, and when it was written. */
interface Holder {
  readonly text: string;
  readonly since: number;
}

/** @throws UnwritableFile where there is something that is no lock, or none that may be read */
function holderOf(path: string): Holder {
  try {
    const there = statSync(path);
    if (there.isDirectory()) throw fault("EISDIR");
    return { text: there.isFile() ? readFileSync(path, "utf8") : "", since: there.mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { text: "", since: 0 };
    throw new UnwritableFile(path, error);
  }
}

/** Another run may have taken the lock over in between: then it is put back. @throws UnwritableFile */
function putAside(path: string, stale: Holder): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw new UnwritableFile(path, error);
  }
  if (holderOf(aside).text === stale.text) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

/** Whether the run that wrote a lock is still there; of another computer's that cannot be known. */
function isRunning({ text, since }: Holder): boolean {
  const [, digits, host] = /^(\d+) (.*)\n$/.exec(text) ?? [];
  if (digits === undefined) return false;
  if (host !== hostname()) return true;
  const pid = Number(digits);
  // The numbers of runs come again: in a container every run may have the same one.
  if (pid === process.pid || !isAlive(pid)) return false;
  const began = beganAt(pid);
  return began === undefined || began <= since + CLOCK_SLACK_MS;
}

/** Whether there is a run of that number on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const CLOCK_SLACK_MS = 2000;
const TICKS_A_SECOND = 100;
/** Where /proc/PID/stat says when the run began, counted after the name in brackets, in ticks since the computer did. */
const BEGAN_FIELD = 19;

/** When a run began, in milliseconds since 1970; undefined where the system does not say. */
function beganAt(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticks = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[BEGAN_FIELD]);
    const up = Number.parseFloat(readFileSync("/proc/uptime", "utf8"));
    const began = Date.now() - (up - ticks / TICKS_A_SECOND) * 1000;
    return Number.isFinite(began) ? began : undefined;
  } catch {
    return undefined;
  }
}

function inUse(folder: string, path: string, { text }: Holder): UnwritableFile {
  const [pid, host] = text.trim().split(" ");
  const whose = pid ? ` (process ${pid} on ${host})` : "";
  return new UnwritableFile(
    folder,
    new Error(`another run${whose} is writing there; if there is none, delete ${path}`),
  );
}
