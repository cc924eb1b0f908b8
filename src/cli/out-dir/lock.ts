import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { UnwritableFile } from "../running/output.ts";

/** The file that says who has a folder. */
export const LOCK = ".claims.lock";

/**
 * Takes a folder for this run alone, so that two runs at once do not spoil each other; what a run left that ended without
 * giving its folder back is taken over. @returns how to give it back @throws UnwritableFile while another run has it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  const mine = `${process.pid} ${hostname()}\n`;
  if (!create(path, mine)) {
    const holder = readIfThere(path);
    if (isRunning(holder)) throw inUse(folder, path, holder);
    putAside(path, holder);
    if (!create(path, mine)) throw inUse(folder, path, readIfThere(path));
  }
  return () => {
    if (readIfThere(path) === mine) rmSync(path, { force: true });
  };
}

function create(path: string, text: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, text);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new UnwritableFile(path, error);
  }
}

/** Another run may have taken the lock over in between: then it is put back. */
function putAside(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) === stale) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Whether the run that wrote a lock is still there; of another computer's that cannot be known. */
function isRunning(lock: string): boolean {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(lock) ?? [];
  if (pid === undefined) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inUse(folder: string, path: string, holder: string): UnwritableFile {
  const [pid, host] = holder.trim().split(" ");
  const whose = pid ? ` (process ${pid} on ${host})` : "";
  return new UnwritableFile(
    folder,
    new Error(`another run${whose} is writing there; if there is none, delete ${path}`),
  );
}
